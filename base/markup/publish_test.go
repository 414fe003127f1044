package markup

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var linker = Linker{
	Hashtag: func(tag string) string { return "https://torget.example/amne/" + strings.ToLower(tag) },
	Mention: func(handle, host string) string {
		if host == "okand.example" {
			return ""
		}
		return "https://" + host + "/@" + handle
	},
}

func tagged(tag string) string {
	return `<a href="` + safeHref("https://torget.example/amne/"+strings.ToLower(tag)) + `" class="mention hashtag"` + r + `>#<span>` + tag + `</span></a>`
}

func mentioned(handle, host string) string {
	return `<span class="h-card"><a href="https://` + host + `/@` + handle + `" class="u-url mention"` + r + `>@<span>` + handle + `</span></a></span>`
}

func linked(href, text string) string { return `<a href="` + href + `"` + r + `>` + text + `</a>` }

func TestPublish(t *testing.T) {
	for text, want := range map[string]string{
		"":                           "",
		" \n\n ":                     "",
		"Hej":                        "<p>Hej</p>",
		"a\nb\r\nc":                  "<p>a<br>b<br>c</p>",
		"a\n\nb\r\n \r\nc\n\n":       "<p>a</p><p>b</p><p>c</p>",
		"\n\n\na\n":                  "<p>a</p>",
		"\na":                        "<p>a</p>",
		"1 < 2 & \"x\"":              "<p>1 &lt; 2 &amp; &#34;x&#34;</p>",
		"<script>alert(1)</script>":  "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
		"#Snö i #Växjö_2026!":        "<p>" + tagged("Snö") + " i " + tagged("Växjö_2026") + "!</p>",
		"nr #1 och C# a#b &#39; /#x": "<p>nr #1 och C# a#b &amp;#39; /#x</p>",
		"(#snö)":                     "<p>(" + tagged("snö") + ")</p>",
		"Hej @anna@social.example.":  "<p>Hej " + mentioned("anna", "social.example") + ".</p>",
		"@a.b-c@x.example:8091, @okand@okand.example":                     "<p>" + mentioned("a.b-c", "x.example:8091") + ", @okand@okand.example</p>",
		"anna@social.example @anna @anna@ @@x.example @.a@x.example @a@x": "<p>anna@social.example @anna @anna@ @@x.example @.a@x.example @a@x</p>",
		"@å@x.example @a@x..example @a@.x.example":                        "<p>@å@x.example @a@x..example @a@.x.example</p>",
		"Se https://lu.se/.": "<p>Se " + linked("https://lu.se/", "https://lu.se/") + ".</p>",
		"(https://sv.wikipedia.org/wiki/Lund_(stad)), HTTPS://LU.SE?": "<p>(" + linked("https://sv.wikipedia.org/wiki/Lund_(stad)", "https://sv.wikipedia.org/wiki/Lund_(stad)") +
			"), " + linked("https://LU.SE", "HTTPS://LU.SE") + "?</p>",
		"https://lu.se/å?a=1&b=2#c":                        "<p>" + linked("https://lu.se/%C3%A5?a=1&amp;b=2#c", "https://lu.se/å?a=1&amp;b=2#c") + "</p>",
		"xhttps://lu.se https:// http://a:b@lu.se hej":     "<p>xhttps://lu.se https:// http://a:b@lu.se hej</p>",
		"javascript:alert(1) ftp://x.example":              "<p>javascript:alert(1) ftp://x.example</p>",
		"https://lu.se/" + strings.Repeat("a", maxAddress): "<p>https://lu.se/" + strings.Repeat("a", maxAddress) + "</p>",
		`https://lu.se/"onmouseover="x`:                    "<p>" + linked("https://lu.se/", "https://lu.se/") + "&#34;onmouseover=&#34;x</p>",
	} {
		got := Publish(text, linker)
		if got.HTML != want {
			t.Errorf("%q:\n%s\nwant\n%s", text, got.HTML, want)
		}
		if clean := Clean(got.HTML); clean != got.HTML {
			t.Errorf("%q is not clean by our own rule:\n%s\n%s", text, got.HTML, clean)
		}
	}
}

func TestPublishFinds(t *testing.T) {
	const text = "Åh! #Snö\n\n@anna@social.example se https://lu.se/å, #snö"
	got := Publish(text, linker)
	want := Published{HTML: got.HTML,
		Hashtags: []Found{{Span{5, 10}, "#Snö", "Snö", "", "https://torget.example/amne/sn%C3%B6"}, {Span{54, 59}, "#snö", "snö", "", "https://torget.example/amne/sn%C3%B6"}},
		Mentions: []Found{{Span{12, 32}, "@anna@social.example", "anna", "social.example", "https://social.example/@anna"}},
		Links:    []Found{{Span{36, 52}, "https://lu.se/å", "", "", "https://lu.se/%C3%A5"}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nwant\n%+v", got, want)
	}
	for _, list := range [][]Found{got.Hashtags, got.Mentions, got.Links} {
		for _, f := range list {
			if text[f.Start:f.End] != f.Text {
				t.Errorf("%q does not stand at %v", f.Text, f.Span)
			}
		}
	}
	bare := Publish("#snö @anna@social.example", Linker{})
	if bare.HTML != "<p>#snö @anna@social.example</p>" || len(bare.Hashtags) != 1 || len(bare.Mentions) != 1 {
		t.Errorf("%+v", bare)
	}
	unsafe := Publish("#snö", Linker{Hashtag: func(string) string { return "javascript:x" }})
	if unsafe.HTML != "<p>#snö</p>" {
		t.Error(unsafe.HTML)
	}
}

// Whatever an officer writes can be read again from what is published: no word is lost on the way.
func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("ab å#@/.:<>&\"'\n1_-()x"))).Draw(t, "text")
		if rapid.Bool().Draw(t, "link") {
			text += " https://lu.se/" + text
		}
		words := func(s string) string { return strings.Join(strings.Fields(s), "") }
		want := text
		for _, m := range Publish(text, linker).Mentions { // shown without the host, as everywhere
			want = strings.Replace(want, m.Text, "@"+m.Name, 1)
		}
		if got := Plain(Publish(text, linker).HTML); words(got) != words(want) {
			t.Fatalf("%q was read as %q", text, got)
		}
	})
}
