package example

import (
	"context"
	"log/slog"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/password"
	"tilltal/base/throttle"
	"tilltal/check/all"
	"tilltal/desk/account"
	"tilltal/desk/counsel"
	"tilltal/desk/draft"
	"tilltal/desk/frame"
	"tilltal/desk/guideline"
	"tilltal/desk/idea"
	"tilltal/desk/inbox"
	"tilltal/desk/lesson"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/desk/review"
	"tilltal/desk/shift"
	"tilltal/desk/start"
	"tilltal/store"
	"tilltal/store/storetest"
)

// desk is a desk to put the example into, built as the house builds it.
type desk struct {
	Rooms
	store *store.Store
	clock *Clock
}

func newDesk(t testing.TB, now time.Time) *desk {
	t.Helper()
	c := NewClock(clock.At(now))
	return newRooms(storetest.SQLite(t, c), c)
}

func newRooms(s *store.Store, c *Clock) *desk {
	d := &desk{store: s, clock: c}
	d.People = people.New(s, people.Options{Clock: c, Hasher: Sparing(password.New(2)),
		ByPerson: throttle.New(throttle.Rule{Burst: 5, Every: time.Minute}, 100, c), ByPlace: throttle.New(throttle.Rule{Burst: 20, Every: time.Minute}, 100, c), Secret: []byte("secret")})
	d.Start = start.New(s, d.People, c)
	d.Accounts = account.New(s, d.People, c)
	d.Routines = guideline.New(s, c)
	d.Frames = frame.New(s, d.People, c, all.All())
	d.Lessons = lesson.New(s, c, all.All())
	d.Drafts = draft.New(s, c, all.All(), d.Frames)
	d.Shifts = shift.New(s, shift.Options{Clock: c, People: d.People, Assign: inbox.HandedOn})
	d.Publish = publish.New(s, c, d.People, d.Drafts, func() bool { return true })
	d.Review = review.New(s, c)
	d.Inbox = inbox.New(s, inbox.Options{Clock: c, Square: nothing{}, Checks: all.All(), People: d.People, Writer: d.Drafts, Publisher: d.Publish})
	d.Ideas = idea.New(s, c, d.Drafts)
	d.Counsel = counsel.New(s, c, d.Drafts, d.Inbox)
	return d
}

// nothing is a square that nobody has written to from elsewhere.
type nothing struct{}

func (nothing) Find(context.Context, []string) (map[string]inbox.Place, error) { return nil, nil }

