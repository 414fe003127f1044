package activitypub

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"tilltal/base/fault"
)

// Who may say what. Every activity here is sent by u on a.example.
func TestClaims(t *testing.T) {
	const own, foreign = "https://a.example/n/1", "https://b.example/n/1"
	follow := func(actor, object string) string {
		return fmt.Sprintf(`{"type":"Follow","actor":%q,"object":%q}`, actor, object)
	}
	note := func(id, by string) string { return fmt.Sprintf(`{"id":%q,"type":"Note","attributedTo":%q}`, id, by) }
	const u = "https://a.example/u"
	cases := []struct {
		name, typ, object, more string
		holds                   bool
	}{
		{"create own", Create, note(own, u), "", true},
		{"create by another on the host", Create, note(own, "https://a.example/v"), "", true},
		{"create as an address", Create, `"` + own + `"`, "", true},
		{"create foreign", Create, note(foreign, u), "", false},
		{"create in another's name", Create, note(own, "https://b.example/u"), "", false},
		{"create nameless", Create, `{"type":"Note","content":"x"}`, "", false},
		{"create two", Create, "[" + note(own, u) + "," + note(own, u) + "]", "", false},
		{"create nothing", Create, "null", "", false},
		{"create a number", Create, "5", "", false},
		{"update own", Update, note(own, u), "", true},
		{"update foreign", Update, note(foreign, u), "", false},
		{"update self", Update, `{"id":"` + u + `","type":"Person"}`, "", true},
		{"update another person", Update, `{"id":"https://a.example/v","type":"Person"}`, "", false},
		{"update a group as moderator", Update, `{"id":"https://a.example/c","type":"Group"}`, "", true},
		{"delete own", Delete, `"` + own + `"`, "", true},
		{"delete own tombstone", Delete, `{"id":"` + own + `","type":"Tombstone"}`, "", true},
		{"delete at a strange time", Delete, `{"id":"` + own + `","type":"Tombstone","deleted":"nyss"}`, "", true},
		{"a poll without an end", Create, `{"id":"` + own + `","type":"Question","endTime":5,"oneOf":[]}`, "", true},
		{"delete foreign", Delete, `"` + foreign + `"`, "", false},
		{"delete on another port", Delete, `"https://a.example:8443/n"`, "", false},
		{"delete on the same port", Delete, `"https://A.example:443/n"`, "", true},
		{"follow", Follow, `"https://torget.example/k"`, "", true},
		{"like", Like, `"https://torget.example/i"`, "", true},
		{"announce", Announce, `{"id":"https://torget.example/i","type":"Note"}`, "", true},
		{"block", Block, `"https://torget.example/k"`, "", true},
		{"flag several", Flag, `["https://torget.example/k","https://torget.example/i"]`, "", true},
		{"flag an address of no web", Flag, `["https://torget.example/k","x"]`, "", false},
		{"undo own", Undo, `"` + own + `"`, "", true},
		{"undo own follow", Undo, follow(u, "https://torget.example/k"), "", true},
		{"undo another's follow", Undo, follow("https://a.example/v", "https://torget.example/k"), "", false},
		{"undo foreign", Undo, `"` + foreign + `"`, "", false},
		{"undo something nameless", Undo, `{"type":"Follow"}`, "", false},
		{"accept our follow", Accept, `"https://torget.example/f/1"`, "", true},
		{"accept our follow embedded", Accept, follow("https://torget.example/k", u), "", true},
		{"accept for another", Accept, follow("https://torget.example/k", "https://b.example/u"), "", false},
		{"reject something nameless", Reject, `{"type":"Follow"}`, "", false},
		{"move", Move, `"` + u + `"`, `,"target":"https://b.example/u"`, true},
		{"move nowhere", Move, `"` + u + `"`, "", false},
		{"move another", Move, `"https://a.example/v"`, `,"target":"https://b.example/u"`, false},
		{"add", Add, `"` + own + `"`, `,"target":"https://a.example/featured"`, true},
		{"unknown", "Dislike", `"x"`, "", true},
	}
	for _, c := range cases {
		body := fmt.Sprintf(`{"id":"https://a.example/act/1","type":%q,"actor":%q,"object":%s%s}`, c.typ, u, c.object, c.more)
		a, err := ParseActivity([]byte(body), rules)
		if (err == nil) != c.holds || err != nil && !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", c.name, err)
		}
		if err == nil && a.Known() == (c.name == "unknown") {
			t.Errorf("%s: known is %v", c.name, a.Known())
		}
		if err == nil && c.name == "undo own follow" && (a.Object().Actor != u || a.Object().Object != "https://torget.example/k" || a.Object().Type != Follow) {
			t.Errorf("what was followed is lost: %+v", a.Object())
		}
	}
}

