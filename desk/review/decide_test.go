package review

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/desk"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/people"
	"tilltal/desk/publish"
)

var noon = time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)

func mandated(id string, role people.Role) people.Actor {
	return people.Actor{Person: people.Person{ID: id, HiredAt: noon.Add(-time.Hour)},
		Mandates: []people.Mandate{{Person: id, Account: "parken", Role: role, From: noon.Add(-time.Hour)}}}
}

func granted(id string, role people.Role) people.Actor {
	return people.Actor{Person: people.Person{ID: id, HiredAt: noon.Add(-time.Hour)},
		Grants: []people.Grant{{Person: id, Role: role, From: noon.Add(-time.Hour)}}}
}

// handedIn is a text by Amina that waits at a step.
func handedIn(step guideline.Step) draft.Draft {
	said := draft.Content{Text: "Gräset är klippt.", Language: "sv"}
	v := draft.Version{Draft: "d", Number: 2, Content: said, Hash: said.Digest(), By: "amina"}
	return draft.Draft{Beginning: draft.Beginning{ID: "d", Account: "parken", Author: "amina"}, Latest: v, Writers: []string{"amina", "bodil"}, Seen: 6,
		Submission: &draft.Submission{ID: "s", Draft: "d", Version: 2, Hash: v.Hash, By: "amina", Step: step}}
}

