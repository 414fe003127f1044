package activitypub

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"
)

var renew = flag.Bool("renew", false, "write the golden documents anew")

// golden compares a document with the one that was read through by a person once, and sees that it is the same every time.
func golden(t *testing.T, name string, marshal func() ([]byte, error)) []byte {
	t.Helper()
	got, err := marshal()
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := marshal(); !bytes.Equal(got, again) {
		t.Errorf("%s is not written the same twice", name)
	}
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, got, "", "  "); err != nil {
		t.Fatal(err)
	}
	pretty.WriteByte('\n')
	path := filepath.Join("testdata", "golden", name+".json")
	if *renew {
		if err := os.WriteFile(path, pretty.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(pretty.Bytes(), want) {
		t.Errorf("%s:\n%s\nwant:\n%s", name, pretty.Bytes(), want)
	}
	return got
}

const square = "https://torget.example/torget/kommunen"

func ourActor() Actor {
	return Actor{ID: square, Type: Organization, Handle: "kommunen", Name: "Växjö kommun", Summary: "<p>Vi svarar vardagar 8–17.</p>",
		URL: "https://torget.example/@kommunen", Inbox: square + "/inbox", SharedInbox: "https://torget.example/inbox", Outbox: square + "/outbox",
		Followers: square + "/followers", Following: square + "/following", Featured: square + "/featured",
		Icon:   Attachment{Type: Image, MediaType: "image/png", URL: "https://torget.example/vapen.png", Name: "Kommunens vapen"},
		Fields: []Attachment{{Type: "PropertyValue", Name: "Webbplats", Value: `<a href="https://vaxjo.example" rel="me">vaxjo.example</a>`}},
		Keys:   []PublicKey{{ID: square + "#main-key", Owner: square, PEM: "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n"}},
		Multikeys: []Multikey{{ID: square + "#ed25519", Controller: square,
			Multibase: "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQXJXPt4swbTQ2"}},
		Discoverable: true, Indexable: true, Published: noon}
}

func ourNote() Object {
	return Object{ID: "https://torget.example/inlagg/01j", Type: Note, AttributedTo: []string{square}, Content: "<p>Vi plogar <b>nu</b> &amp; i natt.</p>",
		ContentMap: map[string]string{"sv": "<p>Vi plogar <b>nu</b> &amp; i natt.</p>", "en": "<p>We plough now.</p>"}, Summary: "om snö",
		SummaryMap: map[string]string{"sv": "om snö"}, Sensitive: true, Source: "Vi plogar nu & i natt.", InReplyTo: "https://social.example/users/anna/statuses/113",
		Conversation: "https://torget.example/samtal/9", Replies: "https://torget.example/inlagg/01j/svar", URL: "https://torget.example/inlagg/01j",
		Published: noon, Updated: noon.Add(time.Minute + 123456*time.Microsecond), To: []string{Public}, CC: []string{square + "/followers"},
		Attachments: []Attachment{{Type: "Document", MediaType: "image/jpeg", URL: "https://torget.example/bild/1.jpg", Name: "En plogbil", Width: 1600, Height: 900}},
		Tags: []Tag{{Type: Hashtag, Href: "https://torget.example/amne/v%C3%A4xj%C3%B6", Name: "#växjö"},
			{Type: Mention, Href: "https://social.example/users/anna", Name: "@anna@social.example"}, {Type: Emoji, Name: ":sno:", Icon: "https://torget.example/sno.png"}}}
}

func TestOurActor(t *testing.T) {
	back, err := ParseActor(golden(t, "actor", ourActor().Marshal), rules)
	if want := ourActor(); err != nil || !reflect.DeepEqual(*back, want) {
		t.Errorf("came back as\n%+v, %v\nwant\n%+v", back, err, want)
	}
	two := ourActor()
	two.Keys = append(two.Keys, PublicKey{ID: square + "#next", Owner: square, PEM: "x"})
	two.Image, two.Suspended, two.MovedTo, two.AlsoKnownAs = Attachment{URL: "https://torget.example/h.png"}, true, "https://ny.example/k", []string{"https://ny.example/k"}
	body, err := two.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	if back, err = ParseActor(body, rules); err != nil || len(back.Keys) != 2 || back.Image.Type != Image || !back.Suspended || back.MovedTo == "" {
		t.Errorf("%+v, %v", back, err)
	}
}

func TestOurNote(t *testing.T) {
	back, err := ParseObject(golden(t, "note", ourNote().Marshal), rules)
	want := ourNote()
	want.Language = "sv"
	if err != nil || !reflect.DeepEqual(*back, want) {
		t.Errorf("came back as\n%+v, %v\nwant\n%+v", back, err, want)
	}
}

func TestOurActivities(t *testing.T) {
	create := Activity{ID: "https://torget.example/handelse/1", Type: Create, Actor: square, Objects: []Object{ourNote()}, Published: noon, To: []string{Public}, CC: []string{square + "/followers"}}
	back, err := ParseActivity(golden(t, "create", create.Marshal), rules)
	if err != nil || back.Object().Content != ourNote().Content || back.Visibility != Everybody {
		t.Errorf("create: %+v, %v", back, err)
	}
	tombstone := Activity{ID: "https://torget.example/handelse/2", Type: Delete, Actor: square, To: []string{Public}, Objects: []Object{
		{ID: "https://torget.example/inlagg/01j", Type: Tombstone, FormerType: Note, Deleted: noon}}}
	back, err = ParseActivity(golden(t, "delete", tombstone.Marshal), rules)
	if err != nil || back.Object().FormerType != Note || back.Object().Deleted != noon {
		t.Errorf("delete: %+v, %v", back, err)
	}
	accept := Activity{ID: "https://torget.example/handelse/3", Type: Accept, Actor: square, To: []string{"https://social.example/users/anna"}, Objects: []Object{
		{ID: "https://social.example/f/1", Type: Follow, Actor: "https://social.example/users/anna", Object: square}}}
	back, err = ParseActivity(golden(t, "accept", accept.Marshal), rules)
	if err != nil || back.Object().Actor != "https://social.example/users/anna" || back.Object().Object != square {
		t.Errorf("accept: %+v, %v", back, err)
	}
	flag := Activity{ID: "https://torget.example/handelse/4", Type: Flag, Actor: square, Content: "Hot", Objects: []Object{
		{ID: "https://social.example/users/anna", Reference: true}, {ID: "https://social.example/users/anna/statuses/1", Reference: true}}}
	back, err = ParseActivity(golden(t, "flag", flag.Marshal), rules)
	if err != nil || !reflect.DeepEqual(back.Objects, flag.Objects) || back.Content != "Hot" {
		t.Errorf("flag: %+v, %v", back, err)
	}
	if body, err := (Activity{ID: "x", Type: Like, Actor: "y"}).Marshal(); err != nil || bytes.Contains(body, []byte("object")) {
		t.Errorf("no object: %s, %v", body, err)
	}
}

func TestOurCollections(t *testing.T) {
	outbox := Collection{ID: square + "/outbox", Type: OrderedCollection, Total: 2, First: square + "/outbox?sida=1", Last: square + "/outbox?sida=9"}
	back, err := ParseCollection(golden(t, "outbox", outbox.Marshal), rules)
	if err != nil || !reflect.DeepEqual(*back, outbox) {
		t.Errorf("%+v, %v", back, err)
	}
	like := Activity{ID: "https://torget.example/handelse/5", Type: Announce, Actor: square, Objects: []Object{{ID: "https://social.example/1", Reference: true}}}
	one, err := like.Item()
	if err != nil {
		t.Fatal(err)
	}
	two, err := Object{ID: "https://torget.example/inlagg/2", Type: Note}.Item()
	if err != nil {
		t.Fatal(err)
	}
	page := Collection{ID: square + "/outbox?sida=1", Type: OrderedCollectionPage, Total: -1, PartOf: square + "/outbox", Next: square + "/outbox?sida=2",
		Prev: square + "/outbox?sida=0", Items: []Item{one, two, {ID: "https://torget.example/inlagg/3"}}}
	back, err = ParseCollection(golden(t, "outbox_page", page.Marshal), rules)
	if err != nil || len(back.Items) != 3 || back.Items[2].Body != nil || back.Next != page.Next {
		t.Errorf("%+v, %v", back, err)
	}
	golden(t, "replies_empty", Collection{ID: "https://torget.example/inlagg/01j/svar", Type: PlainCollection}.Marshal)
}

func TestOurDiscovery(t *testing.T) {
	body := golden(t, "webfinger", NewJRD("kommunen", "torget.example", square, "https://torget.example/@kommunen").Marshal)
	actor, subject, err := ParseJRD(body, rules)
	if err != nil || actor != square || subject != "acct:kommunen@torget.example" {
		t.Errorf("%q %q %v", actor, subject, err)
	}
	golden(t, "nodeinfo", NewNodeInfo("2.1", "1.2.0", "Växjö kommun", 3, 42).Marshal)
	golden(t, "nodeinfo_discovery", func() ([]byte, error) { return NodeInfoDiscovery("https://torget.example/nodeinfo/") })
}
