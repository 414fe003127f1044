package nametag

import "tilltal/check/prose"

// Marked makes an example of a text and what stands where in it: at are the bytes at which marked words begin, and marks what
// they name: PER, LOC, ORG, MISC, or "" for nothing.
func Marked(text string, at []int, marks []string) Example {
	e := Example{Text: prose.Read(text)}
	e.Gold = make([]Kind, len(e.Text.Words))
	next := 0
	for i, w := range e.Text.Words {
		for next+1 < len(at) && at[next+1] <= w.Start {
			next++
		}
		// a word of ours may be several of theirs: Expressen/Anna
		for j := next; j < len(at) && at[j] < w.End; j++ {
			if k := named[marks[j]]; k != None && (e.Gold[i] == None || k == Person) {
				e.Gold[i] = k
			}
		}
	}
	return e
}

var named = map[string]Kind{"PER": Person, "LOC": Place, "ORG": Organisation, "MISC": Other}
