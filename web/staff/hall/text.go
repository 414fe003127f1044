package hall

import (
	"tilltal/base/lingo"
	"tilltal/web/frame"
)

var (
	cancel   = lingo.T("Avbryt", "Cancel")
	onlyOnce = lingo.T("Vi visar det bara den här gången. Markera och kopiera.", "We show it only this once. Select and copy.")
)

// wrong reports whether something in the section is to be mended.
func (s Section) wrong() bool {
	for _, f := range s.Fields {
		if f.Error != "" {
			return true
		}
	}
	return false
}

func (a Act) look() frame.Look {
	if a.Danger {
		return frame.Danger
	}
	return frame.Secondary
}
