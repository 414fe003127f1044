package record

import (
	"fmt"
	"slices"
	"strings"

	"tilltal/base/clock"
	"tilltal/base/lingo"
	"tilltal/base/svenska"
	"tilltal/desk"
	"tilltal/desk/guideline"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/publish"
)

// telling is how one kind of act is told. %[1]s is who did it, and the others are what its Say has under the keys.
type telling struct {
	text lingo.Text
	keys []string
}

func tell(sv, en string, keys ...string) telling { return telling{lingo.T(sv, en), keys} }

// tellings has a sentence for every kind of act in the house. A test reads the house's source and fails on one that is
// missing.
var tellings = map[string]telling{
	"person.hired":        tell("%[1]s lade till %[2]s.", "%[1]s added %[2]s.", "name"),
	"person.described":    tell("%[1]s ändrade uppgifterna om %[2]s.", "%[1]s changed the details of %[2]s.", "name"),
	"person.left":         tell("%[1]s avslutade %[2]s, som förlorade all tillgång.", "%[1]s ended the access of %[2]s.", "name"),
	"person.invited":      tell("%[1]s bjöd in %[2]s.", "%[1]s invited %[2]s.", "name"),
	"person.password":     tell("%[2]s fick ett nytt lösenord.", "%[2]s got a new password.", "name"),
	"role.granted":        tell("%[1]s gav %[2]s rollen %[3]s.", "%[1]s gave %[2]s the role %[3]s.", "name", "role"),
	"role.revoked":        tell("%[1]s tog ifrån %[2]s rollen %[3]s.", "%[1]s took the role %[3]s from %[2]s.", "name", "role"),
	"mandate.given":       tell("%[1]s utsåg %[2]s till %[3]s för kontot.", "%[1]s appointed %[2]s %[3]s of the account.", "name", "role"),
	"mandate.ended":       tell("%[1]s avslutade uppdraget för %[2]s som %[3]s.", "%[1]s ended the appointment of %[2]s as %[3]s.", "name", "role"),
	"signin.succeeded":    tell("%[2]s loggade in.", "%[2]s signed in.", "name"),
	"signin.failed":       tell("Någon försökte logga in och lyckades inte.", "Somebody tried to sign in and failed."),
	"signin.linked":       tell("Tilltal kopplade %[2]s till myndighetens inloggning.", "Tilltal linked %[2]s to the authority's sign-in.", "name"),
	"signin.demanded":     tell("%[1]s bestämde för hur många roller ett lösenord inte räcker: %[2]s.", "%[1]s decided for how many roles a password is not enough: %[2]s.", "count"),
	"factor.enrolled":     tell("%[1]s skaffade ett andra steg.", "%[1]s set up a second step."),
	"factor.dropped":      tell("%[1]s tog bort sitt andra steg.", "%[1]s removed their second step."),
	"factor.released":     tell("%[1]s tog bort andra steget och inloggningsnycklarna för %[2]s.", "%[1]s removed the second step and the passkeys of %[2]s.", "name"),
	"factor.reserves":     tell("%[1]s gjorde nya reservkoder.", "%[1]s made new reserve codes."),
	"factor.reserve_used": tell("%[2]s använde en reservkod. %[3]s är kvar.", "%[2]s used a reserve code. %[3]s are left.", "name", "left"),
	"passkey.added":       tell("%[1]s skaffade inloggningsnyckeln %[2]s.", "%[1]s got the passkey %[2]s.", "key"),
	"passkey.renamed":     tell("%[1]s bytte namn på inloggningsnyckeln %[2]s till %[3]s.", "%[1]s renamed the passkey %[2]s to %[3]s.", "was", "key"),
	"passkey.removed":     tell("%[1]s tog bort inloggningsnyckeln %[2]s.", "%[1]s removed the passkey %[2]s.", "key"),
	"passkey.copied":      tell("Inloggningsnyckeln %[3]s hos %[2]s kan vara kopierad och släpptes inte in.", "The passkey %[3]s of %[2]s may have been copied and was not let in.", "name", "key"),
	"breakglass.sealed":   tell("%[1]s gjorde ett nytt lösenord till nödkontot.", "%[1]s made a new password for the break-glass account."),
	"breakglass.used":     tell("Larm: någon loggade in med nödkontot.", "Alarm: somebody signed in by the break-glass account."),
	"breakglass.reviewed": tell("%[1]s gick igenom larmet om nödkontot: %[2]s", "%[1]s reviewed the alarm about the break-glass account: %[2]s", "words"),
	"session.ended":       tell("%[1]s avslutade en inloggning.", "%[1]s ended a session."),
	"token.created":       tell("%[1]s skapade åtkomstnyckeln %[2]s.", "%[1]s made the access token %[2]s.", "token"),
	"token.revoked":       tell("%[1]s återkallade åtkomstnyckeln %[2]s.", "%[1]s revoked the access token %[2]s.", "token"),

	"authority.settings":     tell("%[1]s ändrade myndighetens inställningar.", "%[1]s changed the authority's settings."),
	"instance.claimed":       tell("%[1]s förklarade att det här är det riktiga skrivbordet.", "%[1]s declared that this is the real desk."),
	"job.revived":            tell("%[1]s satte igång ett arbete som hade fastnat.", "%[1]s put a job that had been given up back to work."),
	"account.opened":         tell("%[1]s öppnade kontot %[2]s.", "%[1]s opened the account %[2]s.", "name"),
	"account.chartered":      tell("%[1]s ändrade kontots beskrivning.", "%[1]s changed the account's description."),
	"account.closed":         tell("%[1]s stängde kontot %[2]s.", "%[1]s closed the account %[2]s.", "name"),
	"account.short":          tell("Kontot har för få kontoansvariga sedan %[2]s slutade.", "The account has too few owners since %[2]s left.", "left"),
	"account.listed":         tell("%[1]s förde in %[2]s i kontoregistret.", "%[1]s put %[2]s in the account register.", "name"),
	"account.relisted":       tell("%[1]s ändrade uppgifterna om %[2]s i kontoregistret.", "%[1]s changed the details of %[2]s in the account register.", "name"),
	"account.reviewed":       tell("%[1]s gick igenom %[2]s med årets frågor.", "%[1]s went through %[2]s with the questions of the year.", "name"),
	"frame.common":           tell("%[1]s beslutade om gemensamma ramar, version %[2]s.", "%[1]s decided the common frames, version %[2]s.", "number"),
	"frame.acknowledged":     tell("%[1]s läste ramarna för %[2]s.", "%[1]s read the frames of %[2]s.", "name"),
	"frame.practised":        tell("%[1]s gjorde övningen %[2]s.", "%[1]s did the exercise %[2]s.", "title"),
	"frame.exercise_added":   tell("%[1]s lade till övningen %[2]s.", "%[1]s added the exercise %[2]s.", "title"),
	"frame.exercise_dropped": tell("%[1]s tog bort övningen %[2]s.", "%[1]s took the exercise %[2]s away.", "title"),
	"frame.backed":           tell("%[2]s, %[3]s, skrev under att medarbetarna får tala.", "%[2]s, %[3]s, signed that the employees may speak.", "name", "title"),
	"lesson.noted":           tell("En kollega skrev en lärdom.", "A colleague wrote a lesson."),
	"lesson.left":            tell("%[1]s lät ett inlägg stå som det är.", "%[1]s let a post stand as it is."),
	"routine.adopted":        tell("%[1]s beslutade om rutin nummer %[2]s.", "%[1]s decided routine number %[2]s.", "number"),

	"rule.silenced":    tell("%[1]s tystade regeln %[2]s till och med %[4]s: %[3]s", "%[1]s made the rule %[2]s silent through %[4]s: %[3]s", "rule", "words", "until"),
	"rule.voiced":      tell("%[1]s lät regeln %[2]s höras igen.", "%[1]s let the rule %[2]s be heard again.", "rule"),
	"draft.begun":      tell("%[1]s började på en text.", "%[1]s began a text."),
	"draft.saved":      tell("%[1]s sparade version %[2]s.", "%[1]s saved version %[2]s.", "version"),
	"draft.put_aside":  tell("%[1]s sparade version %[2]s bredvid en kollegas.", "%[1]s saved version %[2]s beside a colleague's.", "version"),
	"draft.responded":  tell("%[1]s svarade på en anmärkning.", "%[1]s answered a finding."),
	"draft.submitted":  tell("%[1]s lämnade in version %[2]s. Rutinen: %[3]s.", "%[1]s handed in version %[2]s. The routine: %[3]s.", "version", "step"),
	"draft.discarded":  tell("%[1]s kastade ett utkast.", "%[1]s discarded a draft."),
	"review.approved":  tell("%[1]s godkände version %[2]s.", "%[1]s approved version %[2]s.", "version"),
	"review.returned":  tell("%[1]s lämnade tillbaka version %[2]s.", "%[1]s returned version %[2]s.", "version"),
	"publish.sent":     tell("%[1]s skickade ut version %[2]s.", "%[1]s sent out version %[2]s.", "version"),
	"publish.held":     tell("%[1]s stoppade en text. %[2]s", "%[1]s stopped a text. %[2]s", "why"),
	"publish.answered": tell("%[1]s svarade i ett samtal.", "%[1]s answered in a conversation."),

	"publish.scheduled": tell("%[1]s gav en text tiden %[2]s.", "%[1]s gave a text the time %[2]s.", "when"),
	"publish.published": tell("%[1]s publicerade ett inlägg, undertecknat %[2]s.", "%[1]s published a post, signed %[2]s.", "curator"),
	"publish.corrected": tell("%[1]s rättade ett inlägg.", "%[1]s corrected a post."),
	"sealed.opened":     tell("%[1]s öppnade en förseglad kopia.", "%[1]s opened a sealed copy."),
	"publish.withdrawn": tell("%[1]s avpublicerade ett inlägg. Grund: %[2]s.", "%[1]s withdrew a post. Ground: %[2]s.", "ground"),

	"shift.planned":       tell("%[1]s planerade ett pass för %[2]s: %[3]s.", "%[1]s planned a shift for %[2]s: %[3]s.", "name", "from"),
	"shift.changed":       tell("%[1]s ändrade ett pass. Det är nu %[2]s som har det: %[3]s.", "%[1]s changed a shift. It is now that of %[2]s: %[3]s.", "name", "from"),
	"shift.cancelled":     tell("%[1]s ställde in passet för %[2]s: %[3]s.", "%[1]s called off the shift of %[2]s: %[3]s.", "name", "from"),
	"shift.refused":       tell("%[1]s tackade nej till en gästvecka: %[2]s.", "%[1]s declined a guest week: %[2]s.", "from"),
	"shift.ended":         tell("%[1]s avslutade passet för %[2]s före tiden.", "%[1]s ended the shift of %[2]s before its time.", "name"),
	"shift.rotated":       tell("%[1]s beslutade om schemat %[2]s.", "%[1]s decided the rotation %[2]s.", "title"),
	"shift.rerotated":     tell("%[1]s ändrade schemat %[2]s.", "%[1]s changed the rotation %[2]s.", "title"),
	"shift.offered":       tell("%[1]s föreslog %[2]s att byta pass: %[3]s.", "%[1]s offered %[2]s to swap shifts: %[3]s.", "to", "from"),
	"shift.swapped":       tell("%[2]s och %[3]s bytte pass.", "%[2]s and %[3]s swapped shifts.", "name", "to"),
	"shift.declined":      tell("%[1]s sa nej till att byta pass.", "%[1]s said no to swapping shifts."),
	"shift.withdrawn":     tell("%[1]s tog tillbaka sitt förslag att byta pass.", "%[1]s took back an offer to swap shifts."),
	"shift.handover_made": tell("%[1]s skrev ner vad som var öppet när passet tog slut (antal: %[2]s).", "%[1]s wrote down what was open when the shift ended (number: %[2]s).", "open"),
	"shift.handed_over":   tell("%[1]s lämnade över sitt pass.", "%[1]s handed over their shift."),
	"shift.confirmed":     tell("%[1]s tog över efter ett pass.", "%[1]s took over after a shift."),
	"shift.promised":      tell("%[1]s ändrade när kontot ska vara bemannat.", "%[1]s changed when the account is to be staffed."),
	"shift.gap":           tell("Ingen har pass från %[2]s till %[3]s.", "Nobody has a shift from %[2]s to %[3]s.", "from", "until"),
	"shift.skipped":       tell("En tur i schemat blev inte av: %[2]s, %[3]s. %[4]s", "A turn of the rotation could not be planned: %[2]s, %[3]s. %[4]s", "name", "from", "words"),
	"shift.relieved":      tell("Någon har nu pass från %[2]s.", "Somebody has a shift from %[2]s now.", "from"),
	"shift.unconfirmed":   tell("Ingen har tagit över efter ett pass.", "Nobody has taken over after a shift."),
	"shift.presented":     tell("%[1]s ändrade sin presentation.", "%[1]s changed how they present themselves."),
	"shift.reflected":     tell("%[1]s berättade hur passet var.", "%[1]s told how the shift had been."),

	"idea.sent":    tell("%[1]s skickade en idé.", "%[1]s sent an idea."),
	"idea.asked":   tell("%[1]s frågade %[2]s något om en idé.", "%[1]s asked %[2]s something about an idea.", "name"),
	"idea.replied": tell("%[1]s svarade på en fråga om sin idé.", "%[1]s answered a question about an idea of theirs."),
	"idea.adopted": tell("%[1]s gjorde ett utkast av en idé från %[2]s.", "%[1]s made a draft of an idea from %[2]s.", "name"),
	"idea.refused": tell("%[1]s tackade nej till en idé från %[2]s och skrev varför.", "%[1]s turned down an idea from %[2]s and wrote why.", "name"),

	"counsel.commented": tell("%[1]s kommenterade version %[2]s.", "%[1]s commented on version %[2]s.", "version"),
	"counsel.suggested": tell("%[1]s föreslog en ändring i version %[2]s.", "%[1]s suggested a change in version %[2]s.", "version"),
	"counsel.taken":     tell("%[1]s tog över ett förslag från %[2]s. Det blev version %[3]s.", "%[1]s took a suggestion from %[2]s. It made version %[3]s.", "name", "version"),
	"counsel.settled":   tell("%[1]s såg till en kommentar.", "%[1]s saw to a comment."),
	"counsel.asked":     tell("%[1]s frågade %[2]s som sakkunnig.", "%[1]s asked %[2]s as an expert.", "name"),
	"counsel.answered":  tell("%[1]s svarade på en fråga från %[2]s.", "%[1]s answered a question from %[2]s.", "name"),
	"counsel.recalled":  tell("%[1]s tog tillbaka en fråga till %[2]s.", "%[1]s took back a question to %[2]s.", "name"),
	"counsel.reminded":  tell("%[1]s påminde %[2]s om en fråga.", "%[1]s reminded %[2]s of a question.", "name"),
	"counsel.overdue":   tell("En fråga till %[2]s fick inget svar i tid.", "A question to %[2]s was not answered in time.", "name"),

	"inbox.arrived":    tell("%[1]s hörde av sig.", "%[1]s got in touch."),
	"inbox.sorted":     tell("%[1]s sorterade det som kommit in.", "%[1]s sorted what had arrived."),
	"inbox.opened":     tell("%[1]s började ett samtal: %[2]s.", "%[1]s began a conversation: %[2]s.", "about"),
	"inbox.said":       tell("%[1]s sa något i ett samtal.", "%[1]s said something in a conversation."),
	"inbox.changed":    tell("%[1]s ändrade något hen sagt.", "%[1]s changed something they had said."),
	"inbox.takenback":  tell("%[1]s tog tillbaka något hen sagt.", "%[1]s took back something they had said."),
	"inbox.rooted":     tell("%[1]s fann var ett samtal började.", "%[1]s found where a conversation began."),
	"inbox.joined":     tell("%[1]s förde ihop två delar av samma samtal.", "%[1]s joined two parts of one conversation."),
	"inbox.taken":      tell("%[1]s tog hand om ett samtal.", "%[1]s took a conversation."),
	"inbox.assigned":   tell("%[1]s lämnade ett samtal till %[2]s.", "%[1]s handed a conversation to %[2]s.", "to"),
	"inbox.inherited":  tell("%[1]s lämnade ett samtal till %[2]s sedan %[3]s slutade.", "%[1]s handed a conversation to %[2]s, since %[3]s has left.", "to", "from"),
	"inbox.orphaned":   tell("%[1]s lade tillbaka ett samtal i den gemensamma listan sedan %[2]s slutade.", "%[1]s put a conversation back in the common list, since %[2]s has left.", "from"),
	"inbox.noted":      tell("%[1]s skrev en intern anteckning.", "%[1]s wrote an internal note."),
	"inbox.classified": tell("%[1]s ändrade vad ett samtal gäller: %[2]s.", "%[1]s changed what a conversation is about: %[2]s.", "about"),
	"inbox.marked":     tell("%[1]s märkte ett meddelande: %[2]s.", "%[1]s marked a message: %[2]s.", "mark"),
	"inbox.unmarked":   tell("%[1]s tog bort märkningen %[2]s.", "%[1]s took the mark %[2]s away.", "mark"),
	"inbox.breaker":    tell("%[1]s slutade märka för dagen: %[2]s, %[3]s meddelanden.", "%[1]s stopped marking for the day: %[2]s, %[3]s messages.", "mark", "count"),
	"inbox.closed":     tell("%[1]s avslutade ett samtal: %[2]s.", "%[1]s closed a conversation: %[2]s.", "outcome"),
	"inbox.reopened":   tell("%[1]s öppnade ett samtal igen.", "%[1]s reopened a conversation."),
}

