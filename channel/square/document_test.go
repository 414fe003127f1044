package square_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"tilltal/base/activitypub"
	"tilltal/base/clock"
	"tilltal/base/httpsig"
	"tilltal/base/ident"
	"tilltal/channel"
	"tilltal/channel/channeltest"
	"tilltal/channel/square"
	"tilltal/store/storetest"
)

func alone(t testing.TB) *world {
	c := clock.At(noon)
	return open(t, storetest.SQLite(t, c), c)
}

func TestTheActor(t *testing.T) {
	w := alone(t)
	status, got := w.get("/torget/parken", nil)
	b, _ := json.Marshal(got)
	a, err := activitypub.ParseActor(b, activitypub.Rules{AllowHTTP: true, From: w.origin})
	if status != 200 || err != nil {
		t.Fatal(status, err)
	}
	if a.ID != w.at.Actor("parken") || a.Type != "Organization" || a.Handle != "parken" || a.Name != "Umeå parker" || a.Summary != "<p>Om våra parker.</p>" ||
		a.Inbox != a.ID+"/inbox" || a.SharedInbox != w.at.Shared() || a.Locked {
		t.Errorf("%+v", a)
	}
	if len(a.Keys) != 1 || a.Keys[0].ID != a.ID+"#main-key" || len(a.Multikeys) != 1 || a.Multikeys[0].ID != a.ID+"#ed25519-key" {
		t.Fatalf("keys %+v %+v", a.Keys, a.Multikeys)
	}
	if _, err := httpsig.ParsePublicPEM(a.Keys[0].PEM); err != nil {
		t.Error(err)
	}
	if _, err := httpsig.ParseMultikey(a.Multikeys[0].Multibase); err != nil {
		t.Error(err)
	}
	w.Square = w.another()
	_, again := w.get("/torget/parken", nil)
	if b2, _ := json.Marshal(again); string(b) != string(b2) {
		t.Error("the actor has other keys after a restart")
	}
	status, server := w.get("/torget/-/actor", nil)
	if status != 200 || server["type"] != "Application" || server["name"] != "Umeå kommun" {
		t.Errorf("the server's own: %d %v", status, server)
	}
	if status, box := w.get(strings.TrimPrefix(server["outbox"].(string), w.origin), nil); status != 200 || box["totalItems"] != 0.0 {
		t.Errorf("the server's own outbox: %d %v", status, box)
	}
	for path, want := range map[string]int{"/torget/nobody": 404, "/torget/-": 404, "/torget/PARKEN": 404, "/torget/parken/" + postID: 404, "/torget/parken/x": 404} {
		if got, _ := w.get(path, nil); got != want {
			t.Errorf("%s: %d", path, got)
		}
	}
}

func TestWhoAsksForAPageGetsThePage(t *testing.T) {
	w := alone(t)
	w.desk.keep(channeltest.Post(w.parken, postID))
	for _, path := range []string{"/torget/parken", "/torget/parken/" + postID} {
		for accept, want := range map[string]bool{"text/html": false, "*/*": false, "": false, activitypub.ContentType: true, activitypub.LongContentType: true,
			"text/html, application/activity+json;q=0.5": false} {
			r, _ := http.NewRequest(http.MethodGet, w.origin+path, nil)
			r.Header.Set("Accept", accept)
			resp, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			b, _ := io.ReadAll(resp.Body)
			resp.Body.Close()
			if (string(b) != "a page") != want || !strings.Contains(strings.Join(resp.Header.Values("Vary"), ","), "Accept") {
				t.Errorf("%s %q: %.40s, Vary %v", path, accept, b, resp.Header.Values("Vary"))
			}
		}
	}
}

