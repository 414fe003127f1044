package hall

import (
	"context"

	"tilltal/base/lingo"
	"tilltal/desk/authority"
	"tilltal/web/frame"
	"tilltal/web/visit"
)

// Authority tells which language the authority itself writes in: desk/authority.
type Authority interface {
	Current(ctx context.Context) (authority.Settings, error)
}

// Tongue is the language of what colleagues write where no account says one: the authority's own. It is "" on a page in that
// language; see [frame.Spoken]. Nothing is worth less for not being told, so an authority that cannot be read says Swedish.
func (h *Hall) Tongue(v *visit.Visit) string {
	of := string(lingo.SV)
	if h.with.Authority != nil {
		s, err := h.with.Authority.Current(v.Context())
		if err != nil {
			v.Log.Warn("the authority's language could not be read", "error", err)
		} else if s.Language != "" {
			of = s.Language
		}
	}
	return frame.Foreign(v.Lang, of)
}
