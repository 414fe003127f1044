package api_test

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"
	"time"

	"tilltal/desk/inbox"
	"tilltal/store"
)

const (
	harmless = "Nu är isen borta från Nydalasjön. Välkommen till bryggan!"
	number   = "Ring Karl, 19121212-1212, om du har frågor."
)

// write begins a post as Bengt and returns its draft.
func (h *house) write(t testing.TB, text string) string {
	t.Helper()
	return h.as(t, "Bengt", "POST", "/drafts", body{"account": h.account, "text": text}).want(201).str("id")
}

// publish begins, hands in and publishes a post, and returns its id.
func (h *house) publish(t testing.TB, text string) string {
	t.Helper()
	id := h.write(t, text)
	h.as(t, "Bengt", "POST", "/drafts/"+id+"/submit", body{"version": 1, "reason": "Det stämmer."}).want(200)
	return h.as(t, "Bengt", "POST", "/drafts/"+id+"/publish", nil).want(200).str("post")
}

// question lets a citizen ask through the form, and returns the conversation it became.
func (h *house) question(t testing.TB, text string) string {
	t.Helper()
	if _, err := h.inbox.Ask(t.Context(), inbox.Question{Account: h.account, Name: "Vera", Contact: "070-000 00 00", Text: text}); err != nil {
		t.Fatal(err)
	}
	h.work(t)
	page := h.as(t, "Bengt", "GET", "/conversations?unowned=true&limit=1", nil).want(200)
	return page.str("items.0.id")
}

// verify asks that every fact stands on the record as it was written.
func (h *house) verify(t testing.TB) {
	t.Helper()
	report, err := h.Verify(t.Context(), store.VerifyOptions{})
	if err != nil || len(report.Problems) > 0 || report.Facts == 0 {
		t.Errorf("the record: %+v, %v", report, err)
	}
}

func TestAPostOnOnesOwnJudgement(t *testing.T) { each(t, aPostOnOnesOwnJudgement) }

func aPostOnOnesOwnJudgement(t *testing.T, h *house) {
	begun := h.as(t, "Bengt", "POST", "/drafts", body{"account": h.account, "text": "Nu är isen"}).want(201).
		is("state", "writing", "latest.number", 1, "latest.content.language", "sv", "author", h.ids["Bengt"])
	id := begun.str("id")
	saved := h.as(t, "Bengt", "PUT", "/drafts/"+id, body{"base": 1, "text": harmless, "topics": []string{"#is"}}).want(200).
		is("aside", false, "version.number", 2, "version.content.topics.0", "is")
	h.as(t, "Bengt", "GET", "/drafts/"+id+"/findings", nil).want(200)
	h.as(t, "Bengt", "GET", "/drafts/"+id+"/versions", nil).want(200).is("items.0.number", 2, "items.1.number", 1, "items.0.content", nil)
	h.as(t, "Bengt", "GET", "/drafts/"+id+"/diff?from=1&to=2", nil).want(200).is("items.0.mark", "same")

	submission := h.as(t, "Bengt", "POST", "/drafts/"+id+"/submit", body{"version": 2, "reason": "Vi var där."}).want(200).
		is("version", 2, "hash", saved.str("version.hash"))
	if step := submission.str("step"); step != "own" && step != "reason" {
		t.Fatalf("the step is %s: %s", step, submission.text)
	}
	post := h.as(t, "Bengt", "POST", "/drafts/"+id+"/publish", nil).want(200).str("post")
	h.as(t, "Revan", "GET", "/posts/"+post, nil).want(200).is("text", harmless, "curator.given_name", "Bengt", "hash", saved.str("version.hash"))
	h.as(t, "Revan", "GET", "/posts?topic=is", nil).want(200).is("items.0.id", post)
	h.as(t, "Bengt", "GET", "/drafts/"+id, nil).want(200).is("state", "published", "published_as", post)
	h.as(t, "Bengt", "PUT", "/drafts/"+id, body{"base": 2, "text": "Annat."}).want(409).is("type", "about:blank#conflict")
	h.as(t, "Revan", "GET", "/record?subject="+post, nil).want(200).is("items.0.kind", "publish.published", "items.0.by.kind", "token", "items.0.account", h.account)
	h.as(t, "Revan", "GET", "/topics", nil).want(200).is("items.0.key", "is", "items.0.posts", 1)
	h.as(t, "Revan", "GET", "/calendar?from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z", nil).want(200).is("items.0.post", post)
	h.verify(t)
}

