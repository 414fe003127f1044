// Package corpus makes posts to measure the tone check on: ordinary ones, as different people at Swedish authorities write them,
// and ones with what JO has criticised. Each author is a generator of her own, with her own words and habits; the same seed
// gives the same posts. The authors are parted in two halves. The first may be looked at when the check is changed, the second
// only counted: what is measured was not tuned on.
package corpus

import (
	"math/rand/v2"
	"strings"
)

// Post is one made post.
type Post struct {
	Text    string
	Author  string
	Profile string // the tone profile of the account
	Rule    string // what JO would have asked about; "" for an ordinary post
	Held    bool   // of the half that is only counted
}

// author writes posts: sentences with slots in braces, filled from lists.
type author struct {
	name, profile string
	held          bool
	rule          string
	posts         []string
	slots         map[string]string // choices divided by "|"
}

// each is how many posts an author writes.
const each = 40

// Ordinary returns ordinary posts: warm, dry, funny, hurried. None of them should get more than advice.
func Ordinary() []Post { return append(write(ordinary), signed(readOrdinary)...) }

// Criticised returns posts with what JO has criticised.
func Criticised() []Post { return append(write(criticised), signed(readCriticised)...) }

// signed gives posts that no generator made their author.
func signed(posts []Post) []Post {
	out := append([]Post(nil), posts...)
	for i := range out {
		out[i].Author = "the reader of JO's decisions"
	}
	return out
}

func write(authors []author) (out []Post) {
	for i, a := range authors {
		r := rand.New(rand.NewPCG(4, uint64(i)))
		seen := map[string]bool{}
		for tries := 0; len(seen) < each && tries < each*50; tries++ {
			text := a.fill(r, a.posts[tries%len(a.posts)])
			if seen[text] {
				continue
			}
			seen[text] = true
			out = append(out, Post{Text: text, Author: a.name, Profile: a.profile, Rule: a.rule, Held: a.held})
		}
	}
	return out
}

// fill puts words in the slots; a slot's words may have slots.
func (a author) fill(r *rand.Rand, s string) string {
	for range 20 {
		open := strings.IndexByte(s, '{')
		end := strings.IndexByte(s, '}')
		if open < 0 || end < open {
			return s
		}
		choices, ok := a.slots[s[open+1:end]]
		if !ok {
			choices = common[s[open+1:end]]
		}
		list := strings.Split(choices, "|")
		s = s[:open] + list[r.IntN(len(list))] + s[end+1:]
	}
	return s
}

var common = map[string]string{
	"place": "Stadsparken|Västermalm|Norra hamnen|Kvarngärdet|Björkskolan|Lillån|Stortorget|Ekbacken|Råneå|Mariehem|Sjövägen",
	"day":   "i dag|i morgon|på torsdag|i helgen|på måndag|i kväll|nästa vecka",
	"time":  "klockan 10|efter lunch|mellan 9 och 14|klockan 18.30|redan klockan 7",
	"hej":   "Hej!|God morgon!|Hej på er!|Hallå där!|Trevlig fredag!|",
	"bye":   "Vi ses!|Ha det fint!|Varmt välkomna!|Kram från oss|Tack för att ni läser!|",
	"smile": "😊|☀️|🎉|❤️|😄|🙌|",
}
