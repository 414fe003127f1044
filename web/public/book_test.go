package public_test

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"

	"tilltal/base/ledger"
	"tilltal/desk/draft"
	"tilltal/desk/publish"
)

func TestTheOpenBook(t *testing.T) {
	w := newTown(t)
	body := shows(t, w.get("/insyn"), http.StatusOK, "Insyn", "Parken i Umeå", "Kommunikation, Parkenheten", "inom 1 arbetsdag", "Inga än", "Vi har inte tagit bort något inlägg.")
	hides(t, body, "%!", "NaN", "Amina", "Lars")
	p := w.post("Fråga på.")
	for i := range 3 {
		w.reply(p, "Karin", fmt.Sprintf("Undrar %d?", i))
	}
	w.withdraw(w.post("Borta."))
	w.clock.Move(7 * 24 * time.Hour)
	shows(t, w.get("/insyn"), http.StatusOK, "För få", "Personuppgifter")
	for i := range 5 {
		w.reply(p, "Karin", fmt.Sprintf("Undrar igen %d?", i))
	}
	w.answer("Ja.")
	w.clock.Move(7 * 24 * time.Hour)
	shows(t, w.get("/insyn"), http.StatusOK, "av 8 meddelanden", "95 procents säkerhet")
	shows(t, w.get("/insyn", "Accept-Language", "en"), http.StatusOK, "of 8 messages", "Open book")
}

func TestTheRegisterForPrograms(t *testing.T) {
	w := newTown(t)
	rec := w.get("/insyn/konton.json")
	var doc struct {
		Authority string
		Accounts  []struct {
			Handle, Address, Rules, Promise string
			Units                           []string `json:"responsible_units"`
		}
	}
	w.must(json.Unmarshal(rec.Body.Bytes(), &doc))
	if doc.Authority != "Umeå kommun" || len(doc.Accounts) != 1 || doc.Accounts[0].Address != "@parken@torget.example.se" || doc.Accounts[0].Promise != "1d" ||
		len(doc.Accounts[0].Units) != 2 || rec.Header().Get("Content-Type") != "application/json" {
		t.Errorf("%+v", doc)
	}
}

// TestTheLedgerIsVerifiedFromOutside rebuilds the tree from what anybody can fetch, and holds it against the signed checkpoint.
func TestTheLedgerIsVerifiedFromOutside(t *testing.T) {
	w := newTown(t)
	for i := range 300 {
		w.hear(w.somePost(), "Karin", fmt.Sprint(i))
	}
	key := strings.TrimSpace(shows(t, w.get("/insyn/protokoll/nyckel"), http.StatusOK))
	verifier, err := note.NewVerifier(key)
	w.must(err)
	c, err := ledger.OpenCheckpoint(w.get("/insyn/protokoll/checkpoint").Body.Bytes(), verifier)
	w.must(err)
	if c.Origin != "torget.example.se/insyn/protokoll" || c.Size < 300 {
		t.Fatalf("%+v", c)
	}
	var leaves [][]byte
	for n := int64(0); n*256 < c.Size; n++ {
		path := fmt.Sprintf("entries/%03d", n)
		if rest := c.Size - n*256; rest < 256 {
			path += fmt.Sprintf(".p/%d", rest)
		}
		rec := w.get("/insyn/protokoll/tile/" + path)
		if rec.Code != http.StatusOK || !strings.Contains(rec.Header().Get("Cache-Control"), "immutable") {
			t.Fatalf("%s: %d %s", path, rec.Code, rec.Body)
		}
		for b := rec.Body.Bytes(); len(b) > 0; b = b[34:] {
			if b[0] != 0 || b[1] != 32 {
				t.Fatal("a leaf is not 32 bytes")
			}
			leaves = append(leaves, b[2:34])
		}
	}
	tree := ledger.Grow(0, ledger.Stored(nil))
	for _, l := range leaves {
		_, _, err := tree.Add(ledger.Hash(l))
		w.must(err)
	}
	root, err := tree.Root()
	w.must(err)
	if root != c.Root {
		t.Error("the tiles do not make the checkpoint's root")
	}
	tile := w.get("/insyn/protokoll/tile/0/000").Body.Bytes()
	if len(tile) != 256*32 || bytes.Equal(tile[:32], leaves[0]) {
		t.Errorf("a hash tile of %d bytes", len(tile))
	}
	for _, bad := range []string{"0/999", "entries/000.p/0", "9/000", "entries/0", "x", "0/000.p/300"} {
		if rec := w.get("/insyn/protokoll/tile/" + bad); rec.Code != http.StatusNotFound {
			t.Errorf("%s: %d", bad, rec.Code)
		}
	}
	shows(t, w.get("/insyn/protokoll"), http.StatusOK, key, "C2SP tlog-tiles", fmt.Sprintf("%d rader", c.Size))
}

