package inbox_test

import (
	"net/http"
	"testing"

	"tilltal/desk/inbox"
	"tilltal/store/drafttest"
)

// Anna takes away her account: her conversation says so, what she said is kept beside it, and there is nothing to answer in. Who
// answers all the same, from a page she had open, is told why it is not sent.
func TestWhoHasLeftIsNotAnswered(t *testing.T) {
	o := open(t)
	amina := o.As(drafttest.Amina)
	path := o.asked("1", "När öppnar ni?")
	before := amina.Get(path)
	o.hear("act/left", inbox.Message{Kind: inbox.MessageLeft})
	after := o.shows(amina.Get(path), http.StatusOK, "Den som skrev har tagit bort sitt konto", "Ett svar når inte fram", "Tagen tillbaka av den som skrev", "När öppnar ni?")
	o.hides(after, `class="composer"`)
	o.shows(amina.Post(path+"/svara", form(before, "Klockan nio.", "skicka", "1")), http.StatusGone, "Ett svar når inte fram")
	if c := o.conversation(path); !c.AnsweredAt.IsZero() || !c.Unreachable {
		t.Errorf("%+v", c)
	}
	o.shows(amina.Get("/inkorg"), http.StatusOK, "Har tagit bort sitt konto")
}
