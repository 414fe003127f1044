package api_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"tilltal/api"
	"tilltal/desk"
)

const key = "Idempotency-Key"

func TestTheSameCallTwiceIsOneCall(t *testing.T) { each(t, theSameCallTwiceIsOneCall) }

func theSameCallTwiceIsOneCall(t *testing.T, h *house) {
	said := body{"account": h.account, "text": harmless}
	first := h.as(t, "Bengt", "POST", "/drafts", said, key, "a").want(201)
	again := h.as(t, "Bengt", "POST", "/drafts", said, key, "a").want(201)
	if string(first.text) != string(again.text) || again.header.Get("Idempotency-Replayed") != "true" || first.header.Get("Idempotency-Replayed") != "" ||
		again.header.Get("Content-Type") != first.header.Get("Content-Type") {
		t.Errorf("%s\nthen %s, %v", first.text, again.text, again.header)
	}
	h.as(t, "Bengt", "GET", "/drafts", nil).want(200).is("items.0.id", first.str("id"), "items.1", nil)

	h.as(t, "Bengt", "POST", "/drafts", body{"account": h.account, "text": "Annat."}, key, "a").want(422).is("errors.0.field", "Idempotency-Key")
	h.as(t, "Bengt", "POST", "/drafts/"+first.str("id")+"/discard", nil, key, "a").want(422)
	h.as(t, "Cissi", "POST", "/drafts", said, key, "a").want(201)
	h.as(t, "Bengt", "POST", "/drafts", said, key, "b").want(201)
	h.as(t, "Bengt", "POST", "/drafts", said, key, strings.Repeat("x", 201)).want(422)
	h.verify(t)
}

// TestAnAnswerWithoutABodyIsReplayedToo: 204 is an answer like any other, and so is a refusal that stands.
func TestAnAnswerWithoutABodyIsReplayedToo(t *testing.T) {
	h := open(t)
	id := h.write(t, harmless)
	for range 2 {
		h.as(t, "Bengt", "POST", "/drafts/"+id+"/discard", nil, key, "a").want(204)
	}
	for range 2 {
		h.as(t, "Bengt", "POST", "/drafts/"+id+"/discard", nil, key, "b").want(410)
	}
}

// TestPublishingTwiceIsPublishingOnce is what the keys are for.
func TestPublishingTwiceIsPublishingOnce(t *testing.T) {
	h := open(t)
	id := h.write(t, harmless)
	h.as(t, "Bengt", "POST", "/drafts/"+id+"/submit", body{"version": 1, "reason": "Ja."}, key, "s").want(200)
	post := h.as(t, "Bengt", "POST", "/drafts/"+id+"/publish", nil, key, "p").want(200).str("post")
	h.as(t, "Bengt", "POST", "/drafts/"+id+"/publish", nil, key, "p").want(200).is("post", post)
	h.as(t, "Revan", "GET", "/posts", nil).want(200).is("items.0.id", post, "items.1", nil)
}

func TestAKeyIsForgottenAfterAWeek(t *testing.T) {
	h := open(t)
	said := body{"account": h.account, "text": harmless}
	first := h.as(t, "Bengt", "POST", "/drafts", said, key, "a").want(201).str("id")
	h.clock.Move(8 * 24 * time.Hour)
	if again := h.as(t, "Bengt", "POST", "/drafts", said, key, "a").want(201).str("id"); again == first {
		t.Error("remembered for more than a week")
	}
}

// TestWhoMayNotGetsTheKeyBack: she may be given the right, and send the call again.
func TestWhoMayNotGetsTheKeyBack(t *testing.T) {
	h := open(t)
	post := h.publish(t, harmless)
	taking := body{"ground": "expired", "reason": "Säsongen är slut.", "public": "Slut."}
	h.as(t, "Cissi", "POST", "/posts/"+post+"/withdraw", taking, key, "w").want(403)
	h.commission(t, h.ids["Cissi"], "deputy")
	h.as(t, "Cissi", "POST", "/posts/"+post+"/withdraw", taking, key, "w").want(200)
}

