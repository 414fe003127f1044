package markup

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// Linker knows where our hashtags and other people live. Either may be nil, and either may answer nothing: then the word is
// written without a link.
type Linker struct {
	Hashtag func(tag string) string          // tag without #, as it was written
	Mention func(handle, host string) string // of @handle@host
}

// Span is where something stands in a text, in bytes: text[Start:End].
type Span struct{ Start, End int }

// Found is a hashtag, a mention or a link in a text.
type Found struct {
	Span
	Text string // as written: #växjö, @anna@social.example, https://…
	Name string // växjö; anna; empty for a link
	Host string // social.example; empty for others
	Href string // where it leads; empty when it is not linked
}

// Published is our own text made ready to send.
type Published struct {
	HTML     string
	Hashtags []Found
	Mentions []Found
	Links    []Found
}

// Publish turns a text an officer wrote into HTML that other servers show: an empty line makes a paragraph, a line break a
// line, and addresses, #hashtags and @handle@host become links. Every character of the text is there, and nothing in it is
// taken for markup.
func Publish(text string, linker Linker) Published {
	p := publisher{text: text, linker: linker}
	text = strings.TrimRight(text, " \t\r\n")
	start := 0
	for start < len(text) {
		end, next := paragraph(text, start)
		end = start + len(strings.TrimRight(text[start:end], " \t\r\n"))
		start = end - len(strings.TrimLeft(text[start:end], "\r\n"))
		if start < end {
			p.b.WriteString("<p>")
			p.inline(start, end)
			p.b.WriteString("</p>")
		}
		start = next
	}
	p.found.HTML = p.b.String()
	return p.found
}

// paragraph finds where the paragraph that starts at start ends, and where the next begins: after a line with nothing on it.
func paragraph(text string, start int) (end, next int) {
	for i := start; i < len(text); {
		line := strings.IndexByte(text[i:], '\n')
		if line < 0 {
			return len(text), len(text)
		}
		i += line + 1
		blank := i
		for {
			line = strings.IndexByte(text[i:], '\n')
			if line < 0 || strings.TrimSpace(text[i:i+line]) != "" {
				break
			}
			i += line + 1
		}
		if i > blank {
			return blank - 1, i
		}
	}
	return len(text), len(text)
}

type publisher struct {
	text   string
	linker Linker
	b      strings.Builder
	found  Published
}

// inline writes one paragraph.
func (p *publisher) inline(start, end int) {
	plain := start // what has not been written yet
	flush := func(to int) {
		p.b.WriteString(lines(p.text[plain:to]))
		plain = to
	}
	for i := start; i < end; {
		if f, kind := p.at(i, start, end); kind != nil {
			flush(i)
			*kind = append(*kind, f)
			p.write(f)
			plain = f.End
			i = f.End
			continue
		}
		_, n := utf8.DecodeRuneInString(p.text[i:end])
		i += n
	}
	flush(end)
}

// at recognises what begins at i, and which list it belongs to.
func (p *publisher) at(i, start, end int) (Found, *[]Found) {
	c := p.text[i]
	if c != '#' && c != '@' && c != 'h' && c != 'H' {
		return Found{}, nil
	}
	before, _ := utf8.DecodeLastRuneInString(p.text[start:i])
	if i > start && (word(before) || strings.ContainsRune("/@#&=", before)) {
		return Found{}, nil
	}
	rest := p.text[i:end]
	switch c {
	case '#':
		if n := hashtag(rest); n > 0 {
			f := Found{Span: Span{i, i + n}, Text: rest[:n], Name: rest[1:n]}
			if p.linker.Hashtag != nil {
				f.Href = safeHref(p.linker.Hashtag(f.Name))
			}
			return f, &p.found.Hashtags
		}
	case '@':
		if handle, host := mention(rest); host != "" {
			n := len(handle) + len(host) + 2
			f := Found{Span: Span{i, i + n}, Text: rest[:n], Name: handle, Host: host}
			if p.linker.Mention != nil {
				f.Href = safeHref(p.linker.Mention(handle, host))
			}
			return f, &p.found.Mentions
		}
	default:
		if n, href := address(rest); n > 0 {
			return Found{Span: Span{i, i + n}, Text: rest[:n], Href: href}, &p.found.Links
		}
	}
	return Found{}, nil
}

