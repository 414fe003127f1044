package activitypub

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
)

// JRDType is what a WebFinger answer is served as (RFC 7033 section 10.2).
const JRDType = "application/jrd+json"

// JRD is a WebFinger answer: where the account with this handle lives (RFC 7033 section 4.4).
type JRD struct {
	Subject string    `json:"subject"`
	Aliases []string  `json:"aliases,omitempty"`
	Links   []JRDLink `json:"links"`
}

// JRDLink is one of the places.
type JRDLink struct {
	Rel      string `json:"rel"`
	Type     string `json:"type,omitempty"`
	Href     string `json:"href,omitempty"`
	Template string `json:"template,omitempty"`
}

// NewJRD answers for an account of ours: acct:handle@host lives at actor, and people read it at profile.
func NewJRD(handle, host, actor, profile string) JRD {
	return JRD{Subject: "acct:" + handle + "@" + host, Aliases: slices.Compact([]string{profile, actor}), Links: []JRDLink{
		{Rel: "http://webfinger.net/rel/profile-page", Type: "text/html", Href: profile},
		{Rel: "self", Type: ContentType, Href: actor},
	}}
}

// Marshal writes the answer.
func (j JRD) Marshal() ([]byte, error) { return encode(j) }

// ParseResource reads what was asked for: acct:handle@host, @handle@host, or an https address, for which handle is empty and
// host is the address's. ok is false for anything else.
func ParseResource(resource string) (handle, host string, ok bool) {
	if len(resource) > maxAddress {
		return "", "", false
	}
	if strings.HasPrefix(resource, "https://") || strings.HasPrefix(resource, "http://") {
		host = HostOf(resource)
		return "", host, host != ""
	}
	if scheme, rest, ok := strings.Cut(resource, ":"); ok && strings.EqualFold(scheme, "acct") {
		resource = rest
	}
	resource = strings.TrimPrefix(resource, "@")
	if s, err := url.PathUnescape(resource); err == nil {
		resource = s
	}
	handle, host, ok = strings.Cut(resource, "@")
	if !ok || handle == "" || strings.ContainsAny(handle, "/?#<>\"' \t\r\n") || HostOf("https://"+host+"/") == "" || strings.ContainsAny(host, "/?#@") {
		return "", "", false
	}
	return handle, HostOf("https://" + host + "/"), true
}

// ParseJRD reads another server's answer and returns the actor's address and the subject. The actor may live on another host
// than was asked (RFC 7033 section 7 lets a host point elsewhere); the caller asks that host too before it believes the handle.
func ParseJRD(body []byte, rules Rules) (actor, subject string, err error) {
	if len(body) > 256<<10 {
		return "", "", tooLarge("", "Svaret är större än vi tar emot.", "The answer is larger than we accept.")
	}
	var j JRD
	if err := json.Unmarshal(body, &j); err != nil {
		return "", "", errSyntax.Because(err)
	}
	for _, l := range j.Links {
		if l.Rel == "self" && IsActivityType(l.Type) && rules.address(l.Href) {
			return l.Href, j.Subject, nil
		}
	}
	return "", "", invalid("/links", "Svaret pekar inte ut något konto.", "The answer points at no account.")
}
