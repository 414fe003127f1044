package password

import (
	"context"
	"encoding/hex"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/crypto/argon2"

	"tilltal/base/fault"
)

// cheap makes the tests quick; what is tested does not depend on the cost.
func cheap(t testing.TB) {
	t.Helper()
	kept := today
	today = cost{memory: 64, passes: 1, lanes: 1}
	t.Cleanup(func() { today = kept })
}

func TestHashAndVerify(t *testing.T) {
	h, ctx := New(2), context.Background()
	hash, err := h.Hash(ctx, "fyra ord på rad")
	if err != nil || !strings.HasPrefix(hash, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Fatalf("%q, %v", hash, err)
	}
	for password, want := range map[string]bool{
		"fyra ord på rad": true, "fyra ord pa\u030a rad": true, // å as one sign and as two
		"fyra ord pa rad": false, "Fyra ord på rad": false, "": false, strings.Repeat("x", 2000): false,
	} {
		if ok, err := h.Verify(ctx, password, hash); ok != want || err != nil {
			t.Errorf("%q: %v, %v", password, ok, err)
		}
	}
	if again, _ := h.Hash(ctx, "fyra ord på rad"); again == hash {
		t.Error("no salt")
	}
	if _, err := h.Hash(ctx, strings.Repeat("x", 1025)); !fault.Is(err, fault.TooLarge) {
		t.Errorf("too long: %v", err)
	}
}

// A vector of the reference implementation (P-H-C/phc-winner-argon2, src/test.c, version 0x13, argon2id): password, somesalt,
// two passes, 2^8 KiB, one lane.
func TestAgainstTheReference(t *testing.T) {
	const want = "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"
	if got := hex.EncodeToString(argon2.IDKey([]byte("password"), []byte("somesalt"), 2, 256, 1, 32)); got != want {
		t.Fatalf("the library gives %s", got)
	}
	hash := "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
	if ok, err := New(1).Verify(context.Background(), "password", hash); !ok || err != nil {
		t.Errorf("%v, %v", ok, err)
	}
	if !Stale(hash) {
		t.Error("a cheap hash is not stale")
	}
}

func TestStale(t *testing.T) {
	cheap(t)
	hash, err := New(1).Hash(context.Background(), "x")
	if err != nil || Stale(hash) {
		t.Errorf("a fresh hash is stale, %v", err)
	}
	today.passes++
	if !Stale(hash) || !Stale("nonsense") {
		t.Error("an old hash is not stale")
	}
}

func TestHashesThatCannotBeRead(t *testing.T) {
	const good = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
	for name, hash := range map[string]string{
		"nothing": "", "bcrypt": "$2a$10$abcdefghijklmnopqrstuv", "argon2i": strings.Replace(good, "argon2id", "argon2i", 1),
		"old version": strings.Replace(good, "v=19", "v=16", 1), "no cost": strings.Replace(good, "m=256,t=2,p=1", "m=256", 1),
		"all our memory": strings.Replace(good, "m=256", "m=4294967295", 1), "no passes": strings.Replace(good, "t=2", "t=0", 1),
		"for ever": strings.Replace(good, "t=2", "t=4000000000", 1), "no lanes": strings.Replace(good, "p=1", "p=0", 1),
		"too little memory": strings.Replace(good, "m=256", "m=7", 1), "no salt": strings.Replace(good, "c29tZXNhbHQ", "", 1),
		"short": good[:len(good)-30], "broken": strings.Replace(good, "nf65", "n*65", 1), "more": good + "$x",
	} {
		ok, err := New(1).Verify(context.Background(), "password", hash)
		if ok || !fault.Is(err, fault.Internal) {
			t.Errorf("%s: %v, %v", name, ok, err)
		}
		if err != nil && strings.Contains(err.Error(), "nf65") {
			t.Errorf("%s: the error holds the hash", name)
		}
	}
}

func TestSeatsAreBounded(t *testing.T) {
	h := New(1)
	h.seats <- struct{}{} // somebody sits there
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	_, err := h.Hash(ctx, "x")
	if !fault.Is(err, fault.Unreachable) || fault.Of(err).After <= 0 {
		t.Errorf("no seat: %v", err)
	}
	<-h.seats
	if _, err := h.Hash(ctx, "x"); !fault.Is(err, fault.Unreachable) {
		t.Errorf("a context that is over: %v", err)
	}
	if cap(New(0).seats) != 2 {
		t.Error("no seats at all")
	}
}

func TestManyAtOnce(t *testing.T) {
	cheap(t)
	h := New(2)
	hash, err := h.Hash(context.Background(), "fyra ord")
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			if ok, err := h.Verify(context.Background(), "fyra ord", hash); !ok || err != nil {
				t.Errorf("%v, %v", ok, err)
			}
		})
	}
	all.Wait()
	if len(h.seats) != 0 {
		t.Errorf("%d seats still taken", len(h.seats))
	}
}

func TestSound(t *testing.T) {
	about := []string{"Ulla", "Bergström-Lindqvist", "ulla.bergstrom@kommun.example"}
	for _, good := range []string{"korrekt häst batteri", "ålar i soppan", "x7#Kq9!mZ2pL", "trettiotvå getter", "vinterkräksjuka åt oss",
		"Ulla äter gröt om hösten", "密码是四个不相关的词语吧好的"} {
		if err := Sound(good, about...); err != nil {
			t.Errorf("%q: %v", good, err)
		}
	}
	for _, bad := range []string{"", "kort", "elva tecken", "aaaaaaaaaaaa", "abababababab", "123456789012", "abcdefghijkl", "098765432109",
		"Password1234", "P@ssw0rd1234", "Lösenord2026!", "Sommar2026!!", "Qwertyuiop12", "!!!!admin1234", "Tilltal123456",
		"ulla.bergstrom1", "bergström-lindqvist", "UllaUllaUlla", "Ulla-Ulla-Ulla1", "hej\xff\xfehejhejhej"} {
		err := Sound(bad, about...)
		if f := fault.Of(err); !fault.Is(err, fault.Invalid) || f.Field != "password" || f.Say.EN == "" || f.Hint.SV == "" {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if err := Sound(strings.Repeat("lång ", 300)); !fault.Is(err, fault.TooLarge) {
		t.Errorf("too long: %v", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4")
	f.Add("$argon2id$v=19$m=-1,t=99999999999,p=256$$")
	f.Fuzz(func(t *testing.T, s string) {
		p, err := parse(s)
		if err != nil {
			return
		}
		if !p.cost.bearable() {
			t.Fatalf("%+v", p.cost)
		}
		if back, err := parse(p.String()); err != nil || back.cost != p.cost {
			t.Fatalf("%q came back as %q, %v", s, back.String(), err)
		}
	})
}

func BenchmarkHash(b *testing.B) {
	h := New(2)
	for b.Loop() {
		if _, err := h.Hash(context.Background(), "fyra ord på rad"); err != nil {
			b.Fatal(err)
		}
	}
}
