package bridge_test

import (
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tilltal/channel/square"
	"tilltal/desk/inbox"
	"tilltal/job/bridge"
)

const (
	anna = "https://social.example/users/anna"
	post = "https://torget.example.se/torget/parken/01kaaaaaaaaaaaaaaaaaaaaaaa"
)

type doc = map[string]any

func addresses() square.Addresses {
	base, err := url.Parse("https://torget.example.se")
	if err != nil {
		panic(err)
	}
	return square.NewAddresses(base)
}

func reader() bridge.Reader {
	return bridge.Reader{Addresses: addresses(), Name: func(actor string) string {
		return map[string]string{anna: "Anna \u202eEk"}[actor]
	}}
}

func envelope(t testing.TB, d doc) inbox.Envelope {
	t.Helper()
	body, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	sender, _ := d["actor"].(string)
	return inbox.Envelope{Channel: inbox.ChannelFediverse, Sender: sender, Body: body}
}

func act(kind string, object any) doc {
	return doc{"id": "https://social.example/acts/1", "type": kind, "actor": anna, "object": object, "published": "2026-11-23T11:00:00Z"}
}

func note(with doc) doc {
	n := doc{"id": "https://social.example/notes/1", "type": "Note", "attributedTo": anna, "content": "<p>När <b>plogas</b> gatan?</p>",
		"published": "2026-11-23T11:00:00Z", "to": []string{"https://www.w3.org/ns/activitystreams#Public"}, "inReplyTo": post}
	for k, v := range with {
		n[k] = v
	}
	return n
}

func TestWhatIsRead(t *testing.T) {
	for _, k := range []struct {
		name string
		say  doc
		want inbox.Message
	}{
		{"something said", act("Create", note(nil)), inbox.Message{Kind: inbox.MessageSaid, Remote: "https://social.example/notes/1", InReplyTo: post,
			HTML: "<p>När plogas gatan?</p>", Text: "När plogas gatan?", Visibility: inbox.Public}},
		{"changed", act("Update", note(doc{"updated": "2026-11-23T12:00:00Z", "contentMap": doc{"sv": "<p>När?</p>"}, "content": "<p>När?</p>"})),
			inbox.Message{Kind: inbox.MessageChanged, Remote: "https://social.example/notes/1", InReplyTo: post, HTML: "<p>När?</p>", Text: "När?",
				Visibility: inbox.Public, Language: "sv"}},
		{"in private, with a warning and a picture", act("Create", note(doc{"to": []string{"https://torget.example.se/torget/parken"}, "summary": "Snö",
			"attachment": doc{"type": "Document", "mediaType": "image/png", "url": "https://social.example/1.png", "name": "En driva"}})),
			inbox.Message{Kind: inbox.MessageSaid, Remote: "https://social.example/notes/1", InReplyTo: post, Visibility: inbox.Direct,
				HTML: `<p><strong>Snö</strong></p><p>När plogas gatan?</p><ul><li><a href="https://social.example/1.png" rel="nofollow noopener noreferrer">En driva</a></li></ul>`,
				Text: "Snö\n\nNär plogas gatan?\n\n- En driva", Mentions: []string{"https://torget.example.se/torget/parken"}}},
		{"a poll is only read", act("Create", note(doc{"type": "Question", "oneOf": []doc{{"type": "Note", "name": "Salt"}, {"type": "Note", "name": "<Sand>"}}})),
			inbox.Message{Kind: inbox.MessageSaid, Remote: "https://social.example/notes/1", InReplyTo: post, Visibility: inbox.Public,
				HTML: "<p>När plogas gatan?</p><ul><li>Salt</li><li>&lt;Sand&gt;</li></ul>", Text: "När plogas gatan?\n\n- Salt\n- <Sand>"}},
		{"a script", act("Create", note(doc{"content": "<script>alert(1)</script><p onclick=x>Hej</p>"})),
			inbox.Message{Kind: inbox.MessageSaid, Remote: "https://social.example/notes/1", InReplyTo: post, Visibility: inbox.Public, HTML: "<p>Hej</p>", Text: "Hej"}},
		{"taken back", act("Delete", doc{"id": "https://social.example/notes/1", "type": "Tombstone"}),
			inbox.Message{Kind: inbox.MessageDeleted, Remote: "https://social.example/notes/1"}},
		{"she has left", act("Delete", anna), inbox.Message{Kind: inbox.MessageLeft, Remote: anna}},
		{"liked", act("Like", post), inbox.Message{Kind: inbox.MessageLiked, Remote: post}},
		{"shared", act("Announce", post), inbox.Message{Kind: inbox.MessageAnnounced, Remote: post}},
		{"a like taken back", act("Undo", doc{"id": "https://social.example/likes/1", "type": "Like", "actor": anna, "object": post}),
			inbox.Message{Kind: inbox.MessageUndone, Remote: "https://social.example/likes/1"}},
		{"something taken back by name", act("Undo", "https://social.example/likes/1"), inbox.Message{Kind: inbox.MessageUndone, Remote: "https://social.example/likes/1"}},
		{"a block taken back", act("Undo", doc{"id": "https://social.example/blocks/1", "type": "Block", "actor": anna, "object": post}), inbox.Message{}},
		{"a vote", act("Create", note(doc{"name": "Salt", "content": nil})), inbox.Message{}},
		{"another server's post", act("Announce", "https://elsewhere.example/1"), inbox.Message{Kind: inbox.MessageAnnounced, Remote: "https://elsewhere.example/1"}},
		{"a Follow", act("Follow", "https://torget.example.se/torget/parken"), inbox.Message{}},
		{"something we do not know", act("Travel", "https://elsewhere.example/umea"), inbox.Message{}},
	} {
		got, err := reader().Read(envelope(t, k.say))
		if err != nil {
			t.Errorf("%s: %v", k.name, err)
			continue
		}
		if k.want.Kind != "" && (got.Author != anna || !strings.HasPrefix(got.AuthorName, "Anna ") || strings.Contains(got.AuthorName, "\u202e")) {
			t.Errorf("%s: by %q %q", k.name, got.Author, got.AuthorName)
		}
		same := got.Kind == k.want.Kind && got.Remote == k.want.Remote && got.InReplyTo == k.want.InReplyTo && got.HTML == k.want.HTML && got.Text == k.want.Text &&
			got.Visibility == k.want.Visibility && got.Language == k.want.Language && slices.Equal(got.Mentions, k.want.Mentions)
		if !same {
			t.Errorf("%s:\n got %+v\nwant %+v", k.name, got, k.want)
		}
	}
}

