package hall

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"strings"

	"tilltal/base/lingo"
	"tilltal/web/visit"
)

// wordCookie carries a word from a form to the page that follows it.
const wordCookie = "besked"

// The longest word that is carried, in bytes, and for how many seconds: longer than any redirect takes.
const (
	longestWord = 1000
	wordLasts   = 60
)

// Tell leaves a word for the next page to show once: "Sparat." It is signed with the session's secret, so that nobody else
// can put words in our mouth.
func Tell(v *visit.Visit, word lingo.Text) {
	said := v.Say(word)
	if said == "" || len(said) > longestWord {
		return
	}
	keep(v, wordCookie, encode([]byte(said))+"."+encode(sign(v, said)), wordLasts)
}

// See leaves a word and sends the visitor on to the page that shows it (303): how every form that succeeded ends.
func See(v *visit.Visit, path string, word lingo.Text) error {
	Tell(v, word)
	return v.See(path)
}

// takeWord returns the word that was left for this page, "" when there is none, and forgets it. A part of a page takes
// nothing: the word waits for a whole one.
func takeWord(v *visit.Visit) string {
	c, err := v.R.Cookie(wordCookie)
	if err != nil || v.Parts() {
		return ""
	}
	keep(v, wordCookie, "", -1)
	text, mac, _ := strings.Cut(c.Value, ".")
	said, err1 := base64.RawURLEncoding.DecodeString(text)
	by, err2 := base64.RawURLEncoding.DecodeString(mac)
	if err1 != nil || err2 != nil || !hmac.Equal(by, sign(v, string(said))) {
		return ""
	}
	return string(said)
}

func sign(v *visit.Visit, said string) []byte {
	m := hmac.New(sha256.New, []byte("word:"+v.Secret))
	m.Write([]byte(said))
	return m.Sum(nil)
}

func encode(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }
