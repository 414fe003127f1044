package review

import (
	"tilltal/base/diff"
	"tilltal/base/fault"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/people"
	"tilltal/desk/review"
	"tilltal/web/frame"
	"tilltal/web/staff/counsel"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// taskPage is one text to read.
type taskPage struct {
	frame    frame.StaffFrame
	action   string
	lead     string
	facts    [][2]string
	post     frame.PostView
	marked   *frame.MarkedView // the text with its places marked; nil when nothing is pointed at
	findings frame.FindingsView
	since    string // what the changes are counted from; "" when this is the first reading
	diff     []diff.Piece
	hash     string
	form     hall.Form
	told     *frame.NoticeView // why this reader has no buttons
	margin   counsel.Margin    // what colleagues have said
}

// task answers with one text.
func (r *room) task(v *visit.Visit, f hall.Form, status int) error {
	t, err := r.Review.Task(v.Context(), v.Actor, v.R.PathValue("draft"))
	if err != nil {
		return err
	}
	p := taskPage{action: Path + "/" + t.Draft.ID, hash: t.Submission.Hash, form: f, lead: taskLead.Put(t.Account, t.Submission.Step.Title()).In(v.Lang)}
	at, err := r.Accounts.Account(v.Context(), t.Draft.Account)
	if err != nil {
		return err
	}
	p.post = r.look(v, t, at)
	if err := r.judged(v, t, &p); err != nil {
		return err
	}
	if err := r.changes(v, t, &p); err != nil {
		return err
	}
	if p.told, err = r.hindrance(v, t); err != nil {
		return err
	}
	p.facts = facts(v, t)
	if r.Advice != nil {
		if p.margin, err = counsel.Beside(v, r.Advice, t.Draft, f, "", p.action, r.Hall.Tongue(v)); err != nil {
			return err
		}
	}
	if p.frame, err = r.Hall.Frame(v, frame.RoomReview, taskTitle.Put(t.Author)); err != nil {
		return err
	}
	p.frame.Path, p.frame.Errors = p.action, len(f.Errors())
	return v.Page(status, taskView(p))
}

// look is the text as citizens will see it, with the pictures' descriptions in sight: they are read by some.
func (r *room) look(v *visit.Visit, t review.Task, at account.Account) frame.PostView {
	view := paper.Post(v, t.Draft.Latest.Content, paper.NewNames(v, r.People).Signature(t.Submission.By, at), hall.Moment(v, t.Draft.Latest.At), func(hash string) string {
		return "/skriv/" + t.Draft.ID + "/bild/" + hash
	})
	for i, p := range t.Draft.Latest.Content.Pictures {
		switch {
		case p.Decorative:
			view.Pictures[i].Caption = v.Say(pictureDecorative)
		case p.Alt == "":
			view.Pictures[i].Caption = v.Say(pictureBare)
		default:
			view.Pictures[i].Caption = pictureSays.Put(view.Pictures[i].Alt).In(v.Lang)
		}
	}
	return view
}

// judged shows what the checks said when the text was handed in, and what the writer answered.
func (r *room) judged(v *visit.Visit, t review.Task, p *taskPage) error {
	routine, err := r.Routines.Routine(v.Context(), t.Draft.Account)
	if err != nil {
		return err
	}
	c := t.Draft.Latest.Content
	j := paper.Judged{Content: c, Findings: t.Submission.Findings, Responses: t.Submission.Responses, Routine: routine,
		Answer: t.Draft.Kind == draft.KindAnswer, Still: true}
	p.findings = j.View(v.Lang)
	p.findings.Asked = true
	if marks := j.Marks("text"); len(marks) > 0 {
		p.marked = &frame.MarkedView{Text: c.Text, Marks: marks, Lang: c.Language}
	}
	return nil
}

// changes shows what became of the text since somebody last read it.
func (r *room) changes(v *visit.Visit, t review.Task, p *taskPage) error {
	last, err := r.Review.LastRead(v.Context(), t)
	if err != nil || last == 0 {
		return err
	}
	pieces, err := r.Drafts.Diff(v.Context(), v.Actor, t.Draft.ID, last, t.Submission.Version)
	p.since, p.diff = sinceVersion.Put(last).In(v.Lang), paper.Diff(pieces)
	return err
}

// hindrance says why this reader may not decide, and who may; nil when she may.
func (r *room) hindrance(v *visit.Visit, t review.Task) (*frame.NoticeView, error) {
	plan, err := r.Plans.Plan(v.Context(), v.Actor, t.Draft.ID)
	if err != nil {
		return nil, err
	}
	if plan.Clearance != nil {
		who := paper.NewNames(v, r.People).Of(plan.Clearance.By)
		return &frame.NoticeView{Tone: frame.Good, Title: alreadyApproved.Put(who).In(v.Lang)}, nil
	}
	may := r.Review.May(v.Actor, t)
	if may == nil {
		return nil, nil
	}
	f := fault.Of(may)
	n := &frame.NoticeView{Tone: frame.Info, Title: f.Say.In(v.Lang), Text: f.Hint.In(v.Lang)}
	if t.Mine {
		n.Text = readersOf.Put(paper.Reader(t.Submission.Step)).In(v.Lang)
	}
	owners, err := r.Accounts.Owners(v.Context(), t.Draft.Account)
	if others := without(owners, t.Draft); err == nil && len(others) > 0 && t.Submission.Step.Right() != people.ReviewDecide {
		n.Text += " " + askOwners.Put(names(others, v.Say(and))).In(v.Lang)
	}
	return n, err
}

// without leaves out those who have written in the text.
func without(list []people.Person, d draft.Draft) (out []people.Person) {
	for _, p := range list {
		if !d.WrittenBy(p.ID) {
			out = append(out, p)
		}
	}
	return out
}

// facts are what else there is to know, each in a line.
func facts(v *visit.Visit, t review.Task) [][2]string {
	c := t.Draft.Latest.Content
	when := planned(v, t)
	if when == "" {
		when = v.Say(atOnce)
	}
	out := [][2]string{{v.Say(factWhen), when}, {v.Say(factSince), hall.Moment(v, t.Submission.At).Words(v.Lang)}}
	if c.Purpose != "" {
		out = append(out, [2]string{v.Say(factPurpose), paper.Visible(c.Purpose)})
	}
	if t.Submission.Reason != "" {
		out = append(out, [2]string{v.Say(factReason), paper.Visible(t.Submission.Reason)})
	}
	return out
}
