package public_test

import (
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"tilltal/base/human"
	"tilltal/desk/inbox"
)

var hidden = regexp.MustCompile(`name="fraga" value="([^"]+)"`)

// countable opens a form until its question is one that this test can answer, and returns the token with the answer.
func countable(t *testing.T, w *town, path string) (token, answer string) {
	t.Helper()
	for range 2000 {
		body := html.UnescapeString(w.get(path).Body.String())
		if _, words, ok := strings.Cut(body, "Hur många ord är det här: "); ok {
			words, _, _ = strings.Cut(words, "?")
			return hidden.FindStringSubmatch(body)[1], strconv.Itoa(1 + strings.Count(words, ","))
		}
	}
	t.Fatal("no counting question in two thousand")
	return "", ""
}

func TestAQuestionIsAskedAndAnswered(t *testing.T) {
	w := newTown(t)
	p := w.post("Lekplatsen öppnar på lördag.")
	token, answer := countable(t, w, "/torget/parken/fraga?inlagg="+p.ID)
	w.clock.Move(time.Minute)
	rec := w.send("/torget/parken/fraga", url.Values{"inlagg": {p.ID}, "text": {"Vilken tid <b>öppnar</b> ni?"}, "name": {"Karin"}, "contact": {"karin@example.se"},
		human.TokenField: {token}, human.AnswerField: {answer}, human.HoneypotField: {""}})
	if rec.Code != http.StatusSeeOther || !strings.HasPrefix(rec.Header().Get("Location"), "/fraga/") {
		t.Fatalf("%d %s\n%s", rec.Code, rec.Header().Get("Location"), rec.Body)
	}
	receipt := rec.Header().Get("Location")
	page := w.get(receipt)
	body := shows(t, page, http.StatusOK, "Tack, vi har fått din fråga", "Vilken tid &lt;b&gt;öppnar&lt;/b&gt; ni?", home+receipt, "Spara länken", `content="noindex"`)
	hides(t, body, "karin@example.se", "og:url", "canonical")
	if h := page.Header(); h.Get("Cache-Control") != "no-store" || h.Get("Referrer-Policy") != "no-referrer" {
		t.Errorf("the secret may leak: %v", h)
	}
	w.must(w.inbox.Sort(t.Context()))
	shows(t, w.get(receipt), http.StatusOK, "Vi svarar senast")
	w.answer("Klockan nio.")
	shows(t, w.get(receipt), http.StatusOK, "Du har fått svar", "Klockan nio.", "Parkenheten")
	hides(t, w.get("/torget/parken/"+p.ID).Body.String(), "Vilken tid", "Klockan nio.")
}

func TestAnErrorIsReported(t *testing.T) {
	w := newTown(t)
	p := w.post("Lekplatsen öppnar på lördag.")
	path := "/torget/parken/" + p.ID + "/fel"
	token, answer := countable(t, w, path)
	w.clock.Move(time.Minute)
	rec := w.send(path, url.Values{"text": {"Det är på söndag."}, human.TokenField: {token}, human.AnswerField: {answer}})
	shows(t, w.get(rec.Header().Get("Location")), http.StatusOK, "Tack för att du säger till", "Det är på söndag.")
	w.must(w.inbox.Sort(t.Context()))
	list, err := w.inbox.List(t.Context(), w.amina, inbox.Filter{})
	w.must(err)
	if len(list.Items) != 1 || list.Items[0].Kind != inbox.KindError || list.Items[0].Post != p.ID {
		t.Errorf("%+v", list.Items)
	}
}

