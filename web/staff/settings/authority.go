package settings

import (
	"net/url"
	"strconv"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/authority"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// authority shows what the authority says of itself, in a form for those who may change it.
func (r room) authority(v *visit.Visit) error {
	s, err := r.Authority.Current(v.Context())
	if err != nil {
		return err
	}
	return r.showAuthority(v, s, hall.Filled(v, url.Values{"name": {s.Name}, "contact": {s.Contact}, "dpo": {s.DPO}, "language": {s.Language},
		"accessibility": {s.Accessibility}, "number": {strconv.Itoa(s.Number)}}))
}

func (r room) showAuthority(v *visit.Visit, s authority.Settings, form hall.Form) error {
	f, err := r.Hall.Frame(v, frame.RoomSettings, authorityTab)
	if err != nil {
		return err
	}
	f.Errors = len(form.Errors())
	history, err := r.Authority.History(v.Context(), v.Actor)
	if err != nil {
		return err
	}
	view := authorityView{tabs: tabs(v), facts: facts(v, s)}
	for _, h := range history {
		view.history = append(view.history, changedLine.Put(h.Number, hall.Words(v, h.ChangedAt)).In(v.Lang))
	}
	if hall.May(v, people.SettingsWrite) {
		sheet := authoritySheet(v, s, form)
		view.sheet = &sheet
	}
	return v.Page(form.Status(v), authorityPage(f, view))
}

// authorityView is the page: a form, or facts for those who may only read.
type authorityView struct {
	tabs    frame.TabsView
	sheet   *hall.Sheet
	facts   []hall.Fact
	history []string
}

func facts(v *visit.Visit, s authority.Settings) []hall.Fact {
	return []hall.Fact{{Name: v.Say(nameLabel), Value: s.Name}, {Name: v.Say(baseLabel), Value: s.Base}, {Name: v.Say(contactLabel), Value: s.Contact},
		{Name: v.Say(dpoLabel), Value: s.DPO}, {Name: v.Say(accessLabel), Value: s.Accessibility, Lines: true, Speech: true}}
}

func authoritySheet(v *visit.Visit, s authority.Settings, form hall.Form) hall.Sheet {
	return hall.Sheet{
		Action: authorityPath, Errors: form.Errors(), Hidden: [][2]string{{"number", form.Value("number")}},
		Button: frame.ButtonView{Text: v.Say(save), Look: frame.Primary},
		Sections: []hall.Section{{Fields: []frame.FieldView{
			form.Field(frame.FieldView{Name: "name", Label: v.Say(nameLabel), Max: 100}),
			{Name: "base", Label: v.Say(baseLabel), Hint: v.Say(baseHint), Value: s.Base, Attrs: map[string]any{"readonly": true}, Error: form.Wrong("base")},
			form.Field(frame.FieldView{Kind: frame.Email, Name: "contact", Label: v.Say(contactLabel), Hint: v.Say(contactHint)}),
			form.Field(frame.FieldView{Name: "dpo", Label: v.Say(dpoLabel), Hint: v.Say(dpoHint), Optional: true}),
			form.Field(frame.FieldView{Kind: frame.Radios, Name: "language", Label: v.Say(languageLabel), Options: []frame.Option{
				{Value: string(lingo.SV), Label: "Svenska"}, {Value: string(lingo.EN), Label: "English"}}}),
			form.Field(frame.FieldView{Kind: frame.Area, Name: "accessibility", Label: v.Say(accessLabel), Hint: v.Say(accessHint), Rows: 8, Speech: true, Optional: true}),
		}}},
	}
}

func (r room) changeAuthority(v *visit.Visit) error {
	now, err := r.Authority.Current(v.Context())
	if err != nil {
		return err
	}
	s := authority.Settings{Name: v.Form("name"), Base: now.Base, Language: v.Form("language"), Contact: v.Form("contact"), DPO: v.Form("dpo"), Accessibility: v.Form("accessibility")}
	s.Number, err = strconv.Atoi(v.Form("number"))
	if err != nil {
		return fault.New(fault.Invalid, lingo.T("Formuläret är inte helt. Läs in sidan igen.", "The form is not whole. Reload the page.")).Because(err)
	}
	_, err = r.Authority.Change(v.Context(), v.Actor, s)
	if hall.Mendable(err) {
		return r.showAuthority(v, now, hall.Again(v, err))
	}
	if err != nil {
		return err
	}
	return hall.See(v, authorityPath, saved)
}