func TestATextThatNeedsAnothersEyes(t *testing.T) {
	h := open(t)
	looked := h.as(t, "Bengt", "POST", "/checks", body{"account": h.account, "text": number}).want(200).is("worst", "certain", "findings.0.check", "personaldata")
	if start, end := looked.num("findings.0.start"), looked.num("findings.0.end"); number[start:end] != looked.str("findings.0.text") {
		t.Errorf("the finding points at %q", number[start:end])
	}
	id := h.write(t, number)
	h.as(t, "Bengt", "POST", "/drafts/"+id+"/responses", body{"rule": looked.str("findings.0.rule"), "text": looked.str("findings.0.text"), "kind": "wrong"}).want(204)
	hash := h.as(t, "Bengt", "POST", "/drafts/"+id+"/submit", body{"version": 1, "reason": "Exempel."}).want(200).is("step", "shift").str("hash")
	h.as(t, "Bengt", "POST", "/drafts/"+id+"/publish", nil).want(403)
	h.as(t, "Amina", "GET", "/reviews", nil).want(200).is("items.0.draft.id", id, "items.0.author", "Bengt Larsson", "items.0.may", true)
	h.as(t, "Bengt", "POST", "/reviews/"+id+"/approve", body{"hash": hash}).want(403)
	h.as(t, "Amina", "POST", "/reviews/"+id+"/return", body{"hash": hash}).want(422).is("errors.0.field", "words")
	h.as(t, "Amina", "POST", "/reviews/"+id+"/return", body{"hash": hash, "words": "Ta bort numret."}).want(200)
	h.as(t, "Bengt", "GET", "/drafts/"+id, nil).want(200).is("state", "returned", "returned", "Ta bort numret.")

	h.as(t, "Bengt", "POST", "/drafts/"+id+"/submit", body{"version": 1, "reason": "Det är ett känt provnummer."}).want(200)
	h.as(t, "Amina", "GET", "/reviews/"+id, nil).want(200).is("may", true, "draft.submission.hash", hash)
	h.as(t, "Bengt", "GET", "/reviews/"+id, nil).want(200).is("may", false)
	h.as(t, "Amina", "POST", "/reviews/"+id+"/approve", body{"hash": strings.Repeat("0", 64)}).want(409)
	h.as(t, "Amina", "POST", "/reviews/"+id+"/approve", body{"hash": hash, "words": "Då så."}).want(200).is("at_once", true)
	h.work(t)
	h.as(t, "Amina", "GET", "/drafts/"+id, nil).want(200).is("state", "published")
	h.verify(t)
}

func TestATimeIsPromisedAndStopped(t *testing.T) {
	h := open(t)
	id := h.write(t, harmless)
	h.as(t, "Bengt", "POST", "/drafts/"+id+"/submit", body{"version": 1, "reason": "Ja.", "when": body{"date": "2026-11-24", "time": "25:00"}}).want(422).is("errors.0.field", "time")
	h.as(t, "Bengt", "POST", "/drafts/"+id+"/submit", body{"version": 1, "reason": "Ja.", "when": body{"date": "2020-01-01", "time": "08:00"}}).want(422).is("errors.0.field", "when")
	h.as(t, "Bengt", "POST", "/drafts/"+id+"/submit", body{"version": 1, "reason": "Ja.", "when": body{"date": "2126-01-01", "time": "08:00"}}).want(422).is("errors.0.field", "when")
	h.as(t, "Bengt", "POST", "/drafts/"+id+"/submit", body{"version": 1, "reason": "Ja.", "when": body{"date": "2026-11-24", "time": "08:00"}}).want(200).is("when.zone", "Europe/Stockholm")
	h.as(t, "Bengt", "POST", "/drafts/"+id+"/publish", nil).want(200).is("at", "2026-11-24T07:00:00Z", "scheduled.time", "08:00")
	h.as(t, "Bengt", "GET", "/drafts/"+id+"/plan", nil).want(200).is("at", "2026-11-24T07:00:00Z")
	h.as(t, "Bengt", "POST", "/drafts/"+id+"/stop", body{"words": "Vänta."}).want(200).is("held.why", "person", "held.words", "Vänta.")
	h.as(t, "Bengt", "POST", "/drafts/"+id+"/release", body{"when": body{"date": "2026-11-25", "time": "09:00"}}).want(200).is("at", "2026-11-25T08:00:00Z")
	h.clock.Move(48 * time.Hour)
	h.work(t)
	h.as(t, "Bengt", "GET", "/drafts/"+id, nil).want(200).is("state", "held")
	h.as(t, "Bengt", "POST", "/drafts/"+id+"/release", body{}).want(200).str("post")
	h.verify(t)
}

