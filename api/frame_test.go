package api_test

import (
	"testing"

	"tilltal/desk/people"
)

func TestFramesAndWhatFollows(t *testing.T) { each(t, framesAndWhatFollows) }

func framesAndWhatFollows(t *testing.T, h *house) {
	at := "/accounts/" + h.account
	h.as(t, "Bengt", "GET", at+"/frames", nil).want(200).is("ready", false, "must.charter", 1.0, "read.charter", 0.0, "account.handle", "vardag_i_sjovik")
	h.as(t, "Amina", "GET", at+"/frames", nil).want(200).is("ready", true)
	h.as(t, "Revan", "GET", at+"/acknowledgements", nil).want(200).is("items.0", nil)

	charter := body{"number": 1, "name": "Parken", "purpose": "Vi berättar.", "purposes": []string{"Varna"}, "rules": "Var snäll.", "hours": "", "promise": "1d",
		"talk": []string{"Träd"}, "avoid": []string{"Enskilda"}, "examples": []body{{"good": true, "text": "Hej!", "why": "Kort."}}, "wording": true}
	h.as(t, "Amina", "PUT", at+"/charter", charter).want(200).is("charter.number", 2.0, "charter.talk.0", "Träd", "charter.examples.0.why", "Kort.", "charter.wording", true)
	delete(charter, "wording")
	charter["number"], charter["avoid"] = 2, []string{"Enskilda", "Rykten"}
	h.as(t, "Amina", "PUT", at+"/charter", charter).want(200).is("charter.wording", nil)
	h.as(t, "Bengt", "GET", at+"/frames", nil).want(200).is("must.charter", 3.0)
	h.as(t, "Bengt", "GET", at+"/charters/at?at=2026-11-23T11:00:00Z", nil).want(200).is("number", 3.0)
	h.as(t, "Bengt", "GET", at+"/charters/at?at=2020-01-01T00:00:00Z", nil).want(404)

	h.as(t, "Amina", "PUT", "/frames", body{"number": 0, "purpose": "Ni kan jobbet bäst."}).want(403)
	h.grant(t, h.ids["Cissi"], people.Communicator)
	h.as(t, "Cissi", "PUT", "/frames", body{"number": 0, "purpose": " "}).want(422).is("errors.0.field", "purpose")
	h.as(t, "Cissi", "PUT", "/frames", body{"number": 0, "purpose": "Ni kan jobbet bäst.", "talk": []string{"Jobbet"}}).want(200).is("number", 1.0, "talk.0", "Jobbet")
	h.as(t, "Cissi", "PUT", "/frames", body{"number": 0, "purpose": "Igen."}).want(409)
	h.as(t, "Bengt", "GET", "/frames", nil).want(200).is("items.0.purpose", "Ni kan jobbet bäst.")

	h.as(t, "Bengt", "POST", at+"/exercises", body{"title": "Egen", "event": "Något."}).want(403)
	own := h.as(t, "Amina", "POST", at+"/exercises", body{"title": "Egen", "event": "Något."}).want(201).is("own", true).str("id")
	h.as(t, "Bengt", "GET", at+"/exercises", nil).want(200).is("items.0.id", "driftstopp", "items.0.own", false)
	h.as(t, "Amina", "DELETE", at+"/exercises/"+own, nil).want(204)
	h.as(t, "Amina", "DELETE", at+"/exercises/"+own, nil).want(404)
	h.verify(t)
}

func TestTheRegisterAndItsReviews(t *testing.T) { each(t, theRegisterAndItsReviews) }

func theRegisterAndItsReviews(t *testing.T, h *house) {
	l := body{"network": "facebook", "address": "https://www.facebook.com/parken", "name": "Parken på Facebook", "unit": "Parkenheten", "purpose": "Bilder.", "account": h.account, "opened": "2019-05-20"}
	h.as(t, "Bengt", "POST", "/listings", l).want(403)
	l["address"] = "javascript:alert(1)"
	h.as(t, "Amina", "POST", "/listings", l).want(422).is("errors.0.field", "address")
	l["address"] = "https://www.facebook.com/parken"
	id := h.as(t, "Amina", "POST", "/listings", l).want(201).is("number", 1.0, "opened", "2019-05-20").str("id")
	l["number"], l["closed"] = 1, "2018-01-01"
	h.as(t, "Amina", "PUT", "/listings/"+id, l).want(422).is("errors.0.field", "closed")
	l["closed"] = "2026-11-20"
	h.as(t, "Amina", "PUT", "/listings/"+id, l).want(200).is("closed", "2026-11-20", "number", 2.0)
	h.as(t, "Amina", "PUT", "/listings/"+id, l).want(409)
	h.as(t, "Revan", "GET", "/listings", nil).want(200).is("items.0.id", id, "items.0.closed", "2026-11-20")

	h.as(t, "Revan", "GET", "/yearly-reviews", nil).want(200).is("items.0.subject", h.account, "items.1", nil)
	answers := []body{}
	for _, q := range []string{"purpose", "agreement", "controllership", "retention"} {
		answers = append(answers, body{"question": q, "fine": true})
	}
	h.as(t, "Amina", "POST", "/yearly-reviews/"+h.account, body{"answers": answers}).want(422).is("errors.0.field", "supervision")
	answers = append(answers, body{"question": "supervision", "fine": false})
	h.as(t, "Amina", "POST", "/yearly-reviews/"+h.account, body{"answers": answers}).want(422).is("errors.0.field", "supervision.words")
	answers[4]["words"] = "Vi tittar två gånger om dagen från måndag."
	h.as(t, "Bengt", "POST", "/yearly-reviews/"+h.account, body{"answers": answers}).want(403)
	h.as(t, "Amina", "POST", "/yearly-reviews/"+h.account, body{"answers": answers}).want(201)
	h.as(t, "Revan", "GET", "/yearly-reviews/"+h.account, nil).want(200).is("items.0.answers.4.fine", false)
	h.as(t, "Revan", "GET", "/yearly-reviews", nil).want(200).is("items.0.due", "2027-11-23T11:00:00Z")
	h.verify(t)
}

func TestLessonsOverTheAPI(t *testing.T) { each(t, lessonsOverTheAPI) }

func lessonsOverTheAPI(t *testing.T, h *house) {
	n := body{"account": h.account, "sort": "fact", "way": "corrected", "happened": "Bengt skrev fel tid.", "next": "Vi ringer först."}
	h.as(t, "Bengt", "POST", "/lessons", n).want(422).is("errors.0.field", "happened")
	n["happened"] = "Vi skrev fel tid."
	h.as(t, "Revan", "POST", "/lessons", n).want(403)
	h.as(t, "Bengt", "POST", "/lessons", n).want(201).is("sort", "fact")
	h.as(t, "Revan", "GET", "/lessons?account="+h.account, nil).want(200).is("items.0.next", "Vi ringer först.")
	h.as(t, "Revan", "GET", "/lessons/tally", nil).want(200).is("counts.0.hidden", true, "counts.0.n", 0.0, "total_hidden", true)
	h.as(t, "Bengt", "POST", "/posts/finnsinte/leave", body{"why": "Det stämmer."}).want(404)
	h.verify(t)
}
