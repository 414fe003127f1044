package record

import (
	"slices"

	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/record"
	"tilltal/web/frame"
	"tilltal/web/visit"
)

// A page has fewLines lines at least, while there is more to read, and is at most mostRead pages of the record.
const (
	fewLines = 25
	mostRead = 4
)

var (
	cameOne    = lingo.T("En medborgare hörde av sig.", "A citizen got in touch.")
	cameMany   = lingo.T("Medborgare hörde av sig %d gånger.", "Citizens got in touch %d times.")
	cameSorted = lingo.T("Tilltal sorterade det som kommit in.", "Tilltal sorted what had arrived.")
)

// byItself are the kinds by which the inbox tells what came, and what Tilltal made of it: nobody at the desk did anything.
var byItself = []string{"inbox.arrived", "inbox.sorted", "inbox.opened", "inbox.said", "inbox.changed", "inbox.takenback", "inbox.rooted", "inbox.joined"}

func quiet(e desk.Entry) bool {
	return slices.Contains(byItself, e.Kind) || e.Kind == "inbox.marked" && e.Who.Kind == desk.WhoSystem
}

// told are the lines of the chronicle. What came in by itself, entry upon entry, folds into one line, so that what people did is
// seen; whoever searches sees each entry that was found.
func told(v *visit.Visit, all []record.Line, accounts []account.Account) (out []frame.ChronicleView) {
	searching := asked(v)
	for len(all) > 0 {
		n := 1
		for !searching && n < len(all) && quiet(all[0].Entry) && quiet(all[n].Entry) && all[n].Seq == all[n-1].Seq-1 {
			n++
		}
		if n == 1 {
			out = append(out, line(v, all[0], accounts))
		} else {
			out = append(out, fold(v, all[:n], accounts))
		}
		all = all[n:]
	}
	return out
}

func fold(v *visit.Visit, run []record.Line, accounts []account.Account) frame.ChronicleView {
	came := 0
	var view frame.ChronicleView
	for _, l := range run {
		if l.Kind == "inbox.arrived" {
			came++
		}
		view.Folded = append(view.Folded, line(v, l, accounts))
	}
	view.When = view.Folded[0].When
	switch came {
	case 0:
		view.Text = v.Say(cameSorted)
	case 1:
		view.Text = v.Say(cameOne)
	default:
		view.Text = cameMany.Put(came).In(v.Lang)
	}
	return view
}
