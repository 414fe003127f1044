package frame

import (
	"strings"

	"github.com/a-h/templ"
)

// Kind is what a field takes.
type Kind string

// The kinds of fields. The zero Kind is a line of text.
const (
	Line      Kind = ""
	Email     Kind = "email"
	Password  Kind = "password"
	SearchFor Kind = "search"
	Number    Kind = "number"
	Date      Kind = "date"
	TimeOfDay Kind = "time"
	Address   Kind = "url"
	File      Kind = "file"
	Area      Kind = "textarea" // several lines
	Choice    Kind = "select"   // one of many, folded
	Radios    Kind = "radio"    // one of a few, in view
	Cards     Kind = "cards"    // one of a few, each with an explanation
	Tick      Kind = "checkbox" // yes or no
	Ticks     Kind = "ticks"    // any of a few
)

// FieldView is a field with its label, hint and error. What was typed comes back in Value, always, also when it was wrong.
type FieldView struct {
	Kind     Kind
	Name     string
	ID       string // Name when empty
	Label    string
	Hint     string
	Error    string // what to change, in plain words
	Value    string
	Options  []Option // for Choice, Radios, Cards and Ticks
	Checked  bool     // for Tick
	Optional bool     // says so beside the label; fields are required unless they say
	Rows     int      // for Area; 4 when 0
	Max      int      // most characters, 0 for no limit
	Short    bool     // a narrow box: a clock, a number
	Speech   bool     // what is typed will be read by citizens: serif
	Complete string   // autocomplete, as WCAG 1.3.5 names them: "username", "email", "current-password"
	Accept   string   // for File
	Multiple bool     // for File
	Form     string   // id of a form elsewhere that the field belongs to
	Attrs    templ.Attributes
}

// Option is one of the choices of a field.
type Option struct {
	Value, Label, Hint string
	Chosen             bool
}

func (v FieldView) id() string {
	if v.ID != "" {
		return v.ID
	}
	return v.Name
}

// many reports whether the field is a group of inputs, which takes a fieldset and a legend.
func (v FieldView) many() bool { return v.Kind == Radios || v.Kind == Cards || v.Kind == Ticks }

// described names what explains the field, for aria-describedby: error first, then hint.
func (v FieldView) described() string {
	var ids []string
	if v.Error != "" {
		ids = append(ids, v.id()+"-fel")
	}
	if v.Hint != "" {
		ids = append(ids, v.id()+"-hjalp")
	}
	return strings.Join(ids, " ")
}

// common are the attributes that every kind of input shares.
func (v FieldView) common() templ.Attributes {
	a := templ.Attributes{"id": v.id(), "name": v.Name}
	if d := v.described(); d != "" {
		a["aria-describedby"] = d
	}
	if v.Error != "" {
		a["aria-invalid"] = "true"
	}
	if !v.Optional && v.Kind != Tick {
		a["aria-required"] = "true"
	}
	if v.Max > 0 {
		a["data-max"] = itoa(v.Max)
	}
	if v.Complete != "" {
		a["autocomplete"] = v.Complete
	}
	if v.Form != "" {
		a["form"] = v.Form
	}
	for k, x := range v.Attrs {
		a[k] = x
	}
	return a
}

// input adds what single-line inputs have.
func (v FieldView) input() templ.Attributes {
	a := v.common()
	kind := string(v.Kind)
	if v.Kind == Line {
		kind = "text"
	}
	a["type"] = kind
	switch v.Kind {
	case File:
		if v.Accept != "" {
			a["accept"] = v.Accept
		}
		a["multiple"] = v.Multiple
	case Password: // never sent back to the page
	default:
		a["value"] = v.Value
	}
	if v.Kind == Number {
		a["inputmode"] = "numeric"
	}
	if v.Kind == Email || v.Kind == Address || v.Kind == Password {
		a["spellcheck"] = "false"
		a["autocapitalize"] = "none"
	}
	return a
}

// choice is the id of one option in a group; the first has the field's own id, so that the error summary finds it.
func (v FieldView) choice(i int) string {
	if i == 0 {
		return v.id()
	}
	return v.id() + "-" + itoa(i)
}

func (v FieldView) rows() string {
	if v.Rows > 0 {
		return itoa(v.Rows)
	}
	return "4"
}

func (v FieldView) chosen(o Option) bool { return o.Chosen || (v.Value != "" && o.Value == v.Value) }

// box is what sort of input an option of a group is.
func (v FieldView) box() string {
	if v.Kind == Ticks {
		return "checkbox"
	}
	return "radio"
}

func anyChosen(options []Option) bool {
	for _, o := range options {
		if o.Chosen {
			return true
		}
	}
	return false
}
