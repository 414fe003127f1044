package people

import "tilltal/base/lingo"

// Roles lists every role, in the order of the columns of the table in right.go.
var Roles = []Role{
	Administrator, Communicator, Owner, Deputy, Voice, Expert, DecisionMaker, Registrar, Investigator, Auditor,
}

// roleSheet is what the desk says of a role.
type roleSheet struct {
	title     lingo.Text // alone in a list
	help      lingo.Text // one sentence on what the role is for
	byGrant   bool       // may be held for the whole authority
	byMandate bool       // may be held for one account
}

var roleSheets = map[Role]roleSheet{
	Administrator: {lingo.T("administratör", "administrator"),
		lingo.T("Sköter installationen och registret över kollegor. Ser inget innehåll.",
			"Looks after the installation and the register of colleagues. Sees no content."), true, false},
	Communicator: {lingo.T("kommunikatör", "communicator"),
		lingo.T("Sätter ramar, stöttar kollegor och leder dagens pass.",
			"Sets frames, supports colleagues and leads the day's shift."), true, true},
	Owner: {lingo.T("kontoansvarig", "account owner"),
		lingo.T("Ansvarar för kontots syfte, regler, tider och människor.",
			"Answers for the account's purpose, rules, hours and people."), false, true},
	Deputy: {lingo.T("ställföreträdare", "deputy"),
		lingo.T("Träder in för den kontoansvariga.", "Steps in for the account owner."), false, true},
	Voice: {lingo.T("medarbetare", "employee voice"),
		lingo.T("Skriver från arbetet och svarar den som frågar.",
			"Writes from the daily work and answers those who ask."), false, true},
	Expert: {lingo.T("sakkunnig", "subject expert"),
		lingo.T("Svarar på det som kollegorna undrar.", "Answers what colleagues wonder about."), true, false},
	DecisionMaker: {lingo.T("jurist eller beslutsfattare", "lawyer or decision maker"),
		lingo.T("Avgör de svåra fallen och skriver varför.", "Decides the hard ones and writes why."), true, false},
	Registrar: {lingo.T("registrator eller arkivarie", "registrar or archivist"),
		lingo.T("Registrerar, lämnar ut och gallrar enligt beslut.",
			"Registers, discloses and disposes under a decision."), true, false},
	Investigator: {lingo.T("utredare", "investigator"),
		lingo.T("Läser tips. Ingen annan läser dem.", "Reads tips. Nobody else reads them."), true, false},
	Auditor: {lingo.T("revisor", "auditor"),
		lingo.T("Ser allt som får ses och ändrar ingenting.", "Sees all that may be seen and changes nothing."), true, false},
}

// Title is the role's name as it stands in the middle of a sentence. A role we do not know is shown by its id.
func (r Role) Title() lingo.Text {
	if s, ok := roleSheets[r]; ok {
		return s.title
	}
	return lingo.T(string(r), string(r))
}

// Help says in a sentence what the role is for.
func (r Role) Help() lingo.Text { return roleSheets[r].help }

// ByGrant reports whether the role can be given for the whole authority.
func (r Role) ByGrant() bool { return roleSheets[r].byGrant }

// ByMandate reports whether the role can be given for one account.
func (r Role) ByMandate() bool { return roleSheets[r].byMandate }
