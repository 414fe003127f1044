package api_test

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"tilltal/desk/people"
)

// request makes a call that names things which are not there: it gets as far as the right lets it.
func (op operation) request(account string) (path string, said any) {
	thing := "ingenting"
	if strings.Contains(op.Path, "/accounts/") {
		thing = account
	}
	query := url.Values{}
	path = op.Path
	for _, p := range op.Parameters {
		value := thing
		switch {
		case p.Name == "seq":
			value = "1000000"
		case p.Schema.Type == "integer":
			value = "1"
		case p.Name == "hash":
			value = strings.Repeat("a", 64)
		case p.Name == "from" || p.Name == "to":
			value = "2026-11-23T11:00:00Z"
		case p.Name == "account":
			value = account
		case p.Name == "words":
			value = "is"
		}
		switch {
		case p.In == "path":
			path = strings.ReplaceAll(path, "{"+p.Name+"}", value)
		case p.In == "query" && p.Required:
			query.Set(p.Name, value)
		}
	}
	if len(query) > 0 {
		path += "?" + query.Encode()
	}
	if op.RequestBody != nil {
		said = body{}
	}
	return path, said
}

// TestEveryRoleOnEveryOperation tries each role on each operation, and compares with the table of rights: who may not gets
// 403 at the door, who may gets past it, and without a valid token there is only 401.
func TestEveryRoleOnEveryOperation(t *testing.T) {
	h := open(t)
	for _, role := range people.Roles {
		id := h.hire(t, "Prov"+string(role))
		if role.ByGrant() {
			h.grant(t, id, role)
		} else {
			h.commission(t, id, role)
		}
	}
	ops := operations(t)
	for _, role := range people.Roles {
		t.Run(string(role), func(t *testing.T) {
			for _, op := range ops {
				tryRole(t, h, role, op)
			}
		})
	}
	for _, op := range ops {
		path, said := op.request(h.account)
		for _, token := range []string{"", "tilltal_nej", "Basic a2ltOmVr"} {
			r := h.call(t, token, op.Method, path, said).want(http.StatusUnauthorized)
			if r.header.Get("WWW-Authenticate") == "" || r.header.Get("Content-Type") != "application/problem+json" {
				t.Errorf("%s %s: %v", op.Method, op.Path, r.header)
			}
		}
	}
}

func tryRole(t *testing.T, h *house, role people.Role, op operation) {
	t.Helper()
	reach := people.Nothing
	for _, right := range op.Rights {
		reach = max(reach, role.Gives(right))
	}
	path, said := op.request(h.account)
	r := h.as(t, "Prov"+string(role), op.Method, path, said)
	switch {
	case op.ID == "me" || op.ID == "end-mandate": // whoever it concerns may: the room asks
		if r.status == http.StatusUnauthorized {
			t.Errorf("%s: 401", op.ID)
		}
	case reach == people.Nothing:
		if r.status != http.StatusForbidden {
			t.Errorf("%s may not %s, and got %d: %s", role, op.ID, r.status, r.text)
		}
	case reach == people.OwnThings: // the door lets her in; the room may find that the thing is not hers
		if r.status == http.StatusUnauthorized || r.status >= 500 {
			t.Errorf("%s on her own things: %s gave %d: %s", role, op.ID, r.status, r.text)
		}
	case r.status == http.StatusUnauthorized || r.status == http.StatusForbidden || r.status >= 500:
		t.Errorf("%s may %s, and got %d: %s", role, op.ID, r.status, r.text)
	}
}

// TestATokenMayNoMoreThanItsScopes tries each operation with a token for everything but its rights.
func TestATokenMayNoMoreThanItsScopes(t *testing.T) {
	h := open(t)
	h.grant(t, h.ids["Bengt"], people.Communicator)
	for _, op := range operations(t) {
		var most []string
		for _, sheet := range people.Rights {
			if sheet.Sort != people.Self && !slices.Contains(op.Rights, sheet.Right) {
				most = append(most, string(sheet.Right))
			}
		}
		path, said := op.request(h.account)
		for _, name := range []string{"Kim", "Bengt"} {
			r := h.call(t, h.token(t, h.ids[name], most...), op.Method, path, said)
			if want := op.ID != "me" && op.ID != "end-mandate"; want != (r.status == http.StatusForbidden) {
				t.Errorf("%s: %s without its right gave %d: %s", op.ID, name, r.status, r.text)
			}
		}
	}
}

func TestATokenForOneThing(t *testing.T) {
	h := open(t)
	token := h.token(t, h.ids["Bengt"], "draft.write")
	h.call(t, token, "POST", "/drafts", body{"account": h.account, "text": "Hej."}).want(201)
	r := h.call(t, token, "GET", "/drafts", nil).want(403)
	if !strings.Contains(fmt.Sprint(r.at("title")), "token") || !strings.Contains(r.str("detail"), "draft.read") {
		t.Errorf("%s", r.text)
	}
	h.call(t, token, "GET", "/me", nil).want(200).is("token", "prov", "person.given_name", "Bengt", "scopes.0", "draft.write",
		"rights.0.right", "draft.write", "rights.0.accounts.0", h.account, "rights.1", nil)
}

func TestATokenEndsWithItsPerson(t *testing.T) {
	h := open(t)
	h.as(t, "Cissi", "GET", "/accounts", nil).want(200)
	h.as(t, "Kim", "POST", "/people/"+h.ids["Cissi"]+"/leave", nil).want(204)
	h.as(t, "Cissi", "GET", "/accounts", nil).want(401).is("type", "about:blank#sign_in")
}

// TestOneMayLayDownOnesOwnMandate: it is the one thing that whoever it concerns may do without the right.
func TestOneMayLayDownOnesOwnMandate(t *testing.T) {
	h := open(t)
	dossier := h.as(t, "Kim", "GET", "/people/"+h.ids["Bengt"], nil).want(200)
	mandate := dossier.str("mandates.0.id")
	h.as(t, "Cissi", "POST", "/mandates/"+mandate+"/end", body{}).want(403)
	h.as(t, "Bengt", "POST", "/mandates/"+mandate+"/end", body{}).want(204)
	h.as(t, "Bengt", "POST", "/drafts", body{"account": h.account, "text": "Hej."}).want(403)
}
