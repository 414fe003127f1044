package notice

import (
	"context"

	"tilltal/base/lingo"
	"tilltal/desk"
	"tilltal/desk/counsel"
	"tilltal/desk/idea"
	"tilltal/desk/people"
)

// rule is one row of the table: who is told of a kind of act, under which topic, in which words, and where it is seen. In the
// sentence %[1]s is who did it, %[2]s the account and %[3]s the detail.
type rule struct {
	topic Topic
	say   lingo.Text
	alone lingo.Text                                    // what it says when the desk did it by itself; empty says the same
	of    func(detail string, by lingo.Text) lingo.Text // the detail in words, when what is kept of it is a code
	to    func(ctx context.Context, r *Room, e desk.Entry) (told, error)
	then  string // the kind, below, that others are told of it by; "" when there is nothing more to tell
	alarm bool
}

// told is who is to be told of an entry, and where she sees it.
type told struct {
	people []string
	path   string
	detail string
	kind   string // what it is told as, when that is not what it is
	event  string // what it is a part of, when it is to be told once of several entries; "" is the entry alone
}

// rules is the whole of it: an act of a kind that is not here is told to nobody.
var rules = map[string]rule{
	"inbox.assigned": {topic: Talk, say: lingo.T("%[1]s gav dig ett samtal (%[2]s).", "%[1]s gave you a conversation (%[2]s)."), to: newOwner},

	"draft.submitted":   {topic: Review, say: lingo.T("%[1]s vill att du läser en text (%[2]s).", "%[1]s wants you to read a text (%[2]s)."), to: readers},
	"review.approved":   {topic: Texts, say: lingo.T("%[1]s godkände din text (%[2]s).", "%[1]s approved your text (%[2]s)."), to: approved},
	"review.returned":   {topic: Texts, say: lingo.T("%[1]s lämnade tillbaka din text med några ord (%[2]s).", "%[1]s handed your text back with a few words (%[2]s)."), to: writer},
	"publish.sent":      {topic: Texts, say: lingo.T("%[1]s publicerade din text (%[2]s).", "%[1]s published your text (%[2]s)."), alone: lingo.T("Din text har gått ut som planerat (%[2]s).", "Your text has gone out as planned (%[2]s)."), to: sentFor},
	"publish.held":      {topic: Texts, say: lingo.T("Din text gick inte ut (%[2]s): %[3]s", "Your text did not go out (%[2]s): %[3]s"), of: heldBecause, to: heldFrom, then: TextLeft},
	"publish.published": {topic: Ideas, say: lingo.T("Din idé har blivit ett inlägg (%[2]s).", "Your idea has become a post (%[2]s)."), to: giverOfPost},

	"idea.sent":    {topic: Ideas, say: lingo.T("%[1]s skickade en idé.", "%[1]s sent an idea."), to: ideaReaders},
	"idea.asked":   {topic: Ideas, say: lingo.T("%[1]s undrar något om din idé.", "%[1]s wonders something about your idea."), to: giver},
	"idea.replied": {topic: Ideas, say: lingo.T("%[1]s svarade på din fråga om en idé.", "%[1]s answered your question about an idea."), to: ideaAsker},
	"idea.adopted": {topic: Ideas, say: lingo.T("%[1]s gjorde ett utkast av din idé (%[2]s).", "%[1]s made a draft of your idea (%[2]s)."), to: giver},
	"idea.refused": {topic: Ideas, say: lingo.T("%[1]s svarade på din idé.", "%[1]s answered your idea."), to: giver},

	"counsel.commented": {topic: Advice, say: lingo.T("%[1]s kommenterade din text (%[2]s).", "%[1]s commented on your text (%[2]s)."), to: writers},
	"counsel.suggested": {topic: Advice, say: lingo.T("%[1]s föreslår en ändring i din text (%[2]s).", "%[1]s suggests a change in your text (%[2]s)."), to: writers},
	"counsel.asked":     {topic: Advice, say: lingo.T("%[1]s ställde en fråga till dig (%[2]s).", "%[1]s asked you a question (%[2]s)."), to: asked},
	"counsel.answered":  {topic: Advice, say: lingo.T("%[1]s svarade på din fråga (%[2]s).", "%[1]s answered your question (%[2]s)."), to: asker},
	"counsel.recalled":  {topic: Advice, say: lingo.T("%[1]s tog tillbaka sin fråga. Du behöver inte svara.", "%[1]s took the question back. You need not answer."), to: asked},
	"counsel.reminded":  {topic: Advice, say: lingo.T("En fråga väntar på ditt svar (%[2]s).", "A question waits for your answer (%[2]s)."), to: asked},
	"counsel.overdue":   {topic: Advice, say: lingo.T("Frågan till %[3]s har inte fått svar i tid (%[2]s).", "The question to %[3]s was not answered in time (%[2]s)."), to: askerAndAsked},

	"shift.planned":     {topic: Shifts, say: lingo.T("%[1]s gav dig ett pass den här veckan (%[2]s).", "%[1]s gave you a shift this week (%[2]s)."), to: onShiftSoon},
	"shift.changed":     {topic: Shifts, say: lingo.T("%[1]s ändrade ett pass som är ditt nu (%[2]s).", "%[1]s changed a shift that is yours now (%[2]s)."), to: changedShift, then: ShiftLost},
	"shift.cancelled":   {topic: Shifts, say: lingo.T("%[1]s ställde in ett av dina pass (%[2]s).", "%[1]s called off one of your shifts (%[2]s)."), to: cancelledShift},
	"shift.ended":       {topic: Shifts, say: lingo.T("%[1]s avslutade ditt pass före tiden (%[2]s).", "%[1]s ended your shift before its time (%[2]s)."), to: onShift},
	"shift.refused":     {topic: Shifts, say: lingo.T("%[1]s tackade nej till gästveckan (%[2]s).", "%[1]s declined the guest week (%[2]s)."), to: planner},
	"shift.offered":     {topic: Shifts, say: lingo.T("%[1]s vill byta pass med dig (%[2]s).", "%[1]s wants to swap shifts with you (%[2]s)."), to: offered},
	"shift.swapped":     {topic: Shifts, say: lingo.T("%[1]s tackade ja till att byta pass med dig (%[2]s).", "%[1]s agreed to swap shifts with you (%[2]s)."), to: offerer},
	"shift.declined":    {topic: Shifts, say: lingo.T("%[1]s tackade nej till att byta pass med dig (%[2]s). Du har kvar ditt.", "%[1]s declined to swap shifts with you (%[2]s). You keep yours."), to: offerer},
	"shift.withdrawn":   {topic: Shifts, say: lingo.T("%[1]s vill inte längre byta pass med dig (%[2]s). Du behöver inte svara.", "%[1]s no longer wants to swap shifts with you (%[2]s). You need not answer."), to: offered},
	"shift.handed_over": {topic: Shifts, say: lingo.T("%[1]s har lämnat över till dig (%[2]s).", "%[1]s has handed over to you (%[2]s)."), to: next},
	"shift.unconfirmed": {topic: Shifts, say: lingo.T("Ingen har tagit över efter ett pass (%[2]s).", "Nobody has taken over after a shift (%[2]s)."), to: planners},
	"shift.gap":         {topic: Shifts, say: lingo.T("Ingen har pass när kontot ska vara bemannat (%[2]s).", "Nobody has a shift when the account is to be staffed (%[2]s)."), to: planners},

	"breakglass.used": {topic: House, alarm: true, say: lingo.T("Larm: någon loggade in med nödkontot (%[2]s).", "Alarm: somebody signed in by the break-glass account (%[2]s)."), to: keepers},
	"account.short":   {topic: House, say: lingo.T("Kontot %[2]s har för få kontoansvariga.", "The account %[2]s has too few owners."), to: owners},
}

