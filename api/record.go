package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/base/ledger"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/people"
	"tilltal/desk/record"
)

// Record is where the desk stands for what it has done: desk/record.
type Record interface {
	Chronicle(ctx context.Context, a people.Actor, f record.Filter) (desk.Page[record.Line], error)
	Proof(ctx context.Context, a people.Actor, seq int64) (record.Proof, error)
	Insight(ctx context.Context) (record.Insight, error)
}

// Ledger is the record's own proof: the store.
type Ledger interface {
	Checkpoint(ctx context.Context) (signed []byte, key string, err error)
}

// Entry is one act on the record.
type Entry struct {
	Seq      int64          `json:"seq" doc:"Its number on the record; 1 is the first"`
	Kind     string         `json:"kind" example:"draft.saved"`
	Subject  string         `json:"subject" doc:"Id of what it concerns"`
	Account  string         `json:"account,omitempty"`
	By       Who            `json:"by"`
	At       time.Time      `json:"at"`
	Say      map[string]any `json:"say,omitempty" doc:"What else the entry tells"`
	Sentence string         `json:"sentence" doc:"The entry in a sentence"`
}

// Who did it.
type Who struct {
	Kind string `json:"kind,omitempty" doc:"person, citizen, remote, system or token; left out when the entry's body has been disposed of"`
	ID   string `json:"id,omitempty"`
	Name string `json:"name,omitempty"`
}

func seeEntry(l record.Line, lang lingo.Lang) Entry {
	return Entry{Seq: l.Seq, Kind: l.Kind, Subject: l.Subject, Account: l.Account, By: Who(l.Who), At: l.At, Say: l.Say, Sentence: l.Sentence.In(lang)}
}

// chronicleFilter chooses entries.
type chronicleFilter struct {
	Account []string  `query:"account" maxItems:"200" doc:"At these accounts, parted by commas. Leave out for all that you may read"`
	Subject string    `query:"subject" maxLength:"64" doc:"Id of what it is about: a thing's whole life"`
	Kind    []string  `query:"kind" maxItems:"100" doc:"Of these kinds, parted by commas"`
	Person  string    `query:"person" maxLength:"64" doc:"Id of who did it"`
	Words   string    `query:"words" maxLength:"500" doc:"In what was said or published"`
	From    time.Time `query:"from" doc:"What happened at this moment or later"`
	To      time.Time `query:"to" doc:"What happened before this moment"`
	Paged
}

// Proof is an entry with what shows that it stands where it does. Hashes are in base64.
type Proof struct {
	Entry Entry    `json:"entry"`
	Gone  bool     `json:"gone,omitempty" doc:"The entry has been disposed of: its place and its leaf are left"`
	Facts []Fact   `json:"facts" nullable:"false" doc:"The rows that it consists of, each with the hash that the entry keeps of it"`
	Leaf  string   `json:"leaf"`
	Path  []string `json:"path" nullable:"false" doc:"From the leaf to the root (RFC 6962 2.1.1)"`
	Size  int64    `json:"size" doc:"Of the tree that the proof is of"`
	Root  string   `json:"root"`
	Holds bool     `json:"holds" doc:"The path leads from the leaf to the root"`
}

// Fact is a row that an entry put on record.
type Fact struct {
	Table string `json:"table"`
	ID    string `json:"id"`
	Hash  string `json:"hash"`
}

func seeProof(p record.Proof, l lingo.Lang) Proof {
	return Proof{Entry: seeEntry(p.Line, l), Gone: p.Gone, Leaf: p.Leaf.String(), Size: p.Size, Root: p.Root.String(), Holds: p.Holds,
		Facts: each(p.Facts, func(f record.Fact) Fact { return Fact{Table: f.Table, ID: f.ID, Hash: f.Hash.String()} }),
		Path:  each(p.Path, ledger.Hash.String)}
}

// Insight is what everybody may see of how the desk works.
type Insight struct {
	At           time.Time        `json:"at" doc:"When it was counted"`
	Since        time.Time        `json:"since" doc:"The first moment it looks at"`
	Readings     []Reading        `json:"readings" nullable:"false" doc:"For all accounts together, the headline first"`
	Accounts     []AccountReading `json:"accounts" nullable:"false"`
	Posts        int              `json:"posts"`
	Answers      int              `json:"answers"`
	Corrections  int              `json:"corrections"`
	Withdrawals  []Withdrawals    `json:"withdrawals" nullable:"false"`
	Reclassified int              `json:"reclassified" doc:"Conversations that a person said need no answer: they are not in the readings"`
}

