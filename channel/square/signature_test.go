package square_test

import (
	"crypto"
	"crypto/ed25519"
	"crypto/md5"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"tilltal/base/activitypub"
)

// pen signs by hand, so that what others write is tried and not only what we write ourselves. Every line of what is signed is
// made here from the standard's words.
type pen struct {
	r    *http.Request
	body []byte
	key  crypto.Signer
	id   string
	at   time.Time
}

func (p *pen) sign(t *testing.T, base string) string {
	t.Helper()
	message, opts := []byte(base), crypto.SignerOpts(crypto.Hash(0))
	if _, ok := p.key.(*rsa.PrivateKey); ok {
		sum := sha256.Sum256(message)
		message, opts = sum[:], crypto.SHA256
	}
	value, err := p.key.Sign(rand.Reader, message, opts)
	if err != nil {
		t.Fatal(err)
	}
	return base64.StdEncoding.EncodeToString(value)
}

func digest(alg string, body []byte) string {
	var sum []byte
	switch strings.ToLower(alg) {
	case "sha-256":
		s := sha256.Sum256(body)
		sum = s[:]
	case "sha-512":
		s := sha512.Sum512(body)
		sum = s[:]
	default:
		s := md5.Sum(body)
		sum = s[:]
	}
	return base64.StdEncoding.EncodeToString(sum)
}

// draft signs by draft-cavage-http-signatures-12: what is covered, and the parameters around it with {keyId}, {signature}, {created}.
func (p *pen) draft(t *testing.T, covered, params string) {
	t.Helper()
	lines := make([]string, 0, 8)
	for name := range strings.FieldsSeq(strings.ToLower(covered)) {
		value := p.r.Header.Get(name)
		switch name {
		case "(request-target)":
			value = strings.ToLower(p.r.Method) + " " + p.r.URL.RequestURI()
		case "host":
			value = p.r.URL.Host
		case "content-length":
			value = fmt.Sprint(len(p.body))
		case "(created)":
			value = fmt.Sprint(p.at.Unix())
		case "(expires)":
			value = fmt.Sprint(p.at.Add(5 * time.Minute).Unix())
		}
		lines = append(lines, name+": "+value)
	}
	header := "Signature"
	if rest, ok := strings.CutPrefix(params, "Authorization: "); ok {
		header, params = "Authorization", "Signature "+rest
	}
	p.r.Header.Set(header, strings.NewReplacer("{keyId}", p.id, "{covered}", covered, "{signature}", p.sign(t, strings.Join(lines, "\n")),
		"{created}", fmt.Sprint(p.at.Unix()), "{expires}", fmt.Sprint(p.at.Add(5*time.Minute).Unix())).Replace(params))
}

// standard signs by RFC 9421: the components, and the parameters with {keyid} and {created}.
func (p *pen) standard(t *testing.T, label, components, params string) (input, signature string) {
	t.Helper()
	params = strings.NewReplacer("{keyid}", p.id, "{created}", fmt.Sprint(p.at.Unix()), "{expires}", fmt.Sprint(p.at.Add(5*time.Minute).Unix())).Replace(params)
	var base strings.Builder
	for quoted := range strings.FieldsSeq(components) {
		value := p.r.Header.Get(strings.Trim(quoted, `"`))
		switch strings.Trim(quoted, `"`) {
		case "@method":
			value = p.r.Method
		case "@target-uri":
			value = p.r.URL.String()
		case "@authority", "host":
			value = p.r.URL.Host
		case "@scheme":
			value = p.r.URL.Scheme
		case "@path":
			value = p.r.URL.Path
		case "@query":
			value = "?" + p.r.URL.RawQuery
		case "@request-target":
			value = p.r.URL.RequestURI()
		}
		base.WriteString(quoted + ": " + value + "\n")
	}
	list := "(" + components + ")" + params
	base.WriteString(`"@signature-params": ` + list)
	return label + "=" + list, label + "=:" + p.sign(t, base.String()) + ":"
}

const usualDraft = `keyId="{keyId}",algorithm="rsa-sha256",headers="{covered}",signature="{signature}"`

