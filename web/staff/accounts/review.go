package accounts

import (
	"strings"
	"time"

	"tilltal/desk/account"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// soon is how long before its day a review is told of.
const soon = 14 * 24 * time.Hour

// dues marks the accounts and listings whose review is late or comes soon.
func (r room) dues(v *visit.Visit) (map[string][]frame.TagView, error) {
	all, err := r.Accounts.Duties(v.Context())
	out := map[string][]frame.TagView{}
	for _, d := range all {
		switch {
		case d.Overdue(v.Now):
			out[d.Subject] = []frame.TagView{{Tone: frame.Stop, Text: v.Say(lateReview)}}
		case d.Overdue(v.Now.Add(soon)):
			out[d.Subject] = []frame.TagView{{Tone: frame.Ask, Text: v.Say(soonReview)}}
		}
	}
	return out, err
}

// duty says when an account or a listing is to be gone through.
func (r room) duty(v *visit.Visit, subject string) (frame.NoticeView, error) {
	all, err := r.Accounts.Duties(v.Context())
	for _, d := range all {
		if d.Subject == subject && d.Overdue(v.Now) {
			return frame.NoticeView{Tone: frame.Ask, Title: reviewLate.Put(hall.Day(d.Due)).In(v.Lang)}, err
		}
		if d.Subject == subject {
			return frame.NoticeView{Tone: frame.Info, Title: reviewDue.Put(hall.Day(d.Due)).In(v.Lang)}, err
		}
	}
	return frame.NoticeView{Tone: frame.Info, Title: v.Say(closedTag)}, err
}

// reviewView is the page of the yearly review.
type reviewView struct {
	lead  string
	tabs  frame.TabsView
	due   frame.NoticeView
	sheet *hall.Sheet
	made  []version
}

// subject is what the address names: an account of the desk, or one on another network.
type subject struct {
	id, name, account, back string
	closed                  bool
}

func (r room) subject(v *visit.Visit) (subject, error) {
	id := v.R.PathValue("id")
	if strings.HasPrefix(v.R.URL.Path, listPath+"/") {
		l, err := r.Accounts.Listing(v.Context(), id)
		return subject{l.Listing, l.Name, l.Account, listPath + "/" + l.Listing, l.Shut()}, err
	}
	a, err := r.load(v)
	return subject{a.ID, a.Name, a.ID, path + "/" + a.ID, a.Closed()}, err
}

func (r room) review(v *visit.Visit) error {
	return r.showReview(v, hall.Filled(v, nil))
}

func (r room) showReview(v *visit.Visit, form hall.Form) error {
	s, err := r.subject(v)
	if err != nil {
		return err
	}
	view := reviewView{lead: v.Say(reviewLead)}
	f, err := r.Hall.Frame(v, frame.RoomAccounts, reviewTitle.Put(s.name))
	if err != nil {
		return err
	}
	if s.back == path+"/"+s.id {
		view.tabs = tabs(v, s.id, s.name)
		f.Title = s.name
	}
	f.Errors = len(form.Errors())
	if view.due, err = r.duty(v, s.id); err != nil {
		return err
	}
	if v.Actor.May(people.AccountReview, s.account, v.Now) && !s.closed {
		view.sheet = &hall.Sheet{Action: v.R.URL.Path, Errors: form.Errors(), Back: s.back, Button: frame.ButtonView{Text: v.Say(reviewButton), Look: frame.Primary}}
		for _, q := range account.Checklist {
			view.sheet.Sections = append(view.sheet.Sections, question(v, form, q))
		}
	}
	all, err := r.Accounts.Reviews(v.Context(), v.Actor, s.id)
	if err != nil {
		return err
	}
	for _, made := range all {
		view.made = append(view.made, r.made(v, made))
	}
	return v.Page(form.Status(v), reviewPage(f, view))
}

// question is one question of the checklist with its fields.
func question(v *visit.Visit, form hall.Form, q account.Question) hall.Section {
	return hall.Section{Fields: []frame.FieldView{
		form.Field(frame.FieldView{Kind: frame.Radios, Name: q.ID, Label: v.Say(q.Title), Hint: reviewSource.Put(q.Help, q.Source).In(v.Lang), Options: []frame.Option{{Value: "ja", Label: v.Say(fineLabel)}, {Value: "nej", Label: v.Say(todoLabel)}}}),
		form.Field(frame.FieldView{Kind: frame.Area, Name: q.ID + ".words", Label: v.Say(replyWords), Hint: v.Say(replyHint), Rows: 2, Optional: true})}}
}

// made is a review that has been made.
func (r room) made(v *visit.Visit, review account.Review) version {
	out := version{line: reviewedLine.Put(hall.Day(review.At), r.name(v, review.By)).In(v.Lang), what: v.Say(reviewAllFine)}
	todo := 0
	for _, q := range account.Checklist {
		for _, a := range review.Answers {
			if a.Question != q.ID {
				continue
			}
			value := v.Say(fineLabel)
			if !a.Fine {
				value = v.Say(todoLabel)
				todo++
			}
			if a.Words != "" {
				value += ". " + a.Words
			}
			out.facts = append(out.facts, hall.Fact{Name: v.Say(q.Title), Value: value})
		}
	}
	if todo > 0 {
		out.what = reviewTodo.Put(todo).In(v.Lang)
	}
	return out
}

// answer keeps the answers.
func (r room) answer(v *visit.Visit) error {
	s, err := r.subject(v)
	if err != nil {
		return err
	}
	var answers []account.Reply
	for _, q := range account.Checklist {
		if said := v.Form(q.ID); said == "ja" || said == "nej" {
			answers = append(answers, account.Reply{Question: q.ID, Fine: said == "ja", Words: v.Form(q.ID + ".words")})
		}
	}
	_, err = r.Accounts.Review(v.Context(), v.Actor, s.id, answers)
	if hall.Mendable(err) {
		return r.showReview(v, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return hall.See(v, v.R.URL.Path, reviewSaved)
}
