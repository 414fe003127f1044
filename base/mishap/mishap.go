// Package mishap names the places where the power may go (olyckstillfälle). What an authority has told a citizen must be true
// also after the worst moment for its machine to stop: the question that was received is there, the post that was published is
// published once. Each step of receiving, publishing, delivering and answering therefore says where it is, and the crash runs
// (cmd/tilltal/crash_step_test.go) stop a real process at each of them, start it again, and look.
//
// The program that an authority runs cannot be stopped this way. There, [At] is empty and disappears when it is compiled; only
// a build with the tag mishap, which the crash runs make for themselves, has anything in it, and that dies only at the step
// that the environment names. A switch in the real program would have been simpler, and a way to stop it. See
// docs/decisions/0012-mishaps.md.
package mishap

// Step is a place in the work; what is done there is told beside it: the kind of an act, of a job, or of a letter.
type Step string

// The steps, in the order in which work passes them.
const (
	Believed  Step = "believed"  // a letter's signature has been checked, and nothing has been done with it
	Decided   Step = "decided"   // a change has been decided, and nothing is written
	Written   Step = "written"   // an act or a delivery stands in the open transaction
	Committed Step = "committed" // a change is on disk, and nobody has been told
	Taken     Step = "taken"     // a worker has the lease of a job, and has done nothing
	Sent      Step = "sent"      // the other server has it, and nothing here knows
	Done      Step = "done"      // a job has been done, and is still in the queue
	Finished  Step = "finished"  // a job is out of the queue
)
