package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"tilltal/api"
	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/throttle"
	checks "tilltal/check/all"
	"tilltal/desk/account"
	"tilltal/desk/authority"
	"tilltal/desk/counsel"
	"tilltal/desk/draft"
	"tilltal/desk/frame"
	"tilltal/desk/guideline"
	"tilltal/desk/idea"
	"tilltal/desk/inbox"
	"tilltal/desk/lesson"
	"tilltal/desk/notice"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/desk/record"
	"tilltal/desk/review"
	"tilltal/desk/shift"
	"tilltal/desk/start"
	measures "tilltal/measure/all"
	"tilltal/store"
	"tilltal/store/storetest"
)

// house is a whole desk on a real database, with the API as its only door.
type house struct {
	*store.Store
	clock   *clock.Fixed
	people  *people.Room
	inbox   *inbox.Room
	posts   *publish.Room
	shifts  *shift.Room
	api     *api.API
	log     *bytes.Buffer
	account string            // Parken, of a municipality
	ids     map[string]string // people by their given names
	tokens  map[string]string // tokens by the same
}

// plainly hashes passwords without taking time.
type plainly struct{}

func (plainly) Hash(_ context.Context, password string) (string, error) { return password, nil }

func (plainly) Verify(_ context.Context, password, hash string) (bool, error) {
	return password == hash, nil
}

// nowhere is a square that knows of no address.
type nowhere struct{}

func (nowhere) Find(context.Context, []string) (map[string]inbox.Place, error) { return nil, nil }

// open starts a desk: Kim is administrator and owner, Amina is owner, Bengt and Cissi are voices, Revan is auditor.
func open(t testing.TB) *house {
	t.Helper()
	c := clock.At(storetest.Noon)
	return openOn(t, storetest.SQLite(t, c), c)
}

func openOn(t testing.TB, s *store.Store, c *clock.Fixed) *house {
	t.Helper()
	h := &house{Store: s, clock: c, log: &bytes.Buffer{}, ids: map[string]string{}, tokens: map[string]string{}}
	h.furnish(t, nil)
	return h
}

// each runs a test with a new desk on every database.
func each(t *testing.T, test func(t *testing.T, h *house)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) { test(t, openOn(t, s, c)) })
}

// furnish opens the rooms and the door; change may put something else in the place of a room.
func (h *house) furnish(t testing.TB, change func(*api.Options)) {
	t.Helper()
	s, c := h.Store, h.clock
	calm := throttle.New(throttle.Rule{Burst: 100}, 100, c)
	h.people = people.New(s, people.Options{Clock: c, Hasher: plainly{}, ByPerson: calm, ByPlace: calm})
	drafts := draft.New(s, c, checks.All())
	h.posts = publish.New(s, c, h.people, drafts, func() bool { return true })
	h.inbox = inbox.New(s, inbox.Options{Clock: c, Square: nowhere{}, People: h.people, Writer: drafts, Publisher: h.posts})
	h.shifts = shift.New(s, shift.Options{Clock: c, People: h.people, Assign: inbox.HandedOn})
	if h.account == "" {
		h.begin(t, start.New(s, h.people, c))
	}
	o := api.Options{Clock: c, Log: slog.New(slog.NewTextHandler(h.log, nil)), Who: h.people, Memory: s, Rooms: api.Rooms{
		People: h.people, Accounts: account.New(s, h.people, c), Routines: guideline.New(s, c),
		Frames: frame.New(s, h.people, c, checks.All()), Lessons: lesson.New(s, c, checks.All()), Authority: authority.New(s, c), Drafts: drafts,
		Shifts:  shift.New(s, shift.Options{Clock: c, People: h.people, Assign: inbox.HandedOn}),
		Reviews: review.New(s, c), Posts: h.posts, Inbox: h.inbox, Counsel: counsel.New(s, c, drafts, h.inbox), Ideas: idea.New(s, c, drafts),
		Notices: notice.New(s, notice.Options{Clock: c, Base: "https://torget.example.se"}), Record: record.New(s, c, measures.Measures()), Ledger: s, Jobs: s,
	}}
	if change != nil {
		change(&o)
	}
	h.api = api.New(o)
}