func TestAQuestionIsTakenAnsweredAndClosed(t *testing.T) { each(t, aQuestionIsTakenAnsweredAndClosed) }

func aQuestionIsTakenAnsweredAndClosed(t *testing.T, h *house) {
	id := h.question(t, "När öppnar bryggan?")
	c := h.as(t, "Bengt", "GET", "/conversations/"+id, nil).want(200).is("kind", "question", "needs_answer", true, "open", true, "with_name", "Vera", "owner", nil)
	h.as(t, "Bengt", "GET", "/today", nil).want(200).is("unowned", 1)
	h.as(t, "Bengt", "GET", "/conversations/"+id+"/contact", nil).want(200).is("contact", "070-000 00 00")
	h.as(t, "Revan", "GET", "/conversations/"+id+"/contact", nil).want(403)
	h.as(t, "Bengt", "POST", "/conversations/"+id+"/take", body{"seen": c.num("seen")}).want(204)
	h.as(t, "Cissi", "POST", "/conversations/"+id+"/take", body{"seen": c.num("seen")}).want(409)
	h.as(t, "Cissi", "POST", "/conversations/"+id+"/look", nil).want(200)
	h.as(t, "Bengt", "POST", "/conversations/"+id+"/look", nil).want(200).is("items.0.person", h.ids["Cissi"])
	h.as(t, "Cissi", "POST", "/conversations/"+id+"/note", body{"text": "Vaktmästaren vet."}).want(204)
	h.as(t, "Bengt", "POST", "/conversations/"+id+"/close", body{"outcome": "answered"}).want(422).is("errors.0.field", "outcome")

	h.as(t, "Cissi", "GET", "/accounts/"+h.account+"/helpers", nil).want(200).is("items.0.given_name", "Amina")
	started := h.as(t, "Cissi", "POST", "/conversations/"+id+"/keep", body{"seen": 0, "text": "Jag tror"}).want(200).is("version", 1).str("draft")
	h.as(t, "Cissi", "POST", "/conversations/"+id+"/keep", body{"draft": started, "base": 1, "seen": 0, "text": "Jag tror att"}).want(200).is("draft", started, "version", 2)
	h.as(t, "Bengt", "GET", "/conversations/"+id+"/drafts", nil).want(200).is("items.0.id", started, "items.0.state", "writing", "items.1", nil)
	stale := h.as(t, "Bengt", "POST", "/conversations/"+id+"/reply", body{"seen": c.num("seen"), "text": "Bryggan öppnar klockan 10."}).want(409)
	kept, version := stale.str("draft"), stale.num("version")
	now := h.as(t, "Bengt", "GET", "/conversations/"+id, nil).want(200).num("seen")
	answered := h.as(t, "Bengt", "POST", "/conversations/"+id+"/reply",
		body{"draft": kept, "base": version, "seen": now, "text": "Bryggan öppnar klockan 10 på lördag.", "reason": "Vaktmästaren har sagt det."}).want(200).
		is("draft", kept, "waiting", false)
	answered.str("outcome.post")
	now = h.as(t, "Bengt", "GET", "/conversations/"+id, nil).want(200).num("seen")
	h.as(t, "Bengt", "POST", "/conversations/"+id+"/close", body{"outcome": "answered", "seen": now}).want(204)
	h.as(t, "Bengt", "GET", "/conversations/"+id, nil).want(200).is("open", false, "outcome", "answered", "closed_by", h.ids["Bengt"])
	h.as(t, "Bengt", "POST", "/conversations/"+id+"/close", body{"outcome": "answered"}).want(409)
	h.as(t, "Bengt", "POST", "/conversations/"+id+"/reopen", body{"words": "Hon frågade mer."}).want(204)
	h.as(t, "Amina", "POST", "/conversations/"+id+"/assign", body{"to": h.ids["Cissi"]}).want(204)
	h.as(t, "Amina", "POST", "/conversations/"+id+"/classify", body{"kind": "error", "needs_answer": false}).want(422).is("errors.0.field", "why")
	h.as(t, "Amina", "POST", "/conversations/"+id+"/classify", body{"kind": "error", "needs_answer": false, "why": "Det var ett påpekande."}).want(204)
	story := h.as(t, "Cissi", "GET", "/conversations/"+id+"/timeline", nil).want(200)
	if n := strings.Count(string(story.text), `"kind":`); n < 7 {
		t.Errorf("the story has %d things: %s", n, story.text)
	}
	h.as(t, "Cissi", "GET", "/search?words=brygga", nil).want(200).is("items.0.kind", "conversation", "items.0.id", id)
	h.verify(t)
}

