package publish

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
)

var (
	noon  = time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)
	amina = actor("amina", people.Voice)
	bengt = actor("bengt", people.Voice)
	carin = actor("carin", people.Owner)
	gun   = people.Actor{Person: people.Person{ID: "gun", HiredAt: noon.Add(-time.Hour)}}
)

func actor(id string, role people.Role) people.Actor {
	return people.Actor{Person: people.Person{ID: id, GivenName: strings.ToUpper(id[:1]) + id[1:], Unit: "Parken", HiredAt: noon.Add(-time.Hour)},
		Mandates: []people.Mandate{{Person: id, Account: "parken", Role: role, From: noon.Add(-time.Hour)}}}
}

// clear is a post by Amina that may go out on her own judgement, handed in a minute ago.
func clear() Case {
	said := draft.Content{Text: "Gräset är klippt.", Language: "sv"}
	v := draft.Version{ID: "v", Draft: "d", Number: 2, Content: said, Hash: said.Digest(), By: "amina"}
	return Case{Real: true, Author: amina, Account: account.Account{ID: "parken"}, Routine: guideline.Routine{Late: time.Hour},
		Draft: draft.Draft{Beginning: draft.Beginning{ID: "d", Account: "parken", Author: "amina", Kind: draft.KindPost}, Latest: v, Seen: 5,
			Writers: []string{"amina"}, Submission: &draft.Submission{ID: "s", Draft: "d", Version: 2, Hash: v.Hash, By: "amina", At: noon.Add(-time.Minute)}}}
}

// approved is the same, where the routine asked for a second reader and Bengt approved.
func approved() Case {
	c := clear()
	c.Draft.Submission.Step = guideline.SecondReader
	c.Plan.Clearance = &Clearance{Submission: "s", Hash: c.Draft.Submission.Hash, By: "bengt", At: noon.Add(-time.Minute)}
	return c
}

func TestStop(t *testing.T) {
	for _, k := range []struct {
		name   string
		change func(c *Case)
		want   string
	}{
		{"nothing stops it", func(*Case) {}, ""},
		{"a copy of the desk", func(c *Case) { c.Real = false }, HoldCopy},
		{"not approved", func(c *Case) { c.Plan.Clearance = nil }, HoldApproval},
		{"approved by the writer", func(c *Case) { c.Plan.Clearance.By = "amina" }, HoldApproval},
		{"approved by somebody who wrote in it", func(c *Case) { c.Draft.Writers = append(c.Draft.Writers, "bengt") }, HoldApproval},
		{"approved another hash", func(c *Case) { c.Plan.Clearance.Hash = "x" }, HoldApproval},
		{"approved another submission", func(c *Case) { c.Plan.Clearance.Submission = "x" }, HoldApproval},
		{"edited since", func(c *Case) { c.Draft.Latest.Number = 3 }, HoldApproval},
		{"another version's hash", func(c *Case) { c.Draft.Latest.Hash = "x" }, HoldApproval},
		{"the words were changed behind the desk's back", func(c *Case) { c.Draft.Latest.Content.Text += " " }, HoldApproval},
		{"the account is closed", func(c *Case) { c.Account.ClosedAt = noon }, HoldClosed},
		{"her mandate ended", func(c *Case) { c.Author.Mandates = nil }, HoldRights},
		{"her mandate ends now", func(c *Case) { c.Author = actor("amina", people.Voice); c.Author.Mandates[0].Until = noon }, HoldShift},
		{"her shift ended, and she has left", func(c *Case) {
			c.Author = actor("amina", people.Voice)
			c.Author.Mandates[0].Until, c.Author.Person.LeftAt = noon, noon
		}, HoldRights},
		{"her shift is to come", func(c *Case) {
			c.Author = actor("amina", people.Voice)
			c.Author.Mandates[0].From = noon.Add(time.Second)
		}, HoldRights},
		{"she has left", func(c *Case) { c.Author.Person.LeftAt = noon }, HoldRights},
		{"another is loaded in her place", func(c *Case) { c.Author = carin }, HoldRights},
		{"an answer after a colleague's", func(c *Case) { c.Draft.Kind, c.Answered = draft.KindAnswer, true }, HoldAnswered},
		{"an answer", func(c *Case) { c.Draft.Kind = draft.KindAnswer }, ""},
		{"a correction of nothing", func(c *Case) { c.Draft.Kind = draft.KindCorrection }, HoldWithdrawn},
		{"a correction", func(c *Case) { c.Draft.Kind, c.Post = draft.KindCorrection, &Post{} }, ""},
		{"a correction of what is withdrawn", func(c *Case) { c.Draft.Kind, c.Post = draft.KindCorrection, &Post{Withdrawal: &Withdrawal{}} }, HoldWithdrawn},
	} {
		t.Run(k.name, func(t *testing.T) {
			c := approved()
			k.change(&c)
			if got := c.stop(noon); got != k.want {
				t.Errorf("stopped by %q, want %q", got, k.want)
			}
			if k.want != "" && HoldTitle(k.want) == HoldTitle("") {
				t.Error("nobody is told why")
			}
		})
	}
}

