package stream

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/check"
	"tilltal/check/all"
	"tilltal/check/prose"
)

func run(t *testing.T, in string, opts Options) ([]Answer, error) {
	t.Helper()
	var out bytes.Buffer
	err := Run(context.Background(), strings.NewReader(in), &out, all.All(), opts)
	var answers []Answer
	for line := range strings.Lines(out.String()) {
		var a Answer
		if e := json.Unmarshal([]byte(line), &a); e != nil {
			t.Fatalf("%q: %v", line, e)
		}
		answers = append(answers, a)
	}
	return answers, err
}

func TestOneLine(t *testing.T) {
	text := "Åsa: ring 070-174 06 05 <b>nu</b>"
	line, _ := json.Marshal(map[string]any{"id": 7, "text": text})
	got, err := run(t, string(line), Options{})
	if err != nil || len(got) != 1 || string(got[0].ID) != "7" {
		t.Fatalf("%+v, %v", got, err)
	}
	found := false
	for _, f := range got[0].Findings {
		if text[f.Start:f.End] != f.Text || f.Reason == "" || f.Advice == "" || f.Source == "" {
			t.Errorf("%+v", f)
		}
		found = found || f.Rule == "personaldata.phone" && f.Grade == "certain" && f.Text == "070-174 06 05"
	}
	if !found {
		t.Errorf("no telephone number in %+v", got[0].Findings)
	}
}

func TestSpeaksTheLanguageAskedFor(t *testing.T) {
	line := `{"id":"a","text":"Ring 070-174 06 05"}`
	sv, _ := run(t, line, Options{})
	en, _ := run(t, line, Options{Lang: lingo.EN})
	if !strings.HasPrefix(sv[0].Findings[0].Reason, "Det här är") || !strings.HasPrefix(en[0].Findings[0].Reason, "This is") {
		t.Errorf("%q, %q", sv[0].Findings[0].Reason, en[0].Findings[0].Reason)
	}
}

