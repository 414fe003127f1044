package api

import (
	"encoding/json"
	"errors"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/web"
)

// problem is RFC 9457, with the fields of a form that are wrong as "errors".
type problem struct {
	Type   string  `json:"type"`
	Title  string  `json:"title"`
	Status int     `json:"status"`
	Detail string  `json:"detail,omitempty"`
	Errors []wrong `json:"errors,omitempty"`
}

type wrong struct {
	Field   string `json:"field"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

// ours is what a caller reads when the mistake is ours.
var ours = lingo.T("Något gick fel hos oss.", "Something went wrong on our side.")

func problemOf(err error, l lingo.Lang) ([]byte, error) {
	f := fault.Of(err)
	say := f.Say
	if say.Empty() {
		say = ours
	}
	p := problem{Type: "about:blank#" + f.Kind.String(), Title: say.In(l), Status: web.Status(f.Kind), Detail: f.Hint.In(l)}
	var list fault.List
	if errors.As(err, &list) {
		for _, e := range list {
			p.Errors = append(p.Errors, wrong{Field: e.Field, Message: e.Say.In(l), Hint: e.Hint.In(l)})
		}
	} else if f.Field != "" {
		p.Errors = []wrong{{Field: f.Field, Message: say.In(l), Hint: f.Hint.In(l)}}
	}
	return json.Marshal(p)
}