func wall(at time.Time) clock.Wall { return clock.WallOf(at, clock.Stockholm()) }

func TestDecideDue(t *testing.T) {
	timed := func(at time.Time) func(*Case) {
		return func(c *Case) { c.Plan.Schedule = &Schedule{ID: "t", When: wall(at)} }
	}
	for _, k := range []struct {
		name   string
		change func(c *Case)
		due    Due
		want   string // kind of the first act; "" when the job is not wanted
		why    string
	}{
		{"at once", func(*Case) {}, Due{Submission: "s"}, "publish.sent", ""},
		{"at its time", timed(noon), Due{Submission: "s", Schedule: "t"}, "publish.sent", ""},
		{"within the routine's patience", timed(noon.Add(-time.Hour)), Due{Submission: "s", Schedule: "t"}, "publish.sent", ""},
		{"too late", timed(noon.Add(-time.Hour - time.Minute)), Due{Submission: "s", Schedule: "t"}, "publish.held", HoldLate},
		{"three days of outage", func(c *Case) { c.Plan.Clearance.At = noon.Add(-72 * time.Hour) }, Due{Submission: "s"}, "publish.held", HoldLate},
		{"no patience, but the workers' own time", func(c *Case) { c.Routine.Late = 0 }, Due{Submission: "s"}, "publish.sent", ""},
		{"another submission", func(*Case) {}, Due{Submission: "old"}, "", ""},
		{"a new time was given", timed(noon), Due{Submission: "s", Schedule: "old"}, "", ""},
		{"a time was given since", timed(noon), Due{Submission: "s"}, "", ""},
		{"stopped", func(c *Case) { c.Plan.Hold = &Hold{} }, Due{Submission: "s"}, "", ""},
		{"stopped at its time", func(c *Case) { c.Plan.Hold = &Hold{} }, Due{Submission: "s", Schedule: "t"}, "", ""},
		{"her right is gone", func(c *Case) { c.Author = gun }, Due{Submission: "s"}, "publish.held", HoldRights},
		{"not approved", func(c *Case) { c.Plan.Clearance = nil }, Due{Submission: "s"}, "publish.held", HoldApproval},
	} {
		t.Run(k.name, func(t *testing.T) {
			c := approved()
			k.change(&c)
			change, err := decideDue(c, k.due, noon)
			if err != nil {
				t.Fatal(err)
			}
			if k.want == "" {
				if len(change.Acts) != 0 {
					t.Errorf("led to %+v", change.Acts)
				}
				return
			}
			if len(change.Acts) == 0 || change.Acts[0].Kind != k.want || change.Acts[0].Who.Kind != desk.WhoSystem {
				t.Fatalf("led to %+v", change.Acts)
			}
			if h, ok := change.Acts[0].Facts, k.why != ""; ok && (h[0].(Hold).Why != k.why || len(change.Jobs) != 0) {
				t.Errorf("held %+v, jobs %v", h, change.Jobs)
			}
			if change.Expect[0] != (desk.Expect{Subject: "d", Seen: 5}) {
				t.Errorf("expects %+v", change.Expect)
			}
		})
	}
	c := approved()
	timed(noon.Add(time.Hour))(&c)
	if _, err := decideDue(c, Due{Submission: "s", Schedule: "t"}, noon); !fault.Is(err, fault.TooSoon) || fault.Of(err).After != time.Hour {
		t.Errorf("an hour early: %v", err)
	}
}

