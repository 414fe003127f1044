package record

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/measure"
	"tilltal/measure/all"
)

var kindForm = regexp.MustCompile(`^[a-z]+\.[a-z_]+$`)

// kindsInSource finds every kind of act that the rooms write: words like "inbox.closed" that are no constant (those are
// rights and jobs), and the verb that a room puts after its own name ("draft." + kind).
func kindsInSource(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, root := range []string{"..", "../../store"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasSuffix(filepath.Dir(path), "test") || strings.Contains(path, "record/") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			for _, k := range kindsIn(file) {
				if root == ".." || strings.HasPrefix(k, "instance.") || k == "job.revived" { // the store's other words with a dot are its columns
					found[k] = path
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}

func kindsIn(file *ast.File) (out []string) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GenDecl:
			return n.Tok != token.CONST && n.Tok != token.IMPORT
		case *ast.CallExpr:
			if verb, ok := verbOf(n); ok {
				out = append(out, file.Name.Name+"."+verb)
			}
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				if name, ok := left.(*ast.Ident); ok && name.Name == "kind" && i < len(n.Rhs) {
					if verb := word(n.Rhs[i]); verb != "" && !strings.Contains(verb, ".") && file.Name.Name == "draft" {
						out = append(out, "draft."+verb)
					}
				}
			}
		case *ast.BasicLit:
			if w := word(n); kindForm.MatchString(w) {
				out = append(out, w)
			}
		}
		return true
	})
	return out
}

// verbOf returns the verb of a call like d.act("begun", …) or act(d, "approved", …).
func verbOf(call *ast.CallExpr) (string, bool) {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
	case *ast.Ident:
		name = f.Name
	}
	if name != "act" {
		return "", false
	}
	for _, a := range call.Args[:min(2, len(call.Args))] {
		if w := word(a); w != "" && !strings.Contains(w, ".") {
			return w, true
		}
	}
	return "", false
}

func word(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	w, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return w
}

func TestEveryActIsTold(t *testing.T) {
	found := kindsInSource(t)
	for _, k := range []string{"inbox.closed", "draft.begun", "draft.put_aside", "review.approved", "publish.withdrawn", "person.hired", "instance.claimed"} {
		if found[k] == "" {
			t.Errorf("the reading of the source misses %s", k)
		}
	}
	for k, path := range found {
		if _, ok := tellings[k]; !ok {
			t.Errorf("%s: the chronicle has no sentence for %s", path, k)
		}
	}
	for _, k := range Kinds() {
		if found[k] == "" {
			t.Errorf("the chronicle has a sentence for %s, which nobody writes", k)
		}
	}
}

func TestSentencesAreWhole(t *testing.T) {
	for _, k := range Kinds() {
		say := map[string]any{}
		for _, key := range tellings[k].keys {
			say[key] = "värde"
		}
		for name, e := range map[string]desk.Entry{
			"full":  {Kind: k, Who: desk.Who{Kind: desk.WhoPerson, Name: "Amina Berg"}, Say: say},
			"empty": {Kind: k, Who: desk.Who{Kind: desk.WhoCitizen}},
		} {
			for _, s := range []string{Sentence(e).SV, Sentence(e).EN} {
				if s == "" || strings.Contains(s, "%!") || strings.Contains(s, "%[") {
					t.Errorf("%s, %s: %q", k, name, s)
				}
			}
		}
	}
}

