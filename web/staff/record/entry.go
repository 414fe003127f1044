package record

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/desk"
	"tilltal/desk/record"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// entryView is the page of one entry.
type entryView struct {
	frame   frame.StaffFrame
	line    frame.ChronicleView
	facts   []hall.Fact
	said    []hall.Fact // what the entry tells besides
	rows    *frame.TableView
	proof   frame.NoticeView
	hashes  []hall.Fact
	path    []string
	prove   string // the command that proves it without this page
	all     string
	earlier string
	later   string
}

// entry shows one entry, with the proof of its place.
func (r *room) entry(v *visit.Visit) error {
	number, err := strconv.ParseInt(v.R.PathValue("number"), 10, 64)
	if err != nil {
		return fault.New(fault.NotFound, noSuchEntry)
	}
	p, err := r.Record.Proof(v.Context(), v.Actor, number)
	if err != nil {
		return err
	}
	accounts, err := r.Accounts.All(v.Context(), true)
	if err != nil {
		return err
	}
	view := entryView{line: line(v, p.Line, accounts), prove: "tilltal ledger prove " + strconv.FormatInt(p.Seq, 10), all: all(p.Subject)}
	view.line.Proof = ""
	view.facts = about(v, p.Entry, accountName(p.Account, accounts))
	view.said = said(p.Entry)
	view.rows = consists(v, p)
	view.proof, view.hashes = proves(v, p)
	for _, h := range p.Path {
		view.path = append(view.path, h.String())
	}
	if p.Seq > 1 {
		view.earlier = Path + "/" + strconv.FormatInt(p.Seq-1, 10)
	}
	if p.Seq < p.Size {
		view.later = Path + "/" + strconv.FormatInt(p.Seq+1, 10)
	}
	if view.frame, err = r.Hall.Frame(v, frame.RoomRecord, entryTitle.Put(p.Seq)); err != nil {
		return err
	}
	return v.Page(http.StatusOK, entryPage(view))
}

// exactly says when something happened, to the second, with how far the clocks were from UTC.
func exactly(at time.Time, l lingo.Lang) string {
	return frame.DateIn(at, l) + ", " + at.Format("15:04:05 (UTC-07:00)")
}

// whoKinds are what somebody who acts can be.
var whoKinds = map[string]lingo.Text{
	desk.WhoPerson:  lingo.T("kollega", "colleague"),
	desk.WhoCitizen: lingo.T("medborgare", "citizen"),
	desk.WhoRemote:  lingo.T("någon på en annan server", "somebody on another server"),
	desk.WhoSystem:  lingo.T("Tilltal självt, efter en rutin", "Tilltal itself, by a routine"),
	desk.WhoToken:   lingo.T("ett program, för en kollega", "a program, for a colleague"),
}

// about is when, who and where.
func about(v *visit.Visit, e desk.Entry, at string) []hall.Fact {
	who := markup.Visible(e.Who.Name)
	if who == "" {
		who = markup.Visible(e.Who.ID)
	}
	if kind, ok := whoKinds[e.Who.Kind]; ok {
		if who != "" {
			who += ", "
		}
		who += v.Say(kind)
	}
	return []hall.Fact{
		{Name: v.Say(whenLabel), Value: exactly(e.At.In(clock.Stockholm()), v.Lang)},
		{Name: v.Say(whoLabel), Value: who}, {Name: v.Say(accountLabel), Value: at},
		{Name: v.Say(kindLabel), Value: e.Kind}, {Name: v.Say(subjectLabel), Value: markup.Visible(e.Subject)},
	}
}

// said is what the entry itself tells, by its own names.
func said(e desk.Entry) (out []hall.Fact) {
	for _, key := range slices.Sorted(maps.Keys(e.Say)) {
		value, ok := e.Say[key].(string)
		if !ok {
			b, err := json.Marshal(e.Say[key])
			if err != nil {
				continue // it was read from JSON, and can be written as it
			}
			value = string(b)
		}
		out = append(out, hall.Fact{Name: key, Value: markup.Visible(value), Lines: true})
	}
	return out
}

// consists lists the rows that the entry put on record, each held by its hash.
func consists(v *visit.Visit, p record.Proof) *frame.TableView {
	if len(p.Facts) == 0 {
		return nil
	}
	t := &frame.TableView{Caption: v.Say(rowsTitle), Quiet: true, Heads: []string{v.Say(tableHead), v.Say(idHead), v.Say(hashHead)}}
	for _, f := range p.Facts {
		t.Rows = append(t.Rows, frame.RowView{Cells: []string{f.Table, f.ID, f.Hash.String()}})
	}
	return t
}

func proves(v *visit.Visit, p record.Proof) (frame.NoticeView, []hall.Fact) {
	n := frame.NoticeView{Tone: frame.Good, Title: v.Say(proofHolds), Text: proofHoldsText.Put(p.Seq, p.Size).In(v.Lang)}
	if !p.Holds {
		n = frame.NoticeView{Tone: frame.Stop, Title: v.Say(proofFails), Text: v.Say(proofFailsText)}
	}
	return n, []hall.Fact{{Name: v.Say(leafLabel), Value: p.Leaf.String()}, {Name: v.Say(rootLabel), Value: p.Root.String()}}
}