func TestDocumentsThatAreRefused(t *testing.T) {
	with := func(field string) string {
		return `{"id":"https://a.example/1","type":"Note",` + field + `}`
	}
	cases := []struct {
		name, body string
		kind       fault.Kind
		at         string
	}{
		{"empty", ``, fault.Invalid, ""},
		{"half", `{"id":`, fault.Invalid, ""},
		{"two", `{} {}`, fault.Invalid, ""},
		{"text after", `{"id":"https://a.example/1","type":"Note"}}`, fault.Invalid, ""},
		{"not an object", `"https://a.example/1"`, fault.Invalid, ""},
		{"not UTF-8", "{\"id\":\"\xff\"}", fault.Invalid, ""},
		{"deep", strings.Repeat(`[`, MaxDepth+1), fault.Invalid, ""},
		{"deep in order", `{"a":` + strings.Repeat(`[`, MaxDepth) + strings.Repeat(`]`, MaxDepth) + `}`, fault.Invalid, ""},
		{"crowded", `{"a":[` + strings.Repeat(`0,`, maxTokens) + `0]}`, fault.TooLarge, ""},
		{"huge", `{"a":"` + strings.Repeat("x", MaxBody) + `"}`, fault.TooLarge, ""},
		{"long text", with(`"content":"` + strings.Repeat("x", MaxText+1) + `"`), fault.TooLarge, "/content"},
		{"long translation", with(`"contentMap":{"sv":"` + strings.Repeat("x", MaxText+1) + `"}`), fault.TooLarge, "/contentMap"},
		{"long list", with(`"to":[` + strings.Repeat(`"x",`, MaxItems) + `"x"]`), fault.TooLarge, "/to"},
		{"long address", with(`"mediaType":"` + strings.Repeat("x", maxAddress+1) + `"`), fault.TooLarge, "/mediaType"},
		{"text of a number", with(`"content":5`), fault.Invalid, "/content"},
		{"map of a number", with(`"contentMap":5`), fault.Invalid, "/contentMap"},
		{"map of a list", with(`"contentMap":["x"]`), fault.Invalid, "/contentMap"},
		{"list of numbers", with(`"tag":[{"type":"Hashtag"},5]`), fault.Invalid, "/tag"},
		{"type of a number", `{"id":"https://a.example/1","type":5}`, fault.Invalid, "/type"},
		{"no type", `{"id":"https://a.example/1"}`, fault.Invalid, "/type"},
		{"no id", `{"type":"Note"}`, fault.Invalid, "/id"},
		{"plain http", `{"id":"http://a.example/1","type":"Note"}`, fault.Invalid, "/id"},
		{"relative", `{"id":"/1","type":"Note"}`, fault.Invalid, "/id"},
		{"with a password", `{"id":"https://u:p@a.example/1","type":"Note"}`, fault.Invalid, "/id"},
		{"with a space", `{"id":"https://a.example/ 1","type":"Note"}`, fault.Invalid, "/id"},
		{"script", `{"id":"javascript:alert(1)","type":"Note"}`, fault.Invalid, "/id"},
		{"in the future", with(`"published":"2026-03-03T12:00:01Z"`), fault.Invalid, "/published"},
		{"long ago", with(`"updated":"1989-12-31T23:59:59Z"`), fault.Invalid, "/updated"},
		{"no date", with(`"published":"i går"`), fault.Invalid, "/published"},
		{"date of a number", with(`"published":5`), fault.Invalid, "/published"},
		{"by somebody elsewhere", with(`"attributedTo":"https://b.example/u"`), fault.Invalid, "/attributedTo"},
		{"a key with a slash", with(`"attachment":{"name":5}`), fault.Invalid, "/attachment/name"},
	}
	for _, c := range cases {
		_, err := ParseObject([]byte(c.body), rules)
		if !fault.Is(err, c.kind) || fault.Of(err).Field != c.at {
			t.Errorf("%s: %v at %q", c.name, err, fault.Of(err).Field)
		}
	}
	if _, err := ParseObject([]byte(with(`"published":"2026-03-03T12:00:00Z"`)), rules); err != nil {
		t.Errorf("a day ahead is allowed for clocks that differ: %v", err)
	}
	if _, err := ParseObject([]byte(with(`"published":"2036-03-03T12:00:00Z"`)), Rules{}); err != nil {
		t.Errorf("our own store is not judged: %v", err)
	}
	if _, err := ParseObject([]byte(with(`"name":"x"`)), Rules{From: "https://b.example/1"}); !fault.Is(err, fault.Invalid) {
		t.Errorf("a document from another host: %v", err)
	}
	if _, err := ParseObject([]byte(`{"id":"http://127.0.0.1:8/1","type":"Note"}`), Rules{AllowHTTP: true}); err != nil {
		t.Errorf("tests run without TLS: %v", err)
	}
}

