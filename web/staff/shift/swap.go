package shift

import (
	"net/http"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/desk/shift"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// swapSpan is how far from her shift the colleague's may lie that she is shown.
const swapSpan = 60 * 24 * time.Hour

// swapForm asks with whom she wants to swap.
func (r *room) swapForm(v *visit.Visit) error {
	s, err := r.load(v)
	if err != nil {
		return err
	}
	return r.showSwap(v, s, hall.Filled(v, nil))
}

func (r *room) showSwap(v *visit.Visit, s shift.Shift, form hall.Form) error {
	choices, err := r.swapChoices(v, s)
	if err != nil {
		return err
	}
	f, err := r.Hall.Frame(v, frame.RoomCalendar, swapTitle)
	if err != nil {
		return err
	}
	f.Errors, f.Path = len(form.Errors()), shiftPath(s.ID)+"/byt"
	if len(choices) == 0 {
		return v.Page(http.StatusOK, emptyPage(f, frame.EmptyView{Title: v.Say(swapNobody), Text: v.Say(swapNobodyText)}))
	}
	with := form.Field(frame.FieldView{Kind: frame.Radios, Name: "for", Label: v.Say(swapLabel), Options: choices, Value: form.Value("for")})
	words := form.Field(frame.FieldView{Kind: frame.Area, Name: "words", Label: v.Say(swapWords), Rows: 2, Optional: true, Max: 500})
	paper := hall.Sheet{Action: f.Path, Errors: form.Errors(), Back: shiftPath(s.ID), Sections: []hall.Section{{Fields: []frame.FieldView{with, words}}},
		Button: frame.ButtonView{Text: v.Say(swapButton), Look: frame.Primary}}
	return v.Page(form.Status(v), formPage(f, swapLead.Put(both(s.From, s.Until)).In(v.Lang), paper))
}

// The two sorts of choices: a colleague's shift for hers, or hers for nothing.
const (
	forShift = "pass:"
	toPerson = "till:"
)

// swapChoices are the colleagues' shifts that are still to come, and the colleagues themselves.
func (r *room) swapChoices(v *visit.Visit, s shift.Shift) ([]frame.Option, error) {
	from, to := s.Begins.Add(-swapSpan), s.Begins.Add(swapSpan)
	if from.Before(v.Now) {
		from = v.Now
	}
	all, err := r.Relay.Shifts(v.Context(), v.Actor, s.Account, shift.Span{From: from, Until: to}, false)
	if err != nil {
		return nil, err
	}
	names, met := r.names(v), map[string]bool{s.Person: true}
	var swaps, gifts []frame.Option
	for _, o := range all {
		if o.Person == s.Person {
			continue
		}
		if !o.Begun(v.Now) {
			swaps = append(swaps, frame.Option{Value: forShift + o.ID, Label: swapFor.Put(names.Of(o.Person), both(o.From, o.Until)).In(v.Lang)})
		}
		if !met[o.Person] {
			met[o.Person] = true
			gifts = append(gifts, frame.Option{Value: toPerson + o.Person, Label: swapGift.Put(names.Of(o.Person)).In(v.Lang)})
		}
	}
	return append(gifts, swaps...), nil
}

// swap offers what the form says.
func (r *room) swap(v *visit.Visit) error {
	s, err := r.load(v)
	if err != nil {
		return err
	}
	w := shift.Wish{Shift: s.ID, Words: v.Form("words")}
	if id, is := strings.CutPrefix(v.Form("for"), forShift); is {
		w.For = id
	} else if id, is := strings.CutPrefix(v.Form("for"), toPerson); is {
		w.To = id
	}
	o, err := r.Relay.OfferSwap(v.Context(), v.Actor, w)
	if err == nil {
		return hall.See(v, Path, saidOffered.Put(r.names(v).Given(o.To)))
	}
	f := fault.Of(err)
	switch {
	case f.Field == "to" || f.Field == "shift":
		return r.showSwap(v, s, hall.Again(v, f.At("for")))
	case hall.Mendable(err):
		return r.showSwap(v, s, hall.Again(v, err))
	}
	return err
}

// offerView is an offer that waits, for one of the two.
type offerView struct {
	text, words string
	tongue      string // of the words
	when        frame.Moment
	action      string
	mine        bool // she made it: she may take it back
	about       string
}

// offers are the offers that wait for an answer.
func (r *room) offers(v *visit.Visit, names *names) ([]offerView, error) {
	all, err := r.Relay.Offers(v.Context(), v.Actor)
	if err != nil {
		return nil, err
	}
	var out []offerView
	for _, o := range all {
		s, err := r.Relay.Shift(v.Context(), v.Actor, o.Shift)
		if err != nil && !fault.Is(err, fault.Forbidden) {
			return nil, err
		}
		one := offerView{action: offerPath + "/" + o.ID, words: paper.Visible(o.Words), tongue: r.Hall.Tongue(v), when: hall.Moment(v, o.At), mine: o.From == v.Actor.Person.ID}
		gets, free := offerGets, offerFree
		name := names.Given(o.From)
		if one.mine {
			gets, free = offerMineGets, offerMineFree
			name = names.Given(o.To)
		}
		text := free.Put(name, both(s.From, s.Until))
		if err != nil { // whose calendar she may not read yet: the offer says when
			text = offerUnread.Put(name)
		}
		if o.For != "" {
			t, err := r.Relay.Shift(v.Context(), v.Actor, o.For)
			if err == nil {
				text = gets.Put(name, both(s.From, s.Until), both(t.From, t.Until))
			}
		}
		one.text, one.about = v.Say(text), name
		out = append(out, one)
	}
	return out, nil
}

// answer takes an offer, declines it or takes it back.
func (r *room) answer(v *visit.Visit) error {
	id, said := v.R.PathValue("offer"), saidSwapped
	var err error
	if v.Form("svar") == "ja" {
		err = r.Relay.AcceptSwap(v.Context(), v.Actor, id)
	} else {
		said = saidDeclined
		err = r.Relay.DeclineSwap(v.Context(), v.Actor, id)
	}
	if fault.Is(err, fault.Gone) || fault.Is(err, fault.Conflict) {
		said, err = fault.Of(err).Say, nil
	}
	if err != nil {
		return err
	}
	back := v.Form("back")
	if back == "" {
		back = Path
	}
	return hall.See(v, back, said)
}
