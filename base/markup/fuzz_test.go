package markup

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// harmless reads what would be shown as a browser does, and fails for anything that is not on the list.
func harmless(t *testing.T, shown string) {
	t.Helper()
	if !utf8.ValidString(shown) {
		t.Fatalf("not UTF-8: %q", shown)
	}
	var stack []string
	z := html.NewTokenizer(strings.NewReader(shown))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(stack) > 0 {
				t.Fatalf("%v is left open in %q", stack, shown)
			}
			return
		case html.CommentToken, html.DoctypeToken, html.SelfClosingTagToken:
			t.Fatalf("%q in %q", z.Token(), shown)
		case html.StartTagToken:
			tag := z.Token()
			if !slices.Contains(elements, tag.Data) {
				t.Fatalf("<%s> in %q", tag.Data, shown)
			}
			for _, a := range tag.Attr {
				attribute(t, tag.Data, a)
			}
			if tag.Data != "br" {
				stack = append(stack, tag.Data)
			}
		case html.EndTagToken:
			if name := z.Token().Data; len(stack) == 0 || stack[len(stack)-1] != name {
				t.Fatalf("</%s> closes %v in %q", name, stack, shown)
			}
			stack = stack[:len(stack)-1]
		}
	}
}

func attribute(t *testing.T, tag string, a html.Attribute) {
	t.Helper()
	switch a.Key {
	case "href":
		if u, err := url.Parse(a.Val); tag != "a" || err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
			t.Fatalf("<%s href=%q>", tag, a.Val)
		}
	case "class":
		if !classes.MatchString(a.Val) {
			t.Fatalf("class %q", a.Val)
		}
	case "rel":
		if a.Val != rel {
			t.Fatalf("rel %q", a.Val)
		}
	default:
		t.Fatalf("<%s %s=%q>", tag, a.Key, a.Val)
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{mastodon, "<a href=java\tscript:x onclick=y>", "<p><ul><li><p></ul>", "<svg><style><a title='</style><img src=x onerror=x>'>",
		"\u202E\u200D👨\u200D👩", "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=x&gt;'>", "<a href='https://a\"onclick=x'>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, dirty string) {
		clean := Clean(dirty)
		harmless(t, clean)
		if again := Clean(clean); again != clean {
			t.Fatalf("cleaning %q again gives %q", clean, again)
		}
		if plain := Plain(dirty); Visible(plain) != plain {
			t.Fatalf("%q hides something", plain)
		}
	})
}

func FuzzPublish(f *testing.F) {
	for _, s := range []string{"#a @b@c.example https://d.example/(e)", "\r\n\r\n", "<a href=x>", "https://a.example/'\"><script>", "@a@b.c:1@d"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return // ours comes from a form that has been read as UTF-8
		}
		got := Publish(text, linker)
		harmless(t, got.HTML)
		for _, list := range [][]Found{got.Hashtags, got.Mentions, got.Links} {
			last := 0
			for _, found := range list {
				if found.Start < last || text[found.Start:found.End] != found.Text {
					t.Fatalf("%+v is not in %q", found, text)
				}
				last = found.End
			}
		}
	})
}

func FuzzVisible(f *testing.F) {
	f.Add("a\u202E\u0301\u200D👍\U000E0041\u3164")
	f.Fuzz(func(t *testing.T, s string) {
		v := Visible(s)
		if Visible(v) != v || !utf8.ValidString(v) {
			t.Fatalf("%q gives %q, and that %q", s, v, Visible(v))
		}
		for _, r := range v {
			if r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069' || r == '\u200B' || r == '\uFEFF' {
				t.Fatalf("%q keeps %U", v, r)
			}
		}
	})
}
