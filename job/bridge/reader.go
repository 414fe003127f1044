package bridge

import (
	"context"
	"html"
	"net/url"
	"slices"
	"strings"

	"tilltal/base/activitypub"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/channel/square"
	"tilltal/desk/inbox"
)

// Reader reads what arrives from the fediverse: an [inbox.Reader]. Everything in an envelope is a stranger's; HTML comes out
// sanitised, the original stays in the envelope.
type Reader struct {
	// Addresses tells our own posts from others, among what is reported.
	Addresses square.Addresses
	// Name returns what somebody calls herself, by her address; "" when it is not known. Letters do not carry it. It may be nil.
	Name func(actor string) string
	// AllowHTTP reads addresses without TLS: only for trying things out on one machine.
	AllowHTTP bool
}

var _ inbox.Reader = Reader{}

// Peers knows people on other servers. The store does.
type Peers interface {
	// PeerByActor returns somebody by her address; fault.NotFound when she is not known.
	PeerByActor(ctx context.Context, actor string) (square.Peer, error)
}

// Names tells what people on other servers call themselves, as far as it is known: for [Reader].
func Names(p Peers) func(actor string) string {
	return func(actor string) string {
		who, err := p.PeerByActor(context.Background(), actor)
		if err != nil { // a letter is read without a name rather than not at all
			return ""
		}
		return who.Name
	}
}

// Read returns what an envelope says. An envelope that cannot be read is an error; one that says nothing for the inbox is
// the zero Message.
func (r Reader) Read(e inbox.Envelope) (inbox.Message, error) {
	a, err := activitypub.ParseActivity(e.Body, activitypub.Rules{AllowHTTP: r.AllowHTTP})
	if err != nil {
		return inbox.Message{}, err
	}
	if a.Actor != e.Sender {
		return inbox.Message{}, fault.New(fault.Invalid, lingo.T("Avsändaren har inte skrivit det här.", "The sender did not write this."))
	}
	m := inbox.Message{Author: a.Actor, AuthorName: r.nameOf(a.Actor)}
	o := a.Object()
	switch a.Type {
	case activitypub.Create, activitypub.Update:
		if o.Reference || !activitypub.IsPost(o.Type) || vote(o) {
			return inbox.Message{}, nil
		}
		return said(m, a, o), nil
	case activitypub.Delete:
		if m.Kind, m.Remote = inbox.MessageDeleted, o.ID; o.ID == a.Actor {
			m.Kind = inbox.MessageLeft
		}
		return m, nil
	case activitypub.Like:
		m.Kind, m.Remote = inbox.MessageLiked, o.ID
		return m, nil
	case activitypub.Announce:
		m.Kind, m.Remote = inbox.MessageAnnounced, o.ID
		return m, nil
	case activitypub.Undo:
		if o.ID != "" && (o.Reference || o.Type == activitypub.Like || o.Type == activitypub.Announce) {
			m.Kind, m.Remote = inbox.MessageUndone, o.ID
			return m, nil
		}
	case activitypub.Flag:
		return r.reported(m, a), nil
	}
	return inbox.Message{}, nil
}

// vote reports whether a note is a vote in a poll: a name, and nothing said.
func vote(o activitypub.Object) bool {
	return o.Type == activitypub.Note && o.Name != "" && o.Content == "" && len(o.Attachments) == 0
}

func said(m inbox.Message, a *activitypub.Activity, o activitypub.Object) inbox.Message {
	m.Kind, m.At = inbox.MessageSaid, o.Published
	if a.Type == activitypub.Update {
		m.Kind = inbox.MessageChanged
		if m.At = o.Updated; m.At.IsZero() {
			m.At = a.Updated
		}
	}
	m.Remote, m.InReplyTo = o.ID, o.InReplyTo
	m.Visibility = visibility(a, o)
	m.Language = language(o)
	whole := compose(o)
	m.HTML, m.Text = markup.Clean(whole), markup.Plain(whole)
	for _, t := range o.Tags {
		if t.Type == activitypub.Mention && t.Href != "" {
			m.Mentions = append(m.Mentions, t.Href)
		}
	}
	for _, list := range [][]string{o.To, o.CC, a.To, a.CC} {
		for _, uri := range list {
			if uri != activitypub.Public && !slices.Contains(m.Mentions, uri) {
				m.Mentions = append(m.Mentions, uri)
			}
		}
	}
	return m
}

