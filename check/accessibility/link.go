package accessibility

import (
	"strings"

	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/prose"
)

var shorteners = list("bit.ly t.co tinyurl.com ow.ly goo.gl buff.ly is.gd lnkd.in cutt.ly rb.gy tiny.cc shorturl.at fb.me t.ly bitly.com amzn.to trib.al dlvr.it v.gd ift.tt hubs.ly eepurl.com fb.watch forms.gle g.co spoti.fi rebrand.ly adf.ly u.to clck.ru snip.ly tiny.one kutt.it 1drv.ms apple.co page.link kortlänk.se kortlank.se short.io s.id qr.ae x.gd lnk.to")

var vague = prose.Same(true, `läs mer här, klicka här, tryck här, kolla här, titta här, se här, mer här, svara här, anmäl dig här, boka här, läs mer, mer info, mer information, se länk, länk här, länk, länken, info, info här, läs vidare, läs vidare här, läs allt, läs allt här, se mer, mer här, hemsida, webb, webbplats, via länken, följ länken, se, mer, link, see more, details, click here, read more, learn more, här`)

// here are words that say "here" to somebody who may not see where.
var here = prose.Same(true, `klicka här, tryck här, klicka på länken, läs mer här, läs vidare här, anmäl dig här, boka här, click here, tap here, press here, read more here`)

// links notes shortened addresses, links that nothing but "läs mer" leads to, and "klicka här" wherever the link is.
func links(notes *check.Notes, t *prose.Text) {
	told := map[int]bool{} // sentences in which a link has been noted
	for i, w := range t.Words {
		if w.Kind != prose.Link {
			continue
		}
		if shortened(host(w.Lower)) {
			notes.Point(ruleLink, span(w), check.Certain, lingo.T("Adressen är förkortad, så läsaren ser inte vart den går.", "The address is shortened, so the reader cannot see where it goes."),
				lingo.T("Använd den riktiga adressen. Den inger också mer förtroende.", "Use the real address. It also inspires more trust."))
			told[w.Sentence] = true
			continue
		}
		s := t.Sentences[w.Sentence]
		if bare(t, s, i) {
			told[w.Sentence] = true
			notes.Point(ruleLink, span(w), check.Possible, lingo.T("Länken står utan att texten säger vart den går.", "The link stands without words that say where it goes."),
				lingo.T("Säg vad läsaren hittar där, till exempel ”Så anmäler du ett fel: …”.", "Say what the reader will find there, for example “How to report an error: …”."))
		}
	}
	pointers(notes, t, told)
}

// pointers notes "klicka här" in the sentences that nothing has been said of.
func pointers(notes *check.Notes, t *prose.Text, told map[int]bool) {
	here.Each(t, func(i, n int, _ bool) {
		s := t.Words[i].Sentence
		if told[s] {
			return
		}
		told[s] = true
		at := check.Span{Start: t.Words[i].Start, End: t.Words[i+n-1].End}
		notes.Point(ruleLink, at, check.Possible,
			lingo.T("”%s” säger inte vad läsaren hittar där.", "“%s” does not say what the reader will find there.").Put(strings.ToLower(t.Raw[at.Start:at.End])),
			lingo.T("Säg vad läsaren hittar, till exempel ”Så anmäler du ett fel”. Den som lyssnar hör ofta bara länkarna.",
				"Say what the reader will find, for example “How to report an error”. Those who listen often hear only the links."))
	})
}

// shortened reports whether a host shortens addresses, or a part of it does: maps.app.goo.gl.
func shortened(host string) bool {
	for {
		if shorteners[host] {
			return true
		}
		_, after, ok := strings.Cut(host, ".")
		if !ok {
			return false
		}
		host = after
	}
}

func host(link string) string {
	if _, after, ok := strings.Cut(link, "://"); ok {
		link = after
	}
	link = strings.TrimPrefix(link, "www.")
	if i := strings.IndexAny(link, "/?#:"); i >= 0 {
		link = link[:i]
	}
	return link
}

// bare reports whether the words before link i say nothing about it: none in the sentence before it, or only "läs mer".
func bare(t *prose.Text, s prose.Sentence, i int) bool {
	words := 0
	for j := max(s.First, i-12); j < i; {
		if n, _ := vague.At(t, j); n > 0 {
			j += n
			continue
		}
		if t.Words[j].Running() {
			words++
		}
		j++
	}
	if words > 0 {
		return false
	}
	if i > s.First {
		return true
	}
	before := t.Sentences[max(0, t.Words[i].Sentence-1)]
	return t.Words[i].Sentence == 0 || !strings.HasSuffix(strings.TrimSpace(t.Raw[before.Start:t.Words[i].Start]), ":")
}
