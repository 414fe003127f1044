package settings

import (
	"maps"
	"net/http"
	"slices"
	"strconv"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// mostDead is how many jobs that were given up are shown: more than this is one trouble, not many.
const mostDead = 100

// jobsView is the page about the work that the desk does by itself.
type jobsView struct {
	tabs    frame.TabsView
	dead    []hall.Row
	waiting frame.TableView
	oldest  string // how long the oldest has waited; "" when nothing waits
}

// jobs shows what was given up, and what waits.
func (r room) jobs(v *visit.Visit) error {
	f, err := r.Hall.Frame(v, frame.RoomSettings, jobsTab)
	if err != nil {
		return err
	}
	dead, err := r.Jobs.DeadJobs(v.Context(), mostDead)
	if err != nil {
		return err
	}
	counts, oldest, err := r.Jobs.Waiting(v.Context())
	if err != nil {
		return err
	}
	view := jobsView{tabs: tabs(v), dead: deadRows(v, dead)}
	view.waiting = frame.TableView{Caption: v.Say(waitingTitle), Quiet: true, Heads: []string{v.Say(jobHead), v.Say(countHead)}, Numbers: []int{1}}
	for _, kind := range slices.Sorted(maps.Keys(counts)) {
		view.waiting.Rows = append(view.waiting.Rows, frame.RowView{Cells: []string{v.Say(kindName(kind)), strconv.Itoa(counts[kind])}})
	}
	if len(counts) > 0 {
		view.oldest = oldestLine.Put(howLong(oldest)).In(v.Lang)
	}
	return v.Page(http.StatusOK, jobsPage(f, view))
}

func deadRows(v *visit.Visit, dead []desk.DeadJob) []hall.Row {
	var out []hall.Row
	for _, d := range dead {
		id := strconv.FormatInt(d.ID, 10)
		row := hall.Row{Title: v.Say(kindName(d.Kind)), Lines: []string{deadLine.Put(hall.Words(v, d.DeadAt), d.Attempts).In(v.Lang), d.LastError}}
		if hall.May(v, people.JobsRetry) {
			row.Acts = []hall.Act{{Text: v.Say(retryButton), Action: jobsPath + "/" + id, About: id}}
		}
		out = append(out, row)
	}
	return out
}

// howLong writes a time in its largest whole unit.
func howLong(d time.Duration) lingo.Text {
	switch {
	case d >= time.Hour:
		return lingo.Count(int(d/time.Hour), lingo.T("%d timme", "%d hour"), lingo.T("%d timmar", "%d hours"))
	case d >= time.Minute:
		return lingo.Count(int(d/time.Minute), lingo.T("%d minut", "%d minute"), lingo.T("%d minuter", "%d minutes"))
	}
	return lingo.Count(int(d/time.Second), lingo.T("%d sekund", "%d second"), lingo.T("%d sekunder", "%d seconds"))
}

// retry puts a job that was given up back in the queue.
func (r room) retry(v *visit.Visit) error {
	id, err := strconv.ParseInt(v.R.PathValue("id"), 10, 64)
	if err != nil {
		return fault.New(fault.NotFound, lingo.T("Det finns inget sådant arbete.", "There is no such job.")).Because(err)
	}
	if err := r.Jobs.Revive(v.Context(), id, v.Actor.Who()); err != nil {
		return err
	}
	return hall.See(v, jobsPath, retried)
}

// instanceView is the page about the installation itself.
type instanceView struct {
	tabs       frame.TabsView
	real       bool
	mayClaim   bool
	mayBackup  bool
	checkpoint string
	key        string
}

// instance shows whether this is the real desk, the record's newest checkpoint, and how to verify and copy it.
func (r room) instance(v *visit.Visit) error {
	f, err := r.Hall.Frame(v, frame.RoomSettings, instanceTab)
	if err != nil {
		return err
	}
	signed, key, err := r.Ledger.Checkpoint(v.Context())
	if err != nil {
		return err
	}
	return v.Page(http.StatusOK, instancePage(f, instanceView{tabs: tabs(v), real: r.Instance.Real(), mayClaim: hall.May(v, people.InstanceClaim),
		mayBackup: hall.May(v, people.BackupMake), checkpoint: string(signed), key: key}))
}

// claimForm asks before this installation is said to be the real one.
func (r room) claimForm(v *visit.Visit) error {
	f, err := r.Hall.Frame(v, frame.RoomSettings, claimTitle)
	if err != nil {
		return err
	}
	return v.Page(http.StatusOK, confirmPage(f, frame.ConfirmView{Title: f.Title, Text: v.Say(claimText), Action: v.R.URL.Path,
		Button: v.Say(claimButton), Danger: true, Back: instancePath}))
}

func (r room) claim(v *visit.Visit) error {
	if err := people.Ask(v.Actor, people.InstanceClaim, "", v.Now); err != nil {
		return err
	}
	if err := r.Instance.Claim(v.Context(), v.Actor.Person.Name); err != nil {
		return err
	}
	return hall.See(v, instancePath, claimed)
}
