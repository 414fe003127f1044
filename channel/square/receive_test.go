package square_test

import (
	"crypto/rand"
	"crypto/rsa"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"tilltal/base/activitypub"
	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/httpsig"
	"tilltal/base/lingo"
	"tilltal/channel/square"
	"tilltal/store"
	"tilltal/store/storetest"
)

var noon = storetest.Noon

type doc = map[string]any

// answer is a reply by Anna to something.
func (n *neighbour) answer(id, inReplyTo string, to ...string) doc {
	note := doc{"id": n.server.URL + "/notes/" + id, "type": "Note", "attributedTo": n.actor, "content": "<p>När?</p>",
		"inReplyTo": inReplyTo, "to": to, "published": noon.Format(time.RFC3339)}
	return doc{"id": n.server.URL + "/notes/" + id + "/activity", "type": "Create", "actor": n.actor, "object": note, "to": to}
}

func on(t *testing.T, test func(t *testing.T, w *world, n *neighbour)) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) { test(t, open(t, s, c), meet(t)) })
}

func TestALetterThatConcernsUsArrivesAsItCame(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		post := w.at.Post("parken", "01kaaaaaaaaaaaaaaaaaaaaaaa")
		for i, scheme := range []httpsig.Scheme{httpsig.Cavage, httpsig.RFC9421} {
			a := n.answer("a"+scheme.String(), post, activitypub.Public)
			if got := n.say(w, scheme, "/torget/inbox", a); got != http.StatusAccepted {
				t.Fatalf("%v: %d", scheme, got)
			}
			l := w.desk.letters()[i]
			want, _ := json.Marshal(a)
			if l.Account != "parken" || l.Sender != n.actor || l.Kind != "Create" || l.ID != a["id"] || string(l.Body) != string(want) {
				t.Errorf("%v: %+v", scheme, l)
			}
		}
		if n.asked != 1 {
			t.Errorf("the key was fetched %d times", n.asked)
		}
		w.Square = w.another() // a restart does not fetch it again
		if got := n.say(w, httpsig.Cavage, "/torget/parken/inbox", n.answer("b", post)); got != http.StatusAccepted || n.asked != 1 {
			t.Errorf("%d, fetched %d times", got, n.asked)
		}
	})
}

func TestWhatConcernsUs(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		me, post := w.at.Actor("parken"), w.at.Post("parken", "01kaaaaaaaaaaaaaaaaaaaaaaa")
		w.desk.heard = []string{"https://elsewhere.example/1"}
		mention := n.answer("m", "")
		mention["object"].(doc)["tag"] = []doc{{"type": "Mention", "href": me, "name": "@parken"}}
		act := func(kind string, object any) doc {
			return doc{"id": n.server.URL + "/acts/" + kind, "type": kind, "actor": n.actor, "object": object}
		}
		hidden := n.answer("h", "")
		delete(hidden, "to")
		delete(hidden["object"].(doc), "to")
		for _, k := range []struct {
			name    string
			path    string
			say     doc
			arrives bool
			account string
		}{
			{"a direct message", "/torget/inbox", n.answer("d", "", me), true, "parken"},
			{"a mention", "/torget/inbox", mention, true, "parken"},
			{"an answer to what we have heard", "/torget/inbox", n.answer("r", "https://elsewhere.example/1", activitypub.Public), true, ""},
			{"an answer to something else", "/torget/inbox", n.answer("x", "https://elsewhere.example/2", activitypub.Public), false, ""},
			{"to nobody, in the account's own inbox", "/torget/parken/inbox", hidden, true, "parken"},
			{"to nobody, in the shared inbox", "/torget/inbox", hidden, false, ""},
			{"to an account that is not", "/torget/inbox", n.answer("n", "", w.at.Actor("nobody")), false, ""},
			{"a like of ours", "/torget/inbox", act("Like", post), true, "parken"},
			{"a like of another's", "/torget/inbox", act("Like", "https://elsewhere.example/1"), false, ""},
			{"a like taken back", "/torget/inbox", act("Undo", doc{"id": n.server.URL + "/acts/Like", "type": "Like", "actor": n.actor, "object": post}), true, "parken"},
			{"a share of ours", "/torget/inbox", act("Announce", post), true, "parken"},
			{"a report", "/torget/inbox", act("Flag", []string{me, post}), true, "parken"},
			{"a deletion", "/torget/inbox", act("Delete", n.server.URL+"/notes/d"), true, ""},
			{"something we do not know", "/torget/inbox", act("Travel", "https://elsewhere.example/umea"), false, ""},
		} {
			before := len(w.desk.letters())
			if got := n.say(w, httpsig.Cavage, k.path, k.say); got != http.StatusAccepted {
				t.Errorf("%s: %d", k.name, got)
			}
			all := w.desk.letters()
			if (len(all) > before) != k.arrives {
				t.Errorf("%s: arrived %v", k.name, len(all) > before)
			} else if k.arrives && all[before].Account != k.account {
				t.Errorf("%s: at %q", k.name, all[before].Account)
			}
		}
	})
}

