package inbox

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"tilltal/base/fault"
	"tilltal/base/ident"
	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/publish"
)

// Question (fråga) is what a citizen sends through a form on the square. She needs no account anywhere, and no name.
type Question struct {
	Account  string
	Post     string // id of the post it is about; "" for none
	Kind     string // KindQuestion, KindError or KindAlike
	Link     string // for KindAlike: where the account is that looks like ours
	Name     string // as she wants to be called; optional
	Contact  string // how she can be reached; optional, kept apart, seen only at the desk
	Text     string
	Language string // of the page she wrote on
}

// Limits of the form, in characters.
const (
	MaxQuestion = 10000
	MaxName     = 100
	MaxContact  = 200
	MaxLink     = 500
)

// form is a question as its envelope carries it.
type form struct {
	Text     string `json:"text"`
	Name     string `json:"name,omitempty"`
	Post     string `json:"post,omitempty"`
	Link     string `json:"link,omitempty"`
	Kind     string `json:"kind"`
	Language string `json:"language,omitempty"`
}

// Ask takes a question or an error report from a form on the square, and returns the secret of its receipt: with it the
// citizen can come back and read the answer. We keep only a hash of it.
//
// Errors: a fault.List that points at the fields text, name and contact; fault.Gone when the account is closed;
// fault.Unreachable when it cannot be stored now.
func (r *Room) Ask(ctx context.Context, q Question) (secret string, err error) {
	a, err := r.store.Account(ctx, q.Account)
	if err != nil {
		return "", err
	}
	if !a.ClosedAt.IsZero() {
		return "", fault.New(fault.Gone, lingo.T("Kontot %s är stängt och svarar inte längre.", "The account %s is closed and no longer answers.").Put(a.Name))
	}
	secret = ident.Secret(16)
	change, err := decideQuestion(q, secret, r.clock.Now())
	if err != nil {
		return "", err
	}
	_, err = r.store.Commit(ctx, change)
	return secret, err
}

func decideQuestion(q Question, secret string, now time.Time) (desk.Change, error) {
	q.Text, q.Name, q.Contact = strings.TrimSpace(q.Text), strings.TrimSpace(q.Name), strings.TrimSpace(q.Contact)
	if q.Link = strings.TrimSpace(q.Link); q.Kind != KindError && q.Kind != KindAlike {
		q.Kind = KindQuestion
	}
	if err := q.wrong().OrNil(); err != nil {
		return desk.Change{}, err
	}
	body, err := json.Marshal(form{Text: q.Text, Name: q.Name, Post: q.Post, Kind: q.Kind, Link: q.Link, Language: q.Language})
	if err != nil {
		return desk.Change{}, err
	}
	e := Envelope{Channel: ChannelSquare, Remote: ident.New(now), Account: q.Account, Kind: q.Kind, Body: body}
	id := EnvelopeID(e.Channel, e.Remote)
	facts := []any{Slip{ID: ident.New(now), Envelope: id, Hash: slipHash(secret), At: now}}
	if q.Contact != "" {
		facts = append(facts, Contact{ID: ident.New(now), Envelope: id, Words: q.Contact, At: now})
	}
	return decideArrival(e, now, facts...)
}

// Check returns what must be mended before the question can be sent: a fault.List that points at the fields text, name,
// contact, link and post. [Room.Ask] asks the same; a form asks first, so that nobody proves twice that she is human.
func (q Question) Check() error {
	q.Text, q.Name, q.Contact = strings.TrimSpace(q.Text), strings.TrimSpace(q.Name), strings.TrimSpace(q.Contact)
	q.Link = strings.TrimSpace(q.Link)
	return q.wrong().OrNil()
}