func TestAccountNamesTheProfile(t *testing.T) {
	text := `"text":"Mannen kunde inte låsa upp sin cykel. Lol."`
	got, _ := run(t, `{"id":1,"account":"benefits",`+text+"}\n"+`{"id":2,"account":"municipality",`+text+"}", Options{})
	count := func(a Answer) (n int) {
		for _, f := range a.Findings {
			if strings.HasPrefix(f.Rule, "tone.") {
				n++
			}
		}
		return n
	}
	if count(got[0]) != 1 || count(got[1]) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestMedia(t *testing.T) {
	for media, want := range map[string]int{
		``: 0, `,"media":null`: 0, `,"media":[]`: 0,
		`,"media":[{"kind":"video","captions":true}]`: 0, `,"media":[{"kind":"video","captions":"film.vtt"}]`: 0, `,"media":[{"kind":"video","captions":["sv"]}]`: 0,
		`,"media":[{"kind":"video","captions":"nej"}]`: 1, `,"media":[{"kind":"video","captions":false}]`: 1, `,"media":[{"kind":"video"}]`: 1, `,"media":[{"kind":"video/mp4","captions":null}]`: 1,
		`,"media":{"kind":"image"}`: 1, `,"media":[{"kind":"image","alt":null}]`: 1, `,"media":[{"kind":"photo","alt":"Två bilar i snön."}]`: 0,
	} {
		got, err := run(t, `{"id":1,"text":"Hej på er"`+media+`}`, Options{})
		if err != nil || len(got) != 1 || len(got[0].Findings) != want {
			t.Errorf("%s: %+v, %v", media, got, err)
		}
	}
}

func TestBadLinesAreAnsweredAndPassed(t *testing.T) {
	in := strings.Join([]string{
		`{"id":"ett","text":"Hej"}`,
		`{"id":"två","text":`,
		`[]`, `"x"`, `null`, `{}`, `{"id":3}`, `{"id":"fyra","text":5}`, `{"id":5,"text":"a","media":"x"}`, `{"id":6,"text":null}`,
		"{\"id\":7,\"text\":\"\xff\"}",
		``, `   `,
		`{"id":"sist","text":"Hej"}`,
	}, "\n")
	got, err := run(t, in, Options{})
	if !fault.Is(err, fault.Invalid) {
		t.Errorf("the run says %v", err)
	}
	if len(got) != 12 {
		t.Fatalf("%d answers: %+v", len(got), got)
	}
	for i, a := range got {
		if bad := i > 0 && i < len(got)-1; (a.Error != "") != bad {
			t.Errorf("answer %d: %+v", i, a)
		}
	}
	for i, id := range map[int]string{1: `"två"`, 6: `3`, 7: `"fyra"`, 8: `5`, 11: `"sist"`} {
		if i == 1 {
			continue // the id of a line cut short is given when it can be read
		}
		if string(got[i].ID) != id {
			t.Errorf("answer %d has id %s, want %s", i, got[i].ID, id)
		}
	}
	if string(got[1].ID) != `"två"` {
		t.Errorf("the id of a broken line is %s", got[1].ID)
	}
}

func TestLongLineIsPassedOver(t *testing.T) {
	in := `{"id":1,"text":"` + strings.Repeat("a", 200_000) + `"}` + "\n" + `{"id":2,"text":"Hej"}`
	got, err := run(t, in, Options{MaxLine: 1000})
	if !fault.Is(err, fault.Invalid) || len(got) != 2 || !strings.Contains(got[0].Error, "1000") || string(got[1].ID) != "2" || got[1].Error != "" {
		t.Errorf("%+v, %v", got, err)
	}
	if string(got[0].ID) != "1" {
		t.Errorf("the id of a long line is %s", got[0].ID)
	}
	exact := `{"id":1,"text":"Hej"}`
	if got, err := run(t, exact+"\r\n", Options{MaxLine: len(exact)}); err != nil || len(got) != 1 {
		t.Errorf("a line of exactly the length: %+v, %v", got, err)
	}
	if _, err := run(t, exact, Options{MaxLine: len(exact) - 1}); err == nil {
		t.Error("one byte too many passes")
	}
}

func TestProgressAndNothing(t *testing.T) {
	var lines, size int64
	in := "{\"text\":\"a\"}\n{\"text\":\"b\"}\n"
	if _, err := run(t, in, Options{Progress: func(l, b int64) { lines, size = l, b }}); err != nil || lines != 2 || size != int64(len(in)) {
		t.Errorf("%d lines, %d bytes, %v", lines, size, err)
	}
	if got, err := run(t, "", Options{}); err != nil || len(got) != 0 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestStopsWhenAskedOrBroken(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Run(ctx, strings.NewReader("{}"), io.Discard, nil, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	broken := errors.New("broken")
	if err := Run(context.Background(), iotestReader{broken}, io.Discard, nil, Options{}); !errors.Is(err, broken) {
		t.Errorf("a reader that breaks: %v", err)
	}
	if err := Run(context.Background(), strings.NewReader(`{"text":"a"}`), iotestWriter{broken}, nil, Options{}); !errors.Is(err, broken) {
		t.Errorf("a writer that breaks: %v", err)
	}
}

type iotestReader struct{ err error }

func (r iotestReader) Read([]byte) (int, error) { return 0, r.err }

type iotestWriter struct{ err error }

func (w iotestWriter) Write([]byte) (int, error) { return 0, w.err }

// quiet is a check that says nothing, so that only the stream is measured.
type quiet struct{}

func (quiet) Sheet() check.Sheet               { return check.Sheet{Name: "quiet"} }
func (quiet) Look(check.Input) []check.Finding { return nil }

func TestMemoryDoesNotGrow(t *testing.T) {
	heap := func(lines int) uint64 {
		pr, pw := io.Pipe()
		go func() {
			for i := range lines {
				fmt.Fprintf(pw, "{\"id\":%d,\"text\":\"Hej på dig, det är dag %d\"}\n", i, i)
			}
			pw.Close()
		}()
		if err := Run(context.Background(), pr, io.Discard, []check.Check{quiet{}}, Options{}); err != nil {
			t.Fatal(err)
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapInuse
	}
	few, many := heap(100), heap(50_000)
	if many > few+(4<<20) {
		t.Errorf("%d bytes after 100 lines, %d after 50,000", few, many)
	}
}

func FuzzRun(f *testing.F) {
	for _, s := range []string{`{"id":1,"text":"Hej"}`, `{"id":`, "{}\n[]\n", `{"text":"850709-9805","media":{"captions":[1]}}`, "\xff\n\n", `{"text":"\ud800"}`} {
		f.Add(s)
	}
	checks := all.All()
	f.Fuzz(func(t *testing.T, in string) {
		var one, two bytes.Buffer
		err := Run(context.Background(), strings.NewReader(in), &one, checks, Options{MaxLine: 4096})
		if err != nil && !fault.Is(err, fault.Invalid) {
			t.Fatal(err)
		}
		_ = Run(context.Background(), strings.NewReader(in), &two, checks, Options{MaxLine: 4096})
		if one.String() != two.String() {
			t.Fatal("two runs differ")
		}
		for line := range strings.Lines(one.String()) {
			if !json.Valid([]byte(line)) {
				t.Fatalf("not JSON: %q", line)
			}
		}
	})
}

// FuzzText lets the checks read one text through the stream, and holds what they point at to the text as given.
func FuzzText(f *testing.F) {
	for _, s := range []string{"Åsa 850709-9805", "A\u030akesson 👨‍👩‍👧‍👦070-174 06 05👍🏽", "a\r\n@b.se\x00", "𝟾507\u200b09–9805\u0301"} {
		f.Add(s)
	}
	checks := all.All()
	f.Fuzz(func(t *testing.T, text string) {
		line, err := json.Marshal(map[string]string{"text": text})
		if err != nil || !utf8.ValidString(text) {
			return
		}
		var out bytes.Buffer
		var a Answer
		if err := errors.Join(Run(context.Background(), bytes.NewReader(line), &out, checks, Options{}), json.Unmarshal(out.Bytes(), &a)); err != nil {
			t.Fatal(err)
		}
		borders := map[int]bool{0: true}
		for at, rest := 0, text; rest != ""; {
			var first string
			first, rest = prose.Cluster(rest)
			at += len(first)
			borders[at] = true
		}
		for _, f := range a.Findings {
			if !borders[f.Start] || !borders[f.End] || text[f.Start:f.End] != f.Text {
				t.Errorf("%s %d:%d %q in %q", f.Rule, f.Start, f.End, f.Text, text)
			}
		}
	})
}

func TestWhatFilesBeginWithAndWhoseNameItIs(t *testing.T) {
	got, err := run(t, "\ufeff"+`{"id":"1","text":"Hej 850709-9805","Text":"annat","TEXT":5}`+"\r\n", Options{})
	if err != nil || len(got) != 1 || len(got[0].Findings) == 0 || got[0].Findings[0].Start != 4 {
		t.Errorf("%+v, %v", got, err)
	}
	got, err = run(t, `{"id":"a","text":"`+"\xff"+`"}`, Options{})
	if err == nil || len(got) != 1 || string(got[0].ID) != `"a"` || got[0].Error == "" {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestOneAnswerIsOneLine holds for readers to whom U+0085 or U+2028 ends a line, too.
func TestOneAnswerIsOneLine(t *testing.T) {
	var out bytes.Buffer
	line, _ := json.Marshal(map[string]any{"id": "\u0085", "text": "850709\u00859805 850709\u20289805"})
	if err := Run(context.Background(), bytes.NewReader(line), &out, all.All(), Options{}); err != nil {
		t.Fatal(err)
	}
	if s := strings.TrimSuffix(out.String(), "\n"); strings.ContainsAny(s, "\u0085\u2028\u2029\n") || !strings.Contains(s, "personnummer") {
		t.Errorf("%q", s)
	}
}
