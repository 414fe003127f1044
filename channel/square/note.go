package square

import (
	"context"
	"html"
	"slices"
	"strings"
	"time"

	"tilltal/base/activitypub"
	"tilltal/base/clock"
	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/base/svenska"
	"tilltal/channel"
)

// note is a post as other servers are told of it. The text is the approved one to the letter; before it stands a correction,
// after it who speaks.
func (s *Square) note(ctx context.Context, p channel.Post, ask bool) (activitypub.Object, []Peer, error) {
	named, err := s.named(ctx, p.Text, ask)
	if err != nil {
		return activitypub.Object{}, nil, err
	}
	said := markup.Publish(p.Text, s.linker(named))
	id := s.Addresses.Post(p.Account.Handle, p.ID)
	n := activitypub.Object{ID: id, URL: id, Type: activitypub.Note, AttributedTo: []string{s.Addresses.Actor(p.Account.Handle)},
		Content: s.correction(p) + said.HTML + signature(p.Signature), Summary: html.EscapeString(p.Summary), Sensitive: p.Summary != "",
		InReplyTo: p.InReplyTo, Published: p.PublishedAt, Updated: p.UpdatedAt, Replies: s.Addresses.Replies(p.Account.Handle, p.ID)}
	if p.Direct {
		n.Replies = ""
	}
	if p.Language != "" {
		n.ContentMap = map[string]string{p.Language: n.Content}
	}
	for _, picture := range p.Pictures {
		n.Attachments = append(n.Attachments, activitypub.Attachment{Type: activitypub.Image, MediaType: picture.Type,
			URL: s.Addresses.Picture(picture.Hash), Name: picture.Alt, Width: picture.Width, Height: picture.Height})
	}
	n.Tags = s.hashtags(p, said)
	told, err := s.told(ctx, p, ask)
	if err != nil {
		return activitypub.Object{}, nil, err
	}
	if !p.Direct { // a direct answer reaches nobody but the one it answers, whoever is named in it
		told = append(told, named...)
	}
	s.address(&n, p, told)
	return n, told, nil
}

// address says whom a note is for.
func (s *Square) address(n *activitypub.Object, p channel.Post, told []Peer) {
	var people []string
	for _, t := range told {
		if slices.Contains(people, t.Actor) {
			continue
		}
		people = append(people, t.Actor)
		n.Tags = append(n.Tags, activitypub.Tag{Type: activitypub.Mention, Href: t.Actor, Name: t.Address()})
	}
	if p.Direct {
		n.To = people
		return
	}
	n.To = []string{activitypub.Public}
	n.CC = append([]string{s.Addresses.Of(p.Account.Handle, "followers")}, people...)
}

// told returns those whom the post answers. Forms on the square are answered there, not by the network.
func (s *Square) told(ctx context.Context, p channel.Post, ask bool) ([]Peer, error) {
	var out []Peer
	for _, uri := range p.To {
		if activitypub.HostOf(uri) == "" || s.ours(uri) {
			continue
		}
		who, err := s.Store.PeerByActor(ctx, uri)
		asked := ask && fault.Is(err, fault.NotFound)
		if asked {
			who, err = s.meet(ctx, uri)
		}
		switch {
		case err == nil:
			out = append(out, who)
		case fault.Is(err, fault.Gone), fault.Is(err, fault.NotFound): // she has left
		case asked && !p.Direct && ctx.Err() == nil: // her server is away: the others are told all the same
		default:
			return nil, err
		}
	}
	return out, nil
}

// maxNamed is how many people in a text are looked up.
const maxNamed = 20

