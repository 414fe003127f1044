package charter

import (
	"maps"
	"slices"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// SortField is the name of the field in which whoever changes frames says whether the change is one of substance.
const SortField = "sort"

// The values of SortField.
const (
	SortSubstance = "substance"
	SortWording   = "wording"
)

var (
	sortLabel     = lingo.T("Vad är det för ändring?", "What sort of change is it?")
	sortSubstance = lingo.T("I sak", "In substance")
	sortHint      = lingo.T("Något annat gäller nu. Alla medarbetare läser ramarna igen innan de skriver nästa gång.", "Something else applies now. Every employee reads the frames again before she next writes.")
	sortWording   = lingo.T("Bara ord", "Wording only")
	wordingHint   = lingo.T("Samma sak gäller, bättre sagt. Ingen behöver läsa om.", "The same applies, better said. Nobody needs to read again.")
	sortMissing   = lingo.T("Säg om ändringen är i sak eller bara i ord.", "Say whether the change is in substance or in wording only.")
)

// SortView is the field.
func SortView(f hall.Form) frame.FieldView {
	l := f.Lang()
	return f.Field(frame.FieldView{Kind: frame.Cards, Name: SortField, Label: sortLabel.In(l), Options: []frame.Option{
		{Value: SortSubstance, Label: sortSubstance.In(l), Hint: sortHint.In(l)}, {Value: SortWording, Label: sortWording.In(l), Hint: wordingHint.In(l)}}})
}

// ReadSort reads the field; the fault is Invalid when nothing was chosen.
func ReadSort(v *visit.Visit) (substance bool, err error) {
	switch v.Form(SortField) {
	case SortSubstance:
		return true, nil
	case SortWording:
		return false, nil
	}
	return false, fault.New(fault.Invalid, sortMissing).At(SortField)
}

// Sort says what sort of change a version was.
func Sort(substance bool) lingo.Text {
	if substance {
		return sortSubstance
	}
	return sortWording
}

// Kept returns everything that was typed in a form, to be sent again with the page that asks what sort of change it is; the
// buttons named are left out.
func Kept(v *visit.Visit, buttons ...string) (out [][2]string) {
	for _, name := range slices.Sorted(maps.Keys(v.R.PostForm)) {
		if name == SortField || slices.Contains(buttons, name) {
			continue
		}
		for _, value := range v.R.PostForm[name] {
			out = append(out, [2]string{name, value})
		}
	}
	return out
}
