package bridge_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/store"
	"tilltal/store/storetest"
)

// evil is a server that speaks as Mastodon does, and means no good. What each letter tries is its name.
const evil = `{"actor": {"id": "{peer}/users/eve", "type": "Person", "preferredUsername": "eve", "name": "{name}", "inbox": "{peer}/users/eve/inbox",
	"publicKey": {"id": "{peer}/users/eve#main-key", "owner": "{peer}/users/eve", "publicKeyPem": "{pem}"}}, "key": "{peer}/users/eve#main-key"}`

func hostile(t *testing.T, test func(p *speaker)) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		test(listen(t, s, c, []byte(strings.Replace(evil, "{name}", `Eve\u0000 <b>\u202e</b>`, 1))))
	})
}

// create is a letter with a note to us; with changes the note.
func (p *speaker) create(i int, with doc) doc {
	id := fmt.Sprint(p.server.URL, "/n/", i)
	n := doc{"id": id, "type": "Note", "attributedTo": p.server.URL + "/users/eve", "content": "Hej", "to": []string{p.at.Actor("parken")}}
	for k, v := range with {
		n[k] = v
	}
	return doc{"id": id + "/activity", "type": "Create", "actor": p.server.URL + "/users/eve", "to": []string{p.at.Actor("parken")}, "object": n}
}

func (p *speaker) tell(d any) (status int, words string) {
	p.t.Helper()
	body, err := json.Marshal(d)
	if err != nil {
		p.t.Fatal(err)
	}
	return p.deliver("/torget/parken/inbox", body)
}

func TestWordsThatWouldRun(t *testing.T) {
	hostile(t, func(p *speaker) {
		const script = `<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a><svg/onload=alert(1)><iframe src="https://a.example"></iframe>`
		for i, with := range []doc{
			{"content": script}, {"summary": script, "sensitive": true}, {"name": script, "type": "Article"}, {"contentMap": doc{"sv": script}, "content": nil},
			{"content": script, "mediaType": "text/markdown"}, {"content": script, "mediaType": "TEXT/HTML"}, {"source": doc{"content": script, "mediaType": "text/html"}},
			{"type": "Question", "oneOf": []doc{{"type": "Note", "name": script}}},
			{"attachment": []doc{{"type": "Image", "url": "javascript:alert(1)", "name": script}, {"type": "Image", "url": "https://a.example/\"><script>alert(1)</script>", "name": script},
				{"type": "Document", "url": "data:text/html,<script>alert(1)</script>"}}},
			{"url": "javascript:alert(1)", "type": "Video", "content": ""}, {"content": strings.Repeat("<b><i><div>", 20_000) + "x"},
			{"content": "<p>" + strings.Repeat("<a href=https://a.example>", 5000) + "x</p>"}, {"content": "x\x00\u202ey"},
			{"tag": []doc{{"type": "Emoji", "name": ":<script>alert(1)</script>:", "icon": doc{"type": "Image", "url": "javascript:alert(1)"}}, {"type": "Mention", "href": "javascript:alert(1)", "name": script}}},
			{"id": p.server.URL + "/n/\"><script>alert(1)</script>"}, {"inReplyTo": "javascript:alert(1)"}, {"contentMap": doc{"sv\"><script>": "x"}, "content": "x"},
		} {
			before := len(p.arrived)
			status, words := p.tell(p.create(i, with))
			if status != http.StatusAccepted && status != http.StatusUnprocessableEntity {
				t.Errorf("%d: %d %s", i, status, words)
			}
			if err := p.room.Sort(ctx); err != nil {
				t.Fatalf("%d: sorting: %v", i, err)
			}
			for _, e := range p.arrived[before:] {
				m, err := p.reader.Read(e)
				low := strings.ToLower(m.HTML)
				if err != nil || strings.Contains(low, "<script") || strings.Contains(low, "onerror=") && strings.Contains(low, "<img") || strings.Contains(low, "javascript:alert") && strings.Contains(low, "href=\"javascript") ||
					strings.Contains(low, "<svg") || strings.Contains(low, "<iframe") || strings.Contains(m.HTML, "\u202e") || strings.Contains(m.AuthorName, "\u202e") {
					t.Errorf("%d: %.300s %q %v", i, m.HTML, m.AuthorName, err)
				}
			}
		}
	})
}

