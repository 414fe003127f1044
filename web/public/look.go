package public

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/public/page"
	"tilltal/web/visit"
)

// How what the rooms have on record looks on the square.

var (
	editedAt   = lingo.T("Rättat %s", "Corrected %s")
	takenAway  = lingo.T("Vi tog bort det här inlägget %s. Grund: %s.", "We took this post away %s. Ground: %s.")
	actAsk     = lingo.T("Ställ en fråga", "Ask a question")
	actError   = lingo.T("Rapportera ett fel", "Report an error")
	actFollow  = lingo.T("Följ", "Follow")
	actTrue    = lingo.T("Stämmer det här?", "Is this right?")
	aboutPost  = lingo.T("inlägget %s", "the post from %s")
	remoteName = lingo.T("Någon på en annan server", "Somebody on another server")
	fediverse  = lingo.T("Fediversum", "The fediverse")
)

// postView is a post as it stands in a list; standing alone it does not lead to itself.
func postView(v *visit.Visit, a account.Account, p publish.Post) frame.PostView {
	at := frame.Moment{At: p.At.In(zoneOf(a)), Now: v.Now}
	if p.Withdrawal != nil {
		return frame.PostView{ID: p.ID, When: at, Tombstone: tombstone(v, a, *p.Withdrawal), Epitaph: markup.Visible(p.Withdrawal.Public),
			Lang: frame.Foreign(v.Lang, a.Language)}
	}
	view := frame.PostView{ID: p.ID, Href: atPost(a, p.ID), Level: 2, Text: markup.Visible(p.Text()), Lang: frame.Foreign(v.Lang, p.Content.Language),
		Author: p.Curator.Name(), Unit: p.Curator.Unit, Credit: markup.Visible(p.Content.Credit), When: at, Warning: markup.Visible(p.Content.Summary)}
	view.HTML = markup.Publish(view.Text, linker(v)).HTML
	for i := len(p.Corrections) - 1; i >= 0; i-- {
		c := correctionView(v, a, p.Corrections[i], p.Content.Language)
		if view.Note == nil {
			view.Note, view.Edited = &c, editedAt.Put(c.When.Words(v.Lang)).In(v.Lang)
		} else {
			view.Earlier = append(view.Earlier, c)
		}
	}
	for _, t := range p.Content.Topics {
		view.Topics = append(view.Topics, frame.MenuLink{Name: t, Href: atTopic(draft.TopicKey(t))})
	}
	for _, c := range p.Content.Pictures {
		view.Pictures = append(view.Pictures, frame.PictureView{Src: "/bild/" + c.Hash, Alt: c.Alt, Width: c.Width, Height: c.Height})
	}
	return view
}

// linker leads a topic in a text to the topic's page. Somebody who is mentioned is not ours to link to: we do not know where
// her page is.
func linker(v *visit.Visit) markup.Linker {
	return markup.Linker{Hashtag: func(tag string) string { return base(v) + atTopic(draft.TopicKey(tag)) }}
}

// correctionView is a correction in the language of the post it corrects.
func correctionView(v *visit.Visit, a account.Account, c publish.Correction, lang string) frame.CorrectionView {
	return frame.CorrectionView{When: frame.Moment{At: c.At.In(zoneOf(a)), Now: v.Now}, Was: markup.Visible(c.Wrong), Now: markup.Visible(c.Right),
		Because: markup.Visible(c.Why), Then: markup.Visible(c.Now), Lang: frame.Foreign(v.Lang, lang)}
}

// tombstone says that there was a post, and on what ground it is gone.
func tombstone(v *visit.Visit, a account.Account, w publish.Withdrawal) string {
	when := frame.Moment{At: w.At.In(zoneOf(a)), Now: v.Now}.Words(v.Lang)
	return takenAway.Put(when, lower(publish.GroundTitle(w.Ground))).In(v.Lang)
}

// lower begins a text with a small letter, to stand within a sentence.
func lower(t lingo.Text) lingo.Text {
	return lingo.Text{SV: small(t.SV), EN: small(t.EN)}
}

func small(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(first)) + s[n:]
}

// item is a post with what one can do with it.
func item(v *visit.Visit, a account.Account, p publish.Post) page.Item {
	i := page.Item{View: postView(v, a, p)}
	if p.Withdrawal == nil && !a.Closed() {
		i.Acts = acts(v, a, p, i.View.When)
	}
	return i
}

// acts are what one can do with a post; which post is said to those who hear the page.
func acts(v *visit.Visit, a account.Account, p publish.Post, when frame.Moment) frame.ActsView {
	about := aboutPost.Put(when.Words(v.Lang)).In(v.Lang)
	return frame.ActsView{Links: []frame.ActLink{
		{Name: v.Say(actAsk), Href: atAccount(a) + "/fraga?inlagg=" + p.ID, Icon: icon.Question, About: about},
		{Name: v.Say(actError), Href: atPost(a, p.ID) + "/fel", Icon: icon.Flag, About: about},
		{Name: v.Say(actFollow), Href: atAccount(a) + "/om#folj", Icon: icon.Feed, About: a.Name},
		{Name: v.Say(actTrue), Href: atPost(a, p.ID) + "#stammer", Icon: icon.Good, About: about},
	}}
}

// turnView is something said under a post. A citizen is called what she calls herself, and her server's name stands beside.
func turnView(v *visit.Visit, a account.Account, t inbox.Turn) frame.TurnView {
	view := frame.TurnView{ID: "s-" + t.ID, Side: frame.Citizen, Who: markup.Visible(t.ByName), When: frame.Moment{At: t.At.In(zoneOf(a)), Now: v.Now},
		Text: markup.Visible(t.Text), Lang: frame.Foreign(v.Lang, t.Language), Edited: t.Version > 1}
	if t.Ours {
		view.Side = frame.Authority
		view.Who, view.Unit, _ = strings.Cut(view.Who, ", ")
		return view
	}
	view.Handle = hostOf(t.By)
	if view.Who == "" {
		view.Who = v.Say(remoteName)
	}
	view.Channel = frame.ChannelView{Name: v.Say(fediverse), Icon: icon.Fediverse}
	return view
}

// hostOf is the server somebody writes from.
func hostOf(uri string) string {
	_, rest, ok := strings.Cut(uri, "://")
	if !ok {
		return ""
	}
	host, _, _ := strings.Cut(rest, "/")
	return host
}

// mostTitle is how long a post's title may be in a tab, a list and a feed, in characters.
const mostTitle = 80

// titleOf is what a post is called where it must have a name: its first line, or what it warns of.
func titleOf(p publish.Post) string {
	text := p.Text()
	if p.Content.Summary != "" {
		text = p.Content.Summary
	}
	text, _, _ = strings.Cut(strings.TrimSpace(text), "\n")
	return short(markup.Visible(strings.TrimSpace(text)), mostTitle)
}

// short cuts a text at a word, so that it has at most so many characters.
func short(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	cut := string(runes[:most-1])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,.;:–-") + "…"
}

// summaryOf is a post in one paragraph, for search engines and previews. What folds under a warning stays there.
func summaryOf(p publish.Post) string {
	if p.Content.Summary != "" {
		return markup.Visible(p.Content.Summary)
	}
	return short(strings.Join(strings.Fields(markup.Visible(p.Text())), " "), 200)
}

func momentIn(v *visit.Visit, at time.Time, zone *time.Location) frame.Moment {
	return frame.Moment{At: at.In(zone), Now: v.Now}
}
