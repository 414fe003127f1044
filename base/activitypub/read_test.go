package activitypub

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"tilltal/base/fault"
)

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

var rules = Rules{Now: noon}

func example(t testing.TB, name string) []byte {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("testdata", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func activity(t *testing.T, name string) *Activity {
	t.Helper()
	a, err := ParseActivity(example(t, name), rules)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return a
}

func TestMastodonCreate(t *testing.T) {
	a := activity(t, "mastodon_create")
	o := a.Object()
	if a.Type != Create || a.Actor != "https://social.example/users/anna" || a.Visibility != Everybody || !a.Known() {
		t.Errorf("%+v", a)
	}
	if !strings.HasPrefix(o.Content, "<p><span") || o.Language != "sv" || o.Summary != "om snö" || !o.Sensitive || o.Reference {
		t.Errorf("texts: %q %q %q", o.Content, o.Language, o.Summary)
	}
	if o.InReplyTo != "https://torget.example/inlagg/01j" || o.Conversation != "https://social.example/contexts/9-1" ||
		o.Replies != "https://social.example/users/anna/statuses/113/replies" || o.URL != "https://social.example/@anna/113" {
		t.Errorf("addresses: %+v", o)
	}
	if o.Published != noon.Add(-2*time.Minute) || o.Updated != noon.Add(-time.Minute+500*time.Millisecond) {
		t.Errorf("times: %v, %v", o.Published, o.Updated)
	}
	wantPicture := Attachment{Type: "Document", MediaType: "image/jpeg", URL: "https://social.example/media/1.jpg", Name: "En gata full med snö", Width: 1200, Height: 800}
	if len(o.Attachments) != 1 || o.Attachments[0] != wantPicture {
		t.Errorf("attachments: %+v", o.Attachments)
	}
	wantTags := []Tag{{Mention, "https://torget.example/torget/kommunen", "@kommunen@torget.example", ""},
		{Hashtag, "https://social.example/tags/v%C3%A4xj%C3%B6", "#växjö", ""}, {Emoji, "", ":sno:", "https://social.example/emoji/sno.png"}}
	if !reflect.DeepEqual(o.Tags, wantTags) {
		t.Errorf("tags: %+v", o.Tags)
	}
	if !o.By("https://social.example/users/anna") || o.By("https://social.example/users/bo") || o.Visibility("") != Everybody {
		t.Error("by whom and for whom")
	}
}

func TestOtherServersCreate(t *testing.T) {
	gts := activity(t, "gotosocial_create")
	if o := gts.Object(); gts.Visibility != Everybody || len(o.Tags) != 1 || o.Published != noon.Add(-2*time.Minute) || o.Summary != "" {
		t.Errorf("GoToSocial: %+v", gts)
	}
	pix := activity(t, "pixelfed_create")
	if o := pix.Object(); pix.Visibility != Unlisted || len(o.Attachments) != 1 || o.Attachments[0].Name != "" || o.Content == "" {
		t.Errorf("Pixelfed: %+v", pix)
	}
	mk := activity(t, "misskey_create")
	if o := mk.Object(); mk.Visibility != Followers || o.Source != "Hej" {
		t.Errorf("Misskey: %+v", mk)
	}
}

// A group shares what somebody on another server wrote: the group's word is enough for the address, not for the text.
func TestLemmyAnnounceKeepsOnlyTheAddress(t *testing.T) {
	a := activity(t, "lemmy_announce")
	want := Object{ID: "https://annan.example/activities/create/77", Type: Create, Reference: true,
		Actor: "https://annan.example/u/eva", Object: "https://annan.example/post/5", ObjectType: Page}
	if !reflect.DeepEqual(a.Object(), want) {
		t.Errorf("%+v", a.Object())
	}
}

func TestPeerTubeVideo(t *testing.T) {
	o, err := ParseObject(example(t, "peertube_video"), Rules{Now: noon, From: "https://tube.example/w/9f"})
	if err != nil {
		t.Fatal(err)
	}
	if o.Type != Video || !IsPost(o.Type) || o.URL != "https://tube.example/videos/watch/9f" || o.Name != "Så plogas staden" ||
		o.MediaType != "text/markdown" || len(o.AttributedTo) != 2 || o.Tags[0].Name != "snö" {
		t.Errorf("%+v", o)
	}
}

func TestQuestion(t *testing.T) {
	o, err := ParseObject(example(t, "mastodon_question"), rules)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(o.Options, []Option{{"Mer", 1}, {"Mindre", 2}}) || o.Many || o.EndTime != noon.Add(7*24*time.Hour-2*time.Minute) || o.To[0] != Public {
		t.Errorf("%+v", o)
	}
}

func TestActors(t *testing.T) {
	a, err := ParseActor(example(t, "mastodon_actor"), Rules{Now: noon, From: "https://social.example/users/anna"})
	if err != nil {
		t.Fatal(err)
	}
	if a.Handle != "anna" || a.SharedInbox != "https://social.example/inbox" || !a.Locked || !a.Discoverable || a.Indexable ||
		a.Icon.Name != "Anna i mössa" || a.Fields[0].Name != "Hemsida" || a.MovedTo != "" || len(a.AlsoKnownAs) != 1 ||
		a.Keys[0].Owner != a.ID || !strings.Contains(a.Keys[0].PEM, "MIIB") || a.Tags[0].Icon == "" {
		t.Errorf("%+v", a)
	}
	f, err := ParseActor(example(t, "fedify_actor"), rules)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Keys) != 1 || len(f.Multikeys) != 2 || f.SharedInbox == "" {
		t.Errorf("keys %+v, multikeys %+v", f.Keys, f.Multikeys)
	}
}

func TestKeyDocuments(t *testing.T) {
	from := Rules{From: "https://gts.example/users/bo/main-key"}
	k, err := ParseKey(example(t, "gotosocial_key"), "https://gts.example/users/bo/main-key", from)
	if err != nil || k.Owner != "https://gts.example/users/bo" || !strings.Contains(k.PEM, "MIIC") {
		t.Errorf("GoToSocial: %+v, %v", k, err)
	}
	alone := `{"id":"https://a.example/k","type":"CryptographicKey","owner":"https://a.example/u","publicKeyPem":"PEM"}`
	if k, err := ParseKey([]byte(alone), "https://a.example/k", Rules{From: "https://a.example/k"}); err != nil || k.PEM != "PEM" {
		t.Errorf("alone: %+v, %v", k, err)
	}
	if k, err := ParseKey(example(t, "mastodon_actor"), "https://social.example/other", rules); err != nil || k.ID != "https://social.example/users/anna#main-key" {
		t.Errorf("first: %+v, %v", k, err)
	}
	for name, body := range map[string]string{
		"elsewhere":      alone,
		"another's key":  `{"id":"https://b.example/k","owner":"https://a.example/u","publicKeyPem":"PEM"}`,
		"foreign in own": `{"id":"https://b.example/u","publicKey":{"id":"https://c.example/k","owner":"https://b.example/u","publicKeyPem":"PEM"}}`,
		"none":           `{"id":"https://b.example/u"}`,
		"not JSON":       `<html>`,
	} {
		if k, err := ParseKey([]byte(body), "https://b.example/k", Rules{From: "https://b.example/k"}); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %+v, %v", name, k, err)
		}
	}
}

