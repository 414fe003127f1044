package account

import (
	"encoding/json"

	"tilltal/desk"
)

// JobShown is the job that follows when an account shows something new of itself to other servers: its name, its purpose, or where
// else it is. Its payload is a Shown. The job is queued in the transaction of the change.
const JobShown = "account.shown"

// Shown is the payload of JobShown. Change is the id of the fact that changed it, so that it is told of once.
type Shown struct {
	Account string `json:"account"`
	Change  string `json:"change"`
}

func showing(account, change string) desk.Job {
	payload, _ := json.Marshal(Shown{Account: account, Change: change}) // two strings always can be written
	return desk.Job{Kind: JobShown, Key: JobShown + " " + account + " " + change, Payload: payload}
}

// elsewhere are the jobs that follow when an account on another network changes: the desk's account that it belongs with links to
// it, and the one that it belonged with before does not any more.
func elsewhere(before, after Listing) (jobs []desk.Job) {
	same := before.Account == after.Account && before.Address == after.Address && before.Network == after.Network && before.Shut() == after.Shut()
	if same {
		return nil
	}
	for _, a := range []string{before.Account, after.Account} {
		if a != "" && (len(jobs) == 0 || a != before.Account) {
			jobs = append(jobs, showing(a, after.ID))
		}
	}
	return jobs
}
