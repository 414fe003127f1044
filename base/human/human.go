// Package human asks whoever writes from outside a question that a person answers without thinking: what is three plus four,
// which of these words is a season. The citizen needs no account, no cookie, no JavaScript, no picture to squint at and no
// large company that looks on. The question can be heard by a screen reader and answered with words or digits, misspelt or
// not.
//
// It stops the robots that fill every form they find, not one that is built for us: that is what throttling and moderation
// are for. One question is good for one try, between two seconds and two hours after it was asked. Nothing is kept for a
// question until it is answered: what was asked follows from the token, and only who has the key can tell.
package human

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// The names of the form fields. Honeypot is hidden from people and tempting to robots: it must come back empty.
const (
	TokenField    = "fraga"
	AnswerField   = "svar"
	HoneypotField = "webbplats"
)

// How old a question may be when it is answered. Nobody reads and types in less than TooFast.
const (
	TooFast = 2 * time.Second
	TooOld  = 2 * time.Hour
)

// Challenge is a question to put into a form, with the token that goes in a hidden field beside it.
type Challenge struct {
	Token    string
	Question lingo.Text
}

// Hint stands under the question.
var Hint = lingo.T("Vi frågar för att hålla robotar borta. Svara med ett ord eller en siffra.",
	"We ask to keep robots out. Answer with a word or a number.")

// Spent remembers which tokens have been used.
type Spent interface {
	// Spend marks a token as used, and reports whether it was fresh: false means that it had been used before. The mark may
	// be forgotten after until. Two calls at once with the same token must not both be told that it was fresh.
	Spend(ctx context.Context, token string, until time.Time) (fresh bool, err error)
}

// Guard asks and checks. Make one with [NewGuard].
type Guard struct {
	key   []byte
	spent Spent
}

// NewGuard returns a guard with a secret key, which should be 32 random bytes and the same on every server of the house.
func NewGuard(key []byte, spent Spent) *Guard { return &Guard{key: key, spent: spent} }

const (
	nonceSize = 16
	stampSize = 8
	macSize   = sha256.Size
)

// New asks a fresh question. The text is in both languages, and an answer in either will do.
func (g *Guard) New(now time.Time) Challenge {
	body := make([]byte, nonceSize+stampSize, nonceSize+stampSize+macSize)
	rand.Read(body[:nonceSize]) // never fails: crypto/rand ends the program instead
	binary.BigEndian.PutUint64(body[nonceSize:], uint64(now.UnixMilli()))
	question := g.question(body)
	return Challenge{Token: base64.RawURLEncoding.EncodeToString(append(body, g.mac("token", body)...)), Question: question.text}
}

// Keep returns the challenge that a token came from, so that a form with something else to mend can ask the same question
// again. ok is false for a token that is not ours or has grown too old; whether it was used is found by Check.
func (g *Guard) Keep(token string, now time.Time) (c Challenge, ok bool) {
	body, ok := g.open(token)
	if !ok || now.Sub(asked(body)) > TooOld-TooOld/4 {
		return Challenge{}, false
	}
	return Challenge{Token: token, Question: g.question(body).text}, true
}

func asked(body []byte) time.Time {
	return time.UnixMilli(int64(binary.BigEndian.Uint64(body[nonceSize:])))
}

// Check returns nil for an answer that a person could have given. Any other outcome is an Invalid fault that points at
// AnswerField and asks for another try with a fresh question; or Unreachable when the spent tokens cannot be asked.
//
// A token is good for one try, right or wrong. So check the rest of the form first, and the human last: who has mistyped an
// address should not have to answer twice.
func (g *Guard) Check(ctx context.Context, token, answer, honeypot string, now time.Time) error {
	if honeypot != "" {
		return again(lingo.T("Lämna fältet för webbplats tomt. Svara sedan på den nya frågan.",
			"Leave the field for a website empty. Then answer the new question."))
	}
	body, ok := g.open(token)
	if !ok {
		return again(lingo.T("Frågan gick inte att läsa. Svara på den nya frågan.", "The question could not be read. Answer the new question."))
	}
	switch age := now.Sub(asked(body)); {
	case age < TooFast:
		return again(lingo.T("Det gick lite för fort för oss. Svara på den nya frågan.", "That was a little too quick for us. Answer the new question."))
	case age > TooOld:
		return again(lingo.T("Frågan hann bli för gammal. Svara på den nya frågan.", "The question has grown too old. Answer the new question."))
	}
	fresh, err := g.spent.Spend(ctx, base64.RawURLEncoding.EncodeToString(body[:nonceSize]), asked(body).Add(TooOld))
	if err != nil {
		return fault.New(fault.Unreachable, lingo.T("Vi kan inte ta emot just nu. Försök igen om en stund.",
			"We cannot take this right now. Try again in a while.")).Because(err)
	}
	if !fresh {
		return again(lingo.T("Den frågan är redan besvarad. Svara på den nya frågan.", "That question has been answered already. Answer the new question."))
	}
	if !g.question(body).accepts(answer) {
		return again(lingo.T("Svaret stämde inte. Svara på den nya frågan.", "The answer was not right. Answer the new question."))
	}
	return nil
}

// open returns what stands before the signature of a token that we made.
func (g *Guard) open(token string) ([]byte, bool) {
	if len(token) > 128 {
		return nil, false
	}
	raw, err := base64.RawURLEncoding.Strict().DecodeString(token)
	if err != nil || strings.ContainsAny(token, "\r\n") || // which the decoder passes over
		len(raw) != nonceSize+stampSize+macSize {
		return nil, false
	}
	body, mac := raw[:nonceSize+stampSize], raw[nonceSize+stampSize:]
	return body, hmac.Equal(mac, g.mac("token", body))
}

// question returns what was asked under a token. It follows from the nonce and the key: reading the source does not help.
func (g *Guard) question(body []byte) question {
	return ask([sha256.Size]byte(g.mac("question", body[:nonceSize])))
}

func (g *Guard) mac(purpose string, body []byte) []byte {
	m := hmac.New(sha256.New, g.key)
	m.Write([]byte("tilltal human " + purpose + "\x00"))
	m.Write(body)
	return m.Sum(nil)
}

func again(say lingo.Text) error { return fault.New(fault.Invalid, say).At(AnswerField) }