func TestACorrectionAndAWithdrawal(t *testing.T) { each(t, aCorrectionAndAWithdrawal) }

func aCorrectionAndAWithdrawal(t *testing.T, h *house) {
	post := h.publish(t, "Bryggan öppnar klockan 9.")
	said := body{"wrong": "Vi skrev klockan 9.", "right": "Rätt är klockan 10.", "why": "Vi läste fel.", "now": "Vi har ändrat skylten."}
	h.as(t, "Bengt", "POST", "/posts/"+post+"/correct", body{"wrong": "x"}).want(422)
	id := h.as(t, "Bengt", "POST", "/posts/"+post+"/correct", said).want(201).is("kind", "correction", "post", post).str("id")
	h.as(t, "Bengt", "PUT", "/drafts/"+id, body{"base": 1, "text": "Bryggan öppnar klockan 10.", "correction": said}).want(200)
	h.as(t, "Bengt", "POST", "/drafts/"+id+"/submit", body{"version": 2, "reason": "Det stämmer."}).want(200)
	h.as(t, "Bengt", "POST", "/drafts/"+id+"/publish", nil).want(200).str("correction")
	h.as(t, "Bengt", "GET", "/posts/"+post, nil).want(200).is("text", "Bryggan öppnar klockan 10.", "content.text", "Bryggan öppnar klockan 9.", "corrections.0.right", "Rätt är klockan 10.")
	h.as(t, "Revan", "GET", "/corrections", nil).want(200).is("items.0.post", post)

	taking := body{"ground": "expired", "reason": "Säsongen är slut.", "public": "Bryggan är stängd för säsongen."}
	h.as(t, "Cissi", "POST", "/posts/"+post+"/withdraw", taking).want(403)
	h.as(t, "Bengt", "POST", "/posts/"+post+"/withdraw", body{"ground": "unpleasant", "reason": "x", "public": "x"}).want(422).is("errors.0.field", "ground")
	h.as(t, "Bengt", "POST", "/posts/"+post+"/withdraw", taking).want(200).is("ground", "expired", "title", "No longer needed")
	h.as(t, "Bengt", "POST", "/posts/"+post+"/withdraw", taking).want(409)
	h.as(t, "Revan", "GET", "/posts", nil).want(200).is("items.0", nil)
	h.as(t, "Revan", "GET", "/posts?withdrawn=true", nil).want(200).is("items.0.id", post, "items.0.content", nil, "items.0.withdrawal.public", "Bryggan är stängd för säsongen.", "items.0.withdrawal.reason", nil)
	h.as(t, "Revan", "GET", "/posts/"+post, nil).want(200).is("withdrawal.reason", "Säsongen är slut.", "content", nil, "text", nil, "corrections.0", nil)
	h.as(t, "Revan", "GET", "/drafts/"+id, nil).want(200).is("sealed", post, "latest.content.text", nil)
	h.as(t, "Revan", "POST", "/posts/"+post+"/openings", body{"reason": " "}).want(422).is("errors.0.field", "reason")
	h.as(t, "Cissi", "POST", "/posts/"+post+"/openings", body{"reason": "x"}).want(403)
	opening := h.as(t, "Revan", "POST", "/posts/"+post+"/openings", body{"reason": "Tillsyn."}).want(201).str("id")
	h.as(t, "Revan", "GET", "/posts/"+post+"/openings/"+opening, nil).want(200).is("text", "Bryggan öppnar klockan 10.", "corrections.0.right", "Rätt är klockan 10.")
	h.as(t, "Revan", "GET", "/posts/"+post+"/openings", nil).want(200).is("items.0.reason", "Tillsyn.")
	h.as(t, "Bengt", "POST", "/posts/"+post+"/correct", said).want(410).is("type", "about:blank#gone")
	h.as(t, "Revan", "GET", "/insight", nil).want(200).is("posts", 1, "corrections", 1, "withdrawals.0.ground", "expired", "accounts.0.name", "Parken")
	h.verify(t)
}