func TestAFormWithAnErrorKeepsWhatWasTyped(t *testing.T) {
	w := newTown(t)
	token, answer := countable(t, w, "/torget/parken/fraga")
	w.clock.Move(time.Minute)
	typed := url.Values{"text": {""}, "name": {`Åsa "Ö"`}, "contact": {"asa@example.se"}, human.TokenField: {token}, human.AnswerField: {answer}}
	body := shows(t, w.send("/torget/parken/fraga", typed), http.StatusUnprocessableEntity, "Skriv vad du undrar.", `value="Åsa &#34;Ö&#34;"`, `value="asa@example.se"`,
		`value="`+token+`"`, `value="`+answer+`"`, "1 sak att rätta", `href="#text"`)
	hides(t, body, "%!")

	typed.Set("text", "Hej <undrar>")
	typed.Set(human.AnswerField, "tusen")
	body = shows(t, w.send("/torget/parken/fraga", typed), http.StatusUnprocessableEntity, "Svaret stämde inte", "Hej &lt;undrar&gt;", `value="asa@example.se"`)
	hides(t, body, token)

	typed.Set("text", strings.Repeat("å", inbox.MaxQuestion+1))
	shows(t, w.send("/torget/parken/fraga", typed), http.StatusUnprocessableEntity, "Skriv kortare", "åååå")
	shows(t, w.send("/torget/parken/fraga", url.Values{"text": {strings.Repeat("a", 200_000)}}), http.StatusRequestEntityTooLarge, "för stort")
}

func TestRobotsAreStopped(t *testing.T) {
	w := newTown(t)
	token, answer := countable(t, w, "/torget/parken/fraga")
	w.clock.Move(time.Minute)
	form := url.Values{"text": {"Köp nu"}, human.TokenField: {token}, human.AnswerField: {answer}, human.HoneypotField: {"https://spam.example"}}
	shows(t, w.send("/torget/parken/fraga", form), http.StatusUnprocessableEntity, "Köp nu")
	form.Set(human.HoneypotField, "")
	var last *httptest.ResponseRecorder
	for range 10 {
		form.Set(human.TokenField, "gissat")
		last = w.send("/torget/parken/fraga", form)
	}
	shows(t, last, http.StatusTooManyRequests, "Vänta", "Köp nu")
	if last.Header().Get("Retry-After") == "" {
		t.Error("nothing says when to come back")
	}
	w.clock.Move(time.Hour)
	shows(t, w.send("/torget/parken/fraga", form), http.StatusUnprocessableEntity, "Köp nu")
}

func TestAFormFromAnotherSiteIsRefused(t *testing.T) {
	w := newTown(t)
	r := httptest.NewRequest(http.MethodPost, "/torget/parken/fraga", strings.NewReader("text=hej"))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	if rec := w.do(r); rec.Code != http.StatusForbidden {
		t.Errorf("%d", rec.Code)
	}
}

func TestAClosedAccountTakesNoQuestions(t *testing.T) {
	w := newTown(t)
	p := w.post("Hej då.")
	w.must(w.account.Close(t.Context(), w.amina, w.park.ID, "Parken är såld."))
	shows(t, w.get("/torget/parken/fraga"), http.StatusGone, "stängt")
	body := shows(t, w.get("/torget/parken"), http.StatusOK, "Hej då.", "Kontot stängdes")
	hides(t, body, "/fraga")
	hides(t, shows(t, w.get("/torget/parken/"+p.ID), http.StatusOK), "/fraga")
	shows(t, w.get("/insyn"), http.StatusOK, "Parken i Umeå (stängt)")
}

func TestChoicesAreRemembered(t *testing.T) {
	w := newTown(t)
	for _, c := range []struct {
		path       string
		form       url.Values
		cookie, to string
	}{
		{"/sprak", url.Values{"lang": {"en"}, "back": {"/insyn?lang=sv&x=1"}}, "sprak=en", "/insyn?x=1"},
		{"/sprak", url.Values{"lang": {"tlh"}, "back": {"//evil.example/"}}, "sprak=sv", "/"},
		{"/tema", url.Values{"theme": {"dark"}, "back": {"/insyn"}}, "tema=dark", "/insyn"},
		{"/tema", url.Values{"theme": {"auto"}, "back": {"https://evil.example/"}}, "tema=;", "/"},
	} {
		rec := w.send(c.path, c.form)
		cookie := rec.Header().Get("Set-Cookie")
		if rec.Code != http.StatusSeeOther || !strings.HasPrefix(cookie, c.cookie) || rec.Header().Get("Location") != c.to || !strings.Contains(cookie, "HttpOnly; Secure; SameSite=Lax") {
			t.Errorf("%s %v: %d %q → %q", c.path, c.form, rec.Code, cookie, rec.Header().Get("Location"))
		}
	}
}
