package signin_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/fxamacker/cbor/v2"

	"tilltal/base/fault"
	"tilltal/desk/people"
	"tilltal/desk/signin"
)

func nilBase() *url.URL { return &url.URL{Scheme: "https", Host: "torget.example.se"} }

// stick is a security key made of paper: it signs as a real one does, and can be told to lie.
type stick struct {
	t      *testing.T
	key    *ecdsa.PrivateKey
	id     []byte
	owner  []byte
	count  uint32
	flags  byte   // of an answer: somebody was there, and showed that it was she
	origin string // where it believes that it is
}

func newStick(t *testing.T) *stick {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return &stick{t: t, key: key, id: []byte("stick-" + rand.Text()), flags: 0x05, origin: "https://torget.example.se"}
}

// asked is what both kinds of questions have in common.
type asked struct {
	PublicKey struct {
		Challenge string
		User      struct{ ID string }
	}
}

func (k *stick) read(options []byte) asked {
	var q asked
	if err := json.Unmarshal(options, &q); err != nil {
		k.t.Fatal(err)
	}
	return q
}

func b64(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

func (k *stick) client(kind, challenge string) []byte {
	b, _ := json.Marshal(map[string]any{"type": kind, "challenge": challenge, "origin": k.origin, "crossOrigin": false})
	return b
}

func (k *stick) data(flags byte, more []byte) []byte {
	host := sha256.Sum256([]byte("torget.example.se"))
	out := append(host[:], flags)
	out = binary.BigEndian.AppendUint32(out, k.count)
	return append(out, more...)
}

// make answers a question for a new key.
func (k *stick) make(options []byte) []byte {
	q := k.read(options)
	k.owner, _ = base64.RawURLEncoding.DecodeString(q.PublicKey.User.ID)
	raw, err := k.key.PublicKey.Bytes()
	if err != nil {
		k.t.Fatal(err)
	}
	public, _ := cbor.Marshal(map[int]any{1: 2, 3: -7, -1: 1, -2: raw[1:33], -3: raw[33:]})
	more := make([]byte, 16, 200)
	more = binary.BigEndian.AppendUint16(more, uint16(len(k.id)))
	more = append(append(more, k.id...), public...)
	object, _ := cbor.Marshal(map[string]any{"fmt": "none", "attStmt": map[string]any{}, "authData": k.data(k.flags|0x40, more)})
	return k.answer(map[string]any{"clientDataJSON": b64(k.client("webauthn.create", q.PublicKey.Challenge)), "attestationObject": b64(object)})
}

// open answers a question to sign in.
func (k *stick) open(options []byte) []byte {
	k.count++
	client, data := k.client("webauthn.get", k.read(options).PublicKey.Challenge), k.data(k.flags, nil)
	sum := sha256.Sum256(client)
	signed := sha256.Sum256(append(slices.Clone(data), sum[:]...))
	signature, err := ecdsa.SignASN1(rand.Reader, k.key, signed[:])
	if err != nil {
		k.t.Fatal(err)
	}
	return k.answer(map[string]any{"clientDataJSON": b64(client), "authenticatorData": b64(data), "signature": b64(signature), "userHandle": b64(k.owner)})
}

func (k *stick) answer(response map[string]any) []byte {
	b, _ := json.Marshal(map[string]any{"id": b64(k.id), "rawId": b64(k.id), "type": "public-key", "response": response, "clientExtensionResults": map[string]any{}})
	return b
}

// gets gives Amina a passkey.
func (h *house) gets(k *stick) signin.Passkey {
	h.t.Helper()
	a, s := h.enters(h.password("amina@umea.se").Secret)
	options, ticket, err := h.room.AskNewPasskey(h.t.Context(), a, s)
	h.must(err)
	key, err := h.room.AddPasskey(h.t.Context(), a, s, ticket, " Min sticka ", k.make(options))
	h.must(err)
	return key
}

func (h *house) unlocks(k *stick) (string, people.Session, error) {
	h.t.Helper()
	options, ticket, err := h.room.AskPasskey(h.t.Context(), here)
	h.must(err)
	return h.room.Unlock(h.t.Context(), ticket, k.open(options), here)
}

func TestAPasskeyOpens(t *testing.T) {
	each(t, signin.Rules{}, func(t *testing.T, h *house) {
		ctx := t.Context()
		k := newStick(t)
		key := h.gets(k)
		if key.Name != "Min sticka" || key.Person != h.amina.ID {
			t.Errorf("%+v", key)
		}
		h.clock.Move(time.Hour)
		secret, s, err := h.unlocks(k)
		h.must(err)
		a, session := h.enters(secret)
		if a.Person.ID != h.amina.ID || s.How != people.HowPasskey {
			t.Errorf("%+v", s)
		}
		f, err := h.room.Factors(ctx, a)
		if err != nil || len(f.Passkeys) != 1 || f.Passkeys[0].Count != 1 || !f.Passkeys[0].UsedAt.Equal(h.clock.Now()) {
			t.Errorf("%+v, %v", f, err)
		}
		h.must(second(h.unlocks(k)))
		h.is("another's", h.room.RemovePasskey(ctx, h.load(h.kim), session, key.ID), fault.NotFound)
		h.must(h.room.RemovePasskey(ctx, a, session, key.ID))
		h.is("when it is taken away", second(h.unlocks(k)), fault.SignIn)
	})
}

func TestAPasskeyIsRenamed(t *testing.T) {
	each(t, signin.Rules{}, func(t *testing.T, h *house) {
		ctx := t.Context()
		k := newStick(t)
		key := h.gets(k)
		secret, _, err := h.unlocks(k)
		h.must(err)
		a, session := h.enters(secret)
		named := func() string {
			t.Helper()
			f, err := h.room.Factors(ctx, a)
			if err != nil || len(f.Passkeys) != 1 {
				t.Fatalf("%+v, %v", f, err)
			}
			return f.Passkeys[0].Name
		}
		for _, name := range []string{"", "  ", "två\nrader", strings.Repeat("å", 61)} {
			h.is(name, h.room.RenamePasskey(ctx, a, session, key.ID, name), fault.Invalid)
		}
		h.is("another's", h.room.RenamePasskey(ctx, h.load(h.kim), session, key.ID, "Min"), fault.NotFound)
		for _, name := range []string{"Jobbtelefonen", "Den i lådan"} {
			h.must(h.room.RenamePasskey(ctx, a, session, key.ID, " "+name+" "))
			if named() != name {
				t.Errorf("it is called %q", named())
			}
		}
		n := len(h.kinds(h.amina.ID))
		h.must(h.room.RenamePasskey(ctx, a, session, key.ID, "Den i lådan"))
		if got := h.kinds(h.amina.ID); len(got) != n || !slices.Contains(got, "passkey.renamed") {
			t.Errorf("on the record: %v", got)
		}
		h.must(second(h.unlocks(k)))
		h.must(h.room.RemovePasskey(ctx, a, session, key.ID))
		h.is("when it is taken away", h.room.RenamePasskey(ctx, a, session, key.ID, "Ny"), fault.NotFound)
	})
}

func TestAPasskeyThatIsWrongDoesNotOpen(t *testing.T) {
	each(t, signin.Rules{}, func(t *testing.T, h *house) {
		ctx := t.Context()
		k := newStick(t)
		h.gets(k)
		h.must(second(h.unlocks(k)))

		liar := *k
		liar.origin = "https://torget.example.se.elak.example"
		h.is("on another site", second(h.unlocks(&liar)), fault.SignIn)
		liar = *k
		liar.flags = 0x01
		h.is("nobody showed who she was", second(h.unlocks(&liar)), fault.SignIn)
		liar = *k
		liar.key = newStick(t).key
		h.is("another key", second(h.unlocks(&liar)), fault.SignIn)
		liar = *k
		liar.owner = []byte(h.kim.ID)
		h.is("somebody else's name", second(h.unlocks(&liar)), fault.SignIn)
		h.is("a key that nobody has", second(h.unlocks(newStick(t))), fault.SignIn)

		options, ticket, err := h.room.AskPasskey(ctx, here)
		h.must(err)
		answer := k.open(options)
		h.must(second(h.room.Unlock(ctx, ticket, answer, here)))
		h.is("the same answer again", second(h.room.Unlock(ctx, ticket, answer, here)), fault.SignIn)
		_, other, err := h.room.AskPasskey(ctx, here)
		h.must(err)
		h.is("to another question", second(h.room.Unlock(ctx, other, answer, here)), fault.SignIn)
		_, third, err := h.room.AskPasskey(ctx, here)
		h.must(err)
		h.is("no answer at all", second(h.room.Unlock(ctx, third, []byte("{"), here)), fault.SignIn)
	})
}

func TestACopyOfAPasskeyIsTold(t *testing.T) {
	each(t, signin.Rules{}, func(t *testing.T, h *house) {
		k := newStick(t)
		h.gets(k)
		copied := *k
		h.must(second(h.unlocks(k)))
		h.must(second(h.unlocks(k)))
		h.is("the copy", second(h.unlocks(&copied)), fault.SignIn)
		if !slices.Contains(h.kinds(h.amina.ID), "passkey.copied") {
			t.Errorf("%v", h.kinds(h.amina.ID))
		}
	})
}

func TestALeaversPasskeyIsDead(t *testing.T) {
	each(t, signin.Rules{}, func(t *testing.T, h *house) {
		k := newStick(t)
		h.gets(k)
		h.must(h.people.Leave(t.Context(), h.load(h.kim), h.amina.ID))
		h.is("hers", second(h.unlocks(k)), fault.SignIn)
	})
}

func TestANewPasskeyIsAskedForByItsOwner(t *testing.T) {
	each(t, signin.Rules{}, func(t *testing.T, h *house) {
		ctx := t.Context()
		a, s := h.enters(h.password("amina@umea.se").Secret)
		kim, ks := h.enters(h.password("kim@umea.se").Secret)
		options, ticket, err := h.room.AskNewPasskey(ctx, a, s)
		h.must(err)
		_, err = h.room.AddPasskey(ctx, a, s, ticket, "", newStick(t).make(options))
		h.is("without a name", err, fault.Invalid)
		if _, err = h.room.AddPasskey(ctx, kim, ks, ticket, "Stulen", newStick(t).make(options)); err == nil {
			t.Error("Kim took Amina's")
		}
		weak := newStick(t)
		weak.flags = 0x01
		options, ticket, err = h.room.AskNewPasskey(ctx, a, s)
		h.must(err)
		_, err = h.room.AddPasskey(ctx, a, s, ticket, "Utan finger", weak.make(options))
		h.is("that shows nothing", err, fault.Invalid)
	})
}
