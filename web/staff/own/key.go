package own

import (
	"net/http"
	"net/url"
	"strings"
	"time"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// keyRows shows her keys, the newest first, with those that no longer open anything at the end.
func keyRows(v *visit.Visit, keys []people.Token) []hall.Row {
	var good, over []hall.Row
	for _, k := range keys {
		r := hall.Row{Title: k.Name, Lines: []string{mayWords(k.Scopes).In(v.Lang)}}
		switch {
		case !k.RevokedAt.IsZero():
			r.Tags = []frame.TagView{{Text: v.Say(keyRevoked), Tone: frame.Stop}}
			over = append(over, r)
		case !v.Now.Before(k.Until):
			r.Tags = []frame.TagView{{Text: v.Say(keyOver)}}
			over = append(over, r)
		default:
			r.Lines = append(r.Lines, keyUntil.Put(hall.Day(k.Until.Add(-time.Second))).In(v.Lang))
			r.Acts = []hall.Act{{Text: v.Say(keyRevoke), Action: keysPath + "/" + k.ID, About: k.Name}}
			good = append(good, r)
		}
	}
	return append(good, over...)
}

// mayWords says what a key may do.
func mayWords(scopes []string) lingo.Text {
	var sv, en []string
	for _, s := range scopes {
		t := people.Right(s).Title()
		switch s {
		case people.ScopeRead:
			t = scopeReads
		case people.ScopeWrite:
			t = scopeWrites
		}
		sv, en = append(sv, t.SV), append(en, t.EN)
	}
	return keyMay.Put(lingo.Text{SV: strings.Join(sv, ", "), EN: strings.Join(en, ", ")})
}

// keyForm asks what a new key is for.
func (r room) keyForm(v *visit.Visit) error {
	until := clock.DateOf(v.Now.Add(people.TokenUsual), clock.Stockholm())
	return r.showKey(v, hall.Filled(v, url.Values{"until": {until.String()}, "scopes": {people.ScopeRead}}))
}

func (r room) showKey(v *visit.Visit, form hall.Form) error {
	f, err := r.Hall.Frame(v, "", keyTitle)
	if err != nil {
		return err
	}
	f.Errors = len(form.Errors())
	narrow := form.Field(frame.FieldView{Kind: frame.Ticks, Name: "scopes", ID: "scopes-var-for-sig", Label: v.Say(keyNarrowLabel), Optional: true, Options: rights(v)})
	narrow.Error = "" // it is told above
	return v.Page(form.Status(v), formPage(f, v.Say(keyLead), hall.Sheet{
		Action: keysPath, Errors: form.Errors(), Back: path, Button: frame.ButtonView{Text: v.Say(keyCreate), Look: frame.Primary},
		Sections: []hall.Section{
			{Fields: []frame.FieldView{
				form.Field(frame.FieldView{Name: "name", Label: v.Say(keyName), Hint: v.Say(keyNameHint), Max: 100}),
				form.Field(frame.FieldView{Kind: frame.Ticks, Name: "scopes", Label: v.Say(keyScopes), Options: []frame.Option{
					{Value: people.ScopeRead, Label: v.Say(scopeReadLabel), Hint: v.Say(scopeReadHint)},
					{Value: people.ScopeWrite, Label: v.Say(scopeWriteLabel), Hint: v.Say(scopeWriteHint)}}}),
				form.Field(frame.FieldView{Kind: frame.Date, Name: "until", Label: v.Say(keyLast), Hint: v.Say(keyLastHint), Short: true}),
			}},
			{Title: v.Say(keyNarrow), Folded: true, Lead: v.Say(keyNarrowLead), Fields: []frame.FieldView{narrow}},
		},
	}))
}

// rights are those that the person has herself: a key never opens more.
func rights(v *visit.Visit) []frame.Option {
	var out []frame.Option
	for _, s := range people.Rights {
		if s.Sort != people.Self && hall.May(v, s.Right) {
			out = append(out, frame.Option{Value: string(s.Right), Label: hall.Capital(v.Say(s.Title))})
		}
	}
	return out
}

// createKey makes a key and shows it: this once.
func (r room) createKey(v *visit.Visit) error {
	until, err := hall.LastDay(v.Form("until"))
	if err == nil {
		var bearer string
		var key people.Token
		w := people.Wish{Name: v.Form("name"), Scopes: v.R.Form["scopes"], Until: until}
		if bearer, key, err = r.People.CreateToken(v.Context(), v.Actor, w); err == nil {
			return r.showBearer(v, bearer, key)
		}
	}
	if hall.Mendable(err) {
		return r.showKey(v, hall.Again(v, err))
	}
	return err
}

func (r room) showBearer(v *visit.Visit, bearer string, key people.Token) error {
	f, err := r.Hall.Frame(v, "", bearerTitle)
	if err != nil {
		return err
	}
	f.Path = path
	return v.Page(http.StatusOK, bearerPage(f, bearer, bearerLead.Put(key.Name).In(v.Lang)))
}

// revokeKey ends a key at once.
func (r room) revokeKey(v *visit.Visit) error {
	if err := r.People.RevokeToken(v.Context(), v.Actor, v.R.PathValue("id")); err != nil {
		return err
	}
	return hall.See(v, path, keyEnded)
}
