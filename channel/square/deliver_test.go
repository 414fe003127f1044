package square_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"tilltal/base/activitypub"
	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/httpsig"
	"tilltal/channel"
	"tilltal/channel/channeltest"
	"tilltal/channel/square"
	"tilltal/store"
	"tilltal/store/storetest"
)

const postID = "01kaaaaaaaaaaaaaaaaaaaaaaa"

func (w *world) publish(p channel.Post) {
	w.t.Helper()
	w.desk.keep(p)
	if _, err := w.Publish(ctx, p); err != nil {
		w.t.Fatal(err)
	}
}

// followed is a world where somebody follows and has her answer.
func followed(t *testing.T, w *world, n *neighbour) {
	t.Helper()
	if got := n.say(w, httpsig.Cavage, "/torget/inbox", n.follow("1", w)); got != 202 {
		t.Fatal(got)
	}
	if errs := w.carry(); len(errs) != 0 {
		t.Fatal(errs)
	}
	n.mu.Lock()
	n.got = nil
	n.mu.Unlock()
}

func TestAPostReachesAServerOnceAndSoDoesWhatBecomesOfIt(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		followed(t, w, n)
		p := channeltest.Post(w.parken, postID)
		p.To = []string{n.actor} // she is a follower and the one it answers: one delivery
		w.publish(p)
		w.publish(p)
		if errs := w.carry(); len(errs) != 0 {
			t.Fatal(errs)
		}
		got := n.received()
		if len(got) != 1 || got[0].doc["type"] != "Create" || got[0].scheme != httpsig.Cavage {
			t.Fatalf("%+v", got)
		}
		note := got[0].doc["object"].(doc)
		if note["content"] != `<p>Vi plogar nu. <a href="`+w.at.Topic("vinter")+`" class="mention hashtag" rel="nofollow noopener noreferrer">#<span>vinter</span></a></p><p>— Amina, Gata och park</p>` {
			t.Errorf("content: %s", note["content"])
		}
		n.say(w, httpsig.Cavage, "/torget/inbox", n.undo(n.follow("1", w))) // she leaves, and is told of the rest all the same
		p.UpdatedAt = noon.Add(time.Hour)
		p.Correction = &channel.Correction{Wrong: "nu", Right: "i kväll", Why: "Vi läste fel.", Now: "Tiden är rättad.", At: p.UpdatedAt}
		w.desk.keep(p)
		p2 := p
		p2.Withdrawn = &channel.Withdrawal{At: noon.Add(2 * time.Hour)}
		for _, err := range []error{w.Correct(ctx, p), w.Correct(ctx, p)} {
			if err != nil {
				t.Fatal(err)
			}
		}
		if errs := w.carry(); len(errs) != 0 {
			t.Fatal(errs)
		}
		if err := w.Withdraw(ctx, p2); err != nil {
			t.Fatal(err)
		}
		if errs := w.carry(); len(errs) != 0 {
			t.Fatal(errs)
		}
		got = n.received()
		if len(got) != 3 || got[1].doc["type"] != "Update" || got[2].doc["type"] != "Delete" {
			t.Fatalf("%+v", got)
		}
		text := got[1].doc["object"].(doc)["content"].(string)
		if !strings.HasPrefix(text, "<p><strong>Rättat 23 november 13:00</strong><br>Vi skrev: nu<br>Rätt är: i kväll<br>") {
			t.Errorf("correction: %s", text)
		}
		if tomb := got[2].doc["object"].(doc); tomb["type"] != "Tombstone" || tomb["id"] != w.at.Post("parken", postID) {
			t.Errorf("tombstone: %v", tomb)
		}
	})
}

func TestWhatIsWithdrawnIsNotDeliveredAnyMore(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		followed(t, w, n)
		n.answers = func(*http.Request) int { return 503 }
		p := channeltest.Post(w.parken, postID)
		w.publish(p)
		if errs := w.carry(); len(errs) != 1 || !fault.Is(errs[0], fault.Unreachable) {
			t.Fatal(errs)
		}
		p.Withdrawn = &channel.Withdrawal{At: noon}
		if err := w.Withdraw(ctx, p); err != nil {
			t.Fatal(err)
		}
		n.answers = nil
		w.clock.Move(2 * time.Minute)
		if errs := w.carry(); len(errs) != 0 {
			t.Fatal(errs)
		}
		if got := n.received(); len(got) != 1 || got[0].doc["type"] != "Delete" {
			t.Errorf("%+v", got)
		}
	})
}

