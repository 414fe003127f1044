package seal

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// maxFile bounds a key file, in bytes: a thousand rotations.
const maxFile = 128 << 10

const preamble = `# The keys of this Tilltal. Without them its secrets and sealed copies cannot be opened, and with them anybody can.
# Keep a copy apart from the backup of the database. One key a line: number, when it was made, the key. The last one seals.
`

// Load reads a key file. Faults: NotFound when there is none, Forbidden when others than its owner may read it, Invalid when
// it is damaged.
func Load(path string) (*Keyring, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fault.New(fault.NotFound, lingo.T("Nyckelfilen %s finns inte.", "There is no key file %s.").Put(path)).
			Try(lingo.T("Lägg tillbaka den från din kopia. En ny nyckelfil öppnar inte det gamla.",
				"Put it back from your copy. A new key file does not open what is old.")).Because(err)
	}
	if err != nil {
		return nil, fault.New(fault.Forbidden, lingo.T("Nyckelfilen %s går inte att öppna.", "The key file %s cannot be opened.").Put(path)).Because(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fault.Wrap("seal: key file", err)
	}
	if open := info.Mode().Perm() & 0o077; open != 0 {
		return nil, fault.New(fault.Forbidden, lingo.T("Nyckelfilen %s kan läsas av andra än sin ägare.", "The key file %s can be read by others than its owner.").Put(path)).
			Try(lingo.T("Kör: chmod 600 %s", "Run: chmod 600 %s").Put(path))
	}
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, fault.Wrap("seal: key file", err)
	}
	keys, err := parse(data)
	if err != nil {
		return nil, fault.New(fault.Invalid, lingo.T("Nyckelfilen %s är skadad.", "The key file %s is damaged.").Put(path)).
			Try(lingo.T("Lägg tillbaka den från din kopia.", "Put it back from your copy.")).Because(err)
	}
	return &Keyring{path: path, keys: keys}, nil
}

// Create makes a key file with one new key, readable by its owner only. The fault is Conflict when the file is there already:
// a key file is never written over.
func Create(path string, now time.Time) (*Keyring, error) {
	r := &Keyring{path: path, keys: []key{newKey(1, now)}}
	if err := r.write(r.keys, os.Link); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return nil, fault.New(fault.Conflict, lingo.T("Nyckelfilen %s finns redan.", "The key file %s is there already.").Put(path)).Because(err)
		}
		return nil, err
	}
	return r, nil
}

// LoadOrCreate reads a key file, or makes it when there is none: for the first start. Of two processes that start at once,
// one makes it and both use it.
func LoadOrCreate(path string, now time.Time) (*Keyring, error) {
	r, err := Load(path)
	if !fault.Is(err, fault.NotFound) {
		return r, err
	}
	if r, err = Create(path, now); fault.Is(err, fault.Conflict) {
		return Load(path)
	}
	return r, err
}

// Rotate makes a new key and seals with it from now on. The key is in the file before it is used.
func (r *Keyring) Rotate(now time.Time) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	last := r.keys[len(r.keys)-1]
	keys := append(slices.Clone(r.keys), newKey(last.id+1, now))
	if r.path != "" {
		if err := r.write(keys, os.Rename); err != nil {
			return err
		}
	}
	r.keys = keys
	return nil
}

// write writes the whole file beside its place and puts it there in one step: after a crash the old or the new file stands
// there whole.
func (r *Keyring) write(keys []key, place func(from, to string) error) (err error) {
	defer func() { err = fault.Wrap("seal: key file", err) }()
	dir := filepath.Dir(r.path)
	f, err := os.CreateTemp(dir, ".key-*") // with mode 0600
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(f.Name()) }() // gone already after a rename
	if _, err = f.Write(render(keys)); err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err = place(f.Name(), r.path); err != nil {
		return err
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

func render(keys []key) []byte {
	var b bytes.Buffer
	b.WriteString(preamble)
	for _, k := range keys {
		fmt.Fprintf(&b, "%d %s %s\n", k.id, k.made.Format(time.RFC3339), base64.StdEncoding.EncodeToString(k.secret[:]))
	}
	return b.Bytes()
}

// parse reads a key file. The errors never hold what stands in it.
func parse(data []byte) ([]key, error) {
	if len(data) > maxFile {
		return nil, errors.New("larger than a key file can be")
	}
	var keys []key
	for n, line := range strings.Split(string(data), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		k, ok := parseKey(line)
		if !ok {
			return nil, fmt.Errorf("line %d is no key", n+1)
		}
		if len(keys) > 0 && k.id <= keys[len(keys)-1].id {
			return nil, fmt.Errorf("line %d: the keys are not in order", n+1)
		}
		keys = append(keys, k)
	}
	if len(keys) == 0 {
		return nil, errors.New("no key in it")
	}
	return keys, nil
}

func parseKey(line string) (k key, ok bool) {
	fields := strings.Fields(line)
	if len(fields) != 3 {
		return key{}, false
	}
	id, err1 := strconv.ParseUint(fields[0], 10, 32)
	made, err2 := time.Parse(time.RFC3339, fields[1])
	secret, err3 := base64.StdEncoding.Strict().DecodeString(fields[2])
	if err1 != nil || err2 != nil || err3 != nil || id == 0 || len(secret) != keySize {
		return key{}, false
	}
	return key{id: uint32(id), made: made.UTC(), secret: [keySize]byte(secret)}, true
}
