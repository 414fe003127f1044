package inbox

import (
	"tilltal/desk/people"
	advice "tilltal/web/staff/counsel"
	"tilltal/web/visit"
)

// expertView is what experts were asked about the conversation, and where to ask one.
type expertView struct {
	questions []advice.QuestionView
	askAt     string
}

func (r *room) experts(v *visit.Visit, sc scene) (out expertView, err error) {
	if r.Experts == nil {
		return out, nil
	}
	all, err := r.Experts.OnConversation(v.Context(), v.Actor, sc.c.ID)
	out.questions = advice.Questions(v, all, r.Hall.Tongue(v))
	if sc.c.Open() && v.Actor.May(people.CounselAsk, sc.c.Account, v.Now) {
		out.askAt = advice.Path + "/ny?samtal=" + sc.c.ID
	}
	return out, err
}
