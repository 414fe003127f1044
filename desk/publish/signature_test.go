package publish_test

import (
	"testing"

	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/store/drafttest"
)

func TestWhatCitizensSeeOfASignature(t *testing.T) {
	amina := people.Person{ID: "amina", GivenName: "Amina", Unit: "Parkenheten"}
	alone := people.Person{ID: "amina", GivenName: "Amina"}
	for _, c := range []struct {
		by     people.Person
		form   account.Signing
		line   string
		name   string
		veiled bool
	}{
		{amina, "", "Amina, Parkenheten", "Amina", false},
		{amina, account.SignUnit, "Amina, Parkenheten", "Amina", false},
		{alone, account.SignUnit, "Amina", "Amina", false},
		{amina, account.SignName, "Amina", "Amina", true},
		{alone, account.SignName, "Amina", "Amina", false},
		{amina, account.SignAccount, "Parken", "Parken", true},
	} {
		var a account.Account
		a.Name, a.Signature = "Parken", c.form
		s := publish.Sign(c.by, a)
		if s.Person != "amina" || s.GivenName != "Amina" || s.Unit != c.by.Unit {
			t.Errorf("%s: the fact does not say who spoke: %+v", c.form, s)
		}
		if s.Line() != c.line || s.Name() != c.name || s.Veiled() != c.veiled {
			t.Errorf("%s: %q, %q, %v", c.form, s.Line(), s.Name(), s.Veiled())
		}
		shown := s.Shown()
		if shown.Line() != c.line || shown.Name() != c.name || shown.Shown() != shown {
			t.Errorf("%s: shown as %+v", c.form, shown)
		}
		if c.veiled && (shown.Person != "" || shown.Unit != "") || c.form == account.SignAccount && shown.GivenName != "" {
			t.Errorf("%s: citizens are given %+v", c.form, shown)
		}
	}
	if (publish.Signature{}).Line() != "" {
		t.Error("nobody signs as nobody")
	}
}

// TestASignatureIsAFact changes how the account signs, and what it is called, after something has been published.
func TestASignatureIsAFact(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		h := open(d)
		sign := func(form account.Signing, name string) {
			a := d.Accounts[drafttest.Account]
			a.Signature, a.Name = form, name
			d.Accounts[drafttest.Account] = a
		}
		posts, lines := []string{}, []string{"Parken", "Amina", "Amina, Parkenheten"}
		for i, form := range []account.Signing{account.SignAccount, account.SignName, account.SignUnit} {
			sign(form, "Parken")
			posts = append(posts, h.publish(t, draft.Start{Account: drafttest.Account, Kind: draft.KindPost, Content: draft.Content{Text: lines[i], Language: "sv"}}))
		}
		sign(account.SignUnit, "Parken och torget")
		for i, id := range posts {
			p, err := h.posts.Public(ctx, id)
			if err != nil || p.Curator.Line() != lines[i] {
				t.Errorf("%d: citizens read %q, %v", i, p.Curator.Line(), err)
			}
			if hidden := p.Curator.Person == "" && p.By == ""; hidden != (i < 2) {
				t.Errorf("%d: citizens are given %+v by %q", i, p.Curator, p.By)
			}
			if own, err := h.posts.Get(ctx, h.People[drafttest.Amina], id); err != nil || own.Curator.GivenName != "Amina" || own.Curator.Unit != "Parkenheten" || own.Curator.Person != drafttest.Amina {
				t.Errorf("%d: the desk reads %+v, %v", i, own.Curator, err)
			}
		}
		page, err := h.posts.Posts(ctx, publish.List{Account: drafttest.Account})
		if err != nil || len(page.Items) != 3 || page.Items[2].Curator != (publish.Signature{Form: account.SignAccount, Account: "Parken"}) {
			t.Errorf("the list says %+v, %v", page.Items, err)
		}
	})
}

// TestACorrectionIsSignedAsTheAccountSigns asks for the list of corrections, and for the post with its own.
func TestACorrectionIsSignedAsTheAccountSigns(t *testing.T) {
	drafttest.Each(t, func(t *testing.T, d *drafttest.Desk) {
		h := open(d)
		a := d.Accounts[drafttest.Account]
		a.Signature = account.SignAccount
		d.Accounts[drafttest.Account] = a
		id := h.publish(t, draft.Start{Account: drafttest.Account, Kind: draft.KindPost, Content: draft.Content{Text: "Klockan nio.", Language: "sv"}})
		k, err := h.posts.Correct(ctx, h.People[drafttest.Amina], id, draft.Corrected{Wrong: "nio", Right: "tio", Why: "Vi skrev fel.", Now: "Kom klockan tio."}, "")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := h.drafts.Submit(ctx, h.People[drafttest.Amina], k.ID, draft.Handing{Version: k.Last, Reason: "Därför."}); err != nil {
			t.Fatal(err)
		}
		if _, err := h.posts.PublishOwn(ctx, h.People[drafttest.Amina], k.ID); err != nil {
			t.Fatal(err)
		}
		want := publish.Signature{Form: account.SignAccount, Account: "Parken"}
		p, err := h.posts.Public(ctx, id)
		if err != nil || len(p.Corrections) != 1 || p.Corrections[0].Signature != want {
			t.Errorf("%+v, %v", p.Corrections, err)
		}
		page, err := h.posts.Corrections(ctx, drafttest.Account, "", 10)
		if err != nil || len(page.Items) != 1 || page.Items[0].Signature != want {
			t.Errorf("%+v, %v", page.Items, err)
		}
	})
}