// Kinds returns every kind of act the chronicle can tell of, sorted: rooms come together.
func Kinds() []string {
	var out []string
	for k := range tellings {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// Sentence tells an entry in a sentence. An entry whose body was disposed of (gallrad) says so; a kind we do not know is named.
func Sentence(e desk.Entry) lingo.Text {
	if e.Who.Kind == "" { // every act says what kind of somebody did it: only a body that is gone does not
		return lingo.T("Posten är gallrad.", "The entry has been disposed of.")
	}
	t, ok := tellings[e.Kind]
	if !ok {
		return lingo.T("%[1]s: %[2]s", "%[1]s: %[2]s").Put(e.Kind, who(e.Who))
	}
	args := []any{who(e.Who)}
	for _, k := range t.keys {
		args = append(args, value(k, e.Say[k]))
	}
	if !strings.Contains(t.text.SV, "%") {
		return t.text
	}
	return t.text.Put(args...) // a sentence may leave out who did it: its verbs say which argument they mean
}

func who(w desk.Who) lingo.Text {
	switch {
	case w.Kind == desk.WhoSystem:
		return lingo.T("Tilltal", "Tilltal")
	case w.Name != "":
		return lingo.T(w.Name, w.Name)
	case w.Kind == desk.WhoCitizen:
		return lingo.T("En medborgare", "A citizen")
	case w.ID != "":
		return lingo.T(w.ID, w.ID)
	}
	return lingo.T("Någon", "Somebody")
}

// value puts a value of an act's Say in words.
func value(key string, v any) lingo.Text {
	plain := ""
	if v != nil {
		plain = fmt.Sprint(v)
	}
	var t lingo.Text
	switch key {
	case "role":
		t = people.Role(plain).Title()
	case "step":
		if s, ok := guideline.ParseStep(plain); ok {
			t = s.Title()
		}
	case "why":
		t = publish.HoldTitle(plain)
	case "ground":
		t = publish.GroundTitle(plain)
	case "about":
		t = inbox.KindTitle(plain)
	case "outcome":
		t = inbox.OutcomeTitle(plain)
	case "when", "from", "until":
		if w, err := clock.ReadWall(plain); err == nil {
			t = lingo.T("%d %v %d kl. %s", "%d %v %d at %s").Put(w.Date.Day, svenska.Month(w.Date.Month), w.Date.Year, w.Time.String())
		}
	case "to":
		if plain == "" {
			t = lingo.T("ingen", "nobody")
		}
	}
	if t.Empty() {
		t = lingo.T(plain, plain)
	}
	return t
}
