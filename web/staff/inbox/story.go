package inbox

import (
	"slices"
	"strings"
	"sync"

	"tilltal/base/diff"
	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/check/all"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// chapter is one thing in a conversation's story: a turn with what stands under it, or a line.
type chapter struct {
	turn   *frame.TurnView
	event  *frame.EventView
	marks  []markView    // what the checks saw in it
	why    string        // why it counts as needing an answer
	before []versionView // what was said before it was changed
	gone   string        // what was said before it was taken back
	post   string        // where an answer of ours is corrected or withdrawn
}

// versionView is an earlier version of a turn, beside the one that followed.
type versionView struct {
	when frame.Moment
	diff []diff.Piece
}

// story is what was said and done, the oldest first.
func (r *room) story(v *visit.Visit, c inbox.Conversation, items []inbox.Item, names *paper.Names) ([]chapter, error) {
	var out []chapter
	for _, i := range slices.Backward(items) {
		switch {
		case i.Turn != nil:
			ch, err := r.turn(v, c, *i.Turn, names)
			if err != nil {
				return nil, err
			}
			out = append(out, ch)
		case i.Kind == inbox.ItemNote:
			out = append(out, chapter{turn: &frame.TurnView{ID: "n-" + i.ID, Side: frame.Internal, Who: names.Of(i.By), When: hall.Moment(v, i.At), Text: i.Text}})
		default:
			out = append(out, chapter{event: event(v, i, names)})
		}
	}
	return out, nil
}

func (r *room) turn(v *visit.Visit, c inbox.Conversation, t inbox.Turn, names *paper.Names) (chapter, error) {
	view := &frame.TurnView{ID: "r-" + t.ID, Side: frame.Citizen, Who: markup.Visible(t.ByName), When: hall.Moment(v, t.At),
		Text: markup.Visible(t.Text), Lang: foreign(v.Lang, t.Language), Channel: Channel(v.Lang, c.Channel), Tags: reach(v.Lang, c, t)}
	ch := chapter{turn: view}
	if t.Ours {
		view.Side = frame.Authority
		view.Who, view.Unit = paper.Signed(v, t.Curator)
		if !t.DeletedAt.IsZero() {
			view.Removed = withdrawnAt.Put(hall.Moment(v, t.DeletedAt).Words(v.Lang)).In(v.Lang)
		}
		view.Edited = t.Version > 1
		if v.Actor.May(people.PublishCorrect, c.Account, v.Now) {
			ch.post = "/inlagg/" + t.ID
		}
		return ch, nil
	}
	if view.Who == "" {
		view.Who = v.Say(aCitizen)
	}
	if t.By != "" {
		view.Handle = markup.Visible(t.By)
	}
	var err error
	if ch.marks, err = r.marks(v, c, t, names); err != nil {
		return ch, err
	}
	if why := inbox.WhyText(t.Needs); !why.Empty() && c.NeedsAnswer {
		ch.why = countsBecause.Put(why).In(v.Lang)
	}
	if !t.DeletedAt.IsZero() {
		view.Removed = takenBackAt.Put(hall.Moment(v, t.DeletedAt).Words(v.Lang)).In(v.Lang)
		ch.gone, view.Text = view.Text, ""
	}
	return ch, r.versions(v, c, t, &ch)
}

// versions adds what a turn said before it was changed.
func (r *room) versions(v *visit.Visit, c inbox.Conversation, t inbox.Turn, ch *chapter) error {
	if t.Version < 2 {
		return nil
	}
	all, err := r.Talk.Versions(v.Context(), v.Actor, c.ID, t.ID)
	if err != nil {
		return err
	}
	said := slices.DeleteFunc(all, func(s inbox.Said) bool { return s.Deleted })
	slices.SortFunc(said, func(a, b inbox.Said) int { return strings.Compare(a.Stamp, b.Stamp) })
	for i := 0; i+1 < len(said); i++ {
		ch.before = append(ch.before, versionView{when: hall.Moment(v, said[i].At),
			diff: diff.Words(markup.Visible(said[i].Text), markup.Visible(said[i+1].Text))})
	}
	ch.turn.Edited = len(ch.before) > 0
	return nil
}

// reach tells when a turn is not for everybody to read. What came through the form never is.
func reach(l lingo.Lang, c inbox.Conversation, t inbox.Turn) []frame.TagView {
	switch {
	case c.Channel == inbox.ChannelSquare && t.Ours:
		return []frame.TagView{{Text: askerTag.In(l), Icon: icon.Lock}}
	case c.Channel == inbox.ChannelSquare:
	case t.Visibility == inbox.Direct:
		return []frame.TagView{{Tone: frame.Info, Text: directTag.In(l), Icon: icon.Lock}}
	case t.Visibility == inbox.Followers:
		return []frame.TagView{{Tone: frame.Info, Text: followersTag.In(l), Icon: icon.People}}
	}
	return nil
}

// event says what was done, in a line.
func event(v *visit.Visit, i inbox.Item, names *paper.Names) *frame.EventView {
	var say lingo.Text
	picture := icon.Person
	by := lingo.T("Tilltal", "Tilltal")
	if i.By != "" {
		by = lingo.T(names.Of(i.By), names.Of(i.By))
	}
	switch i.Kind {
	case inbox.ItemAssigned:
		switch {
		case i.To == "":
			say = eventLetGo.Put(by)
		case i.To == i.By:
			say = eventTook.Put(by)
		default:
			say = eventHanded.Put(by, names.Of(i.To))
		}
	case inbox.ItemClassified:
		say, picture = eventClassified.Put(by, inbox.KindTitle(i.To)), icon.Topic
	case inbox.ItemClosed:
		say, picture = eventClosed.Put(by, inbox.OutcomeTitle(i.To)), icon.Good
	case inbox.ItemReopened:
		say, picture = eventReopened.Put(by), icon.Undo
		if i.By == "" {
			return &frame.EventView{Text: v.Say(eventReopenedItself), When: hall.Moment(v, i.At), Icon: picture}
		}
	case inbox.ItemAcknowledged:
		say, picture = eventAcknowledged, icon.Mail
	case inbox.ItemJoined:
		say, picture = eventJoined, icon.Link
	default:
		say, picture = lingo.T(i.Kind, i.Kind), icon.Info
	}
	text := v.Say(say)
	if i.Text != "" {
		text += ": ”" + markup.Visible(i.Text) + "”"
	}
	return &frame.EventView{Text: text + ".", When: hall.Moment(v, i.At), Icon: picture}
}

// rules are the names of what the checks can see, by the rule's id.
var rules = sync.OnceValue(func() map[string]lingo.Text {
	out := map[string]lingo.Text{}
	for _, c := range append(all.All(), all.Incoming()...) {
		for _, rule := range c.Sheet().Rules {
			out[rule.ID] = rule.Title
		}
	}
	return out
})

func ruleTitle(id string) lingo.Text {
	if t, ok := rules()[id]; ok {
		return t
	}
	return lingo.T(id, id)
}

// foreign is the language of a text when it is another than the page's.
func foreign(page lingo.Lang, text string) string {
	if text == string(page) {
		return ""
	}
	return text
}