func TestSentence(t *testing.T) {
	amina := desk.Who{Kind: desk.WhoPerson, ID: "1", Name: "Amina Berg"}
	for _, c := range []struct {
		entry  desk.Entry
		sv, en string
	}{
		{desk.Entry{Kind: "inbox.taken", Who: amina}, "Amina Berg tog hand om ett samtal.", "Amina Berg took a conversation."},
		{desk.Entry{Kind: "role.granted", Who: amina, Say: map[string]any{"name": "Bo Ek", "role": "auditor"}},
			"Amina Berg gav Bo Ek rollen revisor.", "Amina Berg gave Bo Ek the role auditor."},
		{desk.Entry{Kind: "inbox.arrived", Who: desk.Who{Kind: desk.WhoRemote, ID: "https://a.example/anna"}},
			"https://a.example/anna hörde av sig.", "https://a.example/anna got in touch."},
		{desk.Entry{Kind: "publish.scheduled", Who: amina, Say: map[string]any{"when": "2026-11-23T08:00[Europe/Stockholm]"}},
			"Amina Berg gav en text tiden 23 november 2026 kl. 08:00.", "Amina Berg gave a text the time 23 November 2026 at 08:00."},
		{desk.Entry{Kind: "inbox.sorted", Who: desk.System("inbox")}, "Tilltal sorterade det som kommit in.", "Tilltal sorted what had arrived."},
		{desk.Entry{Kind: "inbox.assigned", Who: amina, Say: map[string]any{"to": ""}}, "Amina Berg lämnade ett samtal till ingen.", "Amina Berg handed a conversation to nobody."},
		{desk.Entry{Kind: "draft.saved", Who: amina, Say: map[string]any{"version": float64(3)}}, "Amina Berg sparade version 3.", "Amina Berg saved version 3."},
		{desk.Entry{Kind: "signin.failed", Who: desk.System("signin")}, "Någon försökte logga in och lyckades inte.", "Somebody tried to sign in and failed."},
		{desk.Entry{Kind: "inbox.closed", Who: desk.Who{ID: "1"}}, "Posten är gallrad.", "The entry has been disposed of."},
		{desk.Entry{Kind: "later.room", Who: amina}, "later.room: Amina Berg", "later.room: Amina Berg"},
		{desk.Entry{Kind: "inbox.said", Who: desk.Who{Kind: desk.WhoCitizen, Name: "100 %s"}}, "100 %s sa något i ett samtal.", "100 %s said something in a conversation."},
	} {
		if got := Sentence(c.entry); got != lingo.T(c.sv, c.en) {
			t.Errorf("%s: %q", c.entry.Kind, got)
		}
	}
}

// shelf is a store for these tests.
type shelf struct {
	Evidence
	messages []measure.Message
	deeds    Deeds
	accounts []account.Account
	entries  []desk.Entry
	asked    []Filter
	reads    int
}

func (s *shelf) Chronicle(_ context.Context, f Filter) (desk.Page[desk.Entry], error) {
	s.asked = append(s.asked, f)
	return desk.Page[desk.Entry]{Items: s.entries, Next: "next"}, nil
}

func (s *shelf) Messages(context.Context, time.Time) ([]measure.Message, error) {
	s.reads++
	return s.messages, nil
}

func (s *shelf) Deeds(context.Context, time.Time) (Deeds, error) { return s.deeds, nil }

func (s *shelf) Accounts(context.Context, bool) ([]account.Account, error) { return s.accounts, nil }

var now = time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)

func TestChronicleAsksTheRight(t *testing.T) {
	s := &shelf{entries: []desk.Entry{{Seq: 1, Kind: "inbox.taken", Who: desk.Who{Kind: desk.WhoPerson, Name: "Amina"}}}}
	room := New(s, clock.At(now), nil)
	auditor := people.Actor{Person: people.Person{ID: "a"}, Grants: []people.Grant{{Person: "a", Role: people.Auditor}}}
	owner := people.Actor{Person: people.Person{ID: "o"}, Mandates: []people.Mandate{{Person: "o", Account: "parken", Role: people.Owner}}}
	page, err := room.Chronicle(t.Context(), auditor, Filter{Words: "x"})
	if err != nil || page.Next != "next" || page.Items[0].Sentence.EN != "Amina took a conversation." || s.asked[0].Accounts != nil {
		t.Errorf("%+v, %v, asked %+v", page, err, s.asked)
	}
	for _, wanted := range [][]string{nil, {"parken", "badet"}} {
		if _, err := room.Chronicle(t.Context(), owner, Filter{Accounts: wanted}); err != nil {
			t.Fatal(err)
		}
		if got := s.asked[len(s.asked)-1].Accounts; !slices.Equal(got, []string{"parken"}) {
			t.Errorf("an owner was let into %v", got)
		}
	}
	if _, err := room.Chronicle(t.Context(), owner, Filter{Accounts: []string{"badet"}}); err != nil {
		t.Fatal(err)
	}
	if got := s.asked[len(s.asked)-1].Accounts; got == nil || len(got) != 0 {
		t.Errorf("an owner was let into %v: nil is everything", got)
	}
	if _, err := room.Chronicle(t.Context(), people.Actor{}, Filter{}); !fault.Is(err, fault.SignIn) {
		t.Errorf("nobody: %v", err)
	}
}

