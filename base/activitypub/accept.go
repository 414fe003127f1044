package activitypub

import (
	"strconv"
	"strings"
)

// WantsActivity reports whether an Accept header (RFC 9110 section 12.5.1) asks for a document rather than a page: one of the
// names of activity JSON is there and a page is not wanted more. When both are wanted as much, the first named wins. A browser,
// and whoever asks for anything, gets the page.
func WantsActivity(accept string) bool {
	const longest = 4096
	if len(accept) > longest {
		return false
	}
	activity, page := 0.0, 0.0
	activityAt, pageAt := -1, -1
	for i, part := range splitQuoted(accept, ',') {
		media, q := weigh(part)
		switch {
		case IsActivityType(media):
			if q > activity {
				activity, activityAt = q, i
			}
		case strings.HasPrefix(media, "text/html"), strings.HasPrefix(media, "application/xhtml+xml"):
			if q > page {
				page, pageAt = q, i
			}
		}
	}
	return activity > 0 && (activity > page || activity == page && activityAt < pageAt)
}

// IsActivityType reports whether a media type names activity JSON: application/activity+json, or application/ld+json with the
// profile of Activity Streams. It is what a body in the inbox and a fetched document must be served as.
func IsActivityType(contentType string) bool {
	params := splitQuoted(contentType, ';')
	switch strings.ToLower(strings.TrimSpace(params[0])) {
	case ContentType:
		return true
	case "application/ld+json":
		for _, p := range params[1:] {
			name, value, _ := strings.Cut(strings.TrimSpace(p), "=")
			if strings.EqualFold(strings.TrimSpace(name), "profile") {
				for profile := range strings.FieldsSeq(strings.Trim(strings.TrimSpace(value), `"`)) {
					if profile == contextBase {
						return true
					}
				}
			}
		}
	}
	return false
}

// weigh splits off the weight; 1 when there is none, 0 when it makes no sense.
func weigh(part string) (media string, q float64) {
	params := splitQuoted(part, ';')
	q = 1
	kept := params[:1]
	for _, p := range params[1:] {
		name, value, _ := strings.Cut(strings.TrimSpace(p), "=")
		if strings.EqualFold(name, "q") {
			v, err := strconv.ParseFloat(value, 64)
			if err != nil || !(v >= 0 && v <= 1) {
				v = 0
			}
			q = v
			continue
		}
		kept = append(kept, p)
	}
	return strings.ToLower(strings.TrimSpace(kept[0])) + strings.Join(append([]string{""}, kept[1:]...), ";"), q
}

// splitQuoted splits at the separator where it is not within quotes. There is always a first part.
func splitQuoted(s string, sep byte) []string {
	var out []string
	start, quoted := 0, false
	for i := 0; i < len(s); i++ {
		switch {
		case quoted && s[i] == '\\':
			i++
		case s[i] == '"':
			quoted = !quoted
		case s[i] == sep && !quoted:
			out = append(out, s[start:i])
			start = i + 1
		}
	}
	return append(out, s[start:])
}
