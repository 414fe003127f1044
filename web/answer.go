package web

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/page"
	"tilltal/web/visit"
)

// Status is the HTTP status of each kind of fault. The API uses the same table.
func Status(k fault.Kind) int {
	switch k {
	case fault.Invalid:
		return http.StatusUnprocessableEntity
	case fault.NotFound:
		return http.StatusNotFound
	case fault.Forbidden:
		return http.StatusForbidden
	case fault.SignIn:
		return http.StatusUnauthorized
	case fault.Conflict:
		return http.StatusConflict
	case fault.Gone:
		return http.StatusGone
	case fault.TooLarge:
		return http.StatusRequestEntityTooLarge
	case fault.TooSoon:
		return http.StatusTooManyRequests
	case fault.Unreachable:
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

// ours is what a person reads when the mistake is ours.
var ours = fault.New(fault.Internal, lingo.T("Något gick fel hos oss.", "Something went wrong on our side.")).
	Try(lingo.T("Det du skrev finns kvar om du går tillbaka. Försök igen om en stund.", "What you wrote is still there if you go back. Try again in a moment."))

// tell answers with what went wrong: a page for people, problem+json for programs. The chain goes to the log.
func (s *Server) tell(v *visit.Visit, err error) {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		err = fault.New(fault.TooLarge, lingo.T("Det du skickade är för stort. Gränsen är %d kB.", "What you sent is too large. The limit is %d kB.").Put(large.Limit>>10)).Because(err)
	}
	f := fault.Of(err)
	if f.Say.Empty() {
		f = ours.Because(err)
	}
	switch f.Kind {
	case fault.Internal:
		v.Log.Error("a request failed", "route", v.Route.Path, "error", err)
	case fault.Unreachable:
		v.Log.Warn("a request was turned away", "route", v.Route.Path, "error", err)
	}
	if f.After > 0 {
		v.W.Header().Set("Retry-After", strconv.Itoa(int(f.After.Seconds()+0.999)))
	}
	switch {
	case v.Route.Audience == visit.Servers:
		Problem(v.W, f, v.Lang, v.ID)
	case f.Kind == fault.SignIn && v.R.Method == http.MethodGet && !v.Parts() && v.Route.Audience == visit.Staff:
		_ = v.See("/logga-in?till=" + url.QueryEscape(v.R.URL.RequestURI())) // See never fails
	case errors.Is(f, people.TooWeak) && v.R.Method == http.MethodGet && !v.Parts():
		_ = v.See("/mitt/andra-steget") // where she mends it
	case f.Kind == fault.SignIn && v.R.Method == http.MethodPost && !v.Parts() && v.Route.Audience == visit.Staff && s.Interrupted != nil:
		if err := s.Interrupted(v); err != nil {
			s.tellPage(v, f)
		}
	default:
		s.tellPage(v, f)
	}
}

func (s *Server) tellPage(v *visit.Visit, f *fault.Error) {
	p := frame.PlainFrame{Page: v.Frame(f.Say)}
	p.NoIndex = true
	view := page.FaultView{Hint: f.Hint.In(v.Lang), Number: v.ID, SignIn: f.Kind == fault.SignIn, Search: f.Kind == fault.NotFound}
	if f.Kind == fault.NotFound || f.Kind == fault.Gone {
		view.Number = ""
	}
	if err := v.Page(Status(f.Kind), page.Fault(p, view)); err != nil {
		v.Log.Error("the error page failed", "error", err)
	}
}

// problem is RFC 9457.
type problem struct {
	Type     string `json:"type"`
	Title    string `json:"title"`
	Status   int    `json:"status"`
	Detail   string `json:"detail,omitempty"`
	Instance string `json:"instance,omitempty"`
	Field    string `json:"field,omitempty"`
}

// Problem answers with a fault as problem+json (RFC 9457). The request's number is its instance.
func Problem(w http.ResponseWriter, f *fault.Error, l lingo.Lang, id string) {
	doc := problem{Type: "about:blank#" + f.Kind.String(), Title: f.Say.In(l), Status: Status(f.Kind), Detail: f.Hint.In(l), Field: f.Field}
	if id != "" {
		doc.Instance = "urn:tilltal:request:" + id
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.Header().Set("Content-Language", string(l))
	w.WriteHeader(doc.Status)
	_ = json.NewEncoder(w).Encode(doc) // the caller has gone away: nobody is left to tell
}

// lost answers for every address that no route has.
func lost(v *visit.Visit) error {
	if strings.HasPrefix(v.R.URL.Path, "/api/") {
		v.Route = &visit.Route{Path: v.Route.Path, Audience: visit.Servers}
	}
	return fault.New(fault.NotFound, lingo.T("Sidan finns inte.", "There is no such page.")).
		Try(lingo.T("Kontrollera adressen, eller börja från första sidan.", "Check the address, or begin at the first page."))
}

// foreign answers a form that was sent from another site.
func foreign(*visit.Visit) error {
	return fault.New(fault.Forbidden, lingo.T("Formuläret kom från en annan webbplats.", "The form came from another site.")).
		Try(lingo.T("Gå till sidan hos oss och skicka det därifrån.", "Go to the page on our site and send it from there."))
}