func messages(account string, answered, unanswered int) (out []measure.Message) {
	for i := range answered + unanswered {
		m := measure.Message{Account: account, At: now.AddDate(0, 0, -20)}
		if i < answered {
			m.Answered = m.At.Add(time.Minute)
		}
		out = append(out, m)
	}
	return out
}

func TestInsight(t *testing.T) {
	s := &shelf{accounts: []account.Account{{ID: "parken"}, {ID: "badet"}, {ID: "bibblan"}, {ID: "tyst"}},
		deeds: Deeds{Posts: 9, Corrections: 2, Reclassified: 3, Withdrawals: map[string]int{publish.GroundWrong: 1}}}
	s.messages = slices.Concat(messages("parken", 30, 10), messages("badet", 2, 1), messages("bibblan", 7, 0))
	c := clock.At(now)
	room := New(s, c, all.Measures())
	in, err := room.Insight(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if head := in.Readings[0]; head.Name != "answered.day" || head.Share.K != 39 || head.Share.N != 50 || head.Hidden {
		t.Errorf("%+v", head)
	}
	hidden := map[string]bool{}
	for _, a := range in.Accounts {
		hidden[a.ID] = a.Hidden
		if a.Hidden && a.Share.N != 0 {
			t.Errorf("%s is hidden and told: %+v", a.ID, a.Share)
		}
	}
	if !hidden["badet"] || !hidden["bibblan"] || hidden["parken"] || hidden["tyst"] {
		t.Errorf("hidden %v: the three of badet must not be found by subtraction", hidden)
	}
	if len(in.Withdrawals) != 1 || in.Withdrawals[0].Posts != 1 || in.Corrections != 2 || in.Reclassified != 3 {
		t.Errorf("%+v", in)
	}
	s.messages = nil
	if again, _ := room.Insight(t.Context()); again.Readings[0].Share.N != 50 || s.reads != 1 {
		t.Error("it was counted anew at once")
	}
	c.Move(fresh)
	if again, _ := room.Insight(t.Context()); again.Readings[0].Share.N != 0 || s.reads != 2 {
		t.Error("it was not counted anew")
	}
}

func TestFewInAllAreHidden(t *testing.T) {
	in := count([]account.Account{{ID: "badet"}}, messages("badet", 2, 1), Deeds{}, all.Measures(), now)
	if !in.Readings[0].Hidden || !in.Accounts[0].Hidden {
		t.Errorf("%+v", in)
	}
}

func TestDaysLeaveOutWhatCannotBeCounted(t *testing.T) {
	asked := func(days int, answered bool) measure.Message {
		m := measure.Message{Account: "parken", At: now.AddDate(0, 0, -days)}
		if answered {
			m.Answered = m.At.Add(time.Hour)
		}
		return m
	}
	got := days([]measure.Message{asked(0, true), asked(6, true), asked(6, false), asked(12, false), asked(80, true)}, all.Measures()[0], now)
	if len(got) != 2 || got[0].Date.String() != "2026-11-11" || got[0].Share.K != 0 || got[1].Share.K != 1 || got[1].Share.N != 2 {
		t.Errorf("%+v", got)
	}
}
