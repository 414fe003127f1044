// Package markup makes text safe to show, both ways. What a citizen wrote on another server comes as HTML that anybody may have
// put together; what an officer writes leaves as HTML that other servers must understand.
//
// The record keeps every text exactly as it came: it is evidence. Only what is shown is cleaned, each time it is shown or once
// beside the original. Nothing a stranger writes may run, look like the desk's own buttons, turn the reading direction of the
// line, or hide words from the officer who reads it.
//
//   - [Clean]: a stranger's HTML → HTML of a dozen harmless elements, always balanced
//   - [Plain]: a stranger's HTML → text, for search, for lists and for the checks
//   - [Visible]: any text → the same text without invisible or direction-turning characters
//   - [Publish]: our own text → HTML with paragraphs and links, and what hashtags and mentions it has
package markup

import (
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/idna"
)

// elements are what may be shown. Pictures, tables, headings and forms may not: a comment is text.
var elements = []string{"p", "br", "a", "span", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "del"}

// classes are the ones that servers of the fediverse use to mark mentions, hashtags and shortened links, and that our own style
// sheet knows. Any other class could dress a comment up as something of ours.
var classes = regexp.MustCompile(`^(?:mention|hashtag|h-card|u-url|invisible|ellipsis)(?: (?:mention|hashtag|h-card|u-url|invisible|ellipsis))*$`)

// rel goes on every link that leads out: no vote of confidence to search engines, no handle to our window, no address of the
// desk's pages to the stranger's server.
const rel = "nofollow noopener noreferrer"

// maxDepth is how deep elements may nest. Deeper ones lose their tags and keep their text.
const maxDepth = 24

var policy = func() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements(elements...)
	p.AllowAttrs("href").OnElements("a")
	p.AllowAttrs("class").Matching(classes).OnElements("a", "span")
	p.AllowNoAttrs().OnElements("span")
	p.AllowURLSchemes("http", "https")
	p.RequireParseableURLs(true)
	p.AllowRelativeURLs(false)
	return p
}()

// Clean makes a stranger's HTML harmless. The result is balanced, so that it can stand inside a page, and cleaning it again
// changes nothing. Characters that turn the reading direction or cannot be seen are treated as in [Visible].
func Clean(dirty string) string {
	return balance(policy.Sanitize(strings.ToValidUTF8(dirty, "\uFFFD")))
}

// safeHref gives an address in the form a link may have it: absolute, on the web, without a password, with nothing in its host
// that shows as something else than it is. A host with letters outside ASCII is written in its xn-- form, so that a Cyrillic а
// in a bank's name is seen for what it is. Empty when the address may not stand in a link.
func safeHref(href string) string {
	u, err := url.Parse(href)
	if err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Hostname() == "" || u.User != nil {
		return ""
	}
	if host := u.Hostname(); strings.IndexFunc(host, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
		ascii, err := idna.Lookup.ToASCII(host)
		if err != nil || ascii == "" {
			return ""
		}
		u.Host = ascii + strings.TrimPrefix(u.Host, host)
	}
	return u.String()
}
