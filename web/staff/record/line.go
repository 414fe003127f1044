package record

import (
	"slices"
	"strconv"
	"strings"

	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/record"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/visit"
)

// group is what one can search for: the acts of rooms that belong together.
type group struct {
	name  string
	title lingo.Text
	rooms []string
	icon  icon.Name
}

var groups = []group{
	{"inkorg", lingo.T("Inkorg", "Inbox"), []string{"inbox"}, icon.Inbox},
	{"texter", lingo.T("Skriva och granska", "Writing and reviewing"), []string{"draft", "review"}, icon.Write},
	{"publicering", lingo.T("Publicering", "Publishing"), []string{"publish", "sealed"}, icon.Send},
	{"konton", lingo.T("Konton och rutiner", "Accounts and routines"), []string{"account", "routine"}, icon.Accounts},
	{"personal", lingo.T("Personal och inloggning", "People and sign-in"), []string{"person", "role", "mandate", "signin", "session", "token"}, icon.People},
	{"huset", lingo.T("Myndigheten och installationen", "The authority and the installation"), []string{"authority", "instance"}, icon.Settings},
}

func roomOf(kind string) string {
	room, _, _ := strings.Cut(kind, ".")
	return room
}

// kindsOf are the kinds of a group; nil for no group, which is every kind.
func kindsOf(name string) []string {
	i := slices.IndexFunc(groups, func(g group) bool { return g.name == name })
	if i < 0 {
		return nil
	}
	return slices.DeleteFunc(record.Kinds(), func(kind string) bool { return !slices.Contains(groups[i].rooms, roomOf(kind)) })
}

// line is an entry in the chronicle.
func line(v *visit.Visit, l record.Line, accounts []account.Account) frame.ChronicleView {
	view := frame.ChronicleView{Number: l.Seq, Proof: Path + "/" + strconv.FormatInt(l.Seq, 10), When: hall.Moment(v, l.At),
		Text: markup.Visible(v.Say(l.Sentence)), Icon: pictureOf(l.Kind), Detail: markup.Visible(words(l.Entry))}
	view.About, view.Href = thing(v, l.Entry, accounts)
	return view
}

func pictureOf(kind string) icon.Name {
	for _, g := range groups {
		if slices.Contains(g.rooms, roomOf(kind)) {
			return g.icon
		}
	}
	return icon.Record
}

// words are what the one who acted said about it.
func words(e desk.Entry) string {
	for _, key := range []string{"words", "reason"} {
		if s, ok := e.Say[key].(string); ok && s != "" {
			return s
		}
	}
	return ""
}

// thing is what an entry is about, and where it is; empty for what has no page of its own, or none that this reader may open.
func thing(v *visit.Visit, e desk.Entry, accounts []account.Account) (name, href string) {
	may := func(right people.Right) bool { return v.Actor.May(right, e.Account, v.Now) }
	switch room := roomOf(e.Kind); {
	case e.Kind == "inbox.arrived", e.Subject == inbox.SortingSubject:
		return "", ""
	case room == "inbox", e.Kind == "publish.answered":
		return when(may(people.InboxRead), v.Say(toTalk), "/inkorg/"+e.Subject)
	case room == "sealed", e.Kind == "publish.withdrawn" && may(people.SealedOpen):
		return when(may(people.SealedOpen), v.Say(toCopy), "/inlagg/"+e.Subject+"/forseglad")
	case slices.Contains([]string{"publish.published", "publish.corrected", "publish.withdrawn"}, e.Kind):
		return when(may(people.DraftRead), v.Say(toPost), "/inlagg/"+e.Subject)
	case room == "draft", room == "review", room == "publish":
		return when(may(people.DraftRead), v.Say(toText), "/skriv/"+e.Subject)
	case room == "account", room == "routine":
		return when(may(people.AccountRead), accountName(e.Subject, accounts), "/konton/"+e.Subject)
	}
	return "", ""
}

func when(may bool, name, href string) (string, string) {
	if !may {
		return "", ""
	}
	return name, href
}

func accountName(id string, accounts []account.Account) string {
	i := slices.IndexFunc(accounts, func(a account.Account) bool { return a.ID == id })
	if id == "" || i < 0 {
		return ""
	}
	return accounts[i].Name
}
