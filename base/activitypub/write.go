package activitypub

import (
	"bytes"
	"encoding/json"
	"time"

	"tilltal/base/fault"
)

// The contexts our documents name. Others read them as JSON-LD; the words that are not in Activity Streams are explained here
// once, in the way Mastodon does, and the same bytes are written every time.
const (
	contextBase = "https://www.w3.org/ns/activitystreams"
	contextKey  = "https://w3id.org/security/v1"
	contextDID  = "https://www.w3.org/ns/did/v1" // defines assertionMethod
	contextMK   = "https://w3id.org/security/multikey/v1"
)

// terms are the words of our documents that Activity Streams has not got.
type terms struct {
	Toot         string `json:"toot,omitempty"`
	Schema       string `json:"schema,omitempty"`
	Discoverable string `json:"discoverable,omitempty"`
	Indexable    string `json:"indexable,omitempty"`
	Suspended    string `json:"suspended,omitempty"`
	Memorial     string `json:"memorial,omitempty"`
	Featured     *term  `json:"featured,omitempty"`
	FeaturedTags *term  `json:"featuredTags,omitempty"`
	Locked       string `json:"manuallyApprovesFollowers,omitempty"`
	AlsoKnownAs  *term  `json:"alsoKnownAs,omitempty"`
	MovedTo      *term  `json:"movedTo,omitempty"`
	Property     string `json:"PropertyValue,omitempty"`
	Value        string `json:"value,omitempty"`
	Hashtag      string `json:"Hashtag,omitempty"`
	Sensitive    string `json:"sensitive,omitempty"`
}

type term struct {
	ID   string `json:"@id"`
	Type string `json:"@type"`
}

var (
	objectContext = []any{contextBase, terms{Hashtag: "as:Hashtag", Sensitive: "as:sensitive"}}
	actorContext  = []any{contextBase, contextKey, contextDID, contextMK, terms{
		Toot: "http://joinmastodon.org/ns#", Schema: "http://schema.org#",
		Discoverable: "toot:discoverable", Indexable: "toot:indexable", Suspended: "toot:suspended", Memorial: "toot:memorial",
		Featured: &term{"toot:featured", "@id"}, FeaturedTags: &term{"toot:featuredTags", "@id"},
		Locked: "as:manuallyApprovesFollowers", AlsoKnownAs: &term{"as:alsoKnownAs", "@id"}, MovedTo: &term{"as:movedTo", "@id"},
		Property: "schema:PropertyValue", Value: "schema:value", Hashtag: "as:Hashtag", Sensitive: "as:sensitive"}}
)

// encode writes a document: always the same bytes for the same value, and markup left readable.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, fault.Wrap("activitypub: write", err)
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// stamp is a point in time as xsd:dateTime in UTC; nothing for the zero time.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}

type wireObject struct {
	Context      any               `json:"@context,omitempty"`
	ID           string            `json:"id,omitempty"`
	Type         string            `json:"type"`
	Actor        string            `json:"actor,omitempty"`
	AttributedTo any               `json:"attributedTo,omitempty"`
	InReplyTo    string            `json:"inReplyTo,omitempty"`
	Conversation string            `json:"context,omitempty"`
	Name         string            `json:"name,omitempty"`
	NameMap      map[string]string `json:"nameMap,omitempty"`
	Summary      string            `json:"summary,omitempty"`
	SummaryMap   map[string]string `json:"summaryMap,omitempty"`
	Sensitive    bool              `json:"sensitive,omitempty"`
	Content      string            `json:"content,omitempty"`
	ContentMap   map[string]string `json:"contentMap,omitempty"`
	MediaType    string            `json:"mediaType,omitempty"`
	Source       *wireSource       `json:"source,omitempty"`
	URL          string            `json:"url,omitempty"`
	Published    string            `json:"published,omitempty"`
	Updated      string            `json:"updated,omitempty"`
	FormerType   string            `json:"formerType,omitempty"`
	Deleted      string            `json:"deleted,omitempty"`
	Object       any               `json:"object,omitempty"`
	Target       string            `json:"target,omitempty"`
	To           []string          `json:"to,omitempty"`
	CC           []string          `json:"cc,omitempty"`
	Audience     []string          `json:"audience,omitempty"`
	Attachment   []wireAttachment  `json:"attachment,omitempty"`
	Tag          []wireTag         `json:"tag,omitempty"`
	Replies      string            `json:"replies,omitempty"`
}

