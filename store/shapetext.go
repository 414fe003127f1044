package store

import (
	"slices"
	"strings"
)

// SQLite keeps a table's shape as the text that made it, so the parts are read from there. The columns may stand in another order in
// an old desk: migrations of different rooms may come in any order.

// partsOfSQLite are the parts of what one row of sqlite_master tells of.
func partsOfSQLite(row part) []part {
	if row.kind != "table" {
		kind := row.kind // index, trigger
		if kind == "view" {
			return []part{{ofKind, "", "view"}}
		}
		return []part{{kind, row.name, plainText(row.text)}}
	}
	text := plainText(row.text)
	open, end := strings.IndexByte(text, '('), strings.LastIndexByte(text, ')')
	if open < 0 || end < open || strings.HasPrefix(strings.ToUpper(text), "CREATE VIRTUAL") {
		return []part{{ofKind, "", text}}
	}
	parts := []part{{ofKind, "", "table" + text[end+1:]}}
	for _, said := range atCommas(text[open+1 : end]) {
		name, rest, _ := strings.Cut(said, " ")
		first, _, _ := strings.Cut(strings.ToUpper(name), "(")
		if slices.Contains([]string{"PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "CONSTRAINT"}, first) {
			parts = append(parts, part{ofRule, said, said})
		} else {
			parts = append(parts, part{ofColumn, strings.Trim(name, "\"`[]"), rest})
		}
	}
	return parts
}

// plainText is a statement without its comments, and with one blank wherever there are some.
func plainText(sql string) string {
	var out strings.Builder
	blank := false
	for i := 0; i < len(sql); {
		n := skip(sql[i:])
		switch c := sql[i]; {
		case strings.HasPrefix(sql[i:], "--"), strings.HasPrefix(sql[i:], "/*"), c == ' ', c == '\t', c == '\n', c == '\r':
			blank = true
		default:
			if blank && out.Len() > 0 && !strings.ContainsRune(",)", rune(c)) && !strings.HasSuffix(out.String(), "(") {
				out.WriteByte(' ')
			}
			blank = false
			out.WriteString(sql[i : i+n])
		}
		i += n
	}
	return out.String()
}

// skip is how long the comment, the quoted text or the single letter is that SQL begins with.
func skip(sql string) int {
	until := ""
	from := 1
	switch {
	case strings.HasPrefix(sql, "--"):
		until = "\n"
	case strings.HasPrefix(sql, "/*"):
		until, from = "*/", 2
	case strings.IndexByte("'\"`", sql[0]) >= 0:
		until = sql[:1]
	default:
		return 1
	}
	i := strings.Index(sql[from:], until)
	if i < 0 {
		return len(sql)
	}
	return from + i + len(until)
}

// atCommas cuts a list at the commas that stand in no brackets and no quotes.
func atCommas(list string) (all []string) {
	depth, from := 0, 0
	for i := 0; i < len(list); {
		switch list[i] {
		case '(':
			depth++
		case ')':
			depth--
		case ',':
			if depth == 0 {
				all = append(all, strings.TrimSpace(list[from:i]))
				from = i + 1
			}
		}
		i += skip(list[i:])
	}
	return append(all, strings.TrimSpace(list[from:]))
}