func (h *house) begin(t testing.TB, first *start.Room) {
	t.Helper()
	charter := account.Blank(guideline.ProfileMunicipality)
	charter.Name, charter.Purpose, charter.Place = "Parken", "Vi berättar om parkerna.", "Umeå"
	begun, err := first.Begin(t.Context(), start.Form{
		Authority: authority.Settings{Name: "Umeå kommun", Base: "https://torget.example.se", Contact: "kommunen@example.se"},
		Admin:     people.Newcomer{Name: "Kim Ek", Email: "kim@example.se"}, Password: "fyra ord som inte hör ihop",
		Account: account.Plan{Handle: "vardag_i_sjovik", Charter: charter},
		Owners:  []people.Newcomer{{Name: "Amina Berg", Unit: "Parkenheten", Email: "amina@example.se"}, {Name: "Kim Ek", Email: "kim@example.se"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	h.account = begun.Account
	h.know(t, begun.Admin)
	h.know(t, begun.Owners[0].Person)
	for _, name := range []string{"Bengt", "Cissi"} {
		h.commission(t, h.hire(t, name), people.Voice)
	}
	h.grant(t, h.hire(t, "Revan"), people.Auditor)
}

// know makes a token that may do all that a person may.
func (h *house) know(t testing.TB, p people.Person) {
	t.Helper()
	h.ids[p.GivenName] = p.ID
	h.tokens[p.GivenName] = h.token(t, p.ID, people.ScopeRead, people.ScopeWrite)
}

func (h *house) token(t testing.TB, person string, scopes ...string) string {
	t.Helper()
	bearer, _, err := h.people.CreateToken(t.Context(), people.Console(h.clock.Now()), people.Wish{Person: person, Name: "prov", Scopes: scopes, Until: h.clock.Now().AddDate(0, 6, 0)})
	if err != nil {
		t.Fatal(err)
	}
	return bearer
}

// hire puts somebody in the register and returns her id.
func (h *house) hire(t testing.TB, name string) string {
	t.Helper()
	w, err := h.people.Hire(t.Context(), people.Console(h.clock.Now()), people.Newcomer{Name: name + " Larsson", Email: strings.ToLower(name) + "@example.se"})
	if err != nil {
		t.Fatal(err)
	}
	h.know(t, w.Person)
	return w.Person.ID
}

func (h *house) grant(t testing.TB, person string, role people.Role) {
	t.Helper()
	if _, err := h.people.Grant(t.Context(), people.Console(h.clock.Now()), person, role, time.Time{}); err != nil {
		t.Fatal(err)
	}
}

func (h *house) commission(t testing.TB, person string, role people.Role) {
	t.Helper()
	if _, err := h.people.Commission(t.Context(), people.Console(h.clock.Now()), people.Appointment{Person: person, Account: h.account, Role: role}); err != nil {
		t.Fatal(err)
	}
}

// work does what the workers do: sorts what has arrived, and publishes what is due.
func (h *house) work(t testing.TB) {
	t.Helper()
	if err := h.inbox.Sort(t.Context()); err != nil {
		t.Fatal(err)
	}
	jobs, err := h.Claim(t.Context(), []string{publish.JobPublish}, 100, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	for _, j := range jobs {
		if err := h.posts.Run(t.Context(), j); err != nil && !fault.Is(err, fault.TooSoon) {
			t.Fatal(err)
		}
	}
}

// body is a JSON object.
type body map[string]any

// reply is what the API answered.
type reply struct {
	status int
	header http.Header
	text   []byte
	t      testing.TB
	call   string
}

// as calls an operation as somebody; headers come in pairs.
func (h *house) as(t testing.TB, name, method, path string, said any, headers ...string) reply {
	t.Helper()
	return h.call(t, h.tokens[name], method, path, said, headers...)
}

func (h *house) call(t testing.TB, token, method, path string, said any, headers ...string) reply {
	t.Helper()
	var r io.Reader
	switch b := said.(type) {
	case nil:
	case string:
		r = strings.NewReader(b)
	case []byte:
		r = bytes.NewReader(b)
	default:
		plain, err := json.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		r = bytes.NewReader(plain)
	}
	if !strings.HasPrefix(path, "/api/") {
		path = api.Prefix + path
	}
	req := httptest.NewRequestWithContext(t.Context(), method, path, r)
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	req.Header.Set("Accept-Language", "en")
	for i := 0; i+1 < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.api.Handler().ServeHTTP(w, req)
	return reply{status: w.Code, header: w.Header(), text: w.Body.Bytes(), t: t, call: method + " " + path}
}

// want fails the test unless the answer has the status.
func (r reply) want(status int) reply {
	r.t.Helper()
	if r.status != status {
		r.t.Fatalf("%s: %d, want %d: %s", r.call, r.status, status, r.text)
	}
	return r
}

// at returns the value at a path of names and numbers, parted by dots; nil when there is none.
func (r reply) at(path string) any {
	r.t.Helper()
	var v any
	if err := json.Unmarshal(r.text, &v); err != nil {
		r.t.Fatalf("%s: %v in %q", r.call, err, r.text)
	}
	for name := range strings.SplitSeq(path, ".") {
		switch in := v.(type) {
		case map[string]any:
			v = in[name]
		case []any:
			var i int
			if _, err := fmt.Sscan(name, &i); err != nil || i >= len(in) {
				return nil
			}
			v = in[i]
		default:
			return nil
		}
	}
	return v
}

// is fails the test unless the values at the paths are as told, in pairs. Numbers are float64.
func (r reply) is(pairs ...any) reply {
	r.t.Helper()
	for i := 0; i+1 < len(pairs); i += 2 {
		path, _ := pairs[i].(string)
		want := pairs[i+1]
		if n, ok := want.(int); ok {
			want = float64(n)
		}
		if got := r.at(path); got != want {
			r.t.Errorf("%s: %s is %v, want %v", r.call, path, got, want)
		}
	}
	return r
}

// text returns the text at a path, which must be there.
func (r reply) str(path string) string {
	r.t.Helper()
	s, ok := r.at(path).(string)
	if !ok || s == "" {
		r.t.Fatalf("%s: no text at %s in %s", r.call, path, r.text)
	}
	return s
}

// num returns the number at a path, which must be there.
func (r reply) num(path string) int {
	r.t.Helper()
	n, ok := r.at(path).(float64)
	if !ok {
		r.t.Fatalf("%s: no number at %s in %s", r.call, path, r.text)
	}
	return int(n)
}
