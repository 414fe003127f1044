package httpsig

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// message is what a signature speaks of: a request, or an answer together with the request it answers.
type message struct {
	method  string
	scheme  string
	host    string // as the sender wrote it, behind whatever proxy we stand
	target  string // path and query, as they stood on the request line
	header  http.Header
	body    []byte
	status  int      // 0 for a request
	request *message // of an answer
}

// fromRequest reads a request. The proxy in front of us may have changed Host and taken away TLS, so what the sender saw comes
// from the caller: public is our own address, and when it has a path of its own it stands for the whole address.
func fromRequest(r *http.Request, body []byte, public *url.URL) *message {
	m := &message{method: r.Method, scheme: "https", host: r.Host, header: r.Header, body: body, target: r.RequestURI}
	if m.method == "" {
		m.method = http.MethodGet
	}
	if m.host == "" {
		m.host = r.URL.Host
	}
	if r.URL.Scheme != "" {
		m.scheme = r.URL.Scheme
	}
	if !strings.HasPrefix(m.target, "/") { // an outgoing request, or an absolute request line
		m.target = r.URL.RequestURI()
	}
	if public != nil {
		own := &message{scheme: strings.ToLower(public.Scheme), host: public.Host}
		if m.scheme = own.scheme; m.authority() != own.authority() { // ours, with the scheme's port or in capitals, is as the sender wrote it
			m.host = public.Host
		}
		if public.Path != "" {
			m.target = public.RequestURI()
		}
	}
	m.scheme = strings.ToLower(m.scheme)
	return m
}

// authority is the host in lower case without the scheme's own port (RFC 9421 section 2.2.3).
func (m *message) authority() string {
	host := strings.ToLower(m.host)
	if m.scheme == "https" {
		return strings.TrimSuffix(host, ":443")
	}
	return strings.TrimSuffix(host, ":80")
}

func (m *message) path() string {
	path, _, _ := strings.Cut(m.target, "?")
	if path == "" {
		return "/"
	}
	return path
}

func (m *message) query() string {
	_, query, _ := strings.Cut(m.target, "?")
	return query
}

// field returns the lines of a header field. Host and Content-Length are kept elsewhere by net/http.
func (m *message) field(name string) []string {
	if name == "host" && m.status == 0 {
		return []string{m.host}
	}
	lines := m.header.Values(name)
	if name == "content-length" && len(lines) == 0 && m.body != nil {
		return []string{strconv.Itoa(len(m.body))}
	}
	return lines
}

// joined is the field's value as RFC 9421 section 2.1 makes it: lines trimmed, folds made one space, joined by comma.
func joined(lines []string) string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = unfold(line)
	}
	return strings.Join(out, ", ")
}

func unfold(line string) string {
	if !strings.ContainsAny(line, "\r\n") {
		return strings.Trim(line, " \t")
	}
	var parts []string
	for part := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == '\r' || r == '\n' }) {
		if part = strings.Trim(part, " \t"); part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " ")
}
