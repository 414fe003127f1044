// Package push sends short messages to a browser that has asked for them (Web Push): sealed so that only that browser can read
// them (RFC 8291), signed so that its push service knows who sends (VAPID, RFC 8292). The service itself sees when somebody is
// told something, and how often; never what. The addresses come from browsers, so they are asked through base/fetch, which
// never dials into the authority's own network.
package push

import (
	"bytes"
	"context"
	"crypto/ecdh"
	"encoding/base64"
	"io"
	"net/http"
	"net/url"
	"time"

	webpush "github.com/SherClockHolmes/webpush-go"

	"tilltal/base/fault"
	"tilltal/base/fetch"
	"tilltal/base/lingo"
)

// Keys are what we sign with: a private key of P-256 and the public one that browsers are shown, in base64url.
type Keys struct{ Private, Public string }

// NewKeys makes a pair. It is made once for an installation: browsers that subscribed under another must do so anew.
func NewKeys() (Keys, error) {
	private, public, err := webpush.GenerateVAPIDKeys()
	return Keys{private, public}, err
}

// Subscription is one browser that has asked to be told.
type Subscription struct {
	Endpoint string // where its push service takes messages for it
	Public   string // p256dh: the browser's key, in base64url
	Auth     string // the secret that it shares with us, in base64url
}

// MaxMessage is how much one message may hold, in bytes.
const MaxMessage = 3000

// Check returns nil when the subscription has the form of one. The fault is Invalid.
func (s Subscription) Check() error {
	u, err := url.Parse(s.Endpoint)
	if err != nil || u.Host == "" || u.User != nil || len(s.Endpoint) > 1000 || u.Scheme != "https" && u.Scheme != "http" {
		return badSubscription.Because(err)
	}
	key, err := base64.RawURLEncoding.DecodeString(s.Public)
	if err == nil {
		_, err = ecdh.P256().NewPublicKey(key)
	}
	if err != nil {
		return badSubscription.Because(err)
	}
	auth, err := base64.RawURLEncoding.DecodeString(s.Auth)
	if err != nil || len(auth) != 16 {
		return badSubscription.Because(err)
	}
	return nil
}

// Sender sends to browsers. It is safe to use from many goroutines.
type Sender struct {
	client  *fetch.Client
	contact string
}

// New makes a Sender that asks through a client. Base is the square's address, where a push service may turn to those who send.
func New(client *fetch.Client, base string) *Sender { return &Sender{client, contact(base)} }

// contact is whom a push service may turn to: an https address, or a mail address where the square has none, as on a machine
// where it is tried out. Services refuse what is neither (RFC 8292 2.1).
func contact(base string) string {
	u, err := url.Parse(base)
	if err != nil || u.Scheme == "https" || u.Hostname() == "" {
		return base
	}
	return "postmaster@" + u.Hostname()
}

// Message is what a browser is told.
type Message struct {
	Body   []byte
	Topic  string        // a later message of the same topic takes the place of one that waits; 32 of A–Z a–z 0–9 - _
	TTL    time.Duration // how long the service keeps it for a browser that is asleep
	Urgent bool
}

// Send sends a message to one browser. A fault of kind Gone says that the browser has left: forget the subscription. Kind
// Invalid and Forbidden will be the same next time; TooSoon and Unreachable may not.
func (s *Sender) Send(ctx context.Context, k Keys, to Subscription, m Message) error {
	if len(m.Body) > MaxMessage {
		return fault.New(fault.TooLarge, lingo.T("Meddelandet är för långt.", "The message is too long."))
	}
	if err := to.Check(); err != nil {
		return err
	}
	urgency := webpush.UrgencyNormal
	if m.Urgent {
		urgency = webpush.UrgencyHigh
	}
	answer, err := webpush.SendNotificationWithContext(ctx, m.Body, &webpush.Subscription{Endpoint: to.Endpoint, Keys: webpush.Keys{Auth: to.Auth, P256dh: to.Public}},
		&webpush.Options{HTTPClient: guarded{s.client}, Subscriber: s.contact, Topic: m.Topic, TTL: int(m.TTL / time.Second), Urgency: urgency,
			VAPIDPublicKey: k.Public, VAPIDPrivateKey: k.Private})
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	return sorted(answer.StatusCode)
}

// sorted says what an answer means, as RFC 8030 has it.
func sorted(status int) error {
	switch {
	case status >= 200 && status < 300:
		return nil
	case status == http.StatusNotFound || status == http.StatusGone:
		return gone
	case status == http.StatusTooManyRequests:
		return busy
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		return refused
	case status >= 500:
		return away
	}
	return notTaken
}

// guarded lets the library's requests leave through base/fetch.
type guarded struct{ client *fetch.Client }

// Do sends a request that the library has made.
func (g guarded) Do(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	answer, err := g.client.Post(r.Context(), r.URL.String(), r.Header.Get("Content-Type"), body, func(out *http.Request) error {
		for name, values := range r.Header {
			out.Header[name] = values
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return &http.Response{StatusCode: answer.Status, Header: answer.Header, Body: io.NopCloser(bytes.NewReader(answer.Body)), Request: r}, nil
}

var (
	badSubscription = fault.New(fault.Invalid, lingo.T("Webbläsarens uppgifter går inte att läsa.", "What the browser sent cannot be read.")).
			Try(lingo.T("Slå av och på notiser i den här webbläsaren.", "Turn notifications off and on in this browser."))
	gone     = fault.New(fault.Gone, lingo.T("Webbläsaren tar inte emot notiser längre. Vi har glömt den.", "The browser takes no more notifications. We have forgotten it."))
	busy     = fault.New(fault.TooSoon, lingo.T("Webbläsarens notistjänst ber oss vänta.", "The browser's push service asks us to wait.")).Wait(time.Minute)
	refused  = fault.New(fault.Forbidden, lingo.T("Webbläsarens notistjänst känner inte igen oss. Slå av och på notiser i den webbläsaren.", "The browser's push service does not recognise us. Turn notifications off and on in that browser."))
	away     = fault.New(fault.Unreachable, lingo.T("Webbläsarens notistjänst svarar inte just nu.", "The browser's push service does not answer right now."))
	notTaken = fault.New(fault.Invalid, lingo.T("Webbläsarens notistjänst tar inte emot meddelandet.", "The browser's push service does not take the message."))
)
