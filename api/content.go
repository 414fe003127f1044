package api

import (
	"strings"

	"tilltal/base/clock"
	"tilltal/desk/draft"
)

// Content is what is said: exactly this is approved, published and sent.
type Content struct {
	Text       string     `json:"text,omitempty" doc:"Plain text. At most 1 MiB" example:"Nu är isen borta från Nydalasjön."`
	Summary    string     `json:"summary,omitempty" maxLength:"500" doc:"Content warning: shown first, the text when asked for"`
	Language   string     `json:"language,omitempty" maxLength:"35" doc:"BCP 47; the account's when it is left out" example:"sv"`
	Topics     []string   `json:"topics,omitempty" maxItems:"20" doc:"Without #"`
	Purpose    string     `json:"purpose,omitempty" maxLength:"500" doc:"One of the account's purposes"`
	Pictures   []Picture  `json:"pictures,omitempty" maxItems:"20"`
	Credit     string     `json:"credit,omitempty" readOnly:"true" doc:"Whose idea it was, when she wants to be named. Set when an idea becomes a draft, and by nothing else"`
	Correction *Corrected `json:"correction,omitempty" doc:"In a correction: the four things it must say. The text is then what shall stand instead; an empty one lets the post stand"`
}

// Corrected is what a correction must say.
type Corrected struct {
	Wrong string `json:"wrong" maxLength:"10000" doc:"What was wrong"`
	Right string `json:"right" maxLength:"10000" doc:"What is right"`
	Why   string `json:"why" maxLength:"10000" doc:"Why it went wrong"`
	Now   string `json:"now" maxLength:"10000" doc:"What happens now"`
}

// Picture is one picture of a content. Its bytes were sent before, with add-picture.
type Picture struct {
	Hash       string `json:"hash" pattern:"^[0-9a-f]{64}$" patternDescription:"a SHA-256 in hex" doc:"As add-picture told it"`
	Alt        string `json:"alt,omitempty" maxLength:"5000" doc:"The description, for those who do not see it"`
	Decorative bool   `json:"decorative,omitempty" doc:"The picture carries no meaning"`
	Name       string `json:"name,omitempty" maxLength:"300" doc:"The file's name"`
	Type       string `json:"type,omitempty" readOnly:"true" example:"image/jpeg"`
	Width      int    `json:"width,omitempty" readOnly:"true" doc:"Pixels"`
	Height     int    `json:"height,omitempty" readOnly:"true" doc:"Pixels"`
}

func seeContent(c draft.Content) Content {
	out := Content{Text: c.Text, Summary: c.Summary, Language: c.Language, Topics: c.Topics, Purpose: c.Purpose, Credit: c.Credit}
	for _, p := range c.Pictures {
		out.Pictures = append(out.Pictures, seePicture(p))
	}
	if k := c.Correction; k != nil {
		out.Correction = &Corrected{Wrong: k.Wrong, Right: k.Right, Why: k.Why, Now: k.Now}
	}
	return out
}

func seePicture(p draft.Picture) Picture {
	return Picture{Hash: p.Hash, Alt: p.Alt, Decorative: p.Decorative, Name: p.Name, Type: p.Type, Width: p.Width, Height: p.Height}
}

// read returns the content as the rooms know it. What the desk itself knows of a picture is not taken from the caller.
func (c Content) read() draft.Content {
	out := draft.Content{Text: c.Text, Summary: c.Summary, Language: c.Language, Topics: c.Topics, Purpose: c.Purpose}
	for _, p := range c.Pictures {
		out.Pictures = append(out.Pictures, draft.Picture{Hash: p.Hash, Alt: p.Alt, Decorative: p.Decorative, Name: p.Name})
	}
	if k := c.Correction; k != nil {
		out.Correction = &draft.Corrected{Wrong: k.Wrong, Right: k.Right, Why: k.Why, Now: k.Now}
	}
	return out
}

// Wall is a moment as the clocks on the wall of a zone will show it: it keeps its meaning when the zone's rules change.
type Wall struct {
	Date string `json:"date" maxLength:"10" example:"2026-11-23"`
	Time string `json:"time" maxLength:"8" example:"08:00"`
	Zone string `json:"zone,omitempty" maxLength:"64" doc:"Europe/Stockholm when it is left out" example:"Europe/Stockholm"`
}

func seeWall(w clock.Wall) *Wall {
	if w == (clock.Wall{}) {
		return nil
	}
	zone := "UTC"
	if w.Zone != nil {
		zone = w.Zone.String()
	}
	return &Wall{Date: w.Date.String(), Time: w.Time.String(), Zone: zone}
}

// readWall reads a moment; none at all is the zero Wall: as soon as may be.
func readWall(w *Wall) (clock.Wall, error) {
	if w == nil {
		return clock.Wall{}, nil
	}
	zone := strings.TrimSpace(w.Zone)
	if zone == "" {
		zone = clock.Stockholm().String()
	}
	return clock.ParseWall(w.Date, w.Time, zone)
}
