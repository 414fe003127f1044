package public_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/human"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/authority"
	"tilltal/desk/draft"
	"tilltal/desk/guideline"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/desk/record"
	"tilltal/desk/start"
	"tilltal/measure/all"
	"tilltal/store"
	"tilltal/store/storetest"
	"tilltal/web"
	"tilltal/web/public"
)

const home = "https://torget.example.se"

// town is an authority with its rooms on a real store, and its square.
type town struct {
	t       testing.TB
	store   *store.Store
	clock   *clock.Fixed
	people  *people.Room
	account *account.Room
	draft   *draft.Room
	publish *publish.Room
	inbox   *inbox.Room
	deps    public.Deps
	park    account.Account
	amina   people.Actor
	places  map[string]inbox.Place
	square  http.Handler
	sent    int
}

// Find knows the posts that the test has published.
func (w *town) Find(_ context.Context, uris []string) (map[string]inbox.Place, error) {
	out := map[string]inbox.Place{}
	for _, u := range uris {
		if p, ok := w.places[u]; ok {
			out[u] = p
		}
	}
	return out, nil
}

type plainReader struct{}

func (plainReader) Read(e inbox.Envelope) (m inbox.Message, err error) {
	err = json.Unmarshal(e.Body, &m)
	return m, err
}

type noPasswords struct{}

func (noPasswords) HashFirst(context.Context, people.Newcomer, string) (string, error) {
	return "none", nil
}

type nobody struct{}

func (nobody) Enter(context.Context, string) (people.Actor, people.Session, error) {
	return people.Actor{}, people.Session{}, fault.New(fault.SignIn, lingo.T("Logga in.", "Sign in."))
}

func newTown(t testing.TB) *town {
	t.Helper()
	c := clock.At(storetest.Noon)
	return townOn(t, storetest.SQLite(t, c), c)
}

func townOn(t testing.TB, s *store.Store, c *clock.Fixed) *town {
	t.Helper()
	w := &town{t: t, store: s, clock: c, places: map[string]inbox.Place{}}
	w.people = people.New(s, people.Options{Clock: c})
	w.account = account.New(s, w.people, c)
	w.draft = draft.New(s, c, nil)
	w.publish = publish.New(s, c, w.people, w.draft, func() bool { return true })
	w.inbox = inbox.New(s, inbox.Options{Clock: c, Square: w, Readers: map[string]inbox.Reader{"test": plainReader{}}, People: w.people, Writer: w.draft, Publisher: w.publish})
	w.begin()
	w.deps = public.Deps{Authority: authority.New(s, c), Accounts: w.account, Posts: w.publish, Talk: w.inbox, Ledger: s,
		Figures: record.New(s, c, all.Measures()), Guard: human.NewGuard([]byte("a key of thirty-two bytes or so!"), human.NewMemory(c.Now)), Clock: c}
	w.open()
	return w
}

// open puts the square's doors up with what the test has changed in its deps.
func (w *town) open() {
	base, err := url.Parse(home)
	w.must(err)
	w.square = web.New(web.Options{Base: base, Clock: w.clock, Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Door: nobody{}, Routes: public.Routes(w.deps)}).Handler()
}

func (w *town) begin() {
	charter := account.Blank(guideline.ProfileMunicipality)
	charter.Name, charter.Place, charter.Purpose = "Parken i Umeå", "Umeå", "Vi berättar om stadens parker och svarar på frågor."
	begun, err := start.New(w.store, noPasswords{}, w.clock).Begin(context.Background(), start.Form{
		Authority: authority.Settings{Name: "Umeå kommun", Base: home, Contact: "kontakt@example.se", DPO: "dataskydd@example.se", Accessibility: "Vi följer lagen.\nVissa filmer saknar text."},
		Admin:     people.Newcomer{Name: "Sten Admin", Email: "sten@example.se"},
		Account:   account.Plan{Handle: "parken", Charter: charter},
		Owners: []people.Newcomer{{GivenName: "Amina", Name: "Amina Berg", Unit: "Parkenheten", Email: "amina@example.se"},
			{GivenName: "Lars", Name: "Lars Ek", Unit: "Kommunikation", Email: "lars@example.se"}},
	})
	w.must(err)
	w.park, err = w.account.Account(context.Background(), begun.Account)
	w.must(err)
	w.amina, err = w.people.Load(context.Background(), begun.Owners[0].Person.ID)
	w.must(err)
}

