package square_test

import (
	"encoding/json"
	"strings"
	"testing"

	"tilltal/base/activitypub"
	"tilltal/base/httpsig"
)

// What is only named in a letter is fetched where it lives, in the name of the account that the letter turns to, and is believed
// as much as if it had come in the letter.
func TestANoteThatIsOnlyNamedIsFetched(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		me, address := w.at.Actor("parken"), n.server.URL+"/notes/1"
		note := func(with doc) string {
			d := doc{"id": address, "type": "Note", "attributedTo": n.actor, "content": "<p>När?</p>", "to": me, "inReplyTo": w.at.Post("parken", postID)}
			for k, v := range with {
				d[k] = v
			}
			b, _ := json.Marshal(d)
			return string(b)
		}
		named := func(kind string, to any) doc {
			return doc{"id": address + "/" + strings.ToLower(kind), "type": kind, "actor": n.actor, "object": address, "to": to}
		}
		everybody := w.at.Actor("-") + "#main-key"
		for _, k := range []struct {
			name   string
			path   string
			say    doc
			note   string
			status int
			filled bool
			kept   bool
			reader string
		}{
			{"to the account", "/torget/inbox", named("Create", me), note(nil), 202, true, true, me + "#main-key"},
			{"in the account's own inbox", "/torget/parken/inbox", named("Create", nil), note(nil), 202, true, true, me + "#main-key"},
			{"to everybody: what it answers is ours", "/torget/inbox", named("Create", activitypub.Public), note(nil), 202, true, true, everybody},
			{"to everybody: and answers nothing of ours", "/torget/inbox", named("Create", activitypub.Public), note(doc{"to": nil, "inReplyTo": nil}), 202, true, false, everybody},
			{"a change", "/torget/inbox", named("Update", me), note(nil), 202, true, true, me + "#main-key"},
			{"somebody else's", "/torget/inbox", named("Create", me), note(doc{"attributedTo": n.server.URL + "/users/bo"}), 202, false, true, me + "#main-key"},
			{"nobody's", "/torget/inbox", named("Create", me), note(doc{"attributedTo": nil}), 202, false, true, me + "#main-key"},
			{"another note", "/torget/inbox", named("Create", me), note(doc{"id": address + "/2"}), 202, false, true, me + "#main-key"},
			{"another host's note", "/torget/inbox", named("Create", me), note(doc{"id": "https://elsewhere.example/1"}), 202, false, true, me + "#main-key"},
			{"no JSON", "/torget/inbox", named("Create", me), "hej", 202, false, true, me + "#main-key"},
			{"a server with a fault", "/torget/inbox", named("Create", me), "", 503, false, false, me + "#main-key"},
		} {
			n.notes, n.readers = map[string]string{"/notes/1": k.note}, nil
			before := len(w.desk.letters())
			if got := n.say(w, httpsig.Cavage, k.path, k.say); got != k.status {
				t.Errorf("%s: %d", k.name, got)
			}
			kept := w.desk.letters()[before:]
			if (len(kept) == 1) != k.kept || len(n.readers) == 0 || n.readers[len(n.readers)-1] != k.reader {
				t.Errorf("%s: %d letters, read by %v", k.name, len(kept), n.readers)
			}
			if len(kept) == 1 && strings.Contains(string(kept[0].Body), "När?") != k.filled {
				t.Errorf("%s: %s", k.name, kept[0].Body)
			}
		}
		n.notes = nil
		if got := n.say(w, httpsig.Cavage, "/torget/inbox", named("Create", me)); got != 202 {
			t.Errorf("what is not there: %d", got)
		}
	})
}