func TestFeeds(t *testing.T) {
	w := newTown(t)
	p := w.post("Lek & stoj på lördag.\n\nVälkommen <alla>!", "Parker")
	w.correct(p, draft.Corrected{Wrong: "lördag", Right: "söndag", Why: "Vi läste fel.", Now: "Inget."}, "")
	for _, path := range []string{"/flode.atom", "/torget/parken/flode.atom"} {
		var f struct {
			ID      string `xml:"id"`
			Lang    string `xml:"lang,attr"`
			Updated string `xml:"updated"`
			Entries []struct {
				ID       string `xml:"id"`
				Title    string `xml:"title"`
				Author   string `xml:"author>name"`
				Content  string `xml:"content"`
				Category struct {
					Term string `xml:"term,attr"`
				} `xml:"category"`
			} `xml:"entry"`
		}
		rec := w.get(path)
		w.must(xml.Unmarshal(rec.Body.Bytes(), &f))
		if len(f.Entries) != 1 || f.ID == "" || f.Lang != "sv" || rec.Header().Get("Content-Type") != "application/atom+xml; charset=utf-8" {
			t.Fatalf("%s: %+v", path, f)
		}
		e := f.Entries[0]
		if e.ID != w.url(p) || e.Title != "Lek & stoj på lördag." || e.Author != "Amina, Parkenheten" || e.Category.Term != "Parker" ||
			!strings.HasPrefix(e.Content, "<p><strong>Rättat: vi skrev ”lördag”, rätt är ”söndag”.") || !strings.Contains(e.Content, "&lt;alla&gt;") {
			t.Errorf("%s: %+v", path, e)
		}
		if again := w.get(path, "If-None-Match", rec.Header().Get("ETag")); again.Code != http.StatusNotModified {
			t.Errorf("%s: %d", path, again.Code)
		}
	}
	for _, path := range []string{"/flode.json", "/torget/parken/flode.json"} {
		var f struct {
			Version string
			Items   []struct {
				ID      string
				HTML    string `json:"content_html"`
				Authors []struct{ Name string }
			}
		}
		w.must(json.Unmarshal(w.get(path).Body.Bytes(), &f))
		if f.Version != "https://jsonfeed.org/version/1.1" || len(f.Items) != 1 || f.Items[0].ID != w.url(p) || f.Items[0].Authors[0].Name != "Amina, Parkenheten" {
			t.Errorf("%s: %+v", path, f)
		}
	}
}

func TestPicturesAreShownWhileTheirPostStands(t *testing.T) {
	w := newTown(t)
	pic, err := w.draft.AddPicture(t.Context(), w.amina, w.park.ID, draft.Image{Type: "image/png", Width: 2, Height: 1, Data: []byte("png"), Name: "a.png"})
	w.must(err)
	if rec := w.get("/bild/" + pic.Hash); rec.Code != http.StatusNotFound {
		t.Errorf("before it is published: %d", rec.Code)
	}
	pic.Alt = `En "gunga"`
	p := w.say(draft.Content{Text: "Ny gunga.", Language: "sv", Pictures: []draft.Picture{pic}})
	rec := w.get("/bild/" + pic.Hash)
	h := rec.Header()
	if rec.Code != http.StatusOK || rec.Body.String() != "png" || h.Get("Content-Type") != "image/png" || h.Get("X-Content-Type-Options") != "nosniff" || !strings.Contains(h.Get("Cache-Control"), "immutable") {
		t.Errorf("%d %v", rec.Code, h)
	}
	if again := w.get("/bild/"+pic.Hash, "If-None-Match", h.Get("ETag")); again.Code != http.StatusNotModified {
		t.Errorf("%d", again.Code)
	}
	shows(t, w.get("/torget/parken/"+p.ID), http.StatusOK, `alt="En &#34;gunga&#34;"`, `content="`+home+"/bild/"+pic.Hash+`"`, `width="2"`)
	w.withdraw(p)
	for _, hash := range []string{pic.Hash, "nej", strings.Repeat("Z", 64), strings.Repeat("0", 64)} {
		if rec := w.get("/bild/"+hash, "If-None-Match", h.Get("ETag")); rec.Code != http.StatusNotFound {
			t.Errorf("%s: %d", hash, rec.Code)
		}
	}
}

