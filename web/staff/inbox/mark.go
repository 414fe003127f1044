package inbox

import (
	"slices"
	"strconv"

	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/check"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// markView is a mark on something a citizen said, with its reason, and the form that takes it away.
type markView struct {
	title, reason, advice, source string
	remove                        *removeView // nil for those who may not
}

type removeView struct{ action, seen, turn, mark string }

// marks tells why a turn is marked: in the words of the check that saw it, or by the colleague who set it.
func (r *room) marks(v *visit.Visit, c inbox.Conversation, t inbox.Turn, names *paper.Names) ([]markView, error) {
	if len(t.Marks) == 0 {
		return nil, nil
	}
	found, err := r.Talk.Reasons(v.Context(), c, t)
	if err != nil {
		return nil, err
	}
	may := v.Actor.May(people.InboxClassify, c.Account, v.Now)
	var out []markView
	for _, id := range ordered(t.Marks) {
		m := markView{title: ruleTitle(id).In(v.Lang)}
		f, seen := found[id]
		switch who := t.MarkedBy[id]; {
		case who != "":
			m.reason = markedBy.Put(names.Of(who)).In(v.Lang)
		case seen:
			m.reason, m.advice, m.source = markup.Visible(f.Reason.In(v.Lang)), f.Advice.In(v.Lang), f.Source
		default:
			m.reason = markedBefore.In(v.Lang)
		}
		if may {
			m.remove = &removeView{action: Path + "/" + c.ID + "/" + actMark, seen: strconv.FormatInt(c.Seen, 10), turn: t.ID, mark: id}
		}
		out = append(out, m)
	}
	return out, nil
}

// grave are the marks that a list shows first: those where an hour matters.
var grave = []string{"incoming.child", "incoming.threat", "incoming.crime"}

// ordered puts marks in the order of their weight.
func ordered(marks []string) []string {
	out := slices.Clone(marks)
	weight := func(id string) int {
		if i := slices.Index(grave, id); i >= 0 {
			return i
		}
		return len(grave)
	}
	slices.SortStableFunc(out, func(a, b string) int { return weight(a) - weight(b) })
	return out
}

// mostTags is how many marks a row in the list has room for.
const mostTags = 3

// markTags are a conversation's marks as its row in the list has them. That something is a question shows by its clock.
func markTags(l lingo.Lang, marks []string) (tags []frame.TagView) {
	for _, id := range ordered(marks) {
		if id == "incoming.question" || len(tags) == mostTags {
			continue
		}
		tone := frame.Ask
		if slices.Contains(grave[:2], id) {
			tone = frame.Stop
		}
		tags = append(tags, frame.TagView{Tone: tone, Text: ruleTitle(id).In(l), Icon: icon.Flag})
	}
	return tags
}

// markForm sets a mark that the checks did not see, on what the citizen said last.
func (sc scene) markForm(v *visit.Visit, rules []check.Rule) (actView, bool) {
	if sc.last.ID == "" {
		return actView{}, false
	}
	var options []frame.Option
	for _, rule := range rules {
		if !slices.Contains(sc.last.Marks, rule.ID) {
			options = append(options, frame.Option{Value: rule.ID, Label: rule.Title.In(v.Lang)})
		}
	}
	a := sc.fold(v, actMark, markTitle, markButton, nil,
		frame.FieldView{Kind: frame.Choice, Name: "mark", Label: v.Say(markLabel), Hint: v.Say(markHint), Options: options},
		frame.FieldView{Kind: frame.Area, Name: "why", Label: v.Say(whyLabel), Rows: 2, Optional: true})
	a.sheet.Hidden = append(a.sheet.Hidden, [2]string{"turn", sc.last.ID}, [2]string{"stands", "1"})
	a.icon = icon.Flag
	return a, true
}

// lastOf is what the citizen said last, among what the page shows, the newest first.
func lastOf(items []inbox.Item) inbox.Turn {
	for _, i := range items {
		if i.Turn != nil && !i.Turn.Ours && i.Turn.DeletedAt.IsZero() {
			return *i.Turn
		}
	}
	return inbox.Turn{}
}

// remark takes a mark away, or sets one.
func (r *room) remark(v *visit.Visit) error {
	m := inbox.Remark{Turn: v.Form("turn"), Mark: v.Form("mark"), Stands: v.Form("stands") != "", Why: v.Form("why")}
	err := r.Talk.Remark(v.Context(), v.Actor, v.R.PathValue("id"), m, seen(v))
	word := unmarkedWord
	if m.Stands {
		word = markedWord
	}
	return r.done(v, actMark, here(v), word, err)
}

// stopped tells which marks are not set any more today.
func (r *room) stopped(v *visit.Visit) ([]frame.NoticeView, error) {
	marks, err := r.Talk.Stopped(v.Context(), v.Actor)
	var out []frame.NoticeView
	for _, id := range marks {
		out = append(out, frame.NoticeView{Tone: frame.Ask, Title: stoppedTitle.Put(ruleTitle(id)).In(v.Lang), Text: stoppedText.Put(inbox.MostMarks).In(v.Lang)})
	}
	return out, err
}

var (
	markTitle    = lingo.T("Märk", "Mark")
	markLabel    = lingo.T("Vad är det?", "What is it?")
	markHint     = lingo.T("Gäller det senaste meddelandet. En märkning döljer inget och svarar ingen.", "It is about the newest message. A mark hides nothing and answers nobody.")
	markButton   = lingo.T("Märk meddelandet", "Mark the message")
	markedWord   = lingo.T("Meddelandet är märkt.", "The message is marked.")
	unmarkedWord = lingo.T("Märkningen är borta.", "The mark is gone.")
	markedAs     = lingo.T("Märkt: %s", "Marked: %s")
	markedBy     = lingo.T("%s har märkt det.", "%s marked it.")
	markedBefore = lingo.T("Omdömet såg det när meddelandet kom.", "The check saw it when the message came.")
	removeMark   = lingo.T("Stämmer inte, ta bort märkningen", "Not so, take the mark away")
	stoppedTitle = lingo.T("Inget mer märks som ”%s” i dag", "Nothing more is marked “%s” today")
	stoppedText  = lingo.T("Redan %d meddelanden har fått märkningen. Läs inkorgen som vanligt. I morgon märker vi igen.", "As many as %d messages have the mark already. Read the inbox as usual. Tomorrow we mark again.")
)
