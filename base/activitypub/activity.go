package activitypub

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"tilltal/base/fault"
)

// ParseActivity reads an activity that was sent to us and checks that its sender may say it. What its signature says is the
// caller's to check: the key's owner must be the Actor. An activity without an id gets one.
//
// An object from another host than the actor's keeps only its address, its type and, when it is an activity, its actor and
// object; its Reference is true. It must be fetched from where it lives before anything it says is believed.
func ParseActivity(body []byte, rules Rules) (*Activity, error) {
	m, err := decode(body)
	if err != nil {
		return nil, err
	}
	r := &reader{rules: rules}
	n := node{r: r, m: m}
	a := &Activity{ID: n.id(), Type: n.kind(), Actor: n.ref("actor"), Target: n.ref("target"), To: n.refs("to"), CC: n.refs("cc"),
		Published: n.date("published", true), Updated: n.date("updated", true)}
	if a.Content, _ = n.text("content"); a.Content == "" { // Lemmy writes there why it reports
		a.Content, _ = n.text("summary")
	}
	for _, o := range n.nodes("object") {
		a.Objects = append(a.Objects, o.object())
	}
	if a.Type == "" {
		n.wrong("type")
	}
	if a.ID == "" {
		a.ID = nameless(a.Actor, body)
	}
	n.needAddress("actor", a.Actor)
	n.needAddress("id", a.ID)
	n.needFrom(a.ID)
	if r.err == nil && !SameHost(a.ID, a.Actor) {
		r.fail(foreign("/id"))
	}
	if r.err == nil && a.Known() {
		n.checkClaims(a)
	}
	for i := range a.Objects {
		if o := &a.Objects[i]; !SameHost(o.ID, a.Actor) {
			*o = o.reduced()
		}
	}
	a.Visibility = visibilityOfActivity(a)
	return a, r.done()
}

// nameless names an activity that has no id, as one that passes may lack it (ActivityPub section 3.1): after who did it and every
// letter of what it says, so that the same one has the same name.
func nameless(actor string, body []byte) string {
	sum := sha256.Sum256(body)
	actor, _, _ = strings.Cut(actor, "#")
	return actor + "#nameless-" + hex.EncodeToString(sum[:16])
}

// visibilityOfActivity takes the object's addressing when the activity has none of its own.
func visibilityOfActivity(a *Activity) Visibility {
	if o := a.Object(); len(a.To)+len(a.CC) == 0 {
		return VisibilityOf(o.To, o.CC, "")
	}
	return VisibilityOf(a.To, a.CC, "")
}

// reduced is what may be believed of another host's object on a stranger's word: that it is spoken of.
func (o Object) reduced() Object {
	return Object{ID: o.ID, Type: o.Type, Reference: true, Actor: o.Actor, Object: o.Object, ObjectType: o.ObjectType}
}

func foreign(at string) *fault.Error {
	return invalid(at, "En server får bara tala för sig själv, och det här hör till en annan.",
		"A server may speak only for itself, and this belongs to another.")
}

// checkClaims checks who may say what, activity by activity.
func (n node) checkClaims(a *Activity) {
	r := n.r
	if len(a.Objects) == 0 {
		n.wrong("object")
		return
	}
	for i, o := range a.Objects {
		anonymous := o.ID == "" && (a.Type == Undo || a.Type == Accept || a.Type == Reject) // "the follow of yours", without its address
		if !anonymous && !r.rules.address(o.ID) {
			n.needAddress("object", o.ID)
			return
		}
		if i > 0 && a.Type != Flag {
			n.wrong("object")
			return
		}
	}
	o := a.Object()
	switch a.Type {
	case Create, Update:
		switch {
		case !SameHost(o.ID, a.Actor):
			r.fail(foreign("/object/id"))
		case len(o.AttributedTo) > 0 && !anyOnHost(o.AttributedTo, a.Actor):
			r.fail(foreign("/object/attributedTo"))
		case IsActor(o.Type) && a.Type == Update && o.Type != Group && o.ID != a.Actor:
			r.fail(foreign("/object/id"))
		}
	case Delete:
		if !SameHost(o.ID, a.Actor) {
			r.fail(foreign("/object"))
		}
	case Undo:
		if o.ID != "" && !SameHost(o.ID, a.Actor) || o.Actor != "" && o.Actor != a.Actor || o.ID == "" && o.Actor == "" {
			r.fail(foreign("/object"))
		}
	case Accept, Reject:
		if o.Object != "" && o.Object != a.Actor || o.ID == "" && o.Actor == "" {
			r.fail(foreign("/object"))
		}
	case Move:
		if o.ID != a.Actor {
			r.fail(foreign("/object"))
		}
		n.needAddress("target", a.Target)
	}
}