func TestWordsForSomebodyElse(t *testing.T) {
	hostile(t, func(p *speaker) {
		eve, bo := p.server.URL+"/users/eve", p.server.URL+"/users/bo"
		for i, k := range []struct {
			name   string
			letter doc
			status int
			kept   bool
		}{
			{"an actor on another host", doc{"id": "https://b.example/1", "type": "Like", "actor": "https://b.example/u", "object": p.at.Post("parken", postID)}, 401, false},
			{"an actor on the same host", doc{"id": eve + "/1", "type": "Like", "actor": bo, "object": p.at.Post("parken", postID)}, 401, false},
			{"an id on another host", doc{"id": "https://b.example/1", "type": "Like", "actor": eve, "object": p.at.Post("parken", postID)}, 422, false},
			{"a note of another host", p.create(2, doc{"id": "https://b.example/n"}), 422, false},
			{"a note by somebody on another host", p.create(3, doc{"attributedTo": "https://b.example/u"}), 422, false},
			{"a change of another host's note", doc{"id": eve + "/4", "type": "Update", "actor": eve, "to": p.at.Actor("parken"), "object": doc{"id": "https://b.example/n", "type": "Note", "content": "x"}}, 422, false},
			{"another's profile", doc{"id": eve + "/5", "type": "Update", "actor": eve, "object": doc{"id": bo, "type": "Person", "inbox": eve + "/inbox"}}, 422, false},
			{"a deletion of another host's note", doc{"id": eve + "/6", "type": "Delete", "actor": eve, "object": "https://b.example/n"}, 422, false},
			{"a deletion of another's account", doc{"id": eve + "/7", "type": "Delete", "actor": eve, "object": "https://b.example/u"}, 422, false},
			{"a deletion of our post", doc{"id": eve + "/8", "type": "Delete", "actor": eve, "object": p.at.Post("parken", postID)}, 422, false},
			{"a change of our post", doc{"id": eve + "/9", "type": "Update", "actor": eve, "object": doc{"id": p.at.Post("parken", postID), "type": "Note", "content": "x"}}, 422, false},
			{"an undone Follow of another's", doc{"id": eve + "/10", "type": "Undo", "actor": eve, "object": doc{"id": bo + "/f", "type": "Follow", "actor": bo, "object": p.at.Actor("parken")}}, 422, false},
			{"in our name", doc{"id": p.at.Actor("parken") + "/1", "type": "Create", "actor": p.at.Actor("parken"), "object": doc{"id": p.at.Actor("parken") + "/n", "type": "Note", "content": "x"}, "to": p.at.Actor("parken")}, 202, false},
			{"a share with words in it", doc{"id": eve + "/11", "type": "Announce", "actor": eve, "object": doc{"id": "https://b.example/n", "type": "Note", "attributedTo": "https://b.example/u", "content": "Jag sa aldrig det här.", "to": p.at.Actor("parken")}, "to": p.at.Actor("parken")}, 202, true},
			{"many of one", doc{"id": eve + "/12", "type": "Create", "actor": eve, "object": []doc{{"id": eve + "/n1", "type": "Note"}, {"id": eve + "/n2", "type": "Note"}}, "to": p.at.Actor("parken")}, 422, false},
			{"an ancient date", p.create(13, doc{"published": "0001-01-01T00:00:00Z"}), 422, false},
			{"a date to come", p.create(14, doc{"published": "2099-01-01T00:00:00Z"}), 422, false},
		} {
			before := len(p.arrived)
			if status, words := p.tell(k.letter); status != k.status || (len(p.arrived) > before) != k.kept {
				t.Errorf("%d %s: %d %s, %d letters", i, k.name, status, words, len(p.arrived)-before)
			}
			for _, e := range p.arrived[before:] {
				if m, err := p.reader.Read(e); err != nil || m.Text != "" {
					t.Errorf("%s: %+v %v", k.name, m, err)
				}
			}
		}
		if err := p.room.Sort(ctx); err != nil {
			t.Fatal(err)
		}
	})
}

// Somebody on the same server cannot change or take back what another there has said: her server signs for her alone.
func TestANeighboursWords(t *testing.T) {
	hostile(t, func(p *speaker) {
		bo := p.server.URL + "/users/bo"
		p.docs[bo] = []byte(strings.ReplaceAll(string(p.Actor), "/users/eve", "/users/bo"))
		eves := p.Key
		p.Key = bo + "#main-key"
		said := p.create(1, doc{"attributedTo": bo, "inReplyTo": p.at.Post("parken", postID), "to": []string{"https://www.w3.org/ns/activitystreams#Public", p.at.Actor("parken")}})
		said["actor"], said["to"] = bo, said["object"].(doc)["to"]
		note, _ := said["object"].(doc)
		if status, words := p.tell(said); status != 202 {
			t.Fatal(status, words)
		}
		p.Key = eves
		eve := p.server.URL + "/users/eve"
		for _, d := range []doc{
			{"id": eve + "/u", "type": "Update", "actor": eve, "to": p.at.Actor("parken"), "object": doc{"id": note["id"], "type": "Note", "attributedTo": eve, "content": "Falskt", "inReplyTo": p.at.Post("parken", postID)}},
			{"id": eve + "/d", "type": "Delete", "actor": eve, "object": note["id"]},
			{"id": eve + "/d2", "type": "Delete", "actor": eve, "object": doc{"id": note["id"], "type": "Tombstone"}},
		} {
			if status, words := p.tell(d); status != 202 {
				t.Errorf("%d %s", status, words)
			}
			if err := p.room.Sort(ctx); err != nil {
				t.Fatal(err)
			}
		}
		page, err := p.room.Replies(ctx, postID, "", 10)
		if err != nil {
			t.Fatal(err)
		}
		stands := 0
		for _, turn := range page.Items {
			if turn.Remote == note["id"] && turn.By == bo && turn.Text == "Hej" {
				stands++
			}
		}
		if stands != 1 {
			t.Errorf("%+v", page.Items)
		}
	})
}