// write writes what was found in the form the fediverse knows (as Mastodon writes it, so that its apps recognise it).
func (p *publisher) write(f Found) {
	text := html.EscapeString(f.Text)
	if f.Href == "" {
		p.b.WriteString(text)
		return
	}
	href := html.EscapeString(f.Href)
	switch {
	case f.Host != "":
		p.b.WriteString(`<span class="h-card"><a href="` + href + `" class="u-url mention" rel="` + rel + `">@<span>` + html.EscapeString(f.Name) + `</span></a></span>`)
	case f.Name != "":
		p.b.WriteString(`<a href="` + href + `" class="mention hashtag" rel="` + rel + `">#<span>` + html.EscapeString(f.Name) + `</span></a>`)
	default:
		p.b.WriteString(`<a href="` + href + `" rel="` + rel + `">` + text + `</a>`)
	}
}

// lines escapes text and makes line breaks visible.
func lines(s string) string {
	s = html.EscapeString(strings.ReplaceAll(s, "\r\n", "\n"))
	return strings.ReplaceAll(s, "\n", "<br>")
}

func word(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// hashtag returns the length of a hashtag: letters, digits and underscores, not digits alone.
func hashtag(s string) int {
	n, letter := 1, false
	for _, r := range s[1:] {
		if !word(r) {
			break
		}
		letter = letter || unicode.IsLetter(r)
		n += utf8.RuneLen(r)
	}
	if !letter {
		return 0
	}
	return n
}

// mention splits @handle@host; host is empty when it is none.
func mention(s string) (handle, host string) {
	handle, rest, ok := strings.Cut(s[1:], "@")
	if !ok || handle == "" || strings.Trim(handle, "._-") != handle || strings.IndexFunc(handle, func(r rune) bool {
		return r >= 0x80 || !word(r) && r != '.' && r != '-'
	}) >= 0 {
		return "", ""
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return !word(r) && r != '.' && r != '-' && r != ':' })
	if end < 0 {
		end = len(rest)
	}
	host = strings.TrimRight(rest[:end], ".-:_")
	if !strings.Contains(strings.Trim(host, "."), ".") {
		return "", ""
	}
	u, err := url.Parse("https://" + host + "/")
	if err != nil || u.Host != host || strings.Contains(host, "..") || host[0] == '.' {
		return "", ""
	}
	return handle, host
}

// address returns the length of an address of the web and the address as a link needs it. Punctuation at the end belongs to the
// sentence, and so does a closing bracket that was not opened within.
func address(s string) (n int, href string) {
	lower := strings.ToLower(s[:min(len(s), len("https://"))])
	if !strings.HasPrefix(lower, "http://") && !strings.HasPrefix(lower, "https://") {
		return 0, ""
	}
	n = strings.IndexFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("<>\"`{}|\\^“”«»", r) || r == utf8.RuneError
	})
	if n < 0 {
		n = len(s)
	}
	if n > maxAddress {
		return 0, ""
	}
	for n > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:n])
		open, closes := brackets[r]
		if !strings.ContainsRune(".,;:!?'’…*", r) && (!closes || strings.Count(s[:n], string(open)) >= strings.Count(s[:n], string(r))) {
			break
		}
		n -= size
	}
	if href = safeHref(s[:n]); href == "" {
		return 0, ""
	}
	return n, href
}

// maxAddress is the longest address that becomes a link, in bytes.
const maxAddress = 2048

var brackets = map[rune]rune{')': '(', ']': '['}
