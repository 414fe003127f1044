package idea

import (
	"net/http"
	"net/url"

	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/desk/draft"
	"tilltal/desk/idea"
	"tilltal/desk/people"
	"tilltal/web/frame"
	"tilltal/web/icon"
	"tilltal/web/staff/hall"
	"tilltal/web/staff/paper"
	"tilltal/web/visit"
)

// showPage is one idea with its way.
type showPage struct {
	frame    frame.StaffFrame
	lead     string
	tag      frame.TagView
	text     string
	lang     string // of what colleagues wrote here, "" for the page's own
	pictures []frame.PictureView
	credit   string
	way      []stepView
	path     string
	reply    *hall.Form // her answer to a question
	deal     *dealView  // what who deals with ideas may do
	links    []frame.ButtonView
}

// stepView is one step on the idea's way: what was done, and the words that were said with it.
type stepView struct {
	icon  icon.Name
	text  string
	words string
	when  frame.Moment
}

// dealView is the three answers.
type dealView struct {
	form     hall.Form
	accounts []frame.Option // to choose from, when the idea is for none
	open     string         // which answer is open because something in it is to be mended
}

func (r *room) show(v *visit.Visit) error {
	return r.page(v, hall.Filled(v, url.Values{}), "")
}

// page shows an idea; open is the answer that is to be mended.
func (r *room) page(v *visit.Visit, f hall.Form, open string) error {
	i, err := r.Ideas.Get(v.Context(), v.Actor, v.R.PathValue("id"))
	if err != nil {
		return err
	}
	names, err := r.accountNames(v)
	if err != nil {
		return err
	}
	who := paper.NewNames(v, r.People)
	p := showPage{tag: tag(v.Lang, i), text: markup.Visible(i.Text), lang: r.Hall.Tongue(v), path: Path + "/" + i.ID, way: r.way(v, i, who), lead: leadOf(v, i, names)}
	for _, pic := range i.Pictures {
		p.pictures = append(p.pictures, frame.PictureView{Src: p.path + "/bild/" + pic.Hash, Alt: markup.Visible(pic.Alt), Width: pic.Width, Height: pic.Height, Caption: markup.Visible(pic.Alt)})
	}
	p.credit = v.Say(creditNo)
	if i.Credit {
		p.credit = v.Say(creditYes)
	}
	if i.By == v.Actor.Person.ID && i.Stage() == idea.Asked {
		p.reply = &f
	}
	if !i.Over() && r.Ideas.May(v.Actor, i) {
		if p.deal, err = r.deal(v, i, f, open); err != nil {
			return err
		}
	}
	p.links = links(v, i)
	if p.frame, err = r.Hall.Frame(v, "", showTitle); err != nil {
		return err
	}
	p.frame.Path, p.frame.Errors = p.path, len(f.Errors())
	return v.Page(f.Status(v), showView(p))
}

func leadOf(v *visit.Visit, i idea.Idea, names map[string]string) string {
	from := i.From
	if i.By == v.Actor.Person.ID {
		from = v.Say(you)
	}
	if name := names[i.Account]; name != "" {
		return leadFor.Put(from, name).In(v.Lang)
	}
	return leadNone.Put(from).In(v.Lang)
}

func (r *room) deal(v *visit.Visit, i idea.Idea, f hall.Form, open string) (*dealView, error) {
	d := &dealView{form: f, open: open}
	all, err := r.open(v)
	for _, a := range all {
		if v.Actor.May(people.DraftWrite, a.ID, v.Now) && (i.Account == "" || i.Account == a.ID) {
			d.accounts = append(d.accounts, frame.Option{Value: a.ID, Label: a.Name, Chosen: f.Value("account") == a.ID || i.Account == a.ID})
		}
	}
	return d, err
}

// links lead to what the idea became, for who may see it.
func links(v *visit.Visit, i idea.Idea) (out []frame.ButtonView) {
	a := i.Adoption
	if a == nil {
		return nil
	}
	may := v.Actor.May(people.DraftRead, a.Account, v.Now)
	switch {
	case i.Post != "" && may:
		out = append(out, frame.ButtonView{Text: v.Say(seePost), Href: "/inlagg/" + i.Post, Icon: icon.Square})
	case may && i.Draft != draft.Discarded:
		out = append(out, frame.ButtonView{Text: v.Say(seeDraft), Href: "/skriv/" + a.Draft, Icon: icon.Write})
	}
	return out
}