func TestWhatIsNotCertainIsRefusedAndNotStored(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		say, _ := json.Marshal(n.answer("a", "", w.at.Actor("parken")))
		key := httpsig.Key{ID: n.actor + "#main-key", Private: n.key}
		sign := func(r *http.Request, body []byte, k httpsig.Key, at time.Time) {
			if err := httpsig.Sign(r, body, k, httpsig.Cavage, at); err != nil {
				t.Fatal(err)
			}
		}
		other, err := rsa.GenerateKey(rand.Reader, 2048)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range []struct {
			name string
			body string
			do   func(r *http.Request, body []byte)
			want int
		}{
			{"unsigned", string(say), func(*http.Request, []byte) {}, 401},
			{"only a signature in the document", `{"signature":{"type":"RsaSignature2017"},` + string(say[1:]), func(*http.Request, []byte) {}, 401},
			{"another body than was signed", string(say), func(r *http.Request, _ []byte) { sign(r, []byte("{}"), key, noon) }, 401},
			{"old", string(say), func(r *http.Request, b []byte) { sign(r, b, key, noon.Add(-2*time.Hour)) }, 401},
			{"from the future", string(say), func(r *http.Request, b []byte) { sign(r, b, key, noon.Add(time.Hour)) }, 401},
			{"for another host", string(say), func(r *http.Request, b []byte) {
				to := r.URL.Host
				r.URL.Host, r.Host = "other.example", "other.example"
				sign(r, b, key, noon)
				r.URL.Host, r.Host = to, to
			}, 401},
			{"another's key", string(say), func(r *http.Request, b []byte) { sign(r, b, httpsig.Key{ID: key.ID, Private: other}, noon) }, 401},
			{"a key that is not there", string(say), func(r *http.Request, b []byte) {
				sign(r, b, httpsig.Key{ID: n.actor + "#other-key", Private: n.key}, noon)
			}, 401},
			{"somebody else's words", strings.ReplaceAll(string(say), "/users/anna", "/users/bo"), func(r *http.Request, b []byte) { sign(r, b, key, noon) }, 401},
			{"another host's post", strings.ReplaceAll(string(say), `"id":"`+n.server.URL+`/notes/a"`, `"id":"https://elsewhere.example/1"`),
				func(r *http.Request, b []byte) { sign(r, b, key, noon) }, 422},
			{"not JSON", "hej", func(r *http.Request, b []byte) { sign(r, b, key, noon) }, 422},
			{"a list", "[]", func(r *http.Request, b []byte) { sign(r, b, key, noon) }, 422},
			{"an ancient date", strings.Replace(string(say), "2026-", "1026-", 1), func(r *http.Request, b []byte) { sign(r, b, key, noon) }, 422},
			{"a web form", string(say), func(r *http.Request, b []byte) {
				sign(r, b, key, noon)
				r.Header.Set("Content-Type", "text/plain")
			}, 422},
			{"deep", strings.Repeat(`{"object":`, 100) + "1" + strings.Repeat("}", 100), func(r *http.Request, b []byte) { sign(r, b, key, noon) }, 422},
			{"huge", `{"a":"` + strings.Repeat("a", 3<<20) + `"}`, func(r *http.Request, b []byte) { sign(r, b, key, noon) }, 413},
		} {
			r := n.request(w, "/torget/inbox", []byte(k.body))
			k.do(r, []byte(k.body))
			if got := deliver(t, r); got != k.want {
				t.Errorf("%s: %d, want %d", k.name, got, k.want)
			}
		}
		if len(w.desk.letters()) != 0 {
			t.Errorf("stored: %v", w.desk.letters())
		}
		if got := n.say(w, httpsig.Cavage, "/torget/nobody/inbox", n.answer("a", "")); got != 404 {
			t.Errorf("an inbox that is not: %d", got)
		}
	})
}

func TestAKeyThatWasChangedIsFetchedAnew(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		if got := n.say(w, httpsig.Cavage, "/torget/inbox", n.answer("a", "", w.at.Actor("parken"))); got != 202 {
			t.Fatal(got)
		}
		key, err := rsa.GenerateKey(rand.Reader, 2048)
		if err != nil {
			t.Fatal(err)
		}
		n.key = key
		if got := n.say(w, httpsig.Cavage, "/torget/inbox", n.answer("b", "", w.at.Actor("parken"))); got != 202 || n.asked != 2 {
			t.Errorf("%d, asked %d times", got, n.asked)
		}
		n.key = someKey() // changed again within the minute: not believed, and not asked for
		if got := n.say(w, httpsig.Cavage, "/torget/inbox", n.answer("c", "", w.at.Actor("parken"))); got != 401 || n.asked != 2 {
			t.Errorf("%d, asked %d times", got, n.asked)
		}
	})
}