func TestAboutAnAccount(t *testing.T) {
	w := newTown(t)
	w.clock.Move(40 * 24 * time.Hour)
	c := w.park.Charter
	c.Rules = "Nya regler.\nAndra stycket."
	_, err := w.account.Recharter(t.Context(), w.amina, w.park.ID, c)
	w.must(err)
	w.clock.Move(24 * time.Hour)
	a, err := w.account.Account(t.Context(), w.park.ID)
	w.must(err)
	c = a.Charter
	c.Audience = "Alla."
	_, err = w.account.Recharter(t.Context(), w.amina, w.park.ID, c)
	w.must(err)
	body := shows(t, w.get("/torget/parken/om"), http.StatusOK, "Nya regler.", "gäller sedan 2 januari 2027", "Äldre regler", "Från 23 november 2026", "Vi tar aldrig bort kritik",
		"@parken@torget.example.se", "Parkenheten", "dataskydd@example.se", "måndag–fredag", "flode.atom")
	hides(t, body, "%!", "Amina Berg")
}

func TestAccessibilitySitemapAndRobots(t *testing.T) {
	w := newTown(t)
	p := w.post("Hej.")
	shows(t, w.get("/tillganglighet"), http.StatusOK, "Vissa filmer saknar text.", "kontakt@example.se", "2018:1937", "Digg")
	shows(t, w.get("/robots.txt"), http.StatusOK, "Disallow: /fraga/", "Disallow: /inkorg", "Sitemap: "+home+"/sitemap.xml")
	var set struct {
		URLs []struct {
			Loc string `xml:"loc"`
		} `xml:"url"`
	}
	w.must(xml.Unmarshal(w.get("/sitemap.xml").Body.Bytes(), &set))
	found := false
	for _, u := range set.URLs {
		found = found || u.Loc == w.url(p)
	}
	if !found {
		t.Errorf("%+v", set)
	}
}

func TestSearch(t *testing.T) {
	w := newTown(t)
	p := w.post("Lekplatsen öppnar på lördag.")
	w.reply(p, "Karin", "Hemlig gunga?")
	shows(t, w.get("/sok"), http.StatusOK, "Vad letar du efter?")
	shows(t, w.get("/sok?q=lekplats"), http.StatusOK, "Lekplatsen öppnar", `value="lekplats"`)
	hides(t, shows(t, w.get("/sok?q=gunga"), http.StatusOK, "Vi hittade inget om ”gunga”"), "Hemlig")
	shows(t, w.get("/sok?q=%22%3Cscript%3E"), http.StatusOK, "&lt;script&gt;")
	shows(t, w.get("/sok?q=%2A%22%27"), http.StatusUnprocessableEntity)
	w.withdraw(p)
	hides(t, shows(t, w.get("/sok?q=lekplats"), http.StatusOK), "Lekplatsen öppnar")
}

// somePost is a post to reply to, the same each time.
func (w *town) somePost() publish.Post {
	w.t.Helper()
	list, err := w.publish.Posts(context.Background(), publish.List{Account: w.park.ID, Limit: 1})
	w.must(err)
	if len(list.Items) == 1 {
		return list.Items[0]
	}
	return w.post("Fråga på.")
}
