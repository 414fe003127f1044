package write

import (
	"slices"

	"tilltal/base/lingo"
	"tilltal/web/frame"
)

// reasonView asks for the reason that the routine wants.
func (s speech) reasonView(l lingo.Lang) frame.FieldView {
	view := frame.FieldView{Kind: frame.Area, Name: reasonField, Label: s.reason.In(l), Hint: reasonHint.In(l), Rows: 2}
	if s.must {
		view.Hint, view.Optional = mustHint.In(l), true
	}
	return view
}

// time is how the moment is told beside the button: as a promise, or as a hope when somebody is to read first.
func (s speech) time() lingo.Text {
	if s.waits {
		return goesOutIfFine
	}
	return goesOutThen
}

// purposeView offers the account's purposes. One that the account no longer has still shows, so that the fault can be seen.
func purposeView(l lingo.Lang, w *work) frame.FieldView {
	view := frame.FieldView{Kind: frame.Choice, Name: "purpose", Label: purposeLabel.In(l), Optional: true}
	purposes := w.at.Purposes
	if p := w.sheet.content.Purpose; p != "" && !slices.Contains(purposes, p) {
		purposes = append([]string{p}, purposes...)
	}
	view.Options = []frame.Option{{Value: "", Label: purposeNone.In(l), Chosen: w.sheet.content.Purpose == ""}}
	for _, p := range purposes {
		view.Options = append(view.Options, frame.Option{Value: p, Label: p})
	}
	return view
}

func languageView(l lingo.Lang, w *work) frame.FieldView {
	view := frame.FieldView{Kind: frame.Choice, Name: "language", Label: languageLabel.In(l)}
	known := false
	for _, lang := range languages {
		view.Options = append(view.Options, frame.Option{Value: lang[0], Label: lang[1]})
		known = known || lang[0] == w.sheet.content.Language
	}
	if other := w.sheet.content.Language; !known && other != "" {
		view.Options = append(view.Options, frame.Option{Value: other, Label: other})
	}
	return view
}