type wireSource struct {
	Content   string `json:"content"`
	MediaType string `json:"mediaType"`
}

type wireAttachment struct {
	Type      string `json:"type"`
	MediaType string `json:"mediaType,omitempty"`
	URL       string `json:"url,omitempty"`
	Name      string `json:"name,omitempty"`
	Value     string `json:"value,omitempty"`
	Width     int    `json:"width,omitempty"`
	Height    int    `json:"height,omitempty"`
}

type wireTag struct {
	Type string          `json:"type"`
	Href string          `json:"href,omitempty"`
	Name string          `json:"name"`
	Icon *wireAttachment `json:"icon,omitempty"`
}

// Marshal writes the object as a document of its own. Reference, Language, the poll and ObjectType are for reading only.
func (o Object) Marshal() ([]byte, error) {
	w := o.wire()
	w.Context = objectContext
	return encode(w)
}

// Item is the object as a member of a collection.
func (o Object) Item() (Item, error) {
	body, err := encode(o.wire())
	return Item{ID: o.ID, Body: body}, err
}

func (o Object) wire() wireObject {
	w := wireObject{ID: o.ID, Type: o.Type, Actor: o.Actor, AttributedTo: oneOrMany(o.AttributedTo), InReplyTo: o.InReplyTo,
		Conversation: o.Conversation, Name: o.Name, NameMap: o.NameMap, Summary: o.Summary, SummaryMap: o.SummaryMap,
		Sensitive: o.Sensitive, Content: o.Content, ContentMap: o.ContentMap, MediaType: o.MediaType, URL: o.URL,
		Published: stamp(o.Published), Updated: stamp(o.Updated), FormerType: o.FormerType, Deleted: stamp(o.Deleted),
		To: o.To, CC: o.CC, Audience: o.Audience, Attachment: wireAttachments(o.Attachments), Tag: wireTags(o.Tags), Replies: o.Replies}
	if o.Source != "" {
		w.Source = &wireSource{Content: o.Source, MediaType: "text/plain"}
	}
	if o.Object != "" {
		w.Object = o.Object
	}
	return w
}

// Marshal writes the activity as a document. An object that is only a Reference is written as its address.
func (a Activity) Marshal() ([]byte, error) {
	w := a.wire()
	w.Context = objectContext
	return encode(w)
}

// Item is the activity as a member of an outbox.
func (a Activity) Item() (Item, error) {
	body, err := encode(a.wire())
	return Item{ID: a.ID, Body: body}, err
}

func (a Activity) wire() wireObject {
	w := wireObject{ID: a.ID, Type: a.Type, Actor: a.Actor, Target: a.Target, Content: a.Content,
		Published: stamp(a.Published), Updated: stamp(a.Updated), To: a.To, CC: a.CC}
	objects := make([]any, len(a.Objects))
	for i, o := range a.Objects {
		if objects[i] = o.wire(); o.Reference {
			objects[i] = o.ID
		}
	}
	switch len(objects) {
	case 0:
	case 1:
		w.Object = objects[0]
	default:
		w.Object = objects
	}
	return w
}

// oneOrMany writes one as a string, as every server reads it.
func oneOrMany(list []string) any {
	switch len(list) {
	case 0:
		return nil
	case 1:
		return list[0]
	}
	return list
}

func wireAttachments(list []Attachment) []wireAttachment {
	out := make([]wireAttachment, len(list))
	for i, a := range list {
		out[i] = wireAttachment(a)
	}
	return out
}

func wireTags(list []Tag) []wireTag {
	out := make([]wireTag, len(list))
	for i, t := range list {
		out[i] = wireTag{Type: t.Type, Href: t.Href, Name: t.Name}
		if t.Icon != "" {
			out[i].Icon = &wireAttachment{Type: Image, URL: t.Icon}
		}
	}
	return out
}