func TestAServerThatTakesOnlyTheOtherSignature(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		followed(t, w, n)
		refusals := 0
		n.answers = func(r *http.Request) int {
			if r.Header.Get("Signature-Input") == "" {
				refusals++
				return http.StatusUnauthorized
			}
			return http.StatusAccepted
		}
		w.publish(channeltest.Post(w.parken, postID))
		errs := w.carry()
		w.publish(channeltest.Post(w.parken, "01kaaaaaaaaaaaaaaaaaaaaaab"))
		w.Square = w.another() // it is remembered over a restart
		w.publish(channeltest.Post(w.parken, "01kaaaaaaaaaaaaaaaaaaaaaac"))
		if errs = append(errs, w.carry()...); len(errs) != 0 {
			t.Fatal(errs)
		}
		if got := n.received(); len(got) != 3 || refusals != 1 || got[2].scheme != httpsig.RFC9421 {
			t.Errorf("%d received, %d refusals", len(got), refusals)
		}
	})
}

func TestAServerThatDoesNotAnswerIsLeftAlone(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		followed(t, w, n)
		asked, open := 0, false
		n.answers = func(*http.Request) int {
			if asked++; open {
				return http.StatusAccepted
			}
			return http.StatusBadGateway
		}
		for i := range 9 {
			w.publish(channeltest.Post(w.parken, "01kaaaaaaaaaaaaaaaaaaaaaa"+string("abcdefghj"[i])))
		}
		errs := w.carry()
		if len(errs) != 9 || asked != 5 {
			t.Fatalf("%d errors, asked %d times", len(errs), asked)
		}
		for _, err := range errs[5:] {
			if f := fault.Of(err); f.Kind != fault.TooSoon || f.After < time.Minute {
				t.Errorf("%v", err)
			}
		}
		w.Square = w.another() // nor is it asked after a restart
		w.clock.Move(59 * time.Second)
		if w.carry(); asked != 5 {
			t.Errorf("asked %d times", asked)
		}
		w.clock.Move(30 * time.Second) // one tries, and fails: the pause doubles
		if w.carry(); asked != 6 {
			t.Errorf("asked %d times", asked)
		}
		open = true
		w.clock.Move(3 * time.Minute)
		w.carry()
		w.clock.Move(10 * time.Minute)
		w.carry()
		if got := len(n.received()); got != 9 {
			t.Errorf("%d received", got)
		}
	})
}

func TestWhatAnAnswerLeadsTo(t *testing.T) {
	for _, k := range []struct {
		status   int
		header   string
		want     fault.Kind
		wait     time.Duration
		follower int
	}{
		{200, "", 0, 0, 1},
		{410, "", 0, 0, 0},
		{404, "", fault.Unreachable, 0, 1},
		{401, "", fault.Unreachable, 0, 1},
		{403, "", fault.Unreachable, 0, 1},
		{429, "120", fault.TooSoon, 2 * time.Minute, 1},
		{500, "", fault.Unreachable, 0, 1},
		{503, "30", fault.Unreachable, 30 * time.Second, 1},
		{400, "", fault.Invalid, 0, 1},
		{302, "", fault.Invalid, 0, 1},
	} {
		c := clock.At(noon)
		w, n := open(t, storetest.SQLite(t, c), c), meet(t)
		followed(t, w, n)
		n.answers = func(*http.Request) int { return k.status }
		n.server.Config.Handler = http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
			rw.Header().Set("Retry-After", k.header)
			rw.Header().Set("Location", "/elsewhere")
			n.serve(rw, r)
		})
		w.publish(channeltest.Post(w.parken, postID))
		errs := w.carry()
		if k.want == 0 {
			if len(errs) != 0 {
				t.Errorf("%d: %v", k.status, errs)
			}
		} else if len(errs) != 1 || fault.KindOf(errs[0]) != k.want || fault.Of(errs[0]).After != k.wait {
			t.Errorf("%d: %v", k.status, errs)
		}
		if got := w.followers(); got != k.follower {
			t.Errorf("%d: %d followers", k.status, got)
		}
	}
}