func TestAReportLiesUnderThePostItIsAbout(t *testing.T) {
	a := act("Flag", []string{"https://torget.example.se/torget/parken", "https://elsewhere.example/1", post})
	a["content"] = "Det stämmer <b>inte</b>."
	got, err := reader().Read(envelope(t, a))
	if err != nil {
		t.Fatal(err)
	}
	if got.Kind != inbox.MessageReported || got.About != inbox.KindReport || got.InReplyTo != post || got.Remote != a["id"] || got.Visibility != inbox.Direct ||
		!strings.HasPrefix(got.Text, "Det stämmer inte.") || len(got.Mentions) != 3 {
		t.Errorf("%+v", got)
	}
}

func TestWhatCannotBeReadIsAnError(t *testing.T) {
	e := envelope(t, act("Create", note(nil)))
	e.Sender = "https://social.example/users/bo"
	for name, e := range map[string]inbox.Envelope{"another sender": e, "no JSON": {Sender: anna, Body: []byte("hej")}, "nothing": {}} {
		if m, err := reader().Read(e); err == nil {
			t.Errorf("%s: %+v", name, m)
		}
	}
}

func TestWhatOtherServersSend(t *testing.T) {
	for file, words := range map[string]string{"mastodon_create.json": "När plogas Storgatan?", "gotosocial_create.json": "", "misskey_create.json": "", "pixelfed_create.json": ""} {
		body, err := os.ReadFile(filepath.Join("../../base/activitypub/testdata", file))
		if err != nil {
			t.Fatal(err)
		}
		var d doc
		if err := json.Unmarshal(body, &d); err != nil {
			t.Fatal(err)
		}
		actor, _ := d["actor"].(string)
		m, err := reader().Read(inbox.Envelope{Sender: actor, Body: body})
		if err != nil || m.Kind != inbox.MessageSaid || m.Text == "" || !strings.Contains(m.Text, words) || m.AuthorName == "" {
			t.Errorf("%s: %+v %v", file, m, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("../../base/activitypub/testdata/*.json")
	if err != nil || len(files) == 0 {
		f.Fatal(err, "no seeds")
	}
	for _, name := range files {
		body, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body)
	}
	for _, d := range []doc{act("Flag", []string{post}), act("Create", note(doc{"name": "x"})), act("Delete", "https://social.example/notes/1")} {
		f.Add(envelope(f, d).Body)
	}
	r := reader()
	f.Fuzz(func(t *testing.T, body []byte) {
		var d struct{ Actor string }
		_ = json.Unmarshal(body, &d) // what cannot be read has no sender
		m, err := r.Read(inbox.Envelope{Sender: d.Actor, Body: body})
		if err != nil {
			return
		}
		if m.Kind != inbox.MessageNothing && (m.Remote == "" || m.Author != d.Actor) {
			t.Errorf("%+v", m)
		}
		if low := strings.ToLower(m.HTML); strings.Contains(low, "<script") || strings.Contains(low, "<img") || strings.Contains(low, "<style") {
			t.Errorf("not clean: %q", m.HTML)
		}
	})
}