// visibility is the most private that the activity and its object say.
func visibility(a *activitypub.Activity, o activitypub.Object) string {
	v := a.Visibility
	if len(o.To)+len(o.CC) > 0 {
		v = min(v, o.Visibility(""))
	}
	switch v {
	case activitypub.Everybody:
		return inbox.Public
	case activitypub.Unlisted:
		return inbox.Unlisted
	case activitypub.Followers:
		return inbox.Followers
	}
	return inbox.Direct
}

func language(o activitypub.Object) string {
	if o.Language != "" || len(o.ContentMap) != 1 {
		return o.Language
	}
	for l := range o.ContentMap {
		return l
	}
	return ""
}

// compose puts together everything that was said, in the order it is read: a warning, a title, the text, the alternatives of
// a poll, and what was attached, as links with their descriptions. It is hostile still.
func compose(o activitypub.Object) string {
	var b strings.Builder
	if o.Summary != "" {
		b.WriteString("<p><strong>" + o.Summary + "</strong></p>")
	}
	if o.Name != "" {
		b.WriteString("<p><strong>" + html.EscapeString(markup.Plain(o.Name)) + "</strong></p>")
	}
	content := o.Content
	if o.MediaType != "" && !strings.HasPrefix(o.MediaType, "text/html") {
		content = markup.Publish(content, markup.Linker{}).HTML
	}
	b.WriteString(content)
	if o.Content == "" && o.URL != "" && o.Type != activitypub.Note {
		b.WriteString("<p>" + link(o.URL, "") + "</p>")
	}
	items := make([]string, 0, len(o.Options)+len(o.Attachments))
	for _, option := range o.Options {
		items = append(items, html.EscapeString(option.Name))
	}
	for _, a := range o.Attachments {
		if a.URL != "" {
			items = append(items, link(a.URL, a.Name))
		}
	}
	if len(items) > 0 {
		b.WriteString("<ul><li>" + strings.Join(items, "</li><li>") + "</li></ul>")
	}
	return b.String()
}

func link(address, words string) string {
	if words == "" {
		words = address
	}
	return `<a href="` + html.EscapeString(address) + `">` + html.EscapeString(words) + `</a>`
}

// reported reads a report (anmälan): it is named by the activity, and lies under the first post of ours that it is about, or
// else with the account.
func (r Reader) reported(m inbox.Message, a *activitypub.Activity) inbox.Message {
	m.Kind, m.Remote, m.At, m.About = inbox.MessageReported, a.ID, a.Published, inbox.KindReport
	m.Visibility = inbox.Direct
	var lines []string
	post := false
	for _, o := range a.Objects {
		m.Mentions = append(m.Mentions, o.ID)
		lines = append(lines, "<li>"+link(o.ID, "")+"</li>")
		if ref, ours := r.Addresses.Read(o.ID); ours && !post && (m.InReplyTo == "" || ref.Post != "") {
			m.InReplyTo, post = o.ID, ref.Post != ""
		}
	}
	whole := "<p>" + strings.ReplaceAll(html.EscapeString(markup.Plain(a.Content)), "\n", "<br>") + "</p><ul>" + strings.Join(lines, "") + "</ul>"
	m.HTML, m.Text = markup.Clean(whole), markup.Plain(whole)
	return m
}

// nameOf is what somebody is called: her own name for herself, or her address.
func (r Reader) nameOf(actor string) string {
	if r.Name != nil {
		if name := strings.TrimSpace(markup.Visible(r.Name(actor))); name != "" {
			return name
		}
	}
	u, err := url.Parse(actor)
	if err != nil {
		return actor
	}
	last := u.Path[strings.LastIndex(u.Path, "/")+1:]
	return "@" + strings.TrimPrefix(last, "@") + "@" + u.Host
}
