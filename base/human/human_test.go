package human_test

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"tilltal/base/fault"
	"tilltal/base/human"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func guard() *human.Guard {
	return human.NewGuard([]byte("a key of thirty-two bytes or so!"), human.NewMemory(func() time.Time { return noon }))
}

// answerable asks until the question is a sum that this test can work out from the English text alone.
func answerable(t *testing.T, g *human.Guard) (human.Challenge, string) {
	t.Helper()
	for range 1000 {
		c := g.New(noon)
		if words, ok := strings.CutPrefix(c.Question.EN, "How many words are these: "); ok {
			return c, string(rune('1' + strings.Count(words, ",")))
		}
	}
	t.Fatal("no counting question in a thousand")
	return human.Challenge{}, ""
}

func TestARightAnswerIsGoodOnce(t *testing.T) {
	g := guard()
	c, answer := answerable(t, g)
	later := noon.Add(10 * time.Second)
	if err := g.Check(context.Background(), c.Token, answer, "", later); err != nil {
		t.Fatalf("%s %s: %v", c.Question.EN, answer, err)
	}
	if err := g.Check(context.Background(), c.Token, answer, "", later); !fault.Is(err, fault.Invalid) {
		t.Errorf("the second time: %v", err)
	}
}

func TestAWrongAnswerSpendsTheQuestion(t *testing.T) {
	g := guard()
	c, answer := answerable(t, g)
	later := noon.Add(10 * time.Second)
	if err := g.Check(context.Background(), c.Token, "99", "", later); !fault.Is(err, fault.Invalid) {
		t.Errorf("wrong: %v", err)
	}
	if err := g.Check(context.Background(), c.Token, answer, "", later); !fault.Is(err, fault.Invalid) {
		t.Errorf("a second guess: %v", err)
	}
}

func TestTimes(t *testing.T) {
	g := guard()
	for age, good := range map[time.Duration]bool{
		-time.Minute: false, 0: false, human.TooFast - time.Millisecond: false, human.TooFast: true, human.TooOld: true,
		human.TooOld + time.Second: false, 1000 * time.Hour: false,
	} {
		c, answer := answerable(t, g)
		if err := g.Check(context.Background(), c.Token, answer, "", noon.Add(age)); (err == nil) != good {
			t.Errorf("after %v: %v", age, err)
		}
	}
}

func TestRefusalsAreInvalidAtTheAnswerInBothLanguages(t *testing.T) {
	g, other := guard(), human.NewGuard([]byte("another key"), human.NewMemory(time.Now))
	c, answer := answerable(t, g)
	foreign, _ := answerable(t, other)
	later := noon.Add(time.Minute)
	flipped := []byte(c.Token)
	flipped[3] ^= 1
	for name, err := range map[string]error{
		"honeypot":        g.Check(context.Background(), c.Token, answer, "http://spam.example", later),
		"no token":        g.Check(context.Background(), "", answer, "", later),
		"garbage":         g.Check(context.Background(), "åäö", answer, "", later),
		"long":            g.Check(context.Background(), strings.Repeat("A", 1<<16), answer, "", later),
		"changed":         g.Check(context.Background(), string(flipped), answer, "", later),
		"another's token": g.Check(context.Background(), foreign.Token, answer, "", later),
		"with a newline":  g.Check(context.Background(), c.Token[:5]+"\n"+c.Token[5:], answer, "", later),
	} {
		f := fault.Of(err)
		if !fault.Is(err, fault.Invalid) || f.Field != human.AnswerField || f.Say.SV == "" || f.Say.EN == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := g.Check(context.Background(), c.Token, answer, "", later); err != nil {
		t.Errorf("none of that should have spent the question: %v", err)
	}
}

type broken struct{}

func (broken) Spend(context.Context, string, time.Time) (bool, error) {
	return true, errors.New("the disk is full")
}

func TestWithoutMemoryNothingPasses(t *testing.T) {
	g := human.NewGuard([]byte("key"), broken{})
	c, answer := answerable(t, g)
	if err := g.Check(context.Background(), c.Token, answer, "", noon.Add(time.Minute)); !fault.Is(err, fault.Unreachable) {
		t.Errorf("got %v", err)
	}
}

func TestOneOfManyAtOnceIsFresh(t *testing.T) {
	g := guard()
	c, answer := answerable(t, g)
	var passed atomic.Int32
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			if g.Check(context.Background(), c.Token, answer, "", noon.Add(time.Minute)) == nil {
				passed.Add(1)
			}
		})
	}
	all.Wait()
	if passed.Load() != 1 {
		t.Errorf("%d passed with one token", passed.Load())
	}
}

func TestMemoryForgetsOnlyWhatIsOver(t *testing.T) {
	now := noon
	m := human.NewMemory(func() time.Time { return now })
	for i := range 100_000 {
		if fresh, err := m.Spend(context.Background(), strconv.Itoa(i), noon.Add(time.Hour)); err != nil || !fresh {
			t.Fatalf("%d: %v, %v", i, fresh, err)
		}
	}
	if fresh, err := m.Spend(context.Background(), "one more", noon.Add(time.Hour)); fresh || err == nil {
		t.Errorf("a full memory says %v, %v", fresh, err)
	}
	now = noon.Add(2 * time.Hour)
	if fresh, err := m.Spend(context.Background(), "7", now); fresh || err != nil {
		t.Errorf("what was used is now %v, %v", fresh, err)
	}
	if fresh, err := m.Spend(context.Background(), "one more", now.Add(time.Hour)); !fresh || err != nil {
		t.Errorf("a memory with room says %v, %v", fresh, err)
	}
}

func FuzzCheck(f *testing.F) {
	g := guard()
	c := g.New(noon)
	f.Add(c.Token, "sju")
	f.Add("AAAA", "3 + 4 = 7")
	f.Add(c.Token[:40], "\xff\xfe")
	f.Fuzz(func(t *testing.T, token, answer string) {
		err := g.Check(context.Background(), token, answer, "", noon.Add(time.Minute))
		if err == nil && token != c.Token {
			t.Fatalf("a token that we did not make passed: %q", token)
		}
		if err != nil && !fault.Is(err, fault.Invalid) {
			t.Fatal(err)
		}
	})
}

func TestAQuestionIsKeptWhileThereIsTimeToAnswerIt(t *testing.T) {
	g := guard()
	c, answer := answerable(t, g)
	soon := noon.Add(5 * time.Minute)
	kept, ok := g.Keep(c.Token, soon)
	if !ok || kept != c {
		t.Fatalf("kept %+v, %v", kept, ok)
	}
	if err := g.Check(context.Background(), kept.Token, answer, "", soon); err != nil {
		t.Errorf("keeping spent the question: %v", err)
	}
	if _, ok := g.Keep(c.Token, noon.Add(human.TooOld)); ok {
		t.Error("a question that will be too old before anybody can answer was kept")
	}
	if _, ok := g.Keep("x"+c.Token, soon); ok {
		t.Error("a token that is not ours was kept")
	}
}
