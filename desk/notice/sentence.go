package notice

import "tilltal/base/lingo"

var (
	itself    = lingo.T("Tilltal", "Tilltal")
	everybody = lingo.T("hela myndigheten", "the whole authority")
	colleague = lingo.T("En kollega", "A colleague")
	someone   = lingo.T("en kollega", "a colleague")
)

// Sentence is what a notice says. It holds the names of colleagues and accounts, and nothing of citizens.
func (n Notice) Sentence() lingo.Text {
	return n.words(lingo.T(n.By, n.By), lingo.T(n.Detail, n.Detail))
}

// subject is the sentence without anybody's name, for where others see it: the subject of a letter stands in lists, on locked
// telephones, and in the logs of every server that it passes (GDPR art. 5.1 c).
func (n Notice) subject() lingo.Text {
	detail := lingo.T(n.Detail, n.Detail)
	if TopicOf(n.Kind) == Advice || n.Kind == ShiftLost {
		detail = someone // whom the question was put to, who has the shift now
	}
	return n.words(colleague, detail)
}

func (n Notice) words(by, detail lingo.Text) lingo.Text {
	rule := ruleOf(n.Kind)
	say := rule.say
	if say.Empty() {
		return lingo.T(n.Kind, n.Kind)
	}
	if n.By == "" {
		by = itself
		if !rule.alone.Empty() {
			say = rule.alone
		}
	}
	at := lingo.T(n.Account, n.Account)
	if n.Account == "" {
		at = everybody
	}
	if rule.of != nil {
		detail = rule.of(n.Detail, by)
	}
	return say.Put(by, at, detail)
}
