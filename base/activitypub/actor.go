package activitypub

// ParseActor reads an actor that was fetched, or that came in an Update. It must have an inbox, and its keys must be its own.
func ParseActor(body []byte, rules Rules) (*Actor, error) {
	m, err := decode(body)
	if err != nil {
		return nil, err
	}
	r := &reader{rules: rules}
	n := node{r: r, m: m}
	a := n.actor()
	n.needAddress("id", a.ID)
	n.needFrom(a.ID)
	if !IsActor(a.Type) {
		n.r.fail(invalid("/type", "Dokumentet beskriver inget konto.", "The document does not describe an account."))
	}
	n.needAddress("inbox", a.Inbox)
	if len(a.Handle) > maxName {
		n.wrong("preferredUsername")
	}
	return a, r.done()
}

func (n node) actor() *Actor {
	a := &Actor{ID: n.id(), Type: n.kind(), Handle: n.str("preferredUsername"),
		Inbox: n.ref("inbox"), Outbox: n.ref("outbox"), Followers: n.ref("followers"), Following: n.ref("following"),
		Featured: n.ref("featured"), FeaturedTags: n.ref("featuredTags"),
		Locked: n.boolean("manuallyApprovesFollowers"), Discoverable: n.boolean("discoverable"), Indexable: n.boolean("indexable"),
		Suspended: n.boolean("suspended"), Memorial: n.boolean("memorial"),
		MovedTo: n.ref("movedTo"), AlsoKnownAs: n.refs("alsoKnownAs")}
	for _, e := range n.nodes("endpoints") {
		a.SharedInbox = e.ref("sharedInbox")
	}
	a.Keys, a.Multikeys = n.keys(a.ID)
	node{&reader{rules: n.r.rules}, n.m, n.path}.adorn(a)
	return a
}

// adorn reads what an actor shows of herself. A fault in it is forgotten with its reader: who has a key and an inbox can be
// heard and answered, however she has written her birthday.
func (n node) adorn(a *Actor) {
	a.Name, _ = n.text("name")
	a.Summary, _ = n.text("summary")
	a.URL = n.page()
	a.Published, a.Updated = n.anyDate("published"), n.anyDate("updated")
	for _, i := range n.nodes("icon") {
		a.Icon = i.attachment()
		break
	}
	for _, i := range n.nodes("image") {
		a.Image = i.attachment()
		break
	}
	for _, f := range n.attachments("attachment") {
		if f.Type == "PropertyValue" {
			a.Fields = append(a.Fields, f)
		}
	}
	a.Tags = n.tags()
}

// keys reads publicKey and assertionMethod, and keeps the ones that are the actor's own: on its host, and with the actor as
// owner. A key that only comes as an address is kept with the address alone.
func (n node) keys(owner string) (keys []PublicKey, multi []Multikey) {
	for _, k := range n.nodes("publicKey") {
		key := PublicKey{ID: k.id(), Owner: k.ref("owner"), PEM: k.pem()}
		if key.Owner == "" {
			key.Owner = k.ref("controller")
		}
		if SameHost(key.ID, owner) && (key.Owner == owner || key.Owner == "" && key.PEM == "") {
			keys = append(keys, key)
		}
	}
	for _, k := range n.nodes("assertionMethod") {
		key := Multikey{ID: k.id(), Controller: k.ref("controller"), Multibase: k.str("publicKeyMultibase")}
		if SameHost(key.ID, owner) && key.Controller == owner && key.Multibase != "" {
			multi = append(multi, key)
		}
	}
	return keys, multi
}

// pem is longer than an address may be.
func (n node) pem() string {
	s, ok := n.m["publicKeyPem"].(string)
	if !ok || len(s) > 8<<10 {
		return ""
	}
	return s
}

// ParseKey reads a document that holds a single key at an address of its own, as GoToSocial serves them, or an actor that
// holds it. It returns the key with that id, or the actor's first when the id names none.
func ParseKey(body []byte, id string, rules Rules) (*PublicKey, error) {
	m, err := decode(body)
	if err != nil {
		return nil, err
	}
	r := &reader{rules: rules}
	n := node{r: r, m: m}
	n.needFrom(n.id())
	if r.err != nil {
		return nil, r.err
	}
	if pem := n.pem(); pem != "" && SameHost(n.id(), n.ref("owner")) {
		return &PublicKey{ID: n.id(), Owner: n.ref("owner"), PEM: pem}, nil
	}
	keys, _ := n.keys(n.id())
	for _, k := range keys {
		if k.ID == id {
			return &k, nil
		}
	}
	if len(keys) > 0 {
		return &keys[0], nil
	}
	return nil, invalid("/publicKey", "Dokumentet har ingen nyckel som kan användas.", "The document has no key that can be used.")
}
