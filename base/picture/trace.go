package picture

import (
	"slices"

	"tilltal/base/lingo"
)

// Trace (spår) is something that a picture file told besides the picture.
type Trace int

// The traces, those that concern a person first.
const (
	Place     Trace = iota + 1 // where the picture was taken
	Person                     // names or faces marked in the picture
	Owner                      // who took it, or who owns the camera
	Serial                     // the serial number of the camera or the lens
	Thumbnail                  // a small copy, perhaps from before it was cropped
	Moment                     // when it was taken
	Camera                     // make, model, settings, the maker's own notes
	Caption                    // words: a title, a comment, keywords
	Tail                       // something hung on after the picture: another picture, a film
	Colour                     // a colour profile; harmless, but it goes too
	Other                      // something else, which we did not read
)

var traceTexts = map[Trace]lingo.Text{
	Place:     lingo.T("platsen där bilden togs", "the place where the picture was taken"),
	Person:    lingo.T("namn eller markerade ansikten", "names or marked faces"),
	Owner:     lingo.T("vem som tog bilden eller äger kameran", "who took the picture or owns the camera"),
	Serial:    lingo.T("kamerans serienummer", "the camera's serial number"),
	Thumbnail: lingo.T("en miniatyr, kanske av hela bilden före beskärning", "a small copy, perhaps of the whole picture before it was cropped"),
	Moment:    lingo.T("när bilden togs", "when the picture was taken"),
	Camera:    lingo.T("kameran och dess inställningar", "the camera and its settings"),
	Caption:   lingo.T("titel, kommentar eller nyckelord", "a title, comment or keywords"),
	Tail:      lingo.T("en dold fil efter bilden", "a hidden file after the picture"),
	Colour:    lingo.T("en färgprofil", "a colour profile"),
	Other:     lingo.T("andra uppgifter", "other information"),
}

// Text names the trace in the middle of a sentence: "Vi tog bort platsen där bilden togs."
func (t Trace) Text() lingo.Text { return traceTexts[t] }

// findings are what a look through a file found.
type findings struct {
	seen        map[Trace]bool
	orientation int  // Exif, 1 to 8; 0 when the file does not say
	torn        bool // the file's structure could not be followed to its end
}

func (f *findings) add(traces ...Trace) {
	if f.seen == nil {
		f.seen = map[Trace]bool{}
	}
	for _, t := range traces {
		f.seen[t] = true
	}
}

func (f *findings) traces() []Trace {
	var out []Trace
	for t := range f.seen {
		out = append(out, t)
	}
	slices.Sort(out)
	return out
}

// HasMetadata reports whether a file carries anything besides what is needed to draw the picture. It knows what is needed,
// not what is harmful: a part it has never heard of counts as metadata, and so does a file it cannot follow to the end.
func HasMetadata(data []byte) bool {
	form, err := sniff(data)
	if err != nil {
		return true
	}
	found := look(form, data)
	return found.torn || len(found.seen) > 0
}

// Traces returns what a file tells besides the picture, in the order of the constants. It is for telling the person;
// [HasMetadata] is the proof.
func Traces(data []byte) []Trace {
	form, err := sniff(data)
	if err != nil {
		return nil
	}
	found := look(form, data)
	return found.traces()
}

// look goes through the file's parts without decoding the picture.
func look(form format, data []byte) findings {
	var f findings
	switch form {
	case jpegFormat:
		f.lookJPEG(data)
	case pngFormat:
		f.lookPNG(data)
	case gifFormat:
		f.lookGIF(data)
	default:
		f.lookWebP(data)
	}
	return f
}