// TestASecretIsNeverKept: the link of a newcomer is shown once, and not again by asking again.
func TestASecretIsNeverKept(t *testing.T) {
	h := open(t)
	said := body{"name": "Doris Ek", "email": "doris@example.se"}
	h.as(t, "Kim", "POST", "/people", said, key, "d").want(201)
	h.as(t, "Kim", "POST", "/people", said, key, "d").want(409).is("type", "about:blank#conflict")
	h.as(t, "Kim", "POST", "/people", body{"name": "", "email": "x"}, key, "e").want(422)
	h.as(t, "Kim", "POST", "/people", body{"name": "", "email": "x"}, key, "e").want(422)
}

// killed is a memory whose house dies before the answer is kept.
type killed struct{ api.Memory }

func (killed) Remember(context.Context, string, desk.Remembered) error { return context.Canceled }

func TestACallThatDiedIsNotDoneAgain(t *testing.T) {
	h := open(t)
	h.furnish(t, func(o *api.Options) { o.Memory = killed{o.Memory} })
	said := body{"account": h.account, "text": harmless}
	h.as(t, "Bengt", "POST", "/drafts", said, key, "a").want(201)
	h.furnish(t, nil) // started again
	h.as(t, "Bengt", "POST", "/drafts", said, key, "a").want(409).str("detail")
	h.as(t, "Bengt", "GET", "/drafts", nil).want(200).is("items.1", nil)
}

// TestManyAtOnce sends the same call from many sides: one is done, and the others get its answer or are told to look.
func TestManyAtOnce(t *testing.T) {
	h := open(t)
	said := body{"account": h.account, "text": harmless}
	var wg sync.WaitGroup
	answers := make([]reply, 20)
	for i := range answers {
		wg.Go(func() { answers[i] = h.as(t, "Bengt", "POST", "/drafts", said, key, "a") })
	}
	wg.Wait()
	count := map[int]int{}
	for _, r := range answers {
		count[r.status]++
	}
	if count[http.StatusCreated] < 1 || count[http.StatusCreated]+count[http.StatusConflict] != len(answers) {
		t.Errorf("%v", count)
	}
	h.as(t, "Bengt", "GET", "/drafts", nil).want(200).is("items.1", nil)
}

func TestWhoHasNoTokenLeavesNothingInMemory(t *testing.T) {
	h := open(t)
	said := body{"account": h.account, "text": harmless}
	h.call(t, "tilltal_nej", "POST", "/drafts", said, key, "a").want(401)
	h.call(t, "tilltal_nej", "POST", "/drafts", said, key, "a").want(401)
	h.as(t, "Revan", "POST", "/drafts", said, key, "a").want(403)
}

func TestPagesFollowEachOther(t *testing.T) { each(t, pagesFollowEachOther) }

func pagesFollowEachOther(t *testing.T, h *house) {
	for i := range 7 {
		h.publish(t, fmt.Sprintf("Inlägg nummer %d om parken.", i))
		h.clock.Move(time.Minute)
		h.question(t, fmt.Sprintf("Fråga nummer %d?", i))
	}
	for _, list := range []struct {
		who, path string
		want      int // 0 is: more than one page
	}{
		{"Revan", "/posts?limit=3", 7}, {"Bengt", "/conversations?limit=2", 7}, {"Revan", "/record?limit=5", 0}, {"Bengt", "/search?words=nummer&limit=4", 14},
		{"Revan", "/record?subject=" + h.account + "&limit=1", 0},
	} {
		seen, pages := map[string]bool{}, 0
		for path := list.path; path != ""; pages++ {
			page := h.as(t, list.who, "GET", path, nil).want(200)
			items, _ := page.at("items").([]any)
			for i := range items {
				id := fmt.Sprint(page.at(fmt.Sprintf("items.%d.id", i)), page.at(fmt.Sprintf("items.%d.seq", i)))
				if seen[id] {
					t.Errorf("%s: %s stands twice", list.path, id)
				}
				seen[id] = true
			}
			path = ""
			if next, ok := page.at("next").(string); ok {
				path = list.path + "&after=" + next
			}
		}
		if pages < 2 || list.want > 0 && len(seen) != list.want {
			t.Errorf("%s: %d things on %d pages, want %d", list.path, len(seen), pages, list.want)
		}
	}
}