func TestSendingAPost(t *testing.T) {
	c := clear()
	o, change, err := decideSending(c, amina.Who(), noon)
	if err != nil || len(change.Acts) != 2 || len(change.Jobs) != 1 {
		t.Fatalf("%+v, %v", change, err)
	}
	p := change.Acts[1].Facts[0].(Publication)
	if p.ID != o.Post || change.Acts[1].Subject != p.ID || p.Hash != p.Content.Digest() || !p.Content.Same(c.Draft.Latest.Content) || p.Version != 2 ||
		p.Curator != (Signature{Person: "amina", GivenName: "Amina", Unit: "Parken", Form: account.SignUnit}) || p.By != "amina" || !p.At.Equal(noon) {
		t.Errorf("published %+v", p)
	}
	var f Fanout
	if err := json.Unmarshal(change.Jobs[0].Payload, &f); err != nil || f != (Fanout{Post: p.ID, Activity: Create}) || change.Jobs[0].Kind != JobFanout {
		t.Errorf("carried on by %s %+v, %v", change.Jobs[0].Kind, f, err)
	}
	c.Draft.Latest.Content.Text = "Något helt annat."
	if _, _, err := decideSending(c, amina.Who(), noon); fault.KindOf(err) != fault.Internal || err == nil {
		t.Errorf("another text than the one handed in: %v", err)
	}
}

func TestSendingAnAnswerExpectsTheConversation(t *testing.T) {
	c := clear()
	c.Draft.Kind, c.Draft.Conversation, c.Draft.InReplyTo, c.Draft.Direct, c.Talk = draft.KindAnswer, "samtal", "https://a.example/1", "https://a.example/u", 9
	_, change, err := decideSending(c, amina.Who(), noon)
	if err != nil || len(change.Acts) != 3 || change.Acts[2].Subject != "samtal" || change.Expect[1] != (desk.Expect{Subject: "samtal", Seen: 9}) {
		t.Fatalf("%+v, %v", change, err)
	}
	p := change.Acts[1].Facts[0].(Publication)
	if p.Conversation != "samtal" || p.InReplyTo != "https://a.example/1" || p.Direct != "https://a.example/u" {
		t.Errorf("published %+v", p)
	}
}

func TestSendingACorrection(t *testing.T) {
	c := clear()
	c.Draft.Kind, c.Post = draft.KindCorrection, &Post{Publication: Publication{ID: "p"}, Seen: 7}
	c.Draft.Latest.Content = draft.Content{Text: "Nytt.", Language: "sv", Correction: &draft.Corrected{Wrong: "w", Right: "r", Why: "y", Now: "n"}}
	c.Draft.Submission.Hash = c.Draft.Latest.Content.Digest()
	o, change, err := decideSending(c, amina.Who(), noon)
	if err != nil || o.Post != "" || len(change.Acts) != 2 || change.Acts[1].Subject != "p" || change.Expect[1] != (desk.Expect{Subject: "p", Seen: 7}) {
		t.Fatalf("%+v, %+v, %v", o, change, err)
	}
	k := change.Acts[1].Facts[0].(Correction)
	if k.ID != o.Correction || k.Wrong+k.Right+k.Why+k.Now+k.Text != "wrynNytt." || k.GivenName != "Amina" || k.Post != "p" || k.Hash != c.Draft.Submission.Hash {
		t.Errorf("corrected %+v", k)
	}
	var f Fanout
	if err := json.Unmarshal(change.Jobs[0].Payload, &f); err != nil || f != (Fanout{Post: "p", Activity: Update, Correction: k.ID}) {
		t.Errorf("carried on by %+v, %v", f, err)
	}
}