// way is every step, the first first.
func (r *room) way(v *visit.Visit, i idea.Idea, who *paper.Names) []stepView {
	mine := i.By == v.Actor.Person.ID
	step := func(n icon.Name, at frame.Moment, words string, own bool, hers, theirs lingo.Text, person string) stepView {
		s := stepView{icon: n, when: at, words: markup.Visible(words), text: theirs.Put(person).In(v.Lang)}
		if own {
			s.text = hers.In(v.Lang)
		}
		return s
	}
	out := []stepView{step(icon.Send, hall.Moment(v, i.At), "", mine, wayYouSent, waySent, i.From)}
	for _, w := range i.Words {
		own := w.By == v.Actor.Person.ID
		if w.Answer {
			out = append(out, step(icon.Reply, hall.Moment(v, w.At), w.Text, own, wayYouReplied, wayReplied, i.From))
		} else {
			out = append(out, step(icon.Question, hall.Moment(v, w.At), w.Text, own, wayYouAsked, wayAsked, who.Of(w.By)))
		}
	}
	if n := i.Refusal; n != nil {
		out = append(out, step(icon.Note, hall.Moment(v, n.At), n.Reason, n.By == v.Actor.Person.ID, wayYouRefused, wayRefused, who.Of(n.By)))
	}
	if a := i.Adoption; a != nil {
		out = append(out, step(icon.Write, hall.Moment(v, a.At), "", a.By == v.Actor.Person.ID, wayYouAdopted, wayAdopted, who.Of(a.By)))
		if now := draftWords(i); !now.Empty() {
			out = append(out, stepView{icon: icon.Info, text: v.Say(now)})
		}
	}
	return out
}

// draftWords says where the draft stands now, for who may not read it.
func draftWords(i idea.Idea) lingo.Text {
	switch {
	case i.Post != "":
		return nowPost
	case i.Draft == draft.Waiting || i.Draft == draft.Ready:
		return nowReading
	case i.Draft == draft.Scheduled:
		return nowScheduled
	case i.Draft == draft.Discarded:
		return nowDiscarded
	}
	return nowWriting
}

func (r *room) reply(v *visit.Visit) error {
	id := v.R.PathValue("id")
	return r.after(v, r.Ideas.Reply(v.Context(), v.Actor, id, v.R.FormValue("text")), "svara", replied)
}

func (r *room) ask(v *visit.Visit) error {
	return r.after(v, r.Ideas.Ask(v.Context(), v.Actor, v.R.PathValue("id"), v.R.FormValue("text")), "fraga", askedIt)
}

func (r *room) refuse(v *visit.Visit) error {
	return r.after(v, r.Ideas.Refuse(v.Context(), v.Actor, v.R.PathValue("id"), v.R.FormValue("reason")), "nej", refusedIt)
}

// after leads back to the idea with a word, or shows it again with what is to be mended.
func (r *room) after(v *visit.Visit, err error, open string, word lingo.Text) error {
	switch {
	case err == nil:
		return hall.See(v, Path+"/"+v.R.PathValue("id"), word)
	case hall.Mendable(err):
		return r.page(v, hall.Again(v, err), open)
	}
	return err
}

// adopt makes a draft of the idea and opens it.
func (r *room) adopt(v *visit.Visit) error {
	at := v.Form("account")
	id, err := r.Ideas.Adopt(v.Context(), v.Actor, v.R.PathValue("id"), at)
	if err == nil {
		if at != "" {
			hall.Choose(v, at)
		}
		return hall.See(v, "/skriv/"+id, adoptedIt)
	}
	return r.after(v, err, "utkast", adoptedIt)
}

// picture answers with a picture of an idea, to those who may see the idea.
func (r *room) picture(v *visit.Visit) error {
	p, data, err := r.Ideas.PictureData(v.Context(), v.Actor, v.R.PathValue("id"), v.R.PathValue("hash"))
	if err != nil {
		return err
	}
	v.W.Header().Set("Cache-Control", "private, max-age=86400")
	return v.Bytes(http.StatusOK, p.Type, data)
}