// What the clocks tell, which nobody did.
const (
	ClockSoon = "clock.soon"  // a promised answer runs out soon
	ShiftSoon = "clock.shift" // a shift begins within a day
	ShiftLost = "shift.lost"  // a shift was given to somebody else
	ShiftTurn = "shift.turn"  // a rotation was changed, and with it what is hers
	JobDead   = "job.dead"    // a job was given up
	TextLeft  = "clock.text"  // a text was stopped whose writer can no longer decide on it
)

var watched = map[string]rule{
	ClockSoon: {topic: Clocks, say: lingo.T("Ett samtal behöver svar snart (%[2]s).", "A conversation needs an answer soon (%[2]s).")},
	ShiftSoon: {topic: Shifts, say: lingo.T("Du har pass inom ett dygn (%[2]s).", "You have a shift within a day (%[2]s).")},
	ShiftLost: {topic: Shifts, say: lingo.T("Ett av dina pass har gått över till %[3]s (%[2]s).", "One of your shifts has gone to %[3]s (%[2]s)."), to: lostShift},
	ShiftTurn: {topic: Shifts, say: lingo.T("%[1]s ändrade schemat (%[2]s). Se vilka pass som är dina nu.", "%[1]s changed the rotation (%[2]s). See which shifts are yours now.")},
	TextLeft: {topic: Shifts, say: lingo.T("En text gick inte ut (%[2]s), för den som lämnade in den kan inte längre svara för den. Ska den ut?",
		"A text did not go out (%[2]s), for whoever handed it in can no longer answer for it. Shall it go out?"), to: leftWith},
	JobDead: {topic: House, say: lingo.T("Tilltal gav upp ett arbete: %[3]s.", "Tilltal gave up a job: %[3]s.")},
}