func TestTheNote(t *testing.T) {
	w := alone(t)
	p := channeltest.Post(w.parken, postID)
	p.Summary, p.Topics = "Om <snö>", []string{"vinter", "Gator och torg"}
	p.Pictures = []channel.Picture{{Hash: "abc", Type: "image/png", Alt: "En plog", Width: 10, Height: 20}}
	w.desk.keep(p)
	status, got := w.get("/torget/parken/"+postID, nil)
	b, _ := json.Marshal(got)
	o, err := activitypub.ParseObject(b, activitypub.Rules{AllowHTTP: true, From: w.origin})
	if status != 200 || err != nil {
		t.Fatal(status, err)
	}
	if o.ID != w.at.Post("parken", postID) || !o.By(w.at.Actor("parken")) || o.Summary != "Om &lt;snö&gt;" || !o.Sensitive || o.ContentMap["sv"] != o.Content ||
		o.Visibility("") != activitypub.Everybody || o.Replies != o.ID+"/replies" || !o.Published.Equal(p.PublishedAt) {
		t.Errorf("%+v", o)
	}
	if len(o.Attachments) != 1 || o.Attachments[0].Name != "En plog" || o.Attachments[0].URL != w.at.Picture("abc") || o.Attachments[0].Width != 10 {
		t.Errorf("%+v", o.Attachments)
	}
	var tags []string
	for _, tag := range o.Tags {
		tags = append(tags, tag.Name)
	}
	if strings.Join(tags, " ") != "#vinter #Gatorochtorg" {
		t.Errorf("tags %v", tags)
	}
	if status, a := w.get("/torget/parken/"+postID+"/activity", nil); status != 200 || a["type"] != "Create" || a["object"].(doc)["id"] != o.ID {
		t.Errorf("the activity: %d %v", status, a)
	}
	if status, _ := w.get("/torget/old/"+postID, nil); status != 404 {
		t.Errorf("under another account: %d", status)
	}
	p.Withdrawn = &channel.Withdrawal{Public: "Borttaget.", At: noon}
	w.desk.keep(p)
	for _, path := range []string{"", "/activity"} {
		if status, gone := w.get("/torget/parken/"+postID+path, nil); status != 410 || gone["type"] != "Tombstone" || gone["content"] != nil {
			t.Errorf("withdrawn%s: %d %v", path, status, gone)
		}
	}
}

func TestTheLists(t *testing.T) {
	w := alone(t)
	for i := range 90 {
		w.desk.keep(channeltest.Post(w.parken, ident.New(noon.Add(time.Duration(i)*time.Second))))
	}
	seen, pages, path := map[string]bool{}, 0, "/torget/parken/outbox?page="
	for path != "" {
		status, page := w.get(path, nil)
		if status != 200 || page["type"] != "OrderedCollectionPage" {
			t.Fatal(status, page)
		}
		for _, item := range page["orderedItems"].([]any) {
			seen[item.(doc)["id"].(string)] = true
		}
		next, _ := page["next"].(string)
		path = strings.TrimPrefix(next, w.origin)
		pages++
	}
	for _, name := range []string{"first", "true", "1", ""} {
		if status, page := w.get("/torget/parken/outbox?page="+name, nil); status != 200 || page["id"] != w.at.Of("parken", "outbox")+"?page=first" {
			t.Errorf("the first page as %q: %d %v", name, status, page["id"])
		}
	}
	if len(seen) != 90 || pages != 3 {
		t.Errorf("%d posts on %d pages", len(seen), pages)
	}
	for part, total := range map[string]float64{"outbox": 90, "followers": 0, "following": 0, "featured": 0} {
		status, list := w.get("/torget/parken/"+part, nil)
		if status != 200 || list["type"] != "OrderedCollection" || list["totalItems"] != total {
			t.Errorf("%s: %d %v", part, status, list)
		}
	}
	w.desk.keep(channeltest.Post(w.parken, postID))
	if status, page := w.get("/torget/parken/"+postID+"/replies?page=", nil); status != 200 || page["orderedItems"].([]any)[0] != "https://social.example/1" {
		t.Errorf("replies: %d %v", status, page)
	}
}

