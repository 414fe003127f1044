package write

import (
	"net/http"
	"strconv"

	"tilltal/base/diff"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/draft"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// versionsPage lists the versions of a draft, and compares two of them.
type versionsPage struct {
	frame    frame.StaffFrame
	back     string
	action   string
	rows     []versionRow
	from, to int
	title    string // what is compared
	diff     []diff.Piece
	text     string // the older one, whole
	lang     string
	mayBring bool
}

type versionRow struct {
	number   int
	who      string
	when     frame.Moment
	aside    bool
	latest   bool
	href     string
	selected bool
}

// versions shows what was saved when, and what became of it since.
func (r *room) versions(v *visit.Visit) error {
	w, err := r.lay(v)
	if err != nil {
		return err
	}
	if w.draft.Sealed != "" {
		return draft.Withdrawn
	}
	all, err := r.Drafts.Versions(v.Context(), v.Actor, w.draft.ID)
	if err != nil {
		return err
	}
	p := versionsPage{back: Path + "/" + w.draft.ID, action: Path + "/" + w.draft.ID + "/versioner", to: w.draft.Latest.Number}
	if p.from, err = strconv.Atoi(v.Form("fran")); err != nil {
		p.from = beforeLatest(all, p.to)
	}
	names := paper.NewNames(v, r.People)
	for _, ver := range all {
		p.rows = append(p.rows, versionRow{number: ver.Number, who: names.Of(ver.By), when: hall.Moment(v, ver.At), aside: ver.Aside,
			latest: ver.Number == p.to, href: p.action + "?fran=" + strconv.Itoa(ver.Number), selected: ver.Number == p.from})
	}
	if p.from != 0 && p.from != p.to {
		old, err := r.Drafts.Version(v.Context(), v.Actor, w.draft.ID, p.from)
		if err != nil {
			return err
		}
		p.title, p.diff = comparing.Put(p.from, p.to).In(v.Lang), paper.Diff(diff.Words(old.Content.Spoken(), w.draft.Latest.Content.Spoken()))
		p.text, p.lang = paper.Visible(old.Content.Spoken()), old.Content.Language
		p.mayBring = v.Actor.May(draft.RightTo(w.draft.Kind), w.draft.Account, v.Now) && !over(w.draft)
	}
	if p.frame, err = r.Hall.Frame(v, frame.RoomWrite, versionsTitle); err != nil {
		return err
	}
	return v.Page(http.StatusOK, versionsView(p))
}

// beforeLatest is the version that stood before the newest; 0 when there is none.
func beforeLatest(all []draft.Version, latest int) int {
	for _, ver := range all {
		if ver.Number < latest && !ver.Aside {
			return ver.Number
		}
	}
	return 0
}

// bringBack saves an older version, or one that was put aside, as the newest. Nothing is written over.
func (r *room) bringBack(v *visit.Visit) error {
	id := v.R.PathValue("draft")
	number, err := strconv.Atoi(v.Form(versionField))
	if err != nil {
		return noVersion.Because(err)
	}
	old, err := r.Drafts.Version(v.Context(), v.Actor, id, number)
	if err != nil {
		return err
	}
	d, err := r.Drafts.Get(v.Context(), v.Actor, id)
	if err != nil {
		return err
	}
	if _, err := r.Drafts.Save(v.Context(), v.Actor, id, d.Latest.Number, old.Content); err != nil {
		return err
	}
	return hall.See(v, Path+"/"+id+"?andra=1", broughtBack.Put(number))
}

var noVersion = fault.New(fault.NotFound, lingo.T("Den versionen finns inte.", "There is no such version."))