func TestAnAccountThatIsGone(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		n.gone = true
		leave := doc{"id": n.actor + "#delete", "type": "Delete", "actor": n.actor, "object": n.actor, "to": []string{activitypub.Public}}
		if got := n.say(w, httpsig.Cavage, "/torget/inbox", leave); got != 202 {
			t.Errorf("a farewell from somebody we never met: %d", got)
		}
		if got := n.say(w, httpsig.Cavage, "/torget/inbox", n.answer("a", "", w.at.Actor("parken"))); got != 401 {
			t.Errorf("words from somebody who is gone: %d", got)
		}
		if len(w.desk.letters()) != 0 || n.asked != 0 {
			t.Error("stored, or asked for")
		}
	})
}

func TestOurOwnWordsComeBackAreNothing(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		a := n.answer("a", "", w.at.Actor("parken"))
		a["actor"], a["id"] = w.at.Actor("parken"), w.at.Creation("parken", "01kaaaaaaaaaaaaaaaaaaaaaaa")
		a["object"] = w.at.Post("parken", "01kaaaaaaaaaaaaaaaaaaaaaaa")
		if got := n.say(w, httpsig.Cavage, "/torget/inbox", a); got != 202 || len(w.desk.letters()) != 0 || n.asked != 0 {
			t.Errorf("%d, %d letters", got, len(w.desk.letters()))
		}
	})
}

func TestWhenTheDeskIsAwayTheSenderTriesAgain(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		w.desk.fail = fault.New(fault.Unreachable, lingo.T("Databasen är borta.", "The database is away.")).Wait(time.Minute)
		if got := n.say(w, httpsig.Cavage, "/torget/inbox", n.answer("a", "", w.at.Actor("parken"))); got != 503 {
			t.Errorf("%d", got)
		}
	})
}

// Who sends many large letters at once and never comes to their end holds a few of them up, and nobody else.
func TestLargeLettersDoNotFillTheHouse(t *testing.T) {
	w, n := alone(t), meet(t)
	const size = 100 << 10
	var pens []*io.PipeWriter
	for range 16 {
		reads, writes := io.Pipe()
		r, err := http.NewRequest(http.MethodPost, w.origin+"/torget/inbox", reads)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", activitypub.ContentType)
		go func() {
			if resp, err := http.DefaultClient.Do(r); err == nil {
				resp.Body.Close()
			}
		}()
		if _, err := writes.Write(make([]byte, size)); err != nil {
			t.Fatal(err)
		}
		pens = append(pens, writes)
	}
	until := func(held int) {
		for deadline := time.Now().Add(5 * time.Minute); w.Large() != held; time.Sleep(time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("%d are held, not %d", w.Large(), held)
			}
		}
	}
	until(16)
	large := n.answer("large", "", w.at.Actor("parken"))
	large["object"].(doc)["content"] = strings.Repeat("x", size)
	if got := n.say(w, httpsig.Cavage, "/torget/inbox", large); got != http.StatusServiceUnavailable {
		t.Errorf("a large one more: %d", got)
	}
	if got := n.say(w, httpsig.Cavage, "/torget/inbox", n.answer("small", "", w.at.Actor("parken"))); got != http.StatusAccepted {
		t.Errorf("a small one: %d", got)
	}
	for _, p := range pens {
		p.Close()
	}
	until(0)
	if got := n.say(w, httpsig.Cavage, "/torget/inbox", large); got != http.StatusAccepted {
		t.Errorf("afterwards: %d", got)
	}
}

// When as many letters are under way as we can carry, one more is asked to come again; nobody who has been turned away takes a
// seat.
func TestMoreLettersThanWeCanCarryComeAgain(t *testing.T) {
	w, n := alone(t), meet(t)
	letter := n.answer("a", "", w.at.Actor("parken"))
	w.Crowd(square.MaxBusy)
	for range 2 {
		if got := n.say(w, httpsig.Cavage, "/torget/inbox", letter); got != http.StatusServiceUnavailable {
			t.Errorf("one more than we carry: %d", got)
		}
	}
	if w.Busy() != square.MaxBusy {
		t.Errorf("%d are under way", w.Busy())
	}
	w.Crowd(-1)
	if got := n.say(w, httpsig.Cavage, "/torget/inbox", letter); got != http.StatusAccepted {
		t.Errorf("when there is a seat: %d", got)
	}
}