func TestBoxesThatAreNotForOthers(t *testing.T) {
	w := alone(t)
	for _, path := range []string{"/torget/inbox", "/torget/parken/inbox"} {
		if status, _ := w.get(path, nil); status != 405 {
			t.Errorf("reading %s: %d", path, status)
		}
	}
	resp, err := http.Post(w.origin+"/torget/parken/outbox", activitypub.ContentType, strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != 405 || resp.Header.Get("Allow") != "GET" {
		t.Errorf("writing the outbox: %d %q", resp.StatusCode, resp.Header.Get("Allow"))
	}
}

func TestDiscovery(t *testing.T) {
	w := alone(t)
	for resource, want := range map[string]int{
		"acct:parken@" + w.at.Host(): 200, "acct:Parken@" + w.at.Host(): 200, "@parken@" + w.at.Host(): 200, w.at.Actor("parken"): 200,
		"acct:nobody@" + w.at.Host(): 404, "acct:parken@elsewhere.example": 404, "https://elsewhere.example/torget/parken": 404,
		"acct:" + w.at.Host() + "@" + w.at.Host(): 200, "": 400, "parken": 400,
	} {
		status, got := w.get("/.well-known/webfinger?resource="+url.QueryEscape(resource), nil)
		if status != want {
			t.Errorf("%s: %d, want %d", resource, status, want)
		}
		if strings.HasPrefix(strings.ToLower(resource), "acct:parken@") && want == 200 && got["subject"] != "acct:parken@"+w.at.Host() {
			t.Errorf("%s: %v", resource, got)
		}
	}
	_, place := w.get("/.well-known/nodeinfo", nil)
	for i, version := range []string{"2.1", "2.0"} {
		link := place["links"].([]any)[i].(doc)
		_, info := w.get(strings.TrimPrefix(link["href"].(string), w.origin), nil)
		if !strings.HasSuffix(link["rel"].(string), version) || info["version"] != version || info["usage"].(doc)["users"].(doc)["total"] != 1.0 {
			t.Errorf("%v: %v", link, info)
		}
	}
	if status, _ := w.get("/.well-known/host-meta", nil); status != 200 {
		t.Error(status)
	}
}

func TestReadAddress(t *testing.T) {
	base, _ := url.Parse("https://torget.example.se")
	at := square.NewAddresses(base)
	for address, want := range map[string]square.Ref{
		at.Actor("parken"):               {Handle: "parken"},
		at.Actor("parken") + "/":         {Handle: "parken"},
		at.Actor("parken") + "#main-key": {Handle: "parken"},
		at.Of("parken", "followers"):     {Handle: "parken"},
		at.Post("parken", postID):        {Handle: "parken", Post: postID},
		at.Creation("parken", postID):    {Handle: "parken", Post: postID},
	} {
		if got, ok := at.Read(address); !ok || got != want {
			t.Errorf("%s: %+v %v", address, got, ok)
		}
	}
	for _, address := range []string{"", "https://torget.example.se", at.Topic("vinter"), at.Of("parken", "outbox"), at.Picture("abc"), at.Replies("parken", postID),
		"http://torget.example.se/torget/parken", "https://torget.example.se.evil.example/torget/parken", "https://torget.example.se/torget/../torget/parken",
		"https://torget.example.se/torget/Å", at.Actor("-")} {
		if got, ok := at.Read(address); ok {
			t.Errorf("%s: %+v", address, got)
		}
	}
}

func FuzzReadAddress(f *testing.F) {
	base, _ := url.Parse("https://torget.example.se")
	at := square.NewAddresses(base)
	f.Add(at.Actor("parken"))
	f.Add(at.Creation("parken", postID))
	f.Add("https://torget.example.se/torget/%2e%2e/x#y?z")
	f.Fuzz(func(t *testing.T, address string) {
		ref, ok := at.Read(address)
		if !ok {
			return
		}
		again := at.Actor(ref.Handle)
		if ref.Post != "" {
			again = at.Post(ref.Handle, ref.Post)
		}
		if got, ok := at.Read(again); !ok || got != ref || !strings.HasPrefix(address, again) {
			t.Errorf("%q reads as %+v, which reads as %+v", address, ref, got)
		}
	})
}
