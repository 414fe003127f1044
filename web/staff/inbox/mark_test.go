package inbox_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"testing"
	"time"

	"tilltal/check/all"
	"tilltal/desk/inbox"
	"tilltal/store/drafttest"
)

// TestTheBreakerIsTold floods the inbox with what is marked alike: the page says that no more is marked today, hides nothing, and
// says nothing the day after.
func TestTheBreakerIsTold(t *testing.T) {
	o := open(t)
	o.talk.Checks = all.Incoming()
	for i := range inbox.MostMarks + 1 {
		remote := fmt.Sprint("https://a.example/", i)
		body, err := json.Marshal(inbox.Message{Author: "https://a.example/anna", AuthorName: "Anna Ek", Remote: remote, Kind: inbox.MessageSaid, Visibility: inbox.Public,
			Text: fmt.Sprint("Jag vet var du bor. Nummer ", i), Mentions: []string{"https://torget.se/parken"}})
		o.must(err)
		o.must(o.talk.Arrive(t.Context(), inbox.Envelope{Channel: inbox.ChannelFediverse, Remote: remote, Sender: "https://a.example/anna", Kind: "Create", Body: body}))
	}
	o.must(o.talk.Sort(t.Context()))
	amina := o.As(drafttest.Amina)
	o.shows(amina.Get("/inkorg"), http.StatusOK, "Inget mer märks som ”Hot” i dag", "Redan 500 meddelanden har fått märkningen.", "Jag vet var du bor.")
	amina.Language = "en"
	o.shows(amina.Get("/inkorg"), http.StatusOK, "Nothing more is marked “Threat” today")
	o.Clock.Move(24 * time.Hour)
	o.hides(amina.Get("/inkorg"), "Nothing more is marked")
}