// named returns those whom the text names, as @anna@social.example. Who cannot be found is named without a link.
func (s *Square) named(ctx context.Context, text string, ask bool) ([]Peer, error) {
	var out []Peer
	patience, cancel := context.WithTimeout(ctx, askTime)
	defer cancel()
	for i, m := range markup.Publish(text, markup.Linker{}).Mentions {
		if i == maxNamed {
			break
		}
		host := activitypub.HostOf("https://" + m.Host)
		if host == s.Addresses.Host() {
			if a, err := s.account(ctx, strings.ToLower(m.Name)); err == nil {
				out = append(out, Peer{Actor: s.Addresses.Actor(a.Handle), Handle: a.Handle})
			}
			continue
		}
		p, err := s.byHandle(patience, m.Name, host, ask)
		if err == nil {
			out = append(out, p)
		} else if ctx.Err() != nil {
			return nil, err
		}
	}
	return out, nil
}

func (s *Square) linker(named []Peer) markup.Linker {
	return markup.Linker{
		Hashtag: s.Addresses.Topic,
		Mention: func(handle, host string) string {
			for _, p := range named {
				if strings.EqualFold(p.Handle, handle) && activitypub.HostOf(p.Actor) == activitypub.HostOf("https://"+host) {
					return p.Actor
				}
			}
			return ""
		},
	}
}

// hashtags are the ones in the text, and the post's topics: as tags, so that they are found without standing in the text.
func (s *Square) hashtags(p channel.Post, said markup.Published) []activitypub.Tag {
	var out []activitypub.Tag
	seen := map[string]bool{}
	add := func(word, href string) {
		if key := strings.ToLower(word); word != "" && !seen[key] {
			seen[key] = true
			out = append(out, activitypub.Tag{Type: activitypub.Hashtag, Name: "#" + word, Href: href})
		}
	}
	for _, h := range said.Hashtags {
		add(h.Name, s.Addresses.Topic(h.Name))
	}
	for _, t := range p.Topics {
		add(strings.Join(strings.Fields(t), ""), s.Addresses.Topic(t))
	}
	return out
}

// signature is the last paragraph: who speaks.
func signature(who string) string {
	if who == "" {
		return ""
	}
	return "<p>— " + html.EscapeString(who) + "</p>"
}

var (
	corrected = lingo.T("Rättat %s %02d:%02d", "Corrected %s %02d:%02d")
	wrote     = lingo.T("Vi skrev: %s", "We wrote: %s")
	rightIs   = lingo.T("Rätt är: %s", "Right is: %s")
	because   = lingo.T("Därför blev det fel: %s", "Why it went wrong: %s")
	nowDone   = lingo.T("Nu: %s", "Now: %s")
)

// correction is the first paragraph of a corrected post.
func (s *Square) correction(p channel.Post) string {
	c := p.Correction
	if c == nil {
		return ""
	}
	lang := lingo.SV
	if strings.HasPrefix(strings.ToLower(p.Language), "en") {
		lang = lingo.EN
	}
	at := c.At.In(clock.Stockholm())
	var lines []string
	for _, part := range []struct {
		say   lingo.Text
		words string
	}{{wrote, c.Wrong}, {rightIs, c.Right}, {because, c.Why}, {nowDone, c.Now}} {
		if part.words != "" {
			lines = append(lines, part.say.Put(strings.Join(strings.Fields(part.words), " ")).In(lang))
		}
	}
	head := corrected.Put(day(at, p.PublishedAt), at.Hour(), at.Minute()).In(lang)
	body := markup.Publish(strings.Join(lines, "\n"), markup.Linker{Hashtag: s.Addresses.Topic}).HTML
	return "<p><strong>" + html.EscapeString(head) + "</strong><br>" + strings.TrimPrefix(body, "<p>")
}

// day is a day with its year when that is not the year the post was published.
func day(t, published time.Time) lingo.Text {
	d := clock.DateOf(t, clock.Stockholm())
	say := lingo.T("%d %v", "%d %v").Put(d.Day, svenska.Month(d.Month))
	if d.Year != clock.DateOf(published, clock.Stockholm()).Year {
		say = lingo.T("%v %d", "%v %d").Put(say, d.Year)
	}
	return say
}
