package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"tilltal/cmd/tilltal/example"
	"tilltal/store/storetest"
)

// BenchmarkInboxPage reads the pages of the inbox and of the search over HTTP, as somebody who is signed in, from a program
// of its own with ten thousand conversations, and with as many as TILLTAL_BENCH_CONVERSATIONS says. Who asks shares the
// processors with who answers.
func BenchmarkInboxPage(b *testing.B) {
	sizes := []int{10_000}
	if n, err := strconv.Atoi(os.Getenv("TILLTAL_BENCH_CONVERSATIONS")); err == nil && n > sizes[0] {
		sizes = append(sizes, n)
	}
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) { readInbox(b, n) })
	}
}

// inboxPages are what is read, by what it is called in the table of measurements.
var inboxPages = [][2]string{
	{"page", "/inkorg"}, {"page-unowned", "/inkorg?visa=lediga"}, {"page-late", "/inkorg?visa=sena"}, {"page-closed", "/inkorg?visa=klara"},
	{"search-common", "/sok?q=n%C3%A4r"}, {"search-two", "/sok?q=n%C3%A4r+skolskjuts"}, {"search-rare", "/sok?q=nummer77"},
	{"search-never-together", "/sok?q=park+bibliotek"}, {"search-none", "/sok?q=xylofon"},
}

func readInbox(b *testing.B, n int) {
	p := newProcess(b, "")
	p.start()
	p.kill()
	storetest.Crowd(b, filepath.Join(p.data, "tilltal.db"), p.accounts(), n)
	p.start()
	reader := p.signIn("nadia@exempelkommun.example")
	for _, page := range inboxPages {
		b.Run(page[0], func(b *testing.B) {
			p.read(reader, page[1])
			var took []time.Duration
			for b.Loop() {
				began := time.Now()
				p.read(reader, page[1])
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(ms(took[len(took)*99/100]), "p99-ms")
			b.ReportMetric(ms(took[len(took)/2]), "median-ms")
		})
	}
}

// accounts are the ids of the example's accounts.
func (p *process) accounts() (ids []string) {
	p.t.Helper()
	h, err := where{Data: p.data, BaseURL: p.url(), AllowLoopback: true}.enter(context.Background(), p.errors)
	if err != nil {
		p.t.Fatal(err)
	}
	defer h.Close()
	all, err := h.furnish(nil).account.All(context.Background(), false)
	if err != nil {
		p.t.Fatal(err)
	}
	for _, a := range all {
		ids = append(ids, a.ID)
	}
	return ids
}

// signIn is a browser in which one of the example's people has signed in.
func (p *process) signIn(email string) *http.Client {
	p.t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		p.t.Fatal(err)
	}
	browser := &http.Client{Jar: jar}
	res, err := browser.PostForm(p.url()+"/logga-in", url.Values{"email": {email}, "password": {example.Password}})
	if err != nil {
		p.t.Fatal(err)
	}
	_ = res.Body.Close()
	if res.StatusCode != http.StatusOK || len(jar.Cookies(res.Request.URL)) == 0 {
		p.t.Fatalf("signing in was answered %d at %s", res.StatusCode, res.Request.URL)
	}
	return browser
}

// read reads a page to its end.
func (p *process) read(browser *http.Client, path string) {
	p.t.Helper()
	res, err := browser.Get(p.url() + path)
	if err != nil {
		p.t.Fatal(err)
	}
	defer res.Body.Close()
	if _, err := io.Copy(io.Discard, res.Body); err != nil {
		p.t.Fatal(err)
	}
	if res.StatusCode != http.StatusOK {
		p.t.Fatalf("%s was answered %d", path, res.StatusCode)
	}
}
