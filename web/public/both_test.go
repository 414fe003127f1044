package public_test

import (
	"net/http"
	"testing"

	"tilltal/base/clock"
	"tilltal/desk/draft"
	"tilltal/store"
	"tilltal/store/storetest"
)

// TestTheSquareOnBothDatabases walks past every kind of page on each database.
func TestTheSquareOnBothDatabases(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store, c *clock.Fixed) {
		w := townOn(t, s, c)
		p := w.post("Lekplatsen öppnar på lördag.", "Parker")
		w.reply(p, "Karin", "Gäller det även på söndag?")
		w.answer("Ja, hela helgen.")
		w.correct(p, draft.Corrected{Wrong: "lördag", Right: "söndag", Why: "Vi läste fel.", Now: "Inget."}, "Lekplatsen öppnar på söndag.")
		shows(t, w.get("/torget/parken/"+p.ID), http.StatusOK, "Rättat", "öppnar på söndag.", "även på söndag?", "hela helgen")
		for _, path := range []string{"/", "/torget/parken", "/torget/amne/parker", "/sok?q=lekplats", "/insyn/rattelser"} {
			shows(t, w.get(path), http.StatusOK, "söndag")
		}
		for _, path := range []string{"/torget/parken/om", "/insyn", "/insyn/protokoll", "/insyn/konton.json", "/flode.atom", "/sitemap.xml"} {
			shows(t, w.get(path), http.StatusOK)
		}
	})
}