func TestDecideOwn(t *testing.T) {
	tomorrow := noon.Add(24 * time.Hour)
	for _, k := range []struct {
		name   string
		who    people.Actor
		change func(c *Case)
		want   string // kind of the act
		kind   fault.Kind
	}{
		{"her own", amina, func(*Case) {}, "publish.sent", 0},
		{"with a reason", amina, func(c *Case) { c.Draft.Submission.Step = guideline.WrittenReason }, "publish.sent", 0},
		{"for tomorrow", amina, func(c *Case) { c.Draft.Submission.When = wall(tomorrow) }, "publish.scheduled", 0},
		{"clicked twice", amina, func(c *Case) {
			c.Draft.Submission.When = wall(tomorrow)
			c.Plan.Schedule = &Schedule{When: wall(tomorrow)}
		}, "", 0},
		{"another's", bengt, func(*Case) {}, "", fault.Forbidden},
		{"the owner is not her", carin, func(*Case) {}, "", fault.Forbidden},
		{"a second reader is asked for", amina, func(c *Case) { c.Draft.Submission.Step = guideline.SecondReader }, "", fault.Forbidden},
		{"even when approved it goes by itself", amina, func(c *Case) { *c = approved() }, "", fault.Forbidden},
		{"an unknown step asks the most", amina, func(c *Case) { c.Draft.Submission.Step = 99 }, "", fault.Forbidden},
		{"her mandate ended", gunAs("amina"), func(c *Case) { c.Author = gunAs("amina") }, "", fault.Forbidden},
		{"on a copy", amina, func(c *Case) { c.Real = false }, "", fault.Forbidden},
		{"stopped by a colleague", amina, func(c *Case) { c.Plan.Hold = &Hold{Why: HoldPerson, By: "carin"} }, "", fault.Conflict},
		{"the time has passed", amina, func(c *Case) { c.Draft.Submission.When = wall(noon.Add(-time.Hour)) }, "", fault.Invalid},
		{"account closed", amina, func(c *Case) { c.Account.ClosedAt = noon }, "", fault.Gone},
	} {
		t.Run(k.name, func(t *testing.T) {
			c := clear()
			k.change(&c)
			_, change, err := decideOwn(c, k.who, noon)
			if k.kind != 0 {
				if !fault.Is(err, k.kind) || len(change.Acts) != 0 {
					t.Fatalf("got %v, %+v", err, change)
				}
				return
			}
			if err != nil || (k.want == "") != (len(change.Acts) == 0) || k.want != "" && change.Acts[0].Kind != k.want {
				t.Fatalf("got %+v, %v", change, err)
			}
		})
	}
}

func gunAs(id string) people.Actor {
	g := gun
	g.Person.ID = id
	return g
}

func TestDecideRelease(t *testing.T) {
	later := wall(noon.Add(time.Hour))
	byCarin := func(c *Case) { c.Plan.Hold = &Hold{Why: HoldPerson, By: "carin"} }
	late := func(c *Case) { c.Plan.Hold = &Hold{Why: HoldLate} }
	for _, k := range []struct {
		name   string
		who    people.Actor
		when   clock.Wall
		change func(c *Case)
		want   string
		kind   fault.Kind
	}{
		{"late, a new time", amina, later, late, "publish.scheduled", 0},
		{"late, now", carin, clock.Wall{}, late, "publish.sent", 0},
		{"late, by somebody without a mandate", gun, later, late, "", fault.Forbidden},
		{"a time that has passed", amina, wall(noon), late, "", fault.Invalid},
		{"a colleague's stop", amina, later, byCarin, "", fault.Forbidden},
		{"a colleague's stop, by a voice", bengt, later, byCarin, "", fault.Forbidden},
		{"her own stop", carin, later, byCarin, "publish.scheduled", 0},
		{"not approved", amina, later, func(c *Case) { c.Plan.Clearance = nil }, "", fault.Conflict},
		{"her right is gone", carin, clock.Wall{}, func(c *Case) { c.Author = gunAs("amina") }, "", fault.Forbidden},
		{"a withdrawn post's correction", amina, clock.Wall{}, func(c *Case) { c.Draft.Kind = draft.KindCorrection }, "", fault.Gone},
		{"another's own judgement", carin, clock.Wall{}, func(c *Case) { *c = clear() }, "", fault.Forbidden},
		{"a new time for what is scheduled", carin, later, func(c *Case) { *c = clear(); c.Plan.Schedule = &Schedule{} }, "publish.scheduled", 0},
	} {
		t.Run(k.name, func(t *testing.T) {
			c := approved()
			k.change(&c)
			o, change, err := decideRelease(c, k.who, k.when, noon)
			if k.kind != 0 {
				if !fault.Is(err, k.kind) || len(change.Acts) != 0 || len(change.Jobs) != 0 {
					t.Fatalf("got %v, %+v", err, change)
				}
				return
			}
			if err != nil || change.Acts[0].Kind != k.want {
				t.Fatalf("got %+v, %v", change, err)
			}
			if o.Schedule != nil && (!change.Jobs[0].RunAt.Equal(o.At) || !strings.Contains(change.Jobs[0].Key, o.Schedule.ID)) {
				t.Errorf("the job %+v does not follow %+v", change.Jobs[0], o)
			}
		})
	}
}

