package api_test

import (
	"fmt"
	"strings"
	"testing"

	"tilltal/desk/people"
)

func TestAColleagueFromTheFirstDayToTheLast(t *testing.T) {
	each(t, aColleagueFromTheFirstDayToTheLast)
}

func aColleagueFromTheFirstDayToTheLast(t *testing.T, h *house) {
	w := h.as(t, "Kim", "POST", "/people", body{"name": "Doris Ek", "email": "doris@example.se", "unit": "Parkenheten"}).want(201).is("person.given_name", "Doris")
	if !strings.HasPrefix(w.str("path"), "/valkommen/") {
		t.Errorf("%s", w.text)
	}
	id := w.str("person.id")
	h.as(t, "Kim", "POST", "/people", body{"name": "Doris Ek", "email": "DORIS@example.se"}).want(422).is("errors.0.field", "email")
	h.as(t, "Kim", "PUT", "/people/"+id, body{"name": "Doris Ekberg", "email": "doris@example.se", "language": "en"}).want(200).is("name", "Doris Ekberg", "language", "en")
	if again := h.as(t, "Kim", "POST", "/people/"+id+"/invite", nil).want(200); again.str("path") == w.str("path") {
		t.Error("the same link twice")
	}
	grant := h.as(t, "Kim", "POST", "/people/"+id+"/grants", body{"role": "communicator", "until": "2027-01-01T00:00:00Z"}).want(201).is("until", "2027-01-01T00:00:00Z").str("id")
	h.as(t, "Kim", "POST", "/people/"+id+"/grants", body{"role": "owner"}).want(422)
	h.as(t, "Kim", "POST", "/grants/"+grant+"/revoke", nil).want(204)
	h.as(t, "Kim", "POST", "/grants/"+grant+"/revoke", nil).want(410)
	h.as(t, "Amina", "POST", "/accounts/"+h.account+"/mandates", body{"person": id, "role": "voice", "until": "2027-01-01T00:00:00Z"}).want(201).is("role", "voice")
	h.as(t, "Amina", "GET", "/accounts/"+h.account+"/colleagues", nil).want(200).is("items.0.person.name", "Doris Ekberg")
	h.as(t, "Amina", "GET", "/accounts/"+h.account+"/colleagues?upcoming=true", nil).want(200).is("items.0", nil)
	h.as(t, "Kim", "POST", "/people/"+id+"/sign-out", nil).want(204)
	h.as(t, "Kim", "POST", "/people/"+id+"/leave", nil).want(204)
	h.as(t, "Kim", "GET", "/people", nil).want(200)
	if all := h.as(t, "Kim", "GET", "/people?leavers=true", nil).want(200); !strings.Contains(string(all.text), `"left_at"`) {
		t.Errorf("%s", all.text)
	}
	h.as(t, "Kim", "POST", "/people/"+id+"/invite", nil).want(410)
	h.verify(t)
}

func TestATokenIsRevoked(t *testing.T) {
	h := open(t)
	token := h.as(t, "Kim", "GET", "/people/"+h.ids["Cissi"], nil).want(200).str("tokens.0.id")
	h.as(t, "Bengt", "POST", "/tokens/"+token+"/revoke", nil).want(403)
	h.as(t, "Kim", "POST", "/tokens/"+token+"/revoke", nil).want(204)
	h.as(t, "Cissi", "GET", "/accounts", nil).want(401)
	h.as(t, "Kim", "POST", "/sessions/ingen/end", nil).want(204)
}

func TestAnOwnerIsSucceeded(t *testing.T) {
	h := open(t)
	mandate := h.as(t, "Kim", "GET", "/people/"+h.ids["Amina"], nil).want(200).str("mandates.0.id")
	h.as(t, "Kim", "POST", "/mandates/"+mandate+"/end", body{}).want(403).is("errors.0.field", "successor")
	h.as(t, "Kim", "POST", "/mandates/"+mandate+"/end", body{"successor": h.ids["Bengt"]}).want(204)
	h.as(t, "Kim", "GET", "/short-accounts", nil).want(200).is("items.0", nil)
	h.as(t, "Kim", "POST", "/people/"+h.ids["Bengt"]+"/leave", nil).want(204)
	h.as(t, "Kim", "GET", "/short-accounts", nil).want(200).is("items.0", h.account)
}

func TestAnAccountFromOpeningToClosing(t *testing.T) {
	h := open(t)
	charter := h.as(t, "Kim", "GET", "/accounts/vardag_i_sjovik", nil).want(200).is("id", h.account, "charter.hours", "mon-fri 08:00-16:00", "charter.promise", "1d", "owners.1.given_name", "Amina").at("charter")
	c, _ := charter.(map[string]any)
	c["name"], c["hours"] = "Vintervägar", "mån-fre 7-22"
	plan := body{"handle": "vintervagar", "charter": c, "owners": []string{h.ids["Kim"], h.ids["Amina"]}}
	opened := h.as(t, "Kim", "POST", "/accounts", plan).want(201).is("handle", "vintervagar", "charter.hours", "mon-fri 07:00-22:00", "charter.number", 1)
	id := opened.str("id")
	h.as(t, "Kim", "POST", "/accounts", plan).want(422).is("errors.0.field", "handle")
	c["hours"], c["promise"] = "8-16", "snart"
	h.as(t, "Amina", "PUT", "/accounts/"+id+"/charter", c).want(422).is("errors.0.field", "hours", "errors.1.field", "promise")
	c["hours"], c["promise"], c["number"] = "", "4h", 1
	h.as(t, "Amina", "PUT", "/accounts/"+id+"/charter", c).want(200).is("charter.number", 2, "charter.promise", "4h", "charter.hours", "")
	h.as(t, "Amina", "PUT", "/accounts/"+id+"/charter", c).want(409)
	h.as(t, "Revan", "GET", "/accounts/"+id+"/charters", nil).want(200).is("items.0.number", 2, "items.1.number", 1)
	h.as(t, "Kim", "POST", "/accounts/"+id+"/close", body{"reason": ""}).want(422).is("errors.0.field", "reason")
	h.as(t, "Kim", "POST", "/accounts/"+id+"/close", body{"reason": "Våren är här."}).want(204)
	h.as(t, "Kim", "POST", "/accounts/"+id+"/close", body{"reason": "Våren är här."}).want(410)
	h.as(t, "Revan", "GET", "/accounts", nil).want(200).is("items.0.id", h.account, "items.1", nil)
	h.as(t, "Revan", "GET", "/accounts?closed=true", nil).want(200).is("items.1.id", id)
	h.as(t, "Revan", "GET", "/accounts/ingen", nil).want(404)
	h.verify(t)
}