func (d *desk) seed(t testing.TB) Cast {
	t.Helper()
	cast, err := Seed(t.Context(), d.Rooms, d.clock, "http://127.0.0.1:8080", slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	return cast
}

// as signs somebody in, with her address and the example's password.
func (d *desk) as(t testing.TB, cast Cast, name string) people.Actor {
	t.Helper()
	i := slices.IndexFunc(cast.Members, func(m Member) bool { return m.Name == name })
	if i < 0 {
		t.Fatalf("%s is not in the cast", name)
	}
	m := cast.Members[i]
	p, err := d.People.Prove(t.Context(), people.Attempt{Email: m.Email, Password: m.Password, Address: "192.0.2.1"})
	if err != nil {
		t.Fatalf("%s cannot sign in: %v", name, err)
	}
	a, err := d.People.Load(t.Context(), p.ID)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// moments are the starts of the demo that the example must bear: a Monday noon, a Sunday night, New Year's Day, and the days
// around both changes of the clocks.
var moments = []time.Time{
	storetest.Noon,
	time.Date(2026, 11, 22, 2, 15, 0, 0, time.UTC),
	time.Date(2027, 1, 1, 9, 0, 0, 0, time.UTC),
	time.Date(2027, 3, 28, 3, 30, 0, 0, time.UTC),
	time.Date(2026, 10, 26, 7, 0, 0, 0, time.UTC),
	time.Date(2026, 6, 19, 20, 0, 0, 0, time.UTC),
}

func TestTheExampleOnAnyDay(t *testing.T) {
	for _, now := range moments {
		t.Run(now.Format("2006-01-02T15.04"), func(t *testing.T) {
			d := newDesk(t, now)
			cast := d.seed(t)
			if !cast.Seeded || len(cast.Members) != len(members) || !d.clock.Now().Equal(now) {
				t.Errorf("%+v at %v", cast, d.clock.Now())
			}
			lars := d.as(t, cast, "Lars Öberg")
			d.checkInbox(t, lars, now)
			d.checkSquare(t, lars)
			d.checkWriting(t, lars, now)
			d.checkChronicle(t, now)
			report, err := d.store.Verify(t.Context(), store.VerifyOptions{})
			if err != nil || len(report.Problems) > 0 || report.Facts < 200 {
				t.Errorf("%v, %+v", err, report)
			}
		})
	}
}

// checkChronicle holds the record to its order: what is written later happened later, and nothing has happened after now.
func (d *desk) checkChronicle(t *testing.T, now time.Time) {
	t.Helper()
	entries, err := d.store.Entries(t.Context(), 0, 5000)
	if err != nil || len(entries) < 150 {
		t.Fatalf("%v, %d entries", err, len(entries))
	}
	for i := 1; i < len(entries); i++ {
		if e := entries[i]; e.At.Before(entries[i-1].At) || e.At.After(now) {
			t.Errorf("%d %s at %v, after %s at %v", e.Seq, e.Kind, e.At, entries[i-1].Kind, entries[i-1].At)
		}
	}
}

func TestTheExampleOnPostgreSQL(t *testing.T) {
	c := NewClock(clock.At(storetest.Noon))
	d := newRooms(storetest.Postgres(t, c), c)
	cast := d.seed(t)
	lars := d.as(t, cast, "Lars Öberg")
	d.checkInbox(t, lars, storetest.Noon)
	d.checkSquare(t, lars)
	d.checkWriting(t, lars, storetest.Noon)
}

func (d *desk) checkInbox(t *testing.T, lars people.Actor, now time.Time) {
	t.Helper()
	open, err := d.Inbox.List(t.Context(), lars, inbox.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	closed, err := d.Inbox.List(t.Context(), lars, inbox.Filter{Closed: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(open.Items)+len(closed.Items) != len(talks) || len(closed.Items) != 9 {
		t.Errorf("%d open and %d closed of %d", len(open.Items), len(closed.Items), len(talks))
	}
	var overdue, soon, unowned int
	for _, c := range open.Items {
		left := c.Due.Sub(now)
		switch {
		case c.Overdue(now):
			overdue++
		case left <= 40*time.Minute:
			soon++
		}
		if c.Owner == "" {
			unowned++
		}
	}
	if overdue != 1 || soon != 1 || unowned != 2 {
		t.Errorf("overdue %d, running out %d, unowned %d", overdue, soon, unowned)
	}
	outcomes := map[string]int{}
	for _, c := range closed.Items {
		outcomes[c.Closure.Outcome]++
		if c.AnsweredAt.IsZero() || c.AnsweredAt.After(c.OpenedAt.Add(96*time.Hour)) {
			t.Errorf("answered %v, asked %v: %s", c.AnsweredAt, c.OpenedAt, c.First)
		}
	}
	if outcomes[inbox.OutcomeReferred] != 1 || outcomes[inbox.OutcomeAnswered] != 8 {
		t.Errorf("%v", outcomes)
	}
}

func (d *desk) accountOf(t *testing.T, handle string) string {
	t.Helper()
	a, err := d.Accounts.ByHandle(t.Context(), handle)
	if err != nil {
		t.Fatal(err)
	}
	return a.ID
}

func (d *desk) checkSquare(t *testing.T, lars people.Actor) {
	t.Helper()
	page, err := d.Publish.Posts(t.Context(), publish.List{Withdrawn: true, Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	var corrected, withdrawn, pictures, warnings int
	for _, p := range page.Items {
		corrected += len(p.Corrections)
		pictures += len(p.Content.Pictures)
		if p.Withdrawal != nil {
			withdrawn++
			continue
		}
		if p.Content.Summary != "" {
			warnings++
		}
		if plan, err := d.Publish.Plan(t.Context(), lars, p.Draft); err != nil || (p.Account == d.accountOf(t, town)) != (plan.Clearance != nil) {
			t.Errorf("%v: whether %q was read: %+v", err, p.Content.Text, plan)
		}
		if p.Curator.GivenName == "" || p.Curator.Unit == "" || len(p.Content.Topics) == 0 {
			t.Errorf("%+v", p)
		}
	}
	if len(page.Items) != 15 || corrected != 1 || withdrawn != 1 || pictures != 1 || warnings != 1 {
		t.Errorf("%d posts, corrected %d, withdrawn %d, pictures %d, warnings %d", len(page.Items), corrected, withdrawn, pictures, warnings)
	}
}

func (d *desk) checkWriting(t *testing.T, lars people.Actor, now time.Time) {
	t.Helper()
	tasks, err := d.Review.Waiting(t.Context(), lars)
	if err != nil || len(tasks) != 1 {
		t.Fatalf("%v, %d waiting", err, len(tasks))
	}
	if s := tasks[0].Submission; !s.Step.FourEyes() || len(s.Findings) == 0 || len(s.Responses) == 0 || tasks[0].Author != "Amina Berg" {
		t.Errorf("%+v", tasks[0])
	}
	slots, err := d.Publish.Calendar(t.Context(), lars, now, now.AddDate(0, 0, 2))
	if err != nil || len(slots) != 1 || slots[0].State != draft.Scheduled {
		t.Fatalf("%v, %+v", err, slots)
	}
	if at := slots[0].At.In(clock.Stockholm()); at.Hour() != 8 || at.Minute() != 0 || !at.After(now) {
		t.Errorf("goes out at %v", at)
	}
}

// TestWhatTheChecksSay lets every check read what the example has said in public: an example of good judgement may
// hardly have findings of its own.
func TestWhatTheChecksSay(t *testing.T) {
	d := newDesk(t, storetest.Noon)
	cast := d.seed(t)
	lars := d.as(t, cast, "Lars Öberg")
	found := map[string][]string{}
	for _, p := range posts {
		c := p.content()
		if p.picture != nil {
			c.Pictures = []draft.Picture{{Alt: p.alt, Name: p.name}}
		}
		at, err := d.Accounts.ByHandle(t.Context(), p.account)
		if err != nil {
			t.Fatal(err)
		}
		findings, err := d.Drafts.Check(t.Context(), lars, at.ID, c)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range findings {
			found[p.key] = append(found[p.key], f.Rule+" "+f.Grade.String()+" "+f.Text)
		}
	}
	for _, p := range posts {
		rules := strings.Join(found[p.key], "; ")
		switch p.key {
		case "linden":
			if !strings.Contains(rules, "personaldata.phone") || !strings.Contains(rules, "personaldata.name") {
				t.Errorf("%s: %s", p.key, rules)
			}
		case "pavement":
			if strings.Count(rules, "plainlanguage.officialese") < 2 {
				t.Errorf("%s: %s", p.key, rules)
			}
		case "story":
			if !strings.Contains(rules, "accessibility.hashtag") || !strings.Contains(rules, "accessibility.alt") {
				t.Errorf("%s: %s", p.key, rules)
			}
		default:
			if rules != "" {
				t.Errorf("%s: %s", p.key, rules)
			}
		}
	}
	for _, talk := range talks {
		for _, s := range talk.steps {
			at, _ := d.Accounts.ByHandle(t.Context(), talk.account)
			if findings, err := d.Drafts.Check(t.Context(), lars, at.ID, draft.Content{Text: s.text, Language: "sv"}); s.verb == reply && (err != nil || len(findings) > 0) {
				t.Errorf("%q: %v %+v", s.text, err, findings)
			}
		}
	}
}

func TestSeedingTwiceDoesNothing(t *testing.T) {
	d := newDesk(t, storetest.Noon)
	d.seed(t)
	before, err := d.store.Size(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	again := d.seed(t)
	after, err := d.store.Size(t.Context())
	if err != nil || after != before || again.Seeded || len(again.Members) != len(members) {
		t.Errorf("%v: %d entries, then %d; %+v", err, before, after, again)
	}
}

func TestAnotherAuthorityIsLeftAlone(t *testing.T) {
	d := newDesk(t, storetest.Noon)
	_, err := d.Start.Begin(t.Context(), start.Form{Authority: settings("https://torget.example.se"), Password: "fyra ord utan mening",
		Admin:   people.Newcomer{Name: "Vera Holm", Email: "vera@example.se"},
		Account: account.Plan{Handle: "annan", Charter: townCharter()},
		Owners:  []people.Newcomer{{Name: "Bo Ek", Email: "bo@example.se"}, {Name: "Ia Ek", Email: "ia@example.se"}}})
	if err != nil {
		t.Fatal(err)
	}
	if cast := d.seed(t); cast.Seeded || len(cast.Members) != 0 {
		t.Errorf("%+v", cast)
	}
}

func TestTheClockIsHeldAndLetGo(t *testing.T) {
	real := clock.At(storetest.Noon)
	c := NewClock(real)
	if !c.Now().Equal(storetest.Noon) {
		t.Errorf("not held: %v", c.Now())
	}
	c.hold(storetest.Noon.Add(-time.Hour))
	real.Move(time.Minute)
	if !c.Now().Equal(storetest.Noon.Add(-time.Hour)) {
		t.Errorf("held: %v", c.Now())
	}
	c.release()
	if !c.Now().Equal(storetest.Noon.Add(time.Minute)) {
		t.Errorf("let go: %v", c.Now())
	}
}

func TestOnlyTheExamplesPasswordIsHashedOnce(t *testing.T) {
	h := Sparing(password.New(1))
	hash := func(p string) string {
		t.Helper()
		made, err := h.Hash(t.Context(), p)
		if err != nil {
			t.Fatal(err)
		}
		if ok, err := h.Verify(t.Context(), p, made); err != nil || !ok {
			t.Errorf("%q does not verify: %v", p, err)
		}
		return made
	}
	once, again := hash(Password), hash(Password)
	other, another := hash("fyra ord utan mening"), hash("fyra ord utan mening")
	if once != again || other == another {
		t.Error("the example's password once, others with a salt of their own")
	}
}

func TestThePasswordMayBeChosen(t *testing.T) {
	for _, p := range members {
		if err := password.Sound(Password, append(strings.Fields(p.name), p.name, p.given, p.email())...); err != nil {
			t.Errorf("%s: %v", p.name, err)
		}
	}
}

func TestTheStorySpeaksOfNobody(t *testing.T) {
	number := regexp.MustCompile(`0\d{1,3}[- ]?\d{5,}`)
	fiction := regexp.MustCompile(`^070-17406(0[5-9]|[1-9]\d)$`)
	var words []string
	for _, p := range posts {
		words = append(words, p.text, p.alt)
	}
	for _, talk := range talks {
		words = append(words, talk.text, talk.contact)
		for _, s := range talk.steps {
			words = append(words, s.text)
		}
	}
	for _, o := range openings {
		words = append(words, o.charter.Contact, strings.Join(o.charter.Own, " "), o.charter.Rules)
	}
	for _, w := range words {
		for _, n := range number.FindAllString(w, -1) {
			if !fiction.MatchString(n) {
				t.Errorf("%q stands in %q", n, w)
			}
		}
		if i := strings.Index(w, "@"); i >= 0 && !strings.Contains(w[i:], ".example") && !strings.HasSuffix(w, "@example.com") {
			t.Errorf("an address somebody may have: %q", w)
		}
	}
}

func TestTheStoryIsInOrder(t *testing.T) {
	starts := slices.Clone(moments)
	for d := range 2 * 365 { // every night and every noon of two years
		starts = append(starts, storetest.Noon.AddDate(0, 0, d), storetest.Noon.AddDate(0, 0, d).Add(-11*time.Hour+time.Minute))
	}
	for _, now := range starts {
		day, published := firstDay(now), map[string]time.Time{}
		for _, p := range posts {
			at := p.at(now)
			if published[p.key] = at; at.Before(day.Add(time.Hour)) || !at.Before(now) {
				t.Errorf("the post %s at %v, the demo at %v", p.key, at, now)
			}
		}
		for _, talk := range talks {
			last := talk.at(now)
			if last.Before(day.Add(time.Hour)) || last.Before(published[talk.about]) || !last.Before(now) {
				t.Errorf("asked %v, before the post %v: %s", last, published[talk.about], talk.text)
			}
			for _, s := range talk.steps {
				at := s.at(now)
				if !at.After(last) || !at.Before(now) {
					t.Errorf("%s at %v, after %v, the demo at %v", s.by, at, last, now)
				}
				last = at
			}
		}
	}
}

func TestThePicturesAreFiles(t *testing.T) {
	for _, p := range posts {
		if p.picture == nil {
			continue
		}
		file, err := encode(p.picture())
		if err != nil || len(file) < 2000 || len(file) > 200_000 {
			t.Errorf("%s: %v, %d bytes", p.key, err, len(file))
		}
	}
}

func BenchmarkSeed(b *testing.B) {
	for b.Loop() {
		newDesk(b, storetest.Noon).seed(b)
	}
}
