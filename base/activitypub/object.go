package activitypub

// ParseObject reads a fetched post, tombstone or activity. Its id must be an address, and live on Rules.From when that is set.
func ParseObject(body []byte, rules Rules) (*Object, error) {
	m, err := decode(body)
	if err != nil {
		return nil, err
	}
	r := &reader{rules: rules}
	n := node{r: r, m: m}
	o := n.object()
	n.needAddress("id", o.ID)
	n.needFrom(o.ID)
	if o.Type == "" {
		n.wrong("type")
	}
	if r.err == nil && len(o.AttributedTo) > 0 && !anyOnHost(o.AttributedTo, o.ID) {
		r.fail(invalid("/attributedTo", "Inlägget säger sig vara skrivet av någon på en annan server.",
			"The post says that it was written by somebody on another server."))
	}
	o.Reference = false
	return &o, r.done()
}

func anyOnHost(addresses []string, on string) bool {
	for _, a := range addresses {
		if SameHost(a, on) {
			return true
		}
	}
	return false
}

// object reads everything the house keeps of an object.
func (n node) object() Object {
	o := Object{ID: n.id(), Type: n.kind(), Reference: len(n.m) == 1 && n.id() != ""}
	if o.Reference {
		return o
	}
	if o.ID == "" {
		o.ID = n.str("href") // a Link in the place of an object
		o.Reference = o.ID != ""
	}
	n.texts(&o)
	o.AttributedTo = n.refs("attributedTo")
	o.MediaType = n.str("mediaType")
	o.Sensitive = n.boolean("sensitive") || n.boolean("as:sensitive")
	o.InReplyTo = n.ref("inReplyTo")
	o.Conversation = n.thread()
	o.Replies = n.ref("replies")
	o.URL = n.page()
	o.Published, o.Updated = n.date("published", true), n.date("updated", true)
	o.To, o.CC, o.Audience = n.refs("to"), n.refs("cc"), n.refs("audience")
	o.Attachments = n.attachments("attachment")
	o.Tags = n.tags()
	n.question(&o)
	o.FormerType, o.Deleted = n.str("formerType"), n.anyDate("deleted")
	o.Actor = n.ref("actor")
	for _, inner := range n.nodes("object") {
		o.Object, o.ObjectType = inner.id(), inner.kind()
		break
	}
	return o
}

func (n node) texts(o *Object) {
	o.Name, o.NameMap = n.text("name")
	o.Summary, o.SummaryMap = n.text("summary")
	o.Content, o.ContentMap = n.text("content")
	for _, s := range n.nodes("source") {
		o.Source, _ = s.text("content")
		break
	}
	for lang, text := range o.ContentMap {
		if text == o.Content && (o.Language == "" || lang < o.Language) {
			o.Language = lang
		}
	}
}

// thread is the conversation's own name, which need not be an address (Mastodon writes tag:…).
func (n node) thread() string {
	for _, key := range []string{"context", "conversation"} {
		for _, c := range n.nodes(key) {
			if id := c.id(); id != "" {
				return id
			}
		}
	}
	return ""
}

// page finds the address a person can open: a link to HTML before any other.
func (n node) page() string {
	best := ""
	for _, link := range n.nodes("url") {
		address := link.href()
		if !n.r.rules.address(address) {
			continue
		}
		if link.str("mediaType") == "text/html" {
			return address
		}
		if best == "" {
			best = address
		}
	}
	return best
}

// href is the address of a link, however it is written.
func (n node) href() string {
	if s := n.str("href"); s != "" {
		return s
	}
	return n.id()
}

func (n node) attachments(key string) []Attachment {
	var out []Attachment
	for _, a := range n.nodes(key) {
		got := a.attachment()
		if got.URL != "" || got.Value != "" || got.Name != "" {
			out = append(out, got)
		}
	}
	return out
}

func (n node) attachment() Attachment {
	a := Attachment{Type: n.kind(), MediaType: n.str("mediaType"), Width: max(n.number("width"), 0), Height: max(n.number("height"), 0)}
	a.Name, _ = n.text("name")
	if _, said := n.m["value"].(string); said { // of an event it may be anything
		a.Value, _ = n.text("value")
	}
	for _, link := range n.nodes("url") {
		if address := link.href(); n.r.rules.address(address) {
			a.URL = address
			if a.MediaType == "" {
				a.MediaType = link.str("mediaType")
			}
			break
		}
	}
	if a.URL == "" {
		if address := n.href(); n.r.rules.address(address) {
			a.URL = address
		}
	}
	return a
}

// tags reads hashtags, mentions and emoji, and leaves the rest.
func (n node) tags() []Tag {
	var out []Tag
	for _, t := range n.nodes("tag") {
		tag := Tag{Type: t.kind(), Href: t.str("href")}
		tag.Name, _ = t.text("name")
		if tag.Href != "" && !n.r.rules.address(tag.Href) {
			tag.Href = ""
		}
		for _, icon := range t.nodes("icon") {
			tag.Icon = icon.attachment().URL
			break
		}
		if tag.Type == Hashtag || tag.Type == Mention || tag.Type == Emoji {
			out = append(out, tag)
		}
	}
	return out
}

// question reads the alternatives of a poll: oneOf, or anyOf when several may be chosen.
func (n node) question(o *Object) {
	o.EndTime = n.anyDate("endTime")
	key := "oneOf"
	if n.m[key] == nil {
		key = "anyOf"
	}
	for _, alt := range n.nodes(key) {
		option := Option{}
		option.Name, _ = alt.text("name")
		for _, replies := range alt.nodes("replies") {
			option.Votes = max(replies.number("totalItems"), 0)
			break
		}
		o.Options = append(o.Options, option)
	}
	o.Many = len(o.Options) > 0 && key == "anyOf"
}