func TestTheRoutineIsDecided(t *testing.T) {
	h := open(t)
	routine, _ := h.as(t, "Amina", "GET", "/accounts/"+h.account+"/routine", nil).want(200).is("number", 1, "post.none", "own", "late", 900).at("post").(map[string]any)
	next := body{"number": 1, "post": routine, "answer": routine, "late": 0, "rules": body{"tone": "ofta"}}
	h.as(t, "Amina", "PUT", "/accounts/"+h.account+"/routine", next).want(422).is("errors.0.field", "rules.tone")
	next["rules"] = body{"tone": "decision"}
	h.as(t, "Amina", "PUT", "/accounts/"+h.account+"/routine", next).want(200).is("number", 2, "rules.tone", "decision", "late", 0, "changed_by", h.ids["Amina"])
	h.as(t, "Amina", "PUT", "/accounts/"+h.account+"/routine", next).want(409)
	routine["certain"] = "own"
	next["number"] = 2
	h.as(t, "Amina", "PUT", "/accounts/"+h.account+"/routine", next).want(422).is("errors.0.field", "post.certain")
	h.as(t, "Revan", "GET", "/accounts/"+h.account+"/routines", nil).want(200).is("items.0.number", 2, "items.1.number", 1)
}

func TestTheAuthoritysSettings(t *testing.T) {
	h := open(t)
	s := h.as(t, "Kim", "GET", "/authority", nil).want(200).is("name", "Umeå kommun", "number", 1)
	next := body{"number": 1, "name": "Umeå stad", "base": s.str("base"), "contact": "staden@example.se"}
	h.as(t, "Kim", "PUT", "/authority", next).want(200).is("number", 2, "name", "Umeå stad")
	h.as(t, "Kim", "PUT", "/authority", next).want(409)
	next["number"], next["base"] = 2, "https://annan.example.se"
	h.as(t, "Kim", "PUT", "/authority", next).want(422).is("errors.0.field", "base")
	h.as(t, "Revan", "GET", "/authority/history", nil).want(200).is("items.0.number", 2)
}

func TestTheRecordAndTheQueue(t *testing.T) {
	h := open(t)
	h.publish(t, harmless)
	lines := h.as(t, "Revan", "GET", "/record?kind=publish.published&limit=5", nil, "Accept-Language", "sv").want(200).is("items.1", nil)
	if got := lines.str("items.0.sentence"); !strings.Contains(got, "publicerade ett inlägg") || lines.header.Get("Content-Language") != "sv" {
		t.Errorf("%q, %v", got, lines.header)
	}
	if note := h.as(t, "Revan", "GET", "/checkpoint", nil).want(200); !strings.HasPrefix(note.str("checkpoint"), "torget.example.se/insyn/protokoll\n") {
		t.Errorf("%s", note.text)
	}
	seq := lines.num("items.0.seq")
	h.as(t, "Revan", "GET", fmt.Sprintf("/record/%d", seq), nil).want(200).is("holds", true, "entry.seq", seq, "facts.0.table", "publication")
	h.as(t, "Revan", "GET", "/record/1000000", nil).want(404)
	h.as(t, "Revan", "GET", "/record?from=2026-11-24T00:00:00Z", nil).want(200).is("items.0", nil)
	h.as(t, "Kim", "GET", "/jobs", nil).want(200).is("waiting.fanout", 1, "oldest", 0)
	jobs, err := h.Claim(t.Context(), []string{"fanout"}, 1, 0)
	if err != nil || len(jobs) != 1 {
		t.Fatalf("%v, %v", jobs, err)
	}
	if err := h.Bury(t.Context(), jobs[0].Lease, "trött"); err != nil {
		t.Fatal(err)
	}
	dead := h.as(t, "Revan", "GET", "/jobs", nil).want(200).is("dead.0.last_error", "trött")
	path := "/jobs/" + string(dead.text[strings.Index(string(dead.text), `"id":`)+5:][:1]) + "/revive"
	h.as(t, "Revan", "POST", path, nil).want(403)
	h.as(t, "Kim", "POST", path, nil).want(204)
	h.as(t, "Kim", "POST", path, nil).want(404)
	h.grant(t, h.ids["Cissi"], people.Communicator)
	h.as(t, "Cissi", "GET", "/record?person="+h.ids["Bengt"], nil).want(200).str("items.0.kind")
}
