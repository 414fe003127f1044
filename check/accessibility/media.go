package accessibility

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

const longestAlt = 250 // characters; longer belongs in the text

func pictures(notes *check.Notes, in check.Input) {
	for i, m := range in.Media {
		switch m.Kind {
		case "video":
			film(notes, i+1, m)
		case "audio":
			if !m.Captions && strings.TrimSpace(m.Alt) == "" {
				notes.Picture(i+1, ruleCaptions, check.Certain, lingo.T("Ljudklippet har ingen text.", "The sound has no text."),
					lingo.T("Skriv vad som sägs, så att också den som inte hör får veta det.", "Write what is said, so that those who cannot hear get to know it too."))
			}
		default:
			describe(notes, i+1, m, in.Text)
		}
	}
}

func film(notes *check.Notes, number int, m check.Media) {
	if !m.Captions {
		notes.Picture(number, ruleCaptions, check.Certain, lingo.T("Filmen har inga undertexter.", "The film has no captions."),
			lingo.T("Lägg till undertexter. Säger ingen något i filmen, skriv det i beskrivningen.", "Add captions. If nobody says anything in the film, write so in the description."))
	}
}

// describe judges the description of a picture. One finding is enough: the first that is wrong.
func describe(notes *check.Notes, number int, m check.Media, text string) {
	alt := strings.TrimSpace(m.Alt)
	if alt == "" && m.Decorative {
		return
	}
	low := prose.Plainly(alt)
	read := prose.Read(alt)
	say := func(g check.Grade, reason, advice lingo.Text) { notes.Picture(number, ruleAlt, g, reason, advice) }
	switch {
	case alt == "":
		say(check.Certain, lingo.T("Bilden saknar beskrivning.", "The picture has no description."),
			lingo.T("Skriv vad den som inte ser bilden behöver veta, eller välj att den bara är dekoration.", "Write what somebody who cannot see the picture needs to know, or choose that it is only decoration."))
	case fileName(low):
		say(check.Certain, lingo.T("Beskrivningen är ett filnamn.", "The description is a file name."), lingo.T("Skriv vad bilden visar.", "Write what the picture shows."))
	case empty(low):
		say(check.Certain, lingo.T("Beskrivningen säger inte vad bilden visar.", "The description does not say what the picture shows."), lingo.T("Skriv vad den som inte ser bilden behöver veta.", "Write what somebody who cannot see the picture needs to know."))
	case textPicture(low):
		say(check.Likely, lingo.T("Beskrivningen säger bara att bilden är en affisch eller skärmbild.", "The description only says that the picture is a poster or a screenshot."),
			lingo.T("Skriv texten i bilden i beskrivningen, eller i inlägget.", "Write the words in the picture in the description, or in the post."))
	case read.Count() <= 2:
		say(check.Likely, lingo.T("Beskrivningen är bara ett par ord.", "The description is only a word or two."),
			lingo.T("Vem eller vad ser man, och vad händer? En mening räcker.", "Who or what does one see, and what is happening? A sentence is enough."))
	case same(alt, text):
		say(check.Likely, lingo.T("Beskrivningen upprepar inläggets text.", "The description repeats the text of the post."),
			lingo.T("Den som lyssnar hör då samma sak två gånger. Skriv vad bilden visar.", "Those who listen then hear the same thing twice. Write what the picture shows."))
	case opens(low):
		say(check.Possible, lingo.T("Beskrivningen börjar med att det är en bild.", "The description begins by saying that it is a picture."),
			lingo.T("Det säger skärmläsaren redan. Börja med det viktigaste i bilden.", "The screen reader says so already. Begin with what matters in the picture."))
	case characters(alt) > longestAlt:
		say(check.Possible, lingo.T("Beskrivningen är längre än %d tecken.", "The description is longer than %d characters.").Put(longestAlt),
			lingo.T("Flytta det som alla behöver veta till inläggets text.", "Move what everybody needs to know to the text of the post."))
	}
}

func characters(s string) (n int) {
	for s != "" {
		_, s = prose.Cluster(s)
		n++
	}
	return n
}

func fileName(low string) bool {
	for _, e := range []string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".tif", ".tiff", ".bmp", ".mp4", ".svg"} {
		if strings.HasSuffix(low, e) {
			return true
		}
	}
	for _, p := range []string{"img_", "img-", "dsc", "dcim", "pxl_", "image0", "screenshot_", "skärmavbild ", "screenshot 20", "skärmbild 20", "whatsapp image", "namnlös", "untitled"} {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return false
}

// empty reports whether a description was put there by a program, or only says who took the picture.
func empty(low string) bool {
	for _, p := range []string{"kan vara en bild av", "may be an image", "no description", "no photo description", "ingen beskrivning", "ingen bildbeskrivning", "beskrivning saknas", "alt-text", "alttext", "bildtext", "foto:", "bild:", "fotograf:", "photo:", "getty images", "https://", "http://"} {
		if strings.HasPrefix(low, p) && len(strings.Fields(low)) <= 10 {
			return true
		}
	}
	return false
}

func opens(low string) bool {
	for _, p := range []string{"här ser", "på bilden", "i bilden", "på fotot", "bilden visar", "bilden föreställer", "fotot visar", "the image shows", "the picture shows", "the photo shows", "in the picture", "in this picture", "in the photo"} {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	words := strings.Fields(low)
	for len(words) > 0 && leads[words[0]] {
		words = words[1:]
	}
	return len(words) > 1 && depictions[words[0]] && follows[words[1]]
}

// leads, depictions and follows are the words of an opening: "det här är en" "bild" "på".
var (
	leads      = list("det detta här är en ett denna den a an the this that is here")
	depictions = list("bild bilden foto fotot fotografi fotografiet bilder foton image picture photo photograph images photos pictures")
	follows    = list("på av från med över som där när föreställande visande tagen taget of showing from with that which depicting")
)

// textPicture reports whether a description names a picture made of text without giving the text.
func textPicture(low string) bool {
	for _, w := range []string{"affisch", "skärmbild", "skärmdump", "infografik", "screenshot", "poster", "plansch", "inbjudan", "diagram", "karta", "graf"} {
		if rest, ok := strings.CutPrefix(low, w); ok && len(strings.Fields(rest)) <= 3 && !strings.ContainsAny(low, ":\"”") {
			return true
		}
	}
	return false
}

// same reports whether a description is the post's text, or a whole stretch of it.
func same(alt, text string) bool {
	a, b := strings.Join(strings.Fields(prose.Plainly(alt)), " "), strings.Join(strings.Fields(prose.Plainly(text)), " ")
	return len(a) > 10 && strings.Contains(" "+b, " "+strings.Trim(a, ".!?\"'”’"))
}
