package activitypub

import "encoding/json"

type wireActor struct {
	Context   any              `json:"@context,omitempty"`
	ID        string           `json:"id"`
	Type      string           `json:"type"`
	Handle    string           `json:"preferredUsername"`
	Name      string           `json:"name,omitempty"`
	Summary   string           `json:"summary,omitempty"`
	URL       string           `json:"url,omitempty"`
	Inbox     string           `json:"inbox"`
	Outbox    string           `json:"outbox,omitempty"`
	Followers string           `json:"followers,omitempty"`
	Following string           `json:"following,omitempty"`
	Featured  string           `json:"featured,omitempty"`
	FeatTags  string           `json:"featuredTags,omitempty"`
	Endpoints *wireEndpoints   `json:"endpoints,omitempty"`
	Icon      *wireAttachment  `json:"icon,omitempty"`
	Image     *wireAttachment  `json:"image,omitempty"`
	Fields    []wireAttachment `json:"attachment,omitempty"`
	Tag       []wireTag        `json:"tag,omitempty"`
	Published string           `json:"published,omitempty"`
	Updated   string           `json:"updated,omitempty"`

	Locked       bool     `json:"manuallyApprovesFollowers"`
	Discoverable bool     `json:"discoverable"`
	Indexable    bool     `json:"indexable"`
	Suspended    bool     `json:"suspended,omitempty"`
	Memorial     bool     `json:"memorial,omitempty"`
	MovedTo      string   `json:"movedTo,omitempty"`
	AlsoKnownAs  []string `json:"alsoKnownAs,omitempty"`

	PublicKey       any            `json:"publicKey,omitempty"`
	AssertionMethod []wireMultikey `json:"assertionMethod,omitempty"`
}

type wireEndpoints struct {
	SharedInbox string `json:"sharedInbox"`
}

type wireKey struct {
	ID    string `json:"id"`
	Owner string `json:"owner"`
	PEM   string `json:"publicKeyPem"`
}

type wireMultikey struct {
	ID         string `json:"id"`
	Type       string `json:"type"`
	Controller string `json:"controller"`
	Multibase  string `json:"publicKeyMultibase"`
}

// Marshal writes the actor as a document.
func (a Actor) Marshal() ([]byte, error) { return encode(a.wire()) }

// MarshalUpdate writes the activity by which the actor tells everybody that it describes itself anew.
func (a Actor) MarshalUpdate(id string) ([]byte, error) {
	me := a.wire()
	me.Context = nil
	w := Activity{ID: id, Type: Update, Actor: a.ID, To: []string{Public}, CC: []string{a.Followers}, Updated: a.Updated}.wire()
	w.Context, w.Object = actorContext, me
	return encode(w)
}

// wire is the actor as it is written. One key is written alone, since several servers read no list there.
func (a Actor) wire() wireActor {
	w := wireActor{Context: actorContext, ID: a.ID, Type: a.Type, Handle: a.Handle, Name: a.Name, Summary: a.Summary, URL: a.URL,
		Inbox: a.Inbox, Outbox: a.Outbox, Followers: a.Followers, Following: a.Following, Featured: a.Featured, FeatTags: a.FeaturedTags,
		Icon: picture(a.Icon), Image: picture(a.Image), Fields: wireAttachments(a.Fields), Tag: wireTags(a.Tags),
		Published: stamp(a.Published), Updated: stamp(a.Updated), Locked: a.Locked, Discoverable: a.Discoverable, Indexable: a.Indexable,
		Suspended: a.Suspended, Memorial: a.Memorial, MovedTo: a.MovedTo, AlsoKnownAs: a.AlsoKnownAs}
	if a.SharedInbox != "" {
		w.Endpoints = &wireEndpoints{a.SharedInbox}
	}
	keys := make([]wireKey, len(a.Keys))
	for i, k := range a.Keys {
		keys[i] = wireKey(k)
	}
	switch len(keys) {
	case 0:
	case 1:
		w.PublicKey = keys[0]
	default:
		w.PublicKey = keys
	}
	for _, k := range a.Multikeys {
		w.AssertionMethod = append(w.AssertionMethod, wireMultikey{k.ID, "Multikey", k.Controller, k.Multibase})
	}
	return w
}

func picture(a Attachment) *wireAttachment {
	if a.URL == "" {
		return nil
	}
	w := wireAttachment(a)
	if w.Type == "" {
		w.Type = Image
	}
	return &w
}

type wireCollection struct {
	Context any    `json:"@context"`
	ID      string `json:"id"`
	Type    string `json:"type"`
	Total   *int   `json:"totalItems,omitempty"`
	PartOf  string `json:"partOf,omitempty"`
	First   string `json:"first,omitempty"`
	Last    string `json:"last,omitempty"`
	Next    string `json:"next,omitempty"`
	Prev    string `json:"prev,omitempty"`
	Ordered *[]any `json:"orderedItems,omitempty"`
	Items   *[]any `json:"items,omitempty"`
}

// Marshal writes the collection. An item with a body is embedded, another is written as its address. A collection that points
// at its first page has no items of its own; any other says that it has none rather than nothing.
func (c Collection) Marshal() ([]byte, error) {
	w := wireCollection{Context: objectContext, ID: c.ID, Type: c.Type, PartOf: c.PartOf, First: c.First, Last: c.Last, Next: c.Next, Prev: c.Prev}
	if c.Total >= 0 {
		w.Total = &c.Total
	}
	if c.First == "" || len(c.Items) > 0 {
		items := make([]any, len(c.Items))
		for i, item := range c.Items {
			if items[i] = item.ID; item.Body != nil {
				items[i] = json.RawMessage(item.Body)
			}
		}
		if c.Type == PlainCollection || c.Type == PlainCollectionPage {
			w.Items = &items
		} else {
			w.Ordered = &items
		}
	}
	return encode(w)
}
