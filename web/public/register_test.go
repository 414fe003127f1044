package public_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"testing"
	"time"

	"tilltal/base/clock"
	"tilltal/base/human"
	"tilltal/desk/account"
	bounds "tilltal/desk/frame"
	"tilltal/desk/inbox"
)

// list puts an account on another network in the register.
func (w *town) list(l account.Listing) {
	w.t.Helper()
	l.Unit, l.Purpose = "Kommunikation", "Bilder."
	_, err := w.account.List(context.Background(), w.amina, l)
	w.must(err)
}

func TestTheRegisterHasAccountsOnOtherNetworks(t *testing.T) {
	w := newTown(t)
	w.list(account.Listing{Network: "facebook", Address: "https://www.facebook.com/parken", Name: "Parken på Facebook", Account: w.park.ID,
		Opened: clock.Date{Year: 2019, Month: time.May, Day: 20}})
	w.list(account.Listing{Network: "x", Address: "https://x.com/parken", Name: "Parken på X", Account: w.park.ID, Closed: clock.Date{Year: 2025, Month: time.June, Day: 30}})
	var doc struct {
		Schema   int
		Accounts []struct {
			Network, URL, Opened, Closed string
			Me                           []string
		}
	}
	w.must(json.Unmarshal(w.get("/insyn/konton.json").Body.Bytes(), &doc))
	if doc.Schema != 1 || len(doc.Accounts) != 3 {
		t.Fatalf("%+v", doc)
	}
	own, facebook, x := doc.Accounts[0], doc.Accounts[1], doc.Accounts[2]
	if own.Network != "tilltal" || len(own.Me) != 1 || own.Me[0] != "https://www.facebook.com/parken" || facebook.Me[0] != home+"/torget/parken" || facebook.Opened != "2019-05-20" ||
		x.Closed != "2025-06-30" || own.Closed != "" {
		t.Errorf("%+v", doc)
	}
	shows(t, w.get("/insyn/konton"), http.StatusOK, "Våra konton", `rel="me" href="https://www.facebook.com/parken"`, "20 maj 2019", "Stängda konton", "Parken på X", "30 juni 2025", "Kommunikation")
	about := shows(t, w.get("/torget/parken/om"), http.StatusOK, `rel="me" href="https://www.facebook.com/parken"`, "/torget/parken/liknande")
	hides(t, about, "Parken på X", "får tala")
}

// behind is a management that stands behind its people.
type behind struct{}

func (behind) Backing(context.Context, string) (bounds.Backing, error) {
	day := clock.Date{Year: 2026, Month: time.November, Day: 2}
	return bounds.Backing{ID: "1", Words: "Ni får tala.\nJag står bakom er.", Name: "Eva Ek", Title: "chef", Signed: day, Review: day.Add(365)}, nil
}

func TestTheBackingIsPublic(t *testing.T) {
	w := newTown(t)
	w.deps.Frames = behind{}
	w.open()
	shows(t, w.get("/torget/parken/om"), http.StatusOK, "Ni får tala.", "Jag står bakom er.", "Eva Ek, chef, 2 november 2026")
}

func TestALookAlikeIsReported(t *testing.T) {
	w := newTown(t)
	const path = "/torget/parken/liknande"
	token, answer := countable(t, w, path)
	w.clock.Move(time.Minute)
	f := url.Values{"link": {"javascript:alert(1)"}, "text": {"De ber om pengar."}, human.TokenField: {token}, human.AnswerField: {answer}}
	shows(t, w.send(path, f), http.StatusUnprocessableEntity, "Skriv adressen till kontot", `value="javascript:alert(1)"`, `href="#link"`, "De ber om pengar.")
	f.Set("link", "https://facebook.com/parken-umea-bidrag")
	rec := w.send(path, f)
	shows(t, w.get(rec.Header().Get("Location")), http.StatusOK, "Tack för att du säger till", "https://facebook.com/parken-umea-bidrag", "De ber om pengar.")
	w.must(w.inbox.Sort(t.Context()))
	found, err := w.inbox.List(t.Context(), w.amina, inbox.Filter{})
	w.must(err)
	if len(found.Items) != 1 || found.Items[0].Kind != inbox.KindAlike || !found.Items[0].NeedsAnswer {
		t.Errorf("%+v", found.Items)
	}
}