func TestCollections(t *testing.T) {
	c, err := ParseCollection([]byte(`{"id":"https://a.example/replies","type":"Collection","totalItems":3,
		"first":{"type":"CollectionPage","next":"https://a.example/replies?2","items":["https://a.example/1",{"id":"https://b.example/2","type":"Note"},{"type":"Note"},"x"]}}`), rules)
	if err != nil {
		t.Fatal(err)
	}
	if c.Total != 3 || c.Next != "https://a.example/replies?2" || len(c.Items) != 3 || c.Items[0].Body != nil || string(c.Items[1].Body) != `{"id":"https://b.example/2","type":"Note"}` {
		t.Errorf("%+v", c)
	}
	if c, err := ParseCollection([]byte(`{"id":"https://a.example/c","type":"OrderedCollection","first":"https://a.example/c?1","totalItems":-5}`), rules); err != nil || c.First == "" || c.Total != -1 {
		t.Errorf("%+v, %v", c, err)
	}
	for _, body := range []string{`{"id":"https://a.example/c","type":"Note"}`, `{"type":"Collection"}`, `[]`} {
		if _, err := ParseCollection([]byte(body), rules); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", body, err)
		}
	}
}

func TestTolerantReading(t *testing.T) {
	o, err := ParseObject([]byte(`[{"@id":"https://a.example/1","@type":["Strange","Note"],"content":[{"@value":"Hej","@language":"sv"},{"@value":"Hi","@language":"en"}],
		"name":null,"summaryMap":{"en":"s","de":"d"},"attributedTo":[{"id":"https://a.example/u"},"https://a.example/u"],"to":["Public","not an address",null],
		"url":{"type":"Link","href":"https://a.example/html"},"sensitive":"true","published":"2026-03-01","updated":" 2026-03-01T10:00:00 ",
		"attachment":{"type":"Image","url":[{"href":"javascript:x"},{"href":"https://a.example/p","mediaType":"image/png"}],"name":"p"},
		"tag":[{"type":"Hashtag","name":"x","href":"javascript:x"},"https://a.example/tag",{"type":"Other"}],"context":{"id":"https://a.example/t"}}]`), rules)
	if err != nil {
		t.Fatal(err)
	}
	if o.Type != Note || o.Content != "Hej" || o.ContentMap["en"] != "Hi" || o.Language != "sv" || o.Summary != "d" || len(o.AttributedTo) != 1 ||
		!reflect.DeepEqual(o.To, []string{Public}) || o.URL != "https://a.example/html" || !o.Sensitive || o.Conversation != "https://a.example/t" {
		t.Errorf("%+v", o)
	}
	if o.Attachments[0] != (Attachment{Type: Image, MediaType: "image/png", URL: "https://a.example/p", Name: "p"}) || !reflect.DeepEqual(o.Tags, []Tag{{Hashtag, "", "x", ""}}) {
		t.Errorf("%+v %+v", o.Attachments, o.Tags)
	}
}

func TestVisibility(t *testing.T) {
	const followers = "https://a.example/u/f"
	for _, c := range []struct {
		to, cc    []string
		followers string
		want      Visibility
	}{
		{[]string{Public}, nil, "", Everybody},
		{nil, []string{Public}, "", Unlisted},
		{[]string{followers}, nil, followers, Followers},
		{nil, []string{followers}, followers, Followers},
		{[]string{followers}, nil, "", Direct},
		{[]string{"https://a.example/u/followers"}, nil, "", Followers},
		{[]string{"https://b.example/u/followers"}, nil, followers, Direct},
		{[]string{"https://b.example/u"}, nil, "", Direct},
		{nil, nil, "", Direct},
	} {
		if got := VisibilityOf(c.to, c.cc, c.followers); got != c.want {
			t.Errorf("%v %v %q: %v", c.to, c.cc, c.followers, got)
		}
	}
	if Everybody.String()+Unlisted.String()+Followers.String()+Direct.String() != "publicunlistedfollowersdirect" {
		t.Error("names")
	}
}