// Who may approve at which step: the whole table.
func TestWhoMayApprove(t *testing.T) {
	everybody := []people.Actor{
		mandated("amina", people.Owner), mandated("bodil", people.Owner), mandated("voice", people.Voice), mandated("owner", people.Owner),
		mandated("deputy", people.Deputy), mandated("local", people.Communicator), granted("communicator", people.Communicator),
		granted("lawyer", people.DecisionMaker), granted("admin", people.Administrator), granted("auditor", people.Auditor),
		granted("registrar", people.Registrar), granted("expert", people.Expert), granted("investigator", people.Investigator), granted("nobody", "none"),
	}
	for step, want := range map[guideline.Step]string{
		guideline.SecondReader: "voice owner deputy local communicator lawyer",
		guideline.OnShift:      "owner deputy local communicator lawyer",
		guideline.Decision:     "lawyer",
		guideline.Step(99):     "lawyer",
	} {
		d := handedIn(step)
		var got []string
		for _, a := range everybody {
			_, change, err := decideApproval(d, publish.Plan{}, a, d.Submission.Hash, "", noon)
			_, _, returned := decideReturn(d, a, d.Submission.Hash, "Ändra.", noon)
			if (err == nil) != (returned == nil) {
				t.Errorf("step %s: %s may approve or return, but not both: %v, %v", step, a.Person.ID, err, returned)
			}
			if err == nil {
				got = append(got, a.Person.ID)
			} else if !fault.Is(err, fault.Forbidden) || len(change.Acts) != 0 {
				t.Errorf("step %s: %s got %v", step, a.Person.ID, err)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("step %s: %v may, want %s", step, got, want)
		}
	}
}

func TestDecideApproval(t *testing.T) {
	at := func(t time.Time) clock.Wall { return clock.WallOf(t, clock.Stockholm()) }
	for _, k := range []struct {
		name   string
		change func(d *draft.Draft, p *publish.Plan)
		acts   string
		jobs   int
		kind   fault.Kind
	}{
		{"at once", func(*draft.Draft, *publish.Plan) {}, "review.approved", 1, 0},
		{"tomorrow", func(d *draft.Draft, _ *publish.Plan) { d.Submission.When = at(noon.Add(24 * time.Hour)) }, "review.approved publish.scheduled", 1, 0},
		{"a minute late", func(d *draft.Draft, _ *publish.Plan) { d.Submission.When = at(noon.Add(-time.Minute)) }, "review.approved publish.held", 0, 0},
		{"this very minute", func(d *draft.Draft, _ *publish.Plan) { d.Submission.When = at(noon) }, "review.approved publish.held", 0, 0},
		{"stopped while it waited", func(_ *draft.Draft, p *publish.Plan) { p.Hold = &publish.Hold{ID: "h"} }, "review.approved", 0, 0},
		{"approved already", func(_ *draft.Draft, p *publish.Plan) { p.Clearance = &publish.Clearance{} }, "", 0, fault.Conflict},
		{"edited since", func(d *draft.Draft, _ *publish.Plan) { d.Latest.Number++ }, "", 0, fault.Conflict},
		{"another text", func(d *draft.Draft, _ *publish.Plan) { d.Latest.Content.Text += "!" }, "", 0, fault.Conflict},
		{"another hash handed in", func(d *draft.Draft, _ *publish.Plan) { d.Submission.Hash = "x" }, "", 0, fault.Conflict},
	} {
		t.Run(k.name, func(t *testing.T) {
			d, p := handedIn(guideline.SecondReader), publish.Plan{}
			read := d.Submission.Hash
			k.change(&d, &p)
			o, change, err := decideApproval(d, p, mandated("bengt", people.Voice), read, " Fint! ", noon)
			if k.kind != 0 {
				if !fault.Is(err, k.kind) || len(change.Acts)+len(change.Jobs) != 0 {
					t.Fatalf("got %v, %+v", err, change)
				}
				return
			}
			var kinds []string
			for _, a := range change.Acts {
				kinds = append(kinds, a.Kind)
			}
			if err != nil || strings.Join(kinds, " ") != k.acts || len(change.Jobs) != k.jobs {
				t.Fatalf("led to %v and %d jobs, %v", kinds, len(change.Jobs), err)
			}
			if o.Approval.Hash != read || o.Approval.Submission != "s" || o.Approval.Words != "Fint!" || change.Expect[0].Seen != 6 {
				t.Errorf("approved %+v, expecting %+v", o.Approval, change.Expect)
			}
			told := 0
			for _, yes := range []bool{o.AtOnce, o.Schedule != nil, o.Late != nil} {
				if yes {
					told++
				}
			}
			if told != 1 || (o.Late != nil) != o.At.IsZero() || (o.Late != nil) != (k.jobs == 0) {
				t.Errorf("told %+v", o)
			}
			checkJob(t, o, change.Jobs)
		})
	}
}

func checkJob(t *testing.T, o Outcome, jobs []desk.Job) {
	t.Helper()
	for _, j := range jobs {
		var due publish.Due
		if err := json.Unmarshal(j.Payload, &due); err != nil || j.Kind != publish.JobPublish || due.Submission != "s" || due.Draft != "d" {
			t.Errorf("the job is %s %+v, %v", j.Kind, due, err)
		}
		if o.Schedule != nil && (due.Schedule != o.Schedule.ID || !j.RunAt.Equal(o.At)) {
			t.Errorf("the job %+v does not follow %+v", j, o.Schedule)
		}
	}
}

func TestDecideReturn(t *testing.T) {
	d := handedIn(guideline.OnShift)
	owner := mandated("owner", people.Owner)
	for words, ok := range map[string]bool{"": false, "  ": false, strings.Repeat("a", draft.MaxWords+1): false, " Skriv kortare. ": true} {
		back, change, err := decideReturn(d, owner, d.Submission.Hash, words, noon)
		if ok != (err == nil) || !ok && (!fault.Is(err, fault.Invalid) || fault.Of(err).Field != "words" || len(change.Acts) != 0) {
			t.Errorf("%.20q: %v", words, err)
		}
		if ok && (back.Words != "Skriv kortare." || back.Submission != "s" || change.Acts[0].Kind != "review.returned") {
			t.Errorf("returned %+v", back)
		}
	}
	if _, _, err := decideReturn(d, owner, "another", "Ändra.", noon); !fault.Is(err, fault.Conflict) {
		t.Errorf("another text than she read: %v", err)
	}
}

func TestWaits(t *testing.T) {
	for name, k := range map[string]struct {
		change func(*draft.Draft)
		kind   fault.Kind
	}{
		"published":    {func(d *draft.Draft) { d.PublishedAs = "p" }, fault.Conflict},
		"discarded":    {func(d *draft.Draft) { d.DiscardedAt = noon }, fault.Gone},
		"not in":       {func(d *draft.Draft) { d.Submission = nil }, fault.Conflict},
		"needs no eye": {func(d *draft.Draft) { d.Submission.Step = guideline.WrittenReason }, fault.Conflict},
	} {
		d := handedIn(guideline.SecondReader)
		k.change(&d)
		if err := waits(d); !fault.Is(err, k.kind) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := waits(handedIn(guideline.Decision)); err != nil {
		t.Error(err)
	}
}