func TestAPictureComesInAndIsSeen(t *testing.T) {
	h := open(t)
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		t.Fatal(err)
	}
	h.as(t, "Bengt", "POST", "/pictures?account="+h.account, []byte("ingen bild"), "Content-Type", "image/png").want(422)
	h.as(t, "Revan", "POST", "/pictures?account="+h.account, file.Bytes(), "Content-Type", "image/png").want(403)
	hash := h.as(t, "Bengt", "POST", "/pictures?account="+h.account+"&name=is.png", file.Bytes(), "Content-Type", "image/png").want(201).
		is("picture.width", 30, "picture.type", "image/png", "picture.name", "is.png").str("picture.hash")
	id := h.as(t, "Bengt", "POST", "/drafts", body{"account": h.account, "text": harmless, "pictures": []body{{"hash": hash, "alt": "En grå ruta", "width": 9}}}).want(201).
		is("latest.content.pictures.0.width", 30).str("id")
	shown := h.as(t, "Bengt", "GET", "/drafts/"+id+"/pictures/"+hash, nil).want(200)
	if size, err := png.DecodeConfig(bytes.NewReader(shown.text)); err != nil || size.Width != 30 || shown.header.Get("Content-Type") != "image/png" {
		t.Errorf("%+v, %v, %v", size, err, shown.header)
	}
	h.as(t, "Bengt", "GET", "/drafts/"+id+"/pictures/"+strings.Repeat("0", 64), nil).want(404)
	h.as(t, "Bengt", "POST", "/drafts", body{"account": h.account, "text": "x", "pictures": []body{{"hash": strings.Repeat("0", 64)}}}).want(422).is("errors.0.field", "pictures")
}

// TestAnIdeaWithAPicture is sent, seen by who may deal with it and by nobody else, and becomes a draft with the picture.
func TestAnIdeaWithAPicture(t *testing.T) {
	h := open(t)
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		t.Fatal(err)
	}
	h.as(t, "Bengt", "POST", "/ideas/pictures", []byte("ingen bild"), "Content-Type", "image/png").want(422)
	hash := h.as(t, "Bengt", "POST", "/ideas/pictures?name=plog.png", file.Bytes(), "Content-Type", "image/png").want(201).
		is("picture.width", 30, "picture.name", "plog.png").str("picture.hash")
	h.as(t, "Bengt", "POST", "/ideas", body{"text": "Plogen.", "pictures": []body{{"hash": strings.Repeat("0", 64)}}}).want(422).is("errors.0.field", "picture")
	id := h.as(t, "Bengt", "POST", "/ideas", body{"account": h.account, "text": "Plogen är tvättad.", "pictures": []body{{"hash": hash, "alt": "En gul plog"}}}).want(201).
		is("pictures.0.alt", "En gul plog", "pictures.0.width", 30).str("id")
	if shown := h.as(t, "Amina", "GET", "/ideas/"+id+"/pictures/"+hash, nil).want(200); shown.header.Get("Content-Type") != "image/png" || len(shown.text) == 0 {
		t.Errorf("%v", shown.header)
	}
	h.as(t, "Revan", "GET", "/ideas/"+id+"/pictures/"+hash, nil).want(403)
	h.as(t, "Amina", "GET", "/ideas/"+id+"/pictures/"+strings.Repeat("0", 64), nil).want(404)
	draft := h.as(t, "Amina", "POST", "/ideas/"+id+"/adopt", body{}).want(200).str("id")
	h.as(t, "Amina", "GET", "/drafts/"+draft, nil).want(200).is("latest.content.pictures.0.hash", hash, "latest.content.pictures.0.alt", "En gul plog")
}

func TestTwoSaveAtOnce(t *testing.T) {
	h := open(t)
	id := h.write(t, "Hej.")
	h.as(t, "Bengt", "PUT", "/drafts/"+id, body{"base": 1, "text": "Hej på er."}).want(200).is("aside", false, "latest.number", 2)
	h.as(t, "Cissi", "PUT", "/drafts/"+id, body{"base": 1, "text": "Hallå."}).want(200).is("aside", true, "version.number", 3, "latest.number", 2)
	h.as(t, "Bengt", "GET", "/drafts/"+id+"/versions/3", nil).want(200).is("content.text", "Hallå.", "aside", true)
	h.as(t, "Bengt", "POST", "/drafts/"+id+"/discard", nil).want(204)
	h.as(t, "Bengt", "PUT", "/drafts/"+id, body{"base": 2, "text": "Nej."}).want(410)
	h.as(t, "Bengt", "GET", "/drafts?state=discarded,writing", nil).want(200).is("items.0.state", "discarded")
}