// Reading is what one measure found: k of n, with the interval that holds the true share in 95 cases of 100.
type Reading struct {
	Name   string    `json:"name" example:"answered.day"`
	Title  string    `json:"title"`
	Help   string    `json:"help" doc:"What is counted, and what cannot be read out of it"`
	K      int       `json:"k"`
	N      int       `json:"n" doc:"How many needed an answer. When it is 0, nothing is known"`
	Share  float64   `json:"share" doc:"k of n, 0 to 1; 0 when n is 0"`
	Low    float64   `json:"low"`
	High   float64   `json:"high"`
	Until  time.Time `json:"until,omitzero" doc:"Messages that came later are too young to count"`
	Hidden bool      `json:"hidden,omitempty" doc:"So few that they could point at somebody"`
}

// AccountReading is the headline for one account.
type AccountReading struct {
	Account string  `json:"account"`
	Name    string  `json:"name"`
	Reading Reading `json:"reading"`
}

// Withdrawals is how many posts were taken off the square on a ground.
type Withdrawals struct {
	Ground string `json:"ground"`
	Posts  int    `json:"posts"`
}

func seeReading(r record.Reading, l lingo.Lang) Reading {
	out := Reading{Name: r.Name, Title: r.Title.In(l), Help: r.Help.In(l), K: r.Share.K, N: r.Share.N, Low: r.Share.Low, High: r.Share.High, Until: r.Until, Hidden: r.Hidden}
	if r.Share.Known() { // JSON has no word for what is not a number
		out.Share = r.Share.Part
	}
	return out
}

func seeInsight(in record.Insight, l lingo.Lang) Insight {
	return Insight{At: in.At, Since: in.Since, Posts: in.Posts, Answers: in.Answers, Corrections: in.Corrections, Reclassified: in.Reclassified,
		Readings: each(in.Readings, func(r record.Reading) Reading { return seeReading(r, l) }),
		Accounts: each(in.Accounts, func(s record.Standing) AccountReading {
			return AccountReading{Account: s.ID, Name: s.Account.Name, Reading: seeReading(s.Reading, l)}
		}),
		Withdrawals: each(in.Withdrawals, func(w record.Withdrawn) Withdrawals { return Withdrawals(w) })}
}

// Checkpoint is the ledger's signed head.
type Checkpoint struct {
	Checkpoint string `json:"checkpoint" doc:"A C2SP signed note: the ledger's name, its size and its root"`
	Key        string `json:"key" doc:"The key to verify it with"`
}

// record adds what stands on the record.
func (r Rooms) record(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/record", ID: "chronicle", Right: people.RecordRead, Summary: "What has happened, the newest first, in sentences"},
		func(ctx context.Context, who people.Actor, in *chronicleFilter) (*answer[Page[Entry]], error) {
			if err := firstOf(within("from", in.From, a.Clock), within("to", in.To, a.Clock)); err != nil {
				return nil, err
			}
			page, err := r.Record.Chronicle(ctx, who, record.Filter{Accounts: in.Account, Subject: in.Subject, Kinds: in.Kind, Person: in.Person, Words: in.Words,
				From: in.From, To: in.To, After: in.After, Limit: in.Limit})
			return got(pageOf(page.Items, page.Next, func(l record.Line) Entry { return seeEntry(l, langOf(ctx)) }), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/record/{seq}", ID: "prove", Right: people.RecordRead, Summary: "One entry of the record, with the proof that it stands where it does"},
		func(ctx context.Context, who people.Actor, in *struct {
			Seq int64 `path:"seq" minimum:"1" doc:"The entry's number"`
		}) (*answer[Proof], error) {
			p, err := r.Record.Proof(ctx, who, in.Seq)
			if err != nil {
				return nil, err
			}
			return got(seeProof(p, langOf(ctx)), nil)
		})
	register(a, operation{Method: http.MethodGet, Path: "/insight", ID: "insight", Right: people.AccountRead, Summary: "The open numbers of the last ninety days, at most five minutes old"},
		func(ctx context.Context, _ people.Actor, _ *struct{}) (*answer[Insight], error) {
			in, err := r.Record.Insight(ctx)
			return got(seeInsight(in, langOf(ctx)), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/checkpoint", ID: "checkpoint", Right: people.LedgerVerify, Summary: "The ledger's signed checkpoint: keep it, and prove later that nothing before it was changed"},
		func(ctx context.Context, _ people.Actor, _ *struct{}) (*answer[Checkpoint], error) {
			signed, key, err := r.Ledger.Checkpoint(ctx)
			return got(Checkpoint{Checkpoint: string(signed), Key: key}, err)
		})
}
