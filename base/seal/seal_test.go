package seal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tilltal/base/fault"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func TestSealAndOpen(t *testing.T) {
	r := Generate(noon)
	rapid.Check(t, func(t *rapid.T) {
		name, secret := rapid.String().Draw(t, "name"), rapid.SliceOf(rapid.Byte()).Draw(t, "secret")
		sealed, err := r.Seal(name, secret)
		if err != nil {
			t.Fatal(err)
		}
		if len(secret) > 3 && bytes.Contains(sealed, secret) {
			t.Fatal("the secret stands readable in the row")
		}
		if got, err := r.Open(name, sealed); err != nil || !bytes.Equal(got, secret) {
			t.Fatalf("opened %x, %v", got, err)
		}
		if again, _ := r.Seal(name, secret); bytes.Equal(again, sealed) {
			t.Fatal("the same secret sealed twice looks the same")
		}
	})
}

// One bit changed anywhere, one byte cut anywhere, another row's name, another ring: nothing opens.
func TestTamperedDoesNotOpen(t *testing.T) {
	r := Generate(noon)
	sealed, err := r.Seal("token/1", []byte("hemlig"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range sealed {
		for bit := range 8 {
			bad := bytes.Clone(sealed)
			bad[i] ^= 1 << bit
			if got, err := r.Open("token/1", bad); err == nil {
				t.Fatalf("opened with bit %d of byte %d changed: %q", bit, i, got)
			}
		}
		if _, err := r.Open("token/1", sealed[:i]); err == nil {
			t.Fatalf("opened when cut to %d bytes", i)
		}
	}
	for name, c := range map[string]struct {
		ring   *Keyring
		row    string
		sealed []byte
		want   error
	}{
		"another row":  {r, "token/2", sealed, ErrTampered},
		"another ring": {Generate(noon), "token/1", sealed, ErrTampered},
		"no such key":  {r, "token/1", append([]byte{1, 0, 0, 0, 9}, sealed[5:]...), ErrNoKey},
		"not sealed":   {r, "token/1", []byte("hemlig"), ErrFormat},
		"nothing":      {r, "token/1", nil, ErrFormat},
	} {
		_, err := c.ring.Open(c.row, c.sealed)
		if !errors.Is(err, c.want) || !fault.Is(err, fault.Internal) || fault.Of(err).Say.SV == "" || fault.Of(err).Say.EN == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRotateOpensTheOldAndSealsWithTheNew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys")
	r, err := Create(path, noon)
	if err != nil {
		t.Fatal(err)
	}
	old, _ := r.Seal("a", []byte("gammal"))
	if err := r.Rotate(noon.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	fresh, _ := r.Seal("a", []byte("ny"))
	for sealed, want := range map[string]uint32{string(old): 1, string(fresh): r.Newest()} {
		if id, err := KeyOf([]byte(sealed)); err != nil || id != want || r.Newest() != 2 {
			t.Errorf("sealed under %d, want %d, newest %d, %v", id, want, r.Newest(), err)
		}
	}
	loaded, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	for sealed, want := range map[string]string{string(old): "gammal", string(fresh): "ny"} {
		if got, err := loaded.Open("a", []byte(sealed)); err != nil || string(got) != want {
			t.Errorf("after loading: %q, %v", got, err)
		}
	}
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(left) != 1 {
		t.Errorf("left in the folder: %v, %v", left, err)
	}
}

func TestTheKeyFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys")
	if _, err := Load(path); !fault.Is(err, fault.NotFound) {
		t.Errorf("none: %v", err)
	}
	r, err := LoadOrCreate(path, noon)
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	again, err := LoadOrCreate(path, noon)
	if err != nil || again.keys[0] != r.keys[0] {
		t.Errorf("the second start made another key, %v", err)
	}
	if _, err := Create(path, noon); !fault.Is(err, fault.Conflict) {
		t.Errorf("made over an old one: %v", err)
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(path); !fault.Is(err, fault.Forbidden) || !strings.Contains(fault.Of(err).Hint.SV, "chmod 600") {
		t.Errorf("open to others: %v", err)
	}
	if _, err := Create(filepath.Join(t.TempDir(), "no", "such", "folder"), noon); err == nil {
		t.Error("made in no folder")
	}
}

func TestDamagedKeyFiles(t *testing.T) {
	good := string(render([]key{newKey(1, noon), newKey(2, noon)}))
	lines := strings.Split(strings.TrimSpace(good), "\n")
	first, second := lines[2], lines[3]
	for name, text := range map[string]string{
		"empty": "", "only words": preamble, "cut": good[:len(good)-10], "out of order": second + "\n" + first, "twice": first + "\n" + first,
		"number zero": "0" + first[1:], "no date": strings.Replace(first, "2026", "X", 1), "a word more": first + " x",
		"large": strings.Repeat("#\n", maxFile),
	} {
		path := filepath.Join(t.TempDir(), "keys")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Load(path)
		if !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
		if err != nil && strings.Contains(err.Error(), strings.Fields(first)[2][:20]) {
			t.Errorf("%s: the error holds the key", name)
		}
	}
}

func TestTwoStartsAtOnceShareOneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys")
	var all sync.WaitGroup
	rings := make([]*Keyring, 10)
	for i := range rings {
		all.Go(func() { rings[i], _ = LoadOrCreate(path, noon) })
	}
	all.Wait()
	for i, r := range rings {
		if r == nil || r.keys[0].secret != rings[0].keys[0].secret {
			t.Errorf("start %d has another key", i)
		}
	}
}

func TestDerive(t *testing.T) {
	r := Generate(noon)
	a, b := r.Derive("one"), r.Derive("two")
	if len(a) != 32 || bytes.Equal(a, b) || !bytes.Equal(a, r.Derive("one")) {
		t.Error("derived keys are not apart, or not the same twice")
	}
	if err := r.Rotate(noon); err != nil || bytes.Equal(a, r.Derive("one")) {
		t.Errorf("the same after a rotation, %v", err)
	}
}

func TestKeysStayOutOfLogs(t *testing.T) {
	r := Generate(noon)
	for _, form := range []string{"%v", "%+v", "%#v", "%s"} {
		if s := fmt.Sprintf(form, r); s != "keyring, newest key 1" {
			t.Errorf("%s writes %q", form, s)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(render([]key{newKey(1, noon), newKey(7, noon)}))
	f.Add([]byte("1 2026-11-23T12:00:00Z AAAA"))
	f.Fuzz(func(t *testing.T, data []byte) {
		keys, err := parse(data)
		if err != nil {
			return
		}
		back, err := parse(render(keys))
		if err != nil || len(back) != len(keys) || back[len(back)-1].secret != keys[len(keys)-1].secret {
			t.Fatalf("%d keys came back as %d, %v", len(keys), len(back), err)
		}
	})
}

func FuzzOpen(f *testing.F) {
	r := Generate(noon)
	sealed, err := r.Seal("a", []byte("hemlig"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(sealed)
	f.Add([]byte{1, 0, 0, 0, 1})
	f.Fuzz(func(t *testing.T, data []byte) {
		if got, err := r.Open("a", data); err == nil && !bytes.Equal(data, sealed) {
			t.Fatalf("%x opened as %q", data, got)
		}
	})
}