func (q Question) wrong() (wrong fault.List) {
	if q.Kind == KindAlike && !followable(q.Link) {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Skriv adressen till kontot, till exempel https://exempel.se/konto.",
			"Write the address of the account, for example https://example.se/account.")).At("link"))
	}
	if q.Text == "" && q.Kind != KindAlike {
		say := lingo.T("Skriv vad du undrar.", "Write what you wonder.")
		if q.Kind == KindError {
			say = lingo.T("Skriv vad som är fel.", "Write what is wrong.")
		}
		wrong = append(wrong, fault.New(fault.Invalid, say).At("text"))
	}
	for _, f := range []struct {
		field, words string
		most         int
	}{{"text", q.Text, MaxQuestion}, {"name", q.Name, MaxName}, {"contact", q.Contact, MaxContact}} {
		if n := utf8.RuneCountInString(f.words); n > f.most {
			wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Skriv kortare: %d tecken får plats, du har %d.",
				"Write less: there is room for %d characters, you have %d.").Put(f.most, n)).At(f.field))
		}
	}
	if q.Post != "" && !ident.Valid(q.Post) {
		wrong = append(wrong, fault.New(fault.Invalid, lingo.T("Vi hittar inte inlägget du skriver om.", "We cannot find the post you write about.")).At("post"))
	}
	return wrong
}

// followable reports whether a text is an address on the web. Nobody follows it but a colleague who decides to.
func followable(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && utf8.RuneCountInString(s) <= MaxLink && !strings.ContainsFunc(s, unicode.IsControl)
}

// slipHash is what is kept of a secret. The secret has 128 bits of chance in it, so a plain hash gives nothing away.
func slipHash(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// FormReader reads what the forms on the square have sent.
type FormReader struct{}

// Read reads one form. The error says that the envelope was not written by [Room.Ask].
func (FormReader) Read(e Envelope) (Message, error) {
	var f form
	if err := json.Unmarshal(e.Body, &f); err != nil {
		return Message{}, fault.New(fault.Invalid, lingo.T("Formuläret går inte att läsa.", "The form cannot be read.")).Because(err)
	}
	if f.Kind == KindAlike {
		f.Text = strings.TrimSpace(f.Link + "\n\n" + f.Text)
	}
	if f.Text == "" || (f.Kind != KindQuestion && f.Kind != KindError && f.Kind != KindAlike) {
		return Message{}, fault.New(fault.Invalid, lingo.T("Formuläret är tomt.", "The form is empty."))
	}
	return Message{Kind: MessageSaid, Remote: e.Remote, AuthorName: f.Name, Text: f.Text, Language: f.Language, Visibility: Direct,
		At: e.At, About: f.Kind, Post: f.Post}, nil
}

// Followup (uppföljning) is what a citizen sees who comes back with her receipt.
type Followup struct {
	Account string
	Kind    string // KindQuestion, KindError or KindAlike
	Text    string // what she asked
	AskedAt time.Time
	Sorted  bool      // it lies in the inbox; false for the first moments
	Due     time.Time // when she has been promised an answer; zero when none is waited for
	Answers []Turn    // ours; one with DeletedAt was withdrawn and shows nothing of its text
	Outcome string    // how it was closed; "" while it is open
}

// Followup returns what has become of a question. Errors: fault.NotFound for a secret we do not know.
func (r *Room) Followup(ctx context.Context, secret string) (Followup, error) {
	e, conversation, err := r.store.Slip(ctx, slipHash(secret))
	if err != nil {
		return Followup{}, err
	}
	m, err := FormReader{}.Read(e)
	if err != nil {
		return Followup{}, err
	}
	f := Followup{Account: e.Account, Kind: m.About, Text: m.Text, AskedAt: e.At}
	if conversation == "" {
		return f, nil
	}
	c, err := r.store.Conversation(ctx, conversation)
	if err != nil {
		return Followup{}, err
	}
	f.Sorted, f.Due = true, c.Due
	if c.Closure != nil {
		f.Outcome = c.Closure.Outcome
	}
	f.Answers, err = r.store.Answered(ctx, conversation)
	for i, a := range f.Answers {
		f.Answers[i].By, f.Answers[i].Curator = "", publish.Signature{} // the name as she signed is enough
		if !a.DeletedAt.IsZero() {
			f.Answers[i].Text, f.Answers[i].HTML = "", ""
		}
	}
	return f, err
}