func (w *town) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// post publishes a text, as Amina.
func (w *town) post(text string, topics ...string) publish.Post {
	w.t.Helper()
	return w.say(draft.Content{Text: text, Language: "sv", Topics: topics})
}

func (w *town) say(c draft.Content) publish.Post {
	w.t.Helper()
	d, err := w.draft.Begin(context.Background(), w.amina, draft.Start{Account: w.park.ID, Kind: draft.KindPost, Content: c})
	w.must(err)
	p, err := w.publish.Public(context.Background(), w.release(d).Post)
	w.must(err)
	w.places[w.url(p)] = inbox.Place{Account: p.Account, Post: p.ID}
	return p
}

func (w *town) release(d draft.Draft) publish.Outcome {
	w.t.Helper()
	_, err := w.draft.Submit(context.Background(), w.amina, d.ID, draft.Handing{Version: d.Last})
	w.must(err)
	o, err := w.publish.PublishOwn(context.Background(), w.amina, d.ID)
	w.must(err)
	w.clock.Move(time.Minute)
	return o
}

func (w *town) correct(p publish.Post, said draft.Corrected, text string) {
	w.t.Helper()
	d, err := w.publish.Correct(context.Background(), w.amina, p.ID, said, text)
	w.must(err)
	w.release(d)
}

func (w *town) withdraw(p publish.Post) {
	w.t.Helper()
	_, err := w.publish.Withdraw(context.Background(), w.amina, p.ID, publish.Taking{Ground: publish.GroundPersonalData, Reason: "Hemligt skäl.", Public: "En person gick att känna igen."})
	w.must(err)
}

func (w *town) url(p publish.Post) string { return home + "/torget/parken/" + p.ID }

// reply lets somebody on another server say something under a post, and sorts it.
func (w *town) reply(p publish.Post, name, text string) {
	w.t.Helper()
	w.hear(p, name, text)
	w.must(w.inbox.Sort(context.Background()))
}

func (w *town) hear(p publish.Post, name, text string) {
	w.t.Helper()
	w.sent++
	m := inbox.Message{Kind: inbox.MessageSaid, Remote: fmt.Sprintf("https://social.example/%d", w.sent), InReplyTo: w.url(p), Author: "https://social.example/anna",
		AuthorName: name, Text: text, HTML: "<p>x</p>", Language: "sv", Visibility: inbox.Public, At: w.clock.Now()}
	body, err := json.Marshal(m)
	w.must(err)
	w.must(w.inbox.Arrive(context.Background(), inbox.Envelope{Channel: "test", Remote: m.Remote, Sender: m.Author, Kind: "Create", Body: body}))
	w.clock.Move(time.Second)
}

// answer answers the newest conversation in public, as Amina.
func (w *town) answer(text string) {
	w.t.Helper()
	list, err := w.inbox.List(context.Background(), w.amina, inbox.Filter{})
	w.must(err)
	c := list.Items[len(list.Items)-1]
	_, err = w.inbox.Reply(context.Background(), w.amina, c.ID, inbox.Words{Content: draft.Content{Text: text, Language: "sv"}, Seen: c.Seen})
	w.must(err)
}

// get asks for a page; headers come in pairs.
func (w *town) get(path string, headers ...string) *httptest.ResponseRecorder {
	w.t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Header.Set("Accept-Language", "sv")
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return w.do(r)
}

func (w *town) send(path string, form url.Values) *httptest.ResponseRecorder {
	w.t.Helper()
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Accept-Language", "sv")
	return w.do(r)
}

func (w *town) do(r *http.Request) *httptest.ResponseRecorder {
	rec := httptest.NewRecorder()
	w.square.ServeHTTP(rec, r)
	return rec
}

// shows fails unless the answer has the status and all of the words.
func shows(t testing.TB, rec *httptest.ResponseRecorder, status int, words ...string) string {
	t.Helper()
	body := rec.Body.String()
	if rec.Code != status {
		t.Errorf("status %d, want %d\n%s", rec.Code, status, body)
	}
	for _, word := range words {
		if !strings.Contains(body, word) {
			t.Errorf("%q is not in\n%s", word, body)
		}
	}
	return body
}

func hides(t testing.TB, body string, words ...string) {
	t.Helper()
	for _, word := range words {
		if strings.Contains(body, word) {
			t.Errorf("%q is in\n%s", word, body)
		}
	}
}
