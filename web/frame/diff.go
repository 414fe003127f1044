package frame

import "unicode"

// mostWords is how many words of each version are compared word by word; what is longer is shown as one removal and one
// addition, so that a hostile length costs nothing.
const mostWords = 2000

// DiffWords compares two versions word by word. Leaving out what was added gives before, byte for byte, and leaving out what
// was removed gives after.
func DiffWords(before, after string) []DiffPart {
	a, b := words(before), words(after)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var d diffing
	d.add(Same, a[:head]...)
	d.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	d.add(Same, a[len(a)-tail:]...)
	return d.parts
}

type diffing struct{ parts []DiffPart }

// add joins a stretch to the one before when they are of one kind.
func (d *diffing) add(how Change, ws ...string) {
	for _, w := range ws {
		if n := len(d.parts); n > 0 && d.parts[n-1].How == how {
			d.parts[n-1].Text += w
		} else {
			d.parts = append(d.parts, DiffPart{Text: w, How: how})
		}
	}
}

// middle finds the longest common run of words in order, and shows the rest as removed and added.
func (d *diffing) middle(a, b []string) {
	if len(a) == 0 || len(b) == 0 || len(a) > mostWords || len(b) > mostWords {
		d.add(Removed, a...)
		d.add(Added, b...)
		return
	}
	common := table(a, b)
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			d.add(Same, a[i])
			i, j = i+1, j+1
		case common[i+1][j] >= common[i][j+1]:
			d.add(Removed, a[i])
			i++
		default:
			d.add(Added, b[j])
			j++
		}
	}
	d.add(Removed, a[i:]...)
	d.add(Added, b[j:]...)
}

// table holds, for every pair of remainders, how many words they have in common in order.
func table(a, b []string) [][]int16 {
	t := make([][]int16, len(a)+1)
	for i := range t {
		t[i] = make([]int16, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				t[i][j] = t[i+1][j+1] + 1
			} else {
				t[i][j] = max(t[i+1][j], t[i][j+1])
			}
		}
	}
	return t
}

// words cuts a text into words, each with the space that follows it. Joined they are the text.
func words(s string) []string {
	var out []string
	start, space := 0, false
	for i, r := range s {
		if now := unicode.IsSpace(r); now != space {
			if space {
				out = append(out, s[start:i])
				start = i
			}
			space = now
		}
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}
