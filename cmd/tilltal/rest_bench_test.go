package main

import (
	"cmp"
	"os"
	"slices"
	"testing"
	"time"
)

// BenchmarkStart is a cold start: from the moment the program is asked for until it has answered its first request, on the
// example's database, as a new process each time. The disk's pages are warm: what is measured is the program.
func BenchmarkStart(b *testing.B) {
	p := newProcess(b, "")
	p.start() // the first start makes the database
	p.kill()
	var took []time.Duration
	for b.Loop() {
		took = append(took, p.start())
		p.kill()
	}
	slices.Sort(took)
	b.ReportMetric(ms(took[len(took)/2]), "median-ms")
	b.ReportMetric(ms(took[len(took)*99/100]), "p99-ms")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkIdle is the resident memory of a desk where somebody has signed in and read some pages, and that has then been left
// alone for a little more than a minute. How long is for TILLTAL_BENCH_IDLE to say, so that it can be tried in a hurry.
func BenchmarkIdle(b *testing.B) {
	wait, err := time.ParseDuration(cmp.Or(os.Getenv("TILLTAL_BENCH_IDLE"), "70s"))
	if err != nil {
		b.Fatal(err)
	}
	p := newProcess(b, "")
	p.start()
	p.kill()
	for b.Loop() {
		p.start()
		reader := p.signIn("nadia@exempelkommun.example")
		for _, path := range []string{"/", "/insyn", "/sok?q=lekplats", "/inkorg", "/skriv", "/torget/vardag_i_sjovik"} {
			p.read(reader, path)
		}
		time.Sleep(wait)
		now, most := p.memory()
		b.ReportMetric(float64(now)/(1<<20), "MiB-idle")
		b.ReportMetric(float64(most)/(1<<20), "MiB-most")
		p.kill()
	}
	b.ReportMetric(0, "ns/op")
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
