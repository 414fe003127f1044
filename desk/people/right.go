package people

import "tilltal/base/lingo"

// Right (behörighet) is one thing a person may do. Every route, API operation and command names the right it asks for.
// The word before the dot is the room, the word after it the verb; the words are stable, for tokens are made of them.
type Right string

// The rights.
const (
	DraftRead  Right = "draft.read"
	DraftWrite Right = "draft.write"

	ReviewApprove Right = "review.approve" // as second reader
	ReviewShift   Right = "review.shift"   // as communicator on shift
	ReviewDecide  Right = "review.decide"  // as decision maker

	PublishNow      Right = "publish.now"
	PublishSchedule Right = "publish.schedule"
	PublishCorrect  Right = "publish.correct"
	PublishWithdraw Right = "publish.withdraw"
	SealedOpen      Right = "sealed.open" // read what was withdrawn, with a reason and on the record

	InboxRead     Right = "inbox.read"
	InboxTake     Right = "inbox.take"
	InboxAssign   Right = "inbox.assign"
	InboxNote     Right = "inbox.note"
	InboxReply    Right = "inbox.reply"
	InboxClose    Right = "inbox.close"
	InboxClassify Right = "inbox.classify"

	// These four belong to rooms that come later. They stand here so that the promises of the role table can be tested
	// from the first day.
	ModerationHide  Right = "moderation.hide"
	ModerationBlock Right = "moderation.block"
	RecordDispose   Right = "record.dispose"
	TipRead         Right = "tip.read"

	AccountRead    Right = "account.read"
	AccountOpen    Right = "account.open"
	AccountCharter Right = "account.charter"
	AccountClose   Right = "account.close"
	AccountReview  Right = "account.review" // the yearly review
	RoutineAdopt   Right = "routine.adopt"

	FrameAcknowledge Right = "frame.acknowledge" // and practise
	FrameExercise    Right = "frame.exercise"    // add exercises
	FrameCommon      Right = "frame.common"      // the frames of the whole authority
	FrameBack        Right = "frame.back"        // sign management's backing
	LessonRead       Right = "lesson.read"
	LessonWrite      Right = "lesson.write"

	RuleSilence Right = "rule.silence" // make one rule of the checks silent at an account, for a time

	ShiftRead     Right = "shift.read"
	ShiftPlan     Right = "shift.plan"     // who speaks when; it gives the mandates that shifts are
	ShiftSwap     Right = "shift.swap"     // one's own
	ShiftHandover Right = "shift.handover" // write and confirm
	ShiftPresent  Right = "shift.present"  // oneself

	PeopleRead    Right = "people.read"
	PeopleHire    Right = "people.hire"
	PeopleGrant   Right = "people.grant"
	PeopleMandate Right = "people.mandate" // voices, and communicators for one account
	PeopleOwners  Right = "people.owners"  // owners and deputies
	PeopleLeave   Right = "people.leave"
	PeopleSignOut Right = "people.signout" // end another person's sessions and tokens

	RecordRead   Right = "record.read"
	LedgerVerify Right = "ledger.verify"

	SettingsRead  Right = "settings.read"
	SettingsWrite Right = "settings.write"
	JobsRead      Right = "jobs.read"
	JobsRetry     Right = "jobs.retry"
	InstanceClaim Right = "instance.claim"
	BackupMake    Right = "backup.make"

	IdeaSend       Right = "idea.send"
	IdeaAnswer     Right = "idea.answer"
	CounselComment Right = "counsel.comment" // comments and suggestions on a colleague's draft
	CounselAsk     Right = "counsel.ask"     // ask an expert
	CounselAnswer  Right = "counsel.answer"  // answer what one was asked by name
	NoticeOwn      Right = "notice.own"

	SessionOwn  Right = "session.own"
	PasswordOwn Right = "password.own"
	FactorOwn   Right = "factor.own" // passkeys, the second step and recovery codes
	TokenOwn    Right = "token.own"
)

// Sort is what a right does to the world. Token scopes group rights by it.
type Sort int

// The sorts of right.
const (
	Reads   Sort = iota // it shows something
	Changes             // it changes something, for others too
	Self                // it concerns nobody but the person herself: how she signs in
	Ours                // whoever works here may, whatever her roles: send an idea, answer what she was asked
)

// RightSheet is what the desk says of a right. Title is a verb phrase that fits after "får" and "may".
type RightSheet struct {
	Right Right
	Sort  Sort
	Title lingo.Text
}