func TestSignaturesOfTheDraft(t *testing.T) {
	usual := "(request-target) host date digest"
	tries := []struct {
		name, covered, params string
		change                func(p *pen)
		want                  int
	}{
		{"as Mastodon", usual + " content-type", usualDraft, nil, 202},
		{"as Misskey", "(request-target) date host digest", usualDraft, nil, 202},
		{"as Friendica", "(request-target) date content-length digest host", usualDraft, nil, 202},
		{"in capitals", "(request-target) Host Date Digest", usualDraft, nil, 202},
		{"no algorithm", usual, `keyId="{keyId}",headers="{covered}",signature="{signature}"`, nil, 202},
		{"hs2019", usual, `keyId="{keyId}",algorithm="hs2019",headers="{covered}",signature="{signature}"`, nil, 202},
		{"another order, with room", usual, `signature="{signature}", headers="{covered}", algorithm="rsa-sha256" , keyId="{keyId}"`, nil, 202},
		{"in Authorization", usual, "Authorization: " + usualDraft, nil, 202},
		{"created", "(request-target) host (created) digest", `keyId="{keyId}",algorithm="hs2019",created={created},headers="{covered}",signature="{signature}"`, nil, 202},
		{"created and expires", "(request-target) (created) (expires) host digest",
			`keyId="{keyId}",algorithm="hs2019",created={created},expires={expires},headers="{covered}",signature="{signature}"`, nil, 202},
		{"created, with an algorithm that cannot", "(request-target) host (created) digest",
			`keyId="{keyId}",algorithm="rsa-sha256",created={created},headers="{covered}",signature="{signature}"`, nil, 401},
		{"expired", "(request-target) (created) (expires) host digest",
			`keyId="{keyId}",algorithm="hs2019",created={created},expires={expires},headers="{covered}",signature="{signature}"`,
			func(p *pen) { p.at = p.at.Add(-6 * time.Minute) }, 401},
		{"SHA-1", usual, strings.Replace(usualDraft, "rsa-sha256", "rsa-sha1", 1), nil, 401},
		{"a key twice", usual, `keyId="{keyId}",keyId="https://elsewhere.example/key",headers="{covered}",signature="{signature}"`, nil, 401},
		{"no key", usual, `headers="{covered}",signature="{signature}"`, nil, 401},
		{"nonsense", usual, `keyId`, nil, 401},
		{"a signature of nothing", usual, `keyId="{keyId}",headers="{covered}",signature=""`, nil, 401},
		{"no digest", "(request-target) host date", usualDraft, nil, 401},
		{"no time", "(request-target) host digest", usualDraft, nil, 401},
		{"no host", "(request-target) date digest", usualDraft, nil, 401},
		{"no target", "host date digest", usualDraft, nil, 401},
		{"a header that is not there", usual + " x-none", usualDraft, nil, 401},
		{"a digest in small letters", usual, usualDraft, func(p *pen) { p.r.Header.Set("Digest", "sha-256="+digest("sha-256", p.body)) }, 202},
		{"two digests", usual, usualDraft, func(p *pen) {
			p.r.Header.Set("Digest", "SHA-512="+digest("sha-512", p.body)+",SHA-256="+digest("sha-256", p.body))
		}, 202},
		{"two digests, and one is wrong", usual, usualDraft, func(p *pen) {
			p.r.Header.Set("Digest", "SHA-256="+digest("sha-256", p.body)+",SHA-512="+digest("sha-512", []byte("x")))
		}, 401},
		{"a digest that anybody can fit", usual, usualDraft, func(p *pen) { p.r.Header.Set("Digest", "MD5="+digest("md5", p.body)) }, 401},
		{"a wrong digest", usual, usualDraft, func(p *pen) { p.r.Header.Set("Digest", "SHA-256="+digest("sha-256", []byte("x"))) }, 401},
		{"just young enough", usual, usualDraft, func(p *pen) { p.dated(-59 * time.Minute) }, 202},
		{"too old", usual, usualDraft, func(p *pen) { p.dated(-61 * time.Minute) }, 401},
		{"a clock that is a little fast", usual, usualDraft, func(p *pen) { p.dated(4 * time.Minute) }, 202},
		{"a clock that is too fast", usual, usualDraft, func(p *pen) { p.dated(6 * time.Minute) }, 401},
		{"a date that is none", usual, usualDraft, func(p *pen) { p.r.Header.Set("Date", "i går") }, 401},
	}
	on(t, func(t *testing.T, w *world, n *neighbour) {
		for i, k := range tries {
			p := n.takeUp(w, i)
			if k.change != nil {
				k.change(p)
			}
			p.draft(t, k.covered, k.params)
			before := len(w.desk.letters())
			if got := deliver(t, p.r); got != k.want || (len(w.desk.letters()) > before) != (k.want == 202) {
				t.Errorf("%s: %d, want %d", k.name, got, k.want)
			}
		}
	})
}

