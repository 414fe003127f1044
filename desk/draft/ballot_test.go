package draft

import (
	"strings"
	"testing"
	"time"

	"tilltal/check"
	"tilltal/check/impartiality"
	"tilltal/desk/account"
)

// TestAnAccountsOwnElectionIsAskedAbout holds that the charter's extra election reaches the checks, and only while it lasts.
func TestAnAccountsOwnElectionIsAskedAbout(t *testing.T) {
	at := account.Account{Charter: account.Charter{Election: account.Ballot{Name: "Folkomröstningen om bron", From: "2027-02-01", To: "2027-05-09"}}}
	c := Content{Text: "Moderaterna och Socialdemokraterna är överens om badet."}
	for day, want := range map[string]bool{"2027-01-31": false, "2027-02-01": true, "2027-05-09": true, "2027-05-10": false} {
		now, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		found := check.Run([]check.Check{impartiality.Check{}}, input(c, at, now))
		if got := len(found) == 1 && strings.Contains(found[0].Reason.SV, "Folkomröstningen om bron"); got != want {
			t.Errorf("%s: %+v", day, found)
		}
	}
}
