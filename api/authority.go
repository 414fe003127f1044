package api

import (
	"context"
	"net/http"
	"time"

	"tilltal/desk/authority"
	"tilltal/desk/people"
)

// Authority is what the desk knows of the authority itself: desk/authority.
type Authority interface {
	Current(ctx context.Context) (authority.Settings, error)
	History(ctx context.Context, actor people.Actor) ([]authority.Settings, error)
	Change(ctx context.Context, actor people.Actor, s authority.Settings) (authority.Settings, error)
}

// Settings is what is in force for the authority.
type Settings struct {
	Number        int       `json:"number" minimum:"0" doc:"1, 2, …. When you change the settings: the number of those you read"`
	Name          string    `json:"name" maxLength:"200" example:"Umeå kommun"`
	Base          string    `json:"base" maxLength:"300" doc:"The square's own address. It cannot be changed" example:"https://torget.umea.se"`
	Language      string    `json:"language,omitempty" enum:"sv,en"`
	Contact       string    `json:"contact" maxLength:"300" doc:"E-mail address, shown to citizens"`
	DPO           string    `json:"dpo,omitempty" maxLength:"500" doc:"Data protection officer"`
	Accessibility string    `json:"accessibility,omitempty" maxLength:"20000" doc:"Accessibility statement, plain text"`
	ChangedAt     time.Time `json:"changed_at,omitzero" readOnly:"true"`
	ChangedBy     string    `json:"changed_by,omitempty" readOnly:"true"`
}

func seeSettings(s authority.Settings) Settings {
	return Settings{Number: s.Number, Name: s.Name, Base: s.Base, Language: s.Language, Contact: s.Contact, DPO: s.DPO, Accessibility: s.Accessibility,
		ChangedAt: s.ChangedAt, ChangedBy: s.ChangedBy}
}

// authority adds the authority's own settings.
func (r Rooms) authority(a *API) {
	register(a, operation{Method: http.MethodGet, Path: "/authority", ID: "get-authority", Right: people.SettingsRead, Summary: "What is in force for the authority"},
		func(ctx context.Context, _ people.Actor, _ *struct{}) (*answer[Settings], error) {
			s, err := r.Authority.Current(ctx)
			return got(seeSettings(s), err)
		})
	register(a, operation{Method: http.MethodGet, Path: "/authority/history", ID: "list-settings", Right: people.SettingsRead, Summary: "All settings there have been, the newest first"},
		func(ctx context.Context, who people.Actor, _ *struct{}) (*answer[Page[Settings]], error) {
			all, err := r.Authority.History(ctx, who)
			return got(pageOf(all, "", seeSettings), err)
		})
	register(a, operation{Method: http.MethodPut, Path: "/authority", ID: "change-authority", Right: people.SettingsWrite, Summary: "Put new settings in force"},
		func(ctx context.Context, who people.Actor, in *telling[Settings]) (*answer[Settings], error) {
			b := in.Body
			s, err := r.Authority.Change(ctx, who, authority.Settings{Number: b.Number, Name: b.Name, Base: b.Base, Language: b.Language, Contact: b.Contact,
				DPO: b.DPO, Accessibility: b.Accessibility})
			return got(seeSettings(s), err)
		})
}
