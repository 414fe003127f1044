// Package channeltest is what every channel must pass before the authority may speak on it: that it says who it is, in both
// languages and always the same; that it can do what its sheet says and says what it can do; that a post given to it twice
// stands once on the network; and that no text, however hostile, makes it fall.
package channeltest

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"tilltal/channel"
)

// Network is a channel with the other side of it, so that the suite sees what came out there.
type Network struct {
	Channel channel.Channel
	// Account is one that the channel may speak for.
	Account channel.Account
	// Standing counts how often a post stands on the network, by its id.
	Standing func(id string) int
	// Described returns the picture descriptions that readers of a post get there, in order; asked only where the sheet says
	// that the network shows them.
	Described func(id string) []string
	// Keep lets the desk know of a post before the channel is given it; nil when the channel does not ask.
	Keep func(channel.Post)
}

// Run lets a channel pass the suite. Each part has a network of its own.
func Run(t *testing.T, open func(t *testing.T) Network) {
	t.Helper()
	t.Run("sheet", func(t *testing.T) { sheet(t, open(t).Channel) })
	t.Run("powers", func(t *testing.T) { powers(t, open(t).Channel) })
	t.Run("descriptions", func(t *testing.T) { descriptions(t, open(t)) })
	t.Run("twice is once", func(t *testing.T) { twice(t, open(t)) })
	t.Run("life of a post", func(t *testing.T) { life(t, open(t)) })
	t.Run("hostile", func(t *testing.T) { hostile(t, open(t)) })
}

func sheet(t *testing.T, c channel.Channel) {
	s := c.Sheet()
	if !reflect.DeepEqual(s, c.Sheet()) {
		t.Error("the sheet changes")
	}
	if s.Name == "" || strings.ToLower(s.Name) != s.Name {
		t.Errorf("the name is %q", s.Name)
	}
	if s.Title.SV == "" || s.Title.EN == "" || s.Help.SV == "" || s.Help.EN == "" {
		t.Error("title or help lacks a language")
	}
}

func powers(t *testing.T, c channel.Channel) {
	_, corrects := c.(channel.Corrector)
	_, withdraws := c.(channel.Withdrawer)
	_, describes := c.(channel.Describer)
	_, hosts := c.(channel.Host)
	for power, can := range map[channel.Power]bool{channel.CanCorrect: corrects, channel.CanWithdraw: withdraws, channel.CanDescribe: describes, channel.CanHost: hosts} {
		if says := slices.Contains(c.Sheet().Powers, power); says != can {
			t.Errorf("%s: the sheet says %v, the channel %v", power, says, can)
		}
	}
	if h, ok := c.(channel.Host); ok {
		for _, e := range h.Endpoints() {
			if e.Method == "" || !strings.HasPrefix(e.Path, "/") || e.Do == nil {
				t.Errorf("endpoint %+v", e)
			}
		}
	}
}

// Post is an ordinary post.
func Post(a channel.Account, id string) channel.Post {
	return channel.Post{ID: id, Account: a, Text: "Vi plogar nu. #vinter", Language: "sv", Topics: []string{"vinter"}, Signature: "Amina, Gata och park",
		PublishedAt: time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)}
}

func (n Network) publish(t *testing.T, p channel.Post) {
	t.Helper()
	if n.Keep != nil {
		n.Keep(p)
	}
	if _, err := n.Channel.Publish(context.Background(), p); err != nil {
		t.Fatalf("publish %q: %v", p.Text, err)
	}
}

// descriptions publishes pictures, and reads what those who cannot see them get there.
func descriptions(t *testing.T, n Network) {
	most := n.Channel.Sheet().Alt
	if most == 0 {
		return // the writer is told what is lost
	}
	if n.Described == nil {
		t.Fatal("the sheet says that descriptions are shown, and nobody can see them")
	}
	p := Post(n.Account, "01kaaaaaaaaaaaaaaaaaaaaaac")
	want := []string{"En plog på torget i snö & dis.", strings.Repeat("å", min(most, 1500)), ""}
	for i, alt := range want {
		p.Pictures = append(p.Pictures, channel.Picture{Hash: "abc" + strings.Repeat("0", i), Type: "image/png", Alt: alt, Width: 10, Height: 10})
	}
	n.publish(t, p)
	if got := n.Described(p.ID); !slices.Equal(got, want) {
		t.Errorf("the descriptions are %.80q, want %.80q", got, want)
	}
}

func twice(t *testing.T, n Network) {
	p := Post(n.Account, "01kaaaaaaaaaaaaaaaaaaaaaaa")
	n.publish(t, p)
	n.publish(t, p)
	if got := n.Standing(p.ID); got != 1 {
		t.Errorf("the post stands %d times", got)
	}
}

func life(t *testing.T, n Network) {
	p := Post(n.Account, "01kaaaaaaaaaaaaaaaaaaaaaab")
	n.publish(t, p)
	if c, ok := n.Channel.(channel.Corrector); ok {
		p.UpdatedAt = p.PublishedAt.Add(time.Hour)
		p.Correction = &channel.Correction{Wrong: "nu", Right: "i kväll", Why: "Vi läste fel.", Now: "Tiden är rättad.", At: p.UpdatedAt}
		if n.Keep != nil {
			n.Keep(p)
		}
		if err := c.Correct(context.Background(), p); err != nil {
			t.Errorf("correct: %v", err)
		}
	}
	if w, ok := n.Channel.(channel.Withdrawer); ok {
		p.Withdrawn = &channel.Withdrawal{Public: "Borttaget.", At: p.PublishedAt.Add(2 * time.Hour)}
		if n.Keep != nil {
			n.Keep(p)
		}
		if err := w.Withdraw(context.Background(), p); err != nil {
			t.Errorf("withdraw: %v", err)
		}
		if got := n.Standing(p.ID); got != 0 {
			t.Errorf("a withdrawn post stands %d times", got)
		}
	}
}

// Hostile are texts that have broken somebody's program.
func Hostile() []string {
	return []string{"", " ", "\x00", "\xff\xfe", "<script>alert(1)</script>", "&lt;b&gt;", "\u202eabc", "a\u200bb", strings.Repeat("å", 100_000),
		"@@@ @ @a@ @a@b", "# ## #1 #å", "https://", "https://[::1", strings.Repeat("<p>", 1000), "👨‍👩‍👧‍👦 å🏳️‍🌈 https://example.se/å"}
}

func hostile(t *testing.T, n Network) {
	for i, text := range Hostile() {
		p := Post(n.Account, "01kaaaaaaaaaaaaaaaaaaaab"+string("0123456789abcdefghjk"[i])+"0")
		p.Text, p.Summary, p.Topics, p.Signature = text, text, []string{text, ""}, text
		p.Pictures = []channel.Picture{{Hash: "abc", Type: "image/png", Alt: text}}
		n.publish(t, p)
	}
}
