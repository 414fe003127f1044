package hall

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/web"
	"tilltal/web/frame"
	"tilltal/web/visit"
)

// Form is a form with what stands in it and what is wrong with it. Its fields have the names that faults point at, so a fault
// finds its own field, and everything that was typed comes back.
type Form struct {
	lang  lingo.Lang
	typed url.Values
	wrong fault.List
}

// Filled is a form that nobody has sent yet, with what it begins with.
func Filled(v *visit.Visit, with url.Values) Form { return Form{lang: v.Lang, typed: with} }

// Again is the form that was sent, shown again because of an error.
func Again(v *visit.Visit, err error) Form {
	_ = v.R.ParseForm() // what could be read of it is shown; the fault says what is wrong
	return Form{lang: v.Lang, typed: v.R.Form, wrong: visit.Faults(err)}
}

// Mendable reports whether an error is shown in the form, where the person can mend it or try again, rather than on a page
// of its own.
func Mendable(err error) bool {
	switch fault.KindOf(err) {
	case fault.Invalid, fault.Conflict, fault.TooSoon:
		return err != nil
	}
	return err != nil && fault.Of(err).Field != ""
}

// Field fills a field in: what was typed, and what is wrong with it.
func (f Form) Field(view frame.FieldView) frame.FieldView {
	view.Error = f.Wrong(view.Name)
	values, sent := f.typed[view.Name]
	switch {
	case view.Kind == frame.Tick:
		view.Checked = len(values) > 0 && values[0] != ""
	case view.Kind == frame.Ticks:
		view.Options = slices.Clone(view.Options)
		for i, o := range view.Options {
			view.Options[i].Chosen = slices.Contains(values, o.Value)
		}
	case sent && len(values) > 0:
		view.Value = values[0]
	}
	return view
}

// Value returns what stands in a field.
func (f Form) Value(name string) string { return f.typed.Get(name) }

// Typed returns everything that stands in the form.
func (f Form) Typed() url.Values { return f.typed }

// Wrong says what to change in a field, "" when nothing is wrong.
func (f Form) Wrong(field string) string {
	var say []string
	for _, w := range f.wrong {
		if w.Field == field && field != "" {
			say = append(say, f.words(w))
		}
	}
	return strings.Join(say, " ")
}

// Errors lists all that is wrong, for the summary at the top of the form.
func (f Form) Errors() []frame.ErrorView {
	var out []frame.ErrorView
	for _, w := range f.wrong {
		out = append(out, frame.ErrorView{Field: w.Field, Text: f.words(w)})
	}
	return out
}

// Fields lists the fields that something is wrong with.
func (f Form) Fields() []string {
	var out []string
	for _, w := range f.wrong {
		out = append(out, w.Field)
	}
	return out
}

// Lang is the language that the form is read in.
func (f Form) Lang() lingo.Lang { return f.lang }

// Status is what the page with the form is answered with, and tells the client when to come back if it must wait.
func (f Form) Status(v *visit.Visit) int {
	if len(f.wrong) == 0 {
		return http.StatusOK
	}
	if after := f.wrong[0].After; after > 0 {
		v.W.Header().Set("Retry-After", strconv.Itoa(int(after.Seconds()+0.999)))
	}
	return web.Status(f.wrong[0].Kind)
}

func (f Form) words(w *fault.Error) string {
	if w.Hint.Empty() {
		return w.Say.In(f.lang)
	}
	return w.Say.In(f.lang) + " " + w.Hint.In(f.lang)
}

// LastDay reads the field "until": the end of the day that is written there, on the clocks in Sweden; the zero time when none
// is. The fault is Invalid and points at the field.
func LastDay(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	d, err := clock.ParseDate(s)
	if err != nil {
		return time.Time{}, fault.Of(err).At("until")
	}
	t, _ := clock.Wall{Date: d.Add(1), Zone: clock.Stockholm()}.Resolve()
	return t, nil
}

// Capital begins a text with a capital letter: for words that stand in the middle of a sentence elsewhere.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