// takeUp takes a pen to sign a letter that nobody has sent yet.
func (n *neighbour) takeUp(w *world, i int) *pen {
	body, err := json.Marshal(n.answer(fmt.Sprint("s", i), "", w.at.Actor("parken")))
	if err != nil {
		n.t.Fatal(err)
	}
	p := &pen{r: n.request(w, "/torget/parken/inbox", body), body: body, key: n.key, id: n.actor + "#main-key", at: w.clock.Now()}
	p.dated(0)
	p.r.Header.Set("Digest", "SHA-256="+digest("sha-256", body))
	p.r.Header.Set("Content-Digest", "sha-256=:"+digest("sha-256", body)+":")
	return p
}

func (p *pen) dated(d time.Duration) {
	p.r.Header.Set("Date", p.at.Add(d).UTC().Format(http.TimeFormat))
}

func TestSignaturesOfTheStandard(t *testing.T) {
	const usual, params = `"@method" "@target-uri" "content-digest"`, `;created={created};keyid="{keyid}"`
	tries := []struct {
		name, components, params string
		change                   func(p *pen)
		want                     int
	}{
		{"as Mastodon", usual, params, nil, 202},
		{"as Fedify", `"@method" "@target-uri" "@authority" "host" "date" "content-digest"`, `;alg="rsa-v1_5-sha256";keyid="{keyid}";created={created}`, nil, 202},
		{"part by part", `"@method" "@authority" "@path" "@query" "content-digest"`, params, nil, 202},
		{"part by part, where there is no query", `"content-digest" "@path" "@authority" "@method" "@scheme"`, params, nil, 202},
		{"the request's target", `"@method" "@authority" "@request-target" "content-digest" "content-type"`, params, nil, 202},
		{"a date for a time", `"@method" "@target-uri" "date" "content-digest"`, `;keyid="{keyid}"`, nil, 202},
		{"the older digest", `"@method" "@target-uri" "digest"`, params, nil, 202},
		{"with all that may stand there", usual, `;nonce="x";tag="fedi";expires={expires};created={created};alg="rsa-v1_5-sha256";keyid="{keyid}";later`, nil, 202},
		{"SHA-512", usual, params, func(p *pen) { p.r.Header.Set("Content-Digest", "sha-512=:"+digest("sha-512", p.body)+":") }, 202},
		{"two digests", usual, params, func(p *pen) {
			p.r.Header.Set("Content-Digest", "sha-512=:"+digest("sha-512", p.body)+":, sha-256=:"+digest("sha-256", p.body)+":")
		}, 202},
		{"a wrong digest", usual, params, func(p *pen) { p.r.Header.Set("Content-Digest", "sha-256=:"+digest("sha-256", []byte("x"))+":") }, 401},
		{"a digest that anybody can fit", usual, params, func(p *pen) { p.r.Header.Set("Content-Digest", "md5=:"+digest("md5", p.body)+":") }, 401},
		{"another algorithm than the key's", usual, params + `;alg="ed25519"`, nil, 401},
		{"an algorithm that nobody knows", usual, params + `;alg="rsa-sha256"`, nil, 401},
		{"no method", `"@target-uri" "content-digest"`, params, nil, 401},
		{"no address", `"@method" "content-digest"`, params, nil, 401},
		{"no host", `"@method" "@path" "content-digest"`, params, nil, 401},
		{"no digest", `"@method" "@target-uri"`, params, nil, 401},
		{"no time", usual, `;keyid="{keyid}"`, nil, 401},
		{"no key", usual, `;created={created}`, nil, 401},
		{"expired", usual, params + `;expires={expires}`, func(p *pen) { p.at = p.at.Add(-5 * time.Minute) }, 401},
		{"too old", usual, params, func(p *pen) { p.at = p.at.Add(-61 * time.Minute) }, 401},
		{"from the future", usual, params, func(p *pen) { p.at = p.at.Add(6 * time.Minute) }, 401},
		{"the same thing twice", `"@method" "@method" "@target-uri" "content-digest"`, params, nil, 401},
		{"something nobody knows", `"@method" "@target-uri" "content-digest" "@moon"`, params, nil, 401},
	}
	on(t, func(t *testing.T, w *world, n *neighbour) {
		for i, k := range tries {
			p := n.takeUp(w, i)
			if k.change != nil {
				k.change(p)
			}
			input, signature := p.standard(t, "sig1", k.components, k.params)
			p.r.Header.Set("Signature-Input", input)
			p.r.Header.Set("Signature", signature)
			if got := deliver(t, p.r); got != k.want {
				t.Errorf("%s: %d, want %d", k.name, got, k.want)
			}
		}
		for i, k := range []struct {
			name string
			lay  func(input, signature string) (string, string)
			want int
		}{
			{"a proxy has signed before", func(input, signature string) (string, string) {
				return `proxy=("@authority");created=1;keyid="thumb", ` + input, `proxy=:AAAA:, ` + signature
			}, 202},
			{"a proxy has signed after", func(input, signature string) (string, string) {
				return input + `, proxy=("x-forwarded-for");keyid="thumb"`, signature + `, proxy=:AAAA:`
			}, 202},
			{"a name without a signature", func(input, signature string) (string, string) {
				return input, strings.Replace(signature, "sig1", "sig2", 1)
			}, 401},
			{"not the standard's form", func(_, signature string) (string, string) { return "sig1", signature }, 401},
			{"the older way under the newer name", func(input, _ string) (string, string) {
				return input, `keyId="x",headers="date",signature="AAAA"`
			}, 401},
		} {
			p := n.takeUp(w, 100+i)
			input, signature := k.lay(p.standard(t, "sig1", usual, params))
			p.r.Header.Set("Signature-Input", input)
			p.r.Header.Set("Signature", signature)
			if got := deliver(t, p.r); got != k.want {
				t.Errorf("%s: %d, want %d", k.name, got, k.want)
			}
		}
	})
}