func TestLettersThatCost(t *testing.T) {
	hostile(t, func(p *speaker) {
		many := make([]doc, 4999)
		for i := range many {
			many[i] = doc{"type": "Mention", "href": fmt.Sprint(p.at.Actor("parken"), "/", i), "name": fmt.Sprint("@x", i)}
		}
		people := make([]string, 4999)
		for i := range people {
			people[i] = fmt.Sprint("https://h", i, ".example/u")
		}
		deep := any("x")
		for range 31 {
			deep = doc{"object": deep}
		}
		for _, k := range []struct {
			name   string
			letter any
			status int
		}{
			{"five thousand mentions", p.create(1, doc{"tag": many}), 202},
			{"five thousand readers", p.create(2, doc{"cc": people}), 202},
			{"deep", p.create(3, doc{"inReplyTo": deep}), 422},
			{"long", p.create(4, doc{"content": strings.Repeat("x", 1<<20+1)}), 413},
			{"as long as may be", p.create(5, doc{"content": strings.Repeat("å", 1<<19)}), 202},
			{"a name as long as may be", doc{"id": p.server.URL + "/" + strings.Repeat("x", 2000), "type": strings.Repeat("T", 100), "actor": p.server.URL + "/users/eve", "to": p.at.Actor("parken")}, 202},
			{"a kind too long", doc{"id": p.server.URL + "/x", "type": strings.Repeat("T", 101), "actor": p.server.URL + "/users/eve", "to": p.at.Actor("parken")}, 422},
			{"a kind that no database keeps", doc{"id": p.server.URL + "/y", "type": "T\x00", "actor": p.server.URL + "/users/eve", "to": p.at.Actor("parken")}, 422},
			{"an answer to itself", p.create(6, doc{"inReplyTo": p.server.URL + "/n/6"}), 202},
		} {
			began := clock.Worked()
			if status, words := p.tell(k.letter); status != k.status {
				t.Errorf("%s: %d %s", k.name, status, words)
			}
			if err := p.room.Sort(ctx); err != nil {
				t.Fatalf("%s: sorting: %v", k.name, err)
			}
			if took := clock.Worked() - began; took > 10*time.Second {
				t.Errorf("%s takes %v", k.name, took)
			}
		}
	})
}

// What is asked for by names that no database keeps is not there, and nothing breaks.
func TestNamesThatNoDatabaseKeeps(t *testing.T) {
	hostile(t, func(p *speaker) {
		for _, path := range []string{"/torget/parken/%00/replies", "/torget/parken/%ff/activity", "/torget/parken/" + postID + "/replies?page=%00",
			"/torget/parken/" + postID + "/replies?page=%ff", "/.well-known/webfinger?resource=acct:%00@" + p.at.Host(), "/.well-known/webfinger?resource=acct:%ff@" + p.at.Host(),
			"/torget/%00/inbox", "/torget/parken/%00%ff/%00"} {
			resp, err := http.Get(p.torget.URL + path)
			if err != nil {
				t.Fatal(err)
			}
			resp.Body.Close()
			if resp.StatusCode >= 500 {
				t.Errorf("%s: %d", path, resp.StatusCode)
			}
		}
		for _, key := range []string{"https://a.example/\xff", "x", "https://", "http://a.example/u", "https://u:p@a.example/u", "file:///etc/passwd", "https://169.254.169.254/u",
			"https://127.0.0.1/u", "https://[::1]/u", "https://localhost:1/u", "https://a.example/" + strings.Repeat("x", 2100), "https://[::ffff:10.0.0.1]/u", "https://0x7f.1/u", "//a.example/u"} {
			p.Key = key
			if status, words := p.tell(p.create(1, nil)); status != http.StatusUnauthorized {
				t.Errorf("%q: %d %s", key, status, words)
			}
		}
		if len(p.arrived) != 0 {
			t.Errorf("kept: %d", len(p.arrived))
		}
	})
}