// Kinds lists the kinds of act that somebody is told of.
func Kinds() []string {
	var out []string
	for k := range rules {
		out = append(out, k)
	}
	return out
}

func ruleOf(kind string) rule {
	if r, ok := rules[kind]; ok {
		return r
	}
	return watched[kind]
}

// TopicOf is the topic that a kind belongs to.
func TopicOf(kind string) Topic { return ruleOf(kind).topic }

func newOwner(_ context.Context, _ *Room, e desk.Entry) (told, error) {
	to, _ := e.Say["person"].(string)
	return told{people: []string{to}, path: "/inkorg/" + e.Subject}, nil
}

// giverOfPost tells who had the idea when it has become a post.
func giverOfPost(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	id, _ := e.Say["draft"].(string)
	i, err := r.store.IdeaOf(ctx, id)
	if missing(err) {
		return told{}, nil
	}
	return told{people: []string{i.By}, path: "/ideer/" + i.ID}, err
}

func giver(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	i, err := r.store.Idea(ctx, e.Subject)
	return told{people: []string{i.By}, path: "/ideer/" + i.ID}, err
}

func ideaReaders(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	i, err := r.store.Idea(ctx, e.Subject)
	if err != nil || i.Stage() != idea.Waiting {
		return told{}, err
	}
	all, err := r.holders(ctx, people.IdeaAnswer, e.Account)
	return told{people: all, path: "/ideer/" + i.ID}, err
}

func ideaAsker(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	i, err := r.store.Idea(ctx, e.Subject)
	out := told{path: "/ideer/" + i.ID}
	for _, w := range i.Words { // the last who asked
		if !w.Answer {
			out.people = []string{w.By}
		}
	}
	return out, err
}

func question(ctx context.Context, r *Room, e desk.Entry) (counsel.Question, told, error) {
	q, err := r.store.Question(ctx, e.Subject)
	return q, told{path: "/rad/" + q.ID, detail: q.ToName}, err
}

func asked(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	q, out, err := question(ctx, r, e)
	out.people = []string{q.To}
	return out, err
}

func asker(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	q, out, err := question(ctx, r, e)
	out.people = []string{q.By}
	return out, err
}

func askerAndAsked(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	q, out, err := question(ctx, r, e)
	out.people = []string{q.By, q.To}
	return out, err
}

func owners(ctx context.Context, r *Room, e desk.Entry) (told, error) {
	all, err := r.holders(ctx, people.PeopleOwners, e.Account)
	return told{people: all, path: "/konton/" + e.Account + "/ansvariga"}, err
}
