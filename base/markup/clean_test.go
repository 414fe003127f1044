package markup

import (
	"strings"
	"testing"
)

const mastodon = `<p><span class="h-card" translate="no"><a href="https://torget.example/k" class="u-url mention">@<span>kommunen</span></a></span> se ` +
	`<a href="https://lu.se/en/lang/stig" target="_blank" rel="nofollow noopener noreferrer" translate="no"><span class="invisible">https://</span>` +
	`<span class="ellipsis">lu.se/en/lang</span><span class="invisible">/stig</span></a><br />Tack!</p><p><a href="https://social.example/tags/snö" class="mention hashtag" rel="tag">#<span>snö</span></a></p>`

// r is what every link has.
const r = ` rel="nofollow noopener noreferrer"`

func TestClean(t *testing.T) {
	for name, c := range map[string][2]string{
		"mastodon": {mastodon, `<p><span class="h-card"><a href="https://torget.example/k" class="u-url mention"` + r + `>@<span>kommunen</span></a></span> se ` +
			`<a href="https://lu.se/en/lang/stig"` + r + `><span class="invisible">https://</span><span class="ellipsis">lu.se/en/lang</span>` +
			`<span class="invisible">/stig</span></a><br>Tack!</p><p><a href="https://social.example/tags/sn%C3%B6" class="mention hashtag"` + r + `>#<span>snö</span></a></p>`},
		"script":           {`<script>alert(1)</script>hej<style>p{}</style>`, `hej`},
		"script in pieces": {`<scr<script>ipt>alert(1)</scr</script>ipt>`, `ipt&gt;alert(1)ipt&gt;`},
		"handlers":         {`<p onclick="x()" style="position:fixed">a</p><img src=x onerror=alert(1)>`, `<p>a</p>`},
		"javascript":       {`<a href="javascript:alert(1)">a</a><a href=" java&#10;script:x">b</a><a href="data:text/html,x">c</a><a href="/x">d</a><a href="//e.example">e</a>`, `abcde`},
		"password":         {`<a href="https://lu.se@evil.example/">lu.se</a>`, `lu.se`},
		"foreign class":    {`<span class="button mention">a</span>`, `<span>a</span>`},
		"unclosed":         {`<blockquote><p>a<em>b`, `<blockquote><p>a<em>b</em></p></blockquote>`},
		"stray ends":       {`a</p></div></blockquote></section>b`, `ab`},
		"misnested":        {`<em><strong>a</em>b</strong>`, `<em><strong>a</strong></em>b`},
		"p in p":           {`<p>a<p>b</p>`, `<p>a</p><p>b</p>`},
		"a in a":           {`<a href="https://a.example/">a<a href="https://b.example/">b</a>`, `<a href="https://a.example/"` + r + `>a</a><a href="https://b.example/"` + r + `>b</a>`},
		"list":             {`<ul><li>a<li>b<ul><li>c</ul><li>d</ul>`, `<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul>`},
		"li alone":         {`<li>a</li>b`, `ab`},
		"entities":         {`&lt;script&gt; &amp; "å"`, `&lt;script&gt; &amp; &#34;å&#34;`},
		"comment":          {`a<!-- b --><![CDATA[c]]>d`, `ad`},
		"form":             {`<form action="https://evil.example"><input name=p><button>Logga in</button></form>`, `Logga in`},
		"svg":              {`<svg><a xlink:href="javascript:x"><text>a</text></a></svg>`, `a`},
		"override":         {"<p>\u202Egnp.exe</p>", `<p>⟨U+202E⟩gnp.exe</p>`},
		"override in href": {"<a href=\"https://a\u202E.example/\">x</a>", `x`},
		"homoglyph":        {`<a href="https://nordeа.example:8443/å">x</a>`, `<a href="https://xn--norde-8ve.example:8443/%C3%A5"` + r + `>x</a>`},
		"zero width":       {"<p>h\u200Bo\u2060t</p>", `<p>hot</p>`},
		"not UTF-8":        {"a\xffb", "a\uFFFDb"},
		"NUL":              {"a\x00b", "ab"},
	} {
		got := Clean(c[0])
		if got != c[1] {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c[1])
		}
		if again := Clean(got); again != got {
			t.Errorf("%s changes when cleaned again:\n%s\n%s", name, got, again)
		}
	}
}

func TestDeepAndLongIsBounded(t *testing.T) {
	deep := Clean(strings.Repeat("<blockquote>", 5000) + "djupt")
	if strings.Count(deep, "<blockquote>") != maxDepth || !strings.Contains(deep, "djupt") {
		t.Errorf("%d levels", strings.Count(deep, "<blockquote>"))
	}
	mixed := Clean(strings.Repeat("<em><p>", 3000) + "x" + strings.Repeat("</em>", 3000))
	if len(mixed) > 200_000 {
		t.Errorf("%d bytes came of it", len(mixed))
	}
	megabyte := strings.Repeat("<p>Snö &amp; is. ", 1<<20/17)
	if got := Plain(megabyte); strings.Count(got, "Snö & is.") != 1<<20/17 {
		t.Error("some of a long comment is lost")
	}
}

func TestPlain(t *testing.T) {
	for html, want := range map[string]string{
		mastodon:                            "@kommunen se https://lu.se/en/lang/stig\nTack!\n\n#snö",
		"":                                  "",
		"bara text":                         "bara text",
		"<p>a</p>\n\n<p>b</p>":              "a\n\nb",
		"a<br><br><br><br>b":                "a\n\nb",
		"<p>en\n  två\ttre</p>":             "en två tre",
		"en <em>två</em> tre":               "en två tre",
		"<em>en</em> <em>två</em>":          "en två",
		"<ul><li>a</li><li>b</li></ul><p>c": "- a\n- b\n\nc",
		"<pre>a\n  b</pre>c":                "a\n  b\n\nc",
		"<blockquote>a</blockquote>b":       "a\n\nb",
		"&lt;b&gt; &amp;":                   "<b> &",
		"<script>x</script>":                "",
		"h\u200Be\u202Ej":                   "he⟨U+202E⟩j",
	} {
		if got := Plain(html); got != want {
			t.Errorf("%q:\n%q\nwant\n%q", html, got, want)
		}
	}
}

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"":                           "",
		"Hej åäö\n\t!":               "Hej åäö\n\t!",
		"a\u202Eb\u202Cc":            "a⟨U+202E⟩b⟨U+202C⟩c",
		"\u2067a\u2069":              "a",
		"b\u00ADl\u200Då\u200C":      "blå",
		"\uFEFFx\u2060y\u180Ez":      "xyz",
		"a\u2028b\u2029c":            "a\nb\nc",
		"a\x00\x07\x1b[31mb\u0085\r": "a[31mb",
		"\u3164\u115F":               "",
		"👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽": "👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽",
		"\u200D👍\u200D": "👍",
		"می\u200Cخواهم": "می\u200Cخواهم",
		"क्\u200Dष":     "क्\u200Dष",
		"\U0001F3F4\U000E0067\U000E0062\U000E007F x\U000E0067": "\U0001F3F4\U000E0067\U000E0062\U000E007F x",
		"\u0600١":                          "\u0600١",
		"a" + strings.Repeat("\u0301", 50): "a" + strings.Repeat("\u0301", maxMarks),
		"\xff":                             "\uFFFD",
	} {
		got := Visible(in)
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
		if Visible(got) != got {
			t.Errorf("%q changes when done again", got)
		}
	}
}