// F35: a comment of one megabyte arrives whole, as Mastodon sends it, with the text twice.
func TestAMegabyteIsRead(t *testing.T) {
	text := strings.Repeat("å", MaxText/2)
	body := `{"id":"https://a.example/1","type":"Note","content":"` + text + `","contentMap":{"sv":"` + text + `"}}`
	o, err := ParseObject([]byte(body), rules)
	if err != nil || o.Content != text || o.Language != "sv" {
		t.Fatalf("%d bytes, %v", len(o.Content), err)
	}
}

func TestActorsThatAreRefused(t *testing.T) {
	for name, body := range map[string]string{
		"no inbox":    `{"id":"https://a.example/u","type":"Person"}`,
		"http inbox":  `{"id":"https://a.example/u","type":"Person","inbox":"http://a.example/in"}`,
		"a note":      `{"id":"https://a.example/u","type":"Note","inbox":"https://a.example/in"}`,
		"no id":       `{"type":"Person","inbox":"https://a.example/in"}`,
		"long handle": `{"id":"https://a.example/u","type":"Person","inbox":"https://a.example/in","preferredUsername":"` + strings.Repeat("x", maxName+1) + `"}`,
		"not JSON":    `no`,
	} {
		if _, err := ParseActor([]byte(body), rules); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	odd := `{"id":"https://a.example/u","type":"Person","inbox":"https://a.example/in","name":5,"summary":[5],"published":"0000-00-00","updated":5,
		"endpoints":[],"icon":[5],"image":"x","attachment":[5,{"type":"PropertyValue","name":5}],"tag":[5],"url":{"href":5},"publicKey":
		{"id":"https://a.example/u#k","owner":"https://a.example/u","publicKeyPem":"x"}}`
	if a, err := ParseActor([]byte(odd), rules); err != nil || len(a.Keys) != 1 {
		t.Errorf("what she shows of herself makes her nobody: %+v, %v", a, err)
	}
	a, err := ParseActor([]byte(`{"id":"https://a.example/u","type":"Service","inbox":"https://a.example/in","publicKey":[
		{"id":"https://b.example/k","owner":"https://a.example/u","publicKeyPem":"x"},
		{"id":"https://a.example/k","owner":"https://a.example/v","publicKeyPem":"x"},
		{"id":"https://a.example/k","controller":"https://a.example/u","publicKeyPem":"x"},
		"https://a.example/k2"]}`), rules)
	if err != nil || len(a.Keys) != 2 || a.Keys[0].Owner != a.ID || a.Keys[1].PEM != "" {
		t.Errorf("keys that are not the actor's own: %+v, %v", a, err)
	}
}

func TestActivitiesThatAreRefused(t *testing.T) {
	for name, body := range map[string]string{
		"no actor":         `{"id":"https://a.example/1","type":"Like","object":"https://b.example/1"}`,
		"a relative id":    `{"id":"/1","type":"Like","actor":"https://a.example/u","object":"https://b.example/1"}`,
		"no id, no actor":  `{"type":"Like","object":"https://b.example/1"}`,
		"no type":          `{"id":"https://a.example/1","actor":"https://a.example/u","object":"https://b.example/1"}`,
		"another's id":     `{"id":"https://b.example/1","type":"Like","actor":"https://a.example/u","object":"https://b.example/1"}`,
		"a fake of a host": `{"id":"https://a.example.evil.example/1","type":"Like","actor":"https://a.example/u","object":"https://b.example/1"}`,
		"not JSON":         `{`,
	} {
		if _, err := ParseActivity([]byte(body), rules); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	names := map[string]bool{}
	for _, body := range []string{`{"type":"Like","actor":"https://a.example/u#x","object":"https://b.example/1"}`,
		`{"type":"Like","id":null,"actor":"https://a.example/u","object":"https://b.example/1"}`,
		`{"type":"Like","actor":"https://a.example/u","object":"https://b.example/2"}`} {
		for range 2 { // the same words have the same name each time
			a, err := ParseActivity([]byte(body), rules)
			if err != nil || !strings.HasPrefix(a.ID, "https://a.example/u#nameless-") {
				t.Fatalf("%s: %+v %v", body, a, err)
			}
			names[a.ID] = true
		}
	}
	if len(names) != 3 {
		t.Errorf("the names of what has no id: %v", names)
	}
	var none Activity
	if none.Object().ID != "" {
		t.Error("the object of nothing")
	}
	if got := fault.Of(func() error { _, err := ParseActivity([]byte(`{`), Rules{Now: time.Now()}); return err }()); got.Say.Empty() {
		t.Error("a refusal says nothing")
	}
}