func TestDecideWithdrawal(t *testing.T) {
	p := Post{Publication: Publication{ID: "p", Account: "parken", Curator: Signature{Person: "amina"}, Content: draft.Content{Text: "Han heter Nils."}},
		Corrections: []Correction{{Right: "Han heter Nisse."}}, Seen: 4}
	gone := p
	gone.Withdrawal = &Withdrawal{}
	ok := Taking{Ground: GroundPersonalData, Reason: "Namnet.", Public: "Vi tog bort ett namn."}
	for _, k := range []struct {
		name  string
		who   people.Actor
		post  Post
		t     Taking
		kind  fault.Kind
		field string
	}{
		{"a voice, her own", amina, p, ok, 0, ""},
		{"a voice, another's", bengt, p, ok, fault.Forbidden, ""},
		{"the owner", carin, p, ok, 0, ""},
		{"nobody", gun, p, ok, fault.Forbidden, ""},
		{"again", carin, gone, ok, fault.Conflict, ""},
		{"no such ground", carin, p, Taking{Ground: "unpleasant", Reason: "x", Public: "y"}, fault.Invalid, "ground"},
		{"nothing said", carin, p, Taking{Reason: " "}, fault.Invalid, "ground reason public"},
		{"too much said", carin, p, Taking{Ground: GroundOther, Reason: strings.Repeat("a", draft.MaxWords+1), Public: "x"}, fault.Invalid, "reason"},
	} {
		t.Run(k.name, func(t *testing.T) {
			w, change, err := decideWithdrawal(k.post, k.who, k.t, func(id string) ([]byte, error) { return []byte("sealed " + id), nil }, noon)
			if k.kind != 0 {
				var list fault.List
				var at []string
				if errors.As(err, &list) {
					for _, f := range list {
						at = append(at, f.Field)
					}
				}
				if !fault.Is(err, k.kind) || strings.Join(at, " ") != k.field || len(change.Acts) != 0 {
					t.Fatalf("got %v at %v", err, at)
				}
				return
			}
			if err != nil || change.Expect[0] != (desk.Expect{Subject: "p", Seen: 4}) || len(change.Jobs) != 1 {
				t.Fatalf("got %+v, %v", change, err)
			}
			if string(w.Copy) != "sealed "+w.ID {
				t.Errorf("the copy is %s", w.Copy)
			}
			if say := change.Acts[0].Say["public"]; say != ok.Public {
				t.Errorf("the record says %v", change.Acts[0].Say)
			}
		})
	}
}

func TestGroundsAreTold(t *testing.T) {
	for _, g := range Grounds() {
		if g.Title.SV == "" || g.Title.EN == "" || g.Help.SV == "" || g.Help.EN == "" || GroundTitle(g.ID) != g.Title {
			t.Errorf("%+v", g)
		}
	}
	if !GroundTitle("unpleasant").Empty() {
		t.Error("there is no such ground")
	}
}

func TestTextAsItStands(t *testing.T) {
	p := Post{Publication: Publication{Content: draft.Content{Text: "ett"}, At: noon}}
	if p.Text() != "ett" || !p.ChangedAt().Equal(noon) || p.Answer() {
		t.Error("an untouched post")
	}
	p.Corrections = []Correction{{Text: "två", At: noon.Add(1)}, {At: noon.Add(2)}}
	if p.Text() != "två" || !p.ChangedAt().Equal(noon.Add(2)) {
		t.Error("a corrected post")
	}
	p.Withdrawal = &Withdrawal{Ground: GroundRights, Reason: "hemligt", Public: "borta", Copy: []byte("ett"), By: "x", At: noon.Add(3)}
	g := p.Tombstone()
	if g.Text() != "" || len(g.Corrections) != 0 || string(g.Withdrawal.Copy)+g.Withdrawal.Reason+g.Withdrawal.By != "" || g.Withdrawal.Public != "borta" || !p.ChangedAt().Equal(noon.Add(3)) {
		t.Errorf("the tombstone tells %+v", g)
	}
}