func TestPatienceEnds(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		w, n := open(t, s, c), meet(t)
		followed(t, w, n)
		n.answers = func(*http.Request) int { return 404 }
		w.publish(channeltest.Post(w.parken, postID))
		for range 12 {
			if w.followers() != 1 {
				t.Error("she was dropped too soon")
			}
			w.carry()
			w.clock.Move(6 * time.Hour)
		}
		if w.followers() != 0 {
			t.Error("she is told for ever")
		}
		n.answers = func(*http.Request) int { return 500 }
		p := channeltest.Post(w.parken, "01kaaaaaaaaaaaaaaaaaaaaaab")
		p.To = []string{n.actor}
		w.publish(p)
		w.carry()
		w.clock.Move(73 * time.Hour)
		if errs := w.carry(); len(errs) != 1 || !fault.Is(errs[0], fault.Gone) {
			t.Errorf("%v", errs)
		}
	})
}

func TestBackoff(t *testing.T) {
	whole := time.Duration(0)
	for i := 1; i < 100; i++ {
		d := square.Backoff(i)
		if d < square.Backoff(i-1) || d < time.Minute || d > 6*time.Hour {
			t.Errorf("%d: %v", i, d)
		}
		whole += d
	}
	if whole < 72*time.Hour {
		t.Error("a hundred attempts take less than our patience")
	}
}

func TestADirectAnswerIsForOneReader(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		followed(t, w, n)
		p := channeltest.Post(w.parken, postID)
		p.Text, p.Direct, p.To, p.InReplyTo = "Bara du. @anna@"+strings.TrimPrefix(n.server.URL, "http://"), true, []string{n.actor}, n.server.URL+"/notes/1"
		w.publish(p)
		if errs := w.carry(); len(errs) != 0 {
			t.Fatal(errs)
		}
		got := n.received()
		if len(got) != 1 || got[0].doc["to"].([]any)[0] != n.actor || got[0].doc["cc"] != nil {
			t.Fatalf("%+v", got)
		}
		path := "/torget/parken/" + postID
		if status, _ := w.get(path, nil); status != 404 {
			t.Errorf("anybody reads it: %d", status)
		}
		status, note := w.get(path, func(r *http.Request) {
			if err := httpsig.Sign(r, nil, httpsig.Key{ID: n.actor + "#main-key", Private: n.key}, httpsig.RFC9421, noon); err != nil {
				t.Fatal(err)
			}
		})
		if status != 200 || note["inReplyTo"] != p.InReplyTo {
			t.Errorf("she reads it: %d %v", status, note)
		}
		other := channeltest.Post(w.parken, "01kaaaaaaaaaaaaaaaaaaaaaab")
		other.Direct, other.To = true, []string{"fraga:01k"} // answered on the square: no network
		w.publish(other)
		if w.carry(); len(n.received()) != 1 {
			t.Error("an answer to a form left the house")
		}
	})
}

func TestSomebodyNamedIsFoundAndTold(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		p := channeltest.Post(w.parken, postID)
		host := strings.TrimPrefix(n.server.URL, "http://")
		p.Text = "Tack @anna@" + host + " och @parken@" + w.at.Host() + " och @nobody@elsewhere.invalid!"
		w.publish(p)
		if errs := w.carry(); len(errs) != 0 {
			t.Fatal(errs)
		}
		got := n.received()
		if len(got) != 1 {
			t.Fatalf("%+v", got)
		}
		_, note := w.get("/torget/parken/"+postID, nil)
		if note["content"] != got[0].doc["object"].(doc)["content"] || !strings.Contains(note["content"].(string), `href="`+n.actor+`"`) {
			t.Errorf("content: %v", note["content"])
		}
		if cc, _ := note["cc"].([]any); len(cc) != 3 || note["to"] == nil {
			t.Errorf("to %v cc %v", note["to"], note["cc"])
		}
	})
}

func TestConformance(t *testing.T) {
	channeltest.Run(t, func(t *testing.T) channeltest.Network {
		c := clock.At(noon)
		w, n := open(t, storetest.SQLite(t, c), c), meet(t)
		followed(t, w, n)
		return channeltest.Network{Channel: w.Square, Account: w.parken, Keep: w.desk.keep, Standing: func(id string) int {
			w.carry()
			standing := 0
			for _, d := range n.received() {
				if o, _ := d.doc["object"].(doc); o["id"] == w.at.Post("parken", id) {
					switch d.doc["type"] {
					case activitypub.Create:
						standing++
					case activitypub.Delete:
						standing = 0
					}
				}
			}
			return standing
		}, Described: func(id string) (out []string) {
			w.carry()
			for _, d := range n.received() {
				o, _ := d.doc["object"].(doc)
				pictures, _ := o["attachment"].([]any)
				for _, a := range pictures {
					picture, _ := a.(doc)
					name, _ := picture["name"].(string)
					out = append(out, name)
				}
			}
			return out
		}}
	})
}