// A letter that was signed for one thing is not taken for another: nothing of it may be moved or changed, and the same again
// changes nothing.
func TestASignatureHoldsForOneLetter(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		p := n.takeUp(w, 0)
		p.draft(t, "(request-target) host date digest", usualDraft)
		moved := n.request(w, "/torget/inbox", p.body)
		moved.Header = p.r.Header.Clone()
		if got := deliver(t, moved); got != 401 {
			t.Errorf("to another inbox: %d", got)
		}
		other := n.request(w, "/torget/parken/inbox", []byte(strings.Replace(string(p.body), "När?", "Nej!", 1)))
		other.Header = p.r.Header.Clone()
		if got := deliver(t, other); got != 401 {
			t.Errorf("with other words: %d", got)
		}
		asked := n.request(w, "/torget/parken/inbox?page=2", p.body)
		asked.Header = p.r.Header.Clone()
		if got := deliver(t, asked); got != 401 {
			t.Errorf("with a query: %d", got)
		}
		if got := deliver(t, p.r); got != 202 || len(w.desk.letters()) != 1 {
			t.Errorf("as it was: %d", got)
		}
	})
}

// Ed25519 keys are in assertionMethod (FEP-521a).
func TestSignaturesOfANewerKey(t *testing.T) {
	on(t, func(t *testing.T, w *world, n *neighbour) {
		public, private, err := ed25519.GenerateKey(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		n.multikey = public
		for i, do := range []func(p *pen){
			func(p *pen) {
				p.draft(t, "(request-target) host date digest", strings.Replace(usualDraft, "rsa-sha256", "hs2019", 1))
			},
			func(p *pen) {
				input, signature := p.standard(t, "sig", `"@method" "@target-uri" "content-digest"`, `;created={created};keyid="{keyid}";alg="ed25519"`)
				p.r.Header.Set("Signature-Input", input)
				p.r.Header.Set("Signature", signature)
			},
		} {
			p := n.takeUp(w, i)
			p.key, p.id = private, n.actor+"#ed25519-key"
			do(p)
			if got := deliver(t, p.r); got != 202 {
				t.Errorf("%d: %d", i, got)
			}
			p = n.takeUp(w, 10+i)
			p.id = n.actor + "#ed25519-key" // another key than it says
			do(p)
			if got := deliver(t, p.r); got != 401 {
				t.Errorf("%d, by the older key: %d", i, got)
			}
		}
		if activitypub.SameHost(n.actor, w.origin) {
			t.Error("the neighbour lives with us")
		}
	})
}