// Rights lists every right, in the order of the work.
var Rights = []RightSheet{
	{DraftRead, Reads, lingo.T("läsa utkast", "read drafts")},
	{DraftWrite, Changes, lingo.T("skriva utkast", "write drafts")},
	{ReviewApprove, Changes, lingo.T("granska en kollegas text", "review a colleague's text")},
	{ReviewShift, Changes, lingo.T("granska som kommunikatör på pass", "review as communicator on shift")},
	{ReviewDecide, Changes, lingo.T("avgöra om en svår text går ut", "decide whether a hard text goes out")},
	{PublishNow, Changes, lingo.T("publicera", "publish")},
	{PublishSchedule, Changes, lingo.T("tidsätta inlägg", "schedule posts")},
	{PublishCorrect, Changes, lingo.T("rätta inlägg", "correct posts")},
	{PublishWithdraw, Changes, lingo.T("avpublicera inlägg", "withdraw posts")},
	{SealedOpen, Reads, lingo.T("öppna förseglade kopior", "open sealed copies")},
	{InboxRead, Reads, lingo.T("läsa inkorgen", "read the inbox")},
	{InboxTake, Changes, lingo.T("ta hand om samtal", "take conversations")},
	{InboxAssign, Changes, lingo.T("lämna samtal till en kollega", "hand conversations to a colleague")},
	{InboxNote, Changes, lingo.T("skriva interna anteckningar", "write internal notes")},
	{InboxReply, Changes, lingo.T("svara medborgare", "answer citizens")},
	{InboxClose, Changes, lingo.T("avsluta samtal", "close conversations")},
	{InboxClassify, Changes, lingo.T("ändra vad ett samtal gäller", "change what a conversation is about")},
	{ModerationHide, Changes, lingo.T("dölja kommentarer", "hide comments")},
	{ModerationBlock, Changes, lingo.T("blockera avsändare", "block senders")},
	{RecordDispose, Changes, lingo.T("gallra enligt beslut", "dispose under a decision")},
	{TipRead, Reads, lingo.T("läsa tips", "read tips")},
	{AccountRead, Reads, lingo.T("läsa kontoregistret", "read the account register")},
	{AccountOpen, Changes, lingo.T("öppna konton", "open accounts")},
	{AccountCharter, Changes, lingo.T("ändra kontots beskrivning och regler", "change the account's description and rules")},
	{AccountClose, Changes, lingo.T("stänga konton", "close accounts")},
	{AccountReview, Changes, lingo.T("gå igenom konton", "review accounts")},
	{FrameAcknowledge, Changes, lingo.T("kvittera ramar och öva", "acknowledge frames and practise")},
	{FrameExercise, Changes, lingo.T("lägga till övningar", "add exercises")},
	{FrameCommon, Changes, lingo.T("ändra de gemensamma ramarna", "change the common frames")},
	{FrameBack, Changes, lingo.T("skriva under ledningens mod", "sign management's backing")},
	{LessonRead, Reads, lingo.T("läsa lärdomar", "read lessons")},
	{LessonWrite, Changes, lingo.T("skriva lärdomar", "write lessons")},
	{RoutineAdopt, Changes, lingo.T("besluta om rutinen", "decide the routine")},
	{RuleSilence, Changes, lingo.T("tysta en regel på ett konto", "make a rule silent at an account")},
	{ShiftRead, Reads, lingo.T("läsa passlistan", "read the shifts")},
	{ShiftPlan, Changes, lingo.T("planera pass", "plan shifts")},
	{ShiftSwap, Ours, lingo.T("byta dina pass", "swap your shifts")},
	{ShiftHandover, Changes, lingo.T("lämna över och ta över pass", "hand over and take over shifts")},
	{ShiftPresent, Ours, lingo.T("presentera dig för medborgarna", "present yourself to citizens")},
	{PeopleRead, Reads, lingo.T("läsa registret över kollegor", "read the register of colleagues")},
	{PeopleHire, Changes, lingo.T("lägga till kollegor", "add colleagues")},
	{PeopleGrant, Changes, lingo.T("dela ut roller", "give roles")},
	{PeopleMandate, Changes, lingo.T("utse medarbetare", "appoint voices")},
	{PeopleOwners, Changes, lingo.T("utse kontoansvariga", "appoint account owners")},
	{PeopleLeave, Changes, lingo.T("avsluta kollegor som slutar", "end the access of colleagues who leave")},
	{PeopleSignOut, Changes, lingo.T("logga ut andra", "sign others out")},
	{RecordRead, Reads, lingo.T("läsa protokollet", "read the record")},
	{LedgerVerify, Reads, lingo.T("kontrollera protokollet", "verify the record")},
	{SettingsRead, Reads, lingo.T("läsa inställningarna", "read the settings")},
	{SettingsWrite, Changes, lingo.T("ändra inställningarna", "change the settings")},
	{JobsRead, Reads, lingo.T("se väntande arbeten", "see waiting jobs")},
	{JobsRetry, Changes, lingo.T("starta om arbeten", "restart jobs")},
	{InstanceClaim, Changes, lingo.T("förklara att detta är det riktiga skrivbordet", "declare that this is the real desk")},
	{BackupMake, Changes, lingo.T("säkerhetskopiera", "make backups")},
	{IdeaSend, Ours, lingo.T("skicka idéer", "send ideas")},
	{IdeaAnswer, Changes, lingo.T("ta hand om idéer", "deal with ideas")},
	{CounselComment, Changes, lingo.T("kommentera utkast", "comment on drafts")},
	{CounselAsk, Changes, lingo.T("fråga en sakkunnig", "ask an expert")},
	{CounselAnswer, Ours, lingo.T("svara på det du blir frågad om", "answer what you are asked")},
	{NoticeOwn, Ours, lingo.T("läsa och ställa in dina aviseringar", "read and set your notices")},
	{SessionOwn, Self, lingo.T("se och avsluta dina inloggningar", "see and end your own sessions")},
	{PasswordOwn, Self, lingo.T("byta ditt lösenord", "change your password")},
	{FactorOwn, Self, lingo.T("välja hur du visar vem du är", "choose how you show who you are")},
	{TokenOwn, Self, lingo.T("skapa egna åtkomstnycklar", "make your own access tokens")},
}

var sheets = func() map[Right]RightSheet {
	out := make(map[Right]RightSheet, len(Rights))
	for _, s := range Rights {
		out[s.Right] = s
	}
	return out
}()

// Known reports whether the right exists.
func (r Right) Known() bool { _, ok := sheets[r]; return ok }

// Title is what one does with the right, as a verb phrase: "läsa inkorgen".
func (r Right) Title() lingo.Text { return sheets[r].Title }

// ForAll reports whether everybody who works here has the right, whatever her roles.
func (r Right) ForAll() bool { s := r.Sort(); return s == Self || s == Ours }

// Sort returns what the right does to the world. A right that does not exist is held to be one that changes.
func (r Right) Sort() Sort {
	if s, ok := sheets[r]; ok {
		return s.Sort
	}
	return Changes
}
