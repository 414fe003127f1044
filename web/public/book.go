package public

import (
	"context"
	"net/http"

	"tilltal/base/interval"
	"tilltal/base/lingo"
	"tilltal/base/markup"
	"tilltal/desk/account"
	"tilltal/desk/publish"
	"tilltal/desk/record"
	"tilltal/web/frame"
	"tilltal/web/public/page"
	"tilltal/web/visit"
)

// Figures is what has been counted of how the desk works: desk/record.
type Figures interface {
	Insight(ctx context.Context) (record.Insight, error)
}

var (
	bookTitle = lingo.T("Insyn", "Open book")
	bookAbout = lingo.T("Här ser du hur %s sköter sina konton: vem som svarar för dem, hur snart vi svarar, vad vi har rättat och vad vi har tagit bort.",
		"Here you see how %s keeps its accounts: who answers for them, how soon we reply, what we have corrected and what we have taken away.")
	shareWords   = lingo.T("%d\u00a0%%", "%d%%")
	shareOf      = lingo.T("%d av %d meddelanden.", "%d of %d messages.")
	shareBetween = lingo.T("Mellan %d och %d\u00a0%%, med 95 procents säkerhet.", "Between %d and %d%%, with 95 per cent confidence.")
	shareFew     = lingo.T("För få", "Too few")
	shareWhyFew  = lingo.T("Färre än fem meddelanden. Vi visar inte siffran, så att ingen går att känna igen.",
		"Fewer than five messages. We do not show the figure, so that nobody can be recognised.")
	shareHidden  = lingo.T("Visas inte", "Not shown")
	shareNone    = lingo.T("Inga än", "None yet")
	shareWhyNone = lingo.T("Inget meddelande är gammalt nog att räkna.", "No message is old enough to count.")
	closedMark   = lingo.T("%s (stängt)", "%s (closed)")
	rightedTitle = lingo.T("Rättelser", "Corrections")
	rightedFor   = lingo.T("%s, för %s", "%s, for %s")
	rightedAbout = lingo.T("Allt som %s har rättat, det senaste först.", "Everything that %s has corrected, the latest first.")
)

// book is the open book: register, figures, withdrawals. The figures ripen with the clock, so the page is made each time.
func (h *house) book(v *visit.Visit) error {
	return fresh(v, func(ctx context.Context) (document, error) {
		s, err := h.Authority.Current(ctx)
		if err != nil {
			return document{}, err
		}
		view := page.Book{Lead: bookAbout.Put(s.Name).In(v.Lang)}
		if h.Figures != nil {
			in, err := h.Figures.Insight(ctx)
			if err != nil {
				return document{}, err
			}
			h.fill(v, &view, in)
			if view.Accounts, err = h.standings(v, in.Accounts); err != nil {
				return document{}, err
			}
		} else if view.Accounts, err = h.unmeasured(v); err != nil {
			return document{}, err
		}
		if view.Size, err = h.Ledger.Size(ctx); err != nil {
			return document{}, err
		}
		view.Frame = h.frame(v, s, sheet{title: v.Say(bookTitle), path: "/insyn", description: view.Lead})
		return rendered(ctx, http.StatusOK, page.BookPage(view))
	})
}

// fill puts in what has been counted.
func (h *house) fill(v *visit.Visit, view *page.Book, in record.Insight) {
	view.Since = frame.DateIn(in.Since.In(stockholm()), v.Lang)
	for _, r := range in.Readings {
		view.Figures = append(view.Figures, figure(v, r))
		if view.Meaning == "" {
			view.Meaning = v.Say(r.Help)
		}
	}
	view.Counted, view.Posts, view.Answers, view.Corrections, view.Reclassified = true, in.Posts, in.Answers, in.Corrections, in.Reclassified
	for _, w := range in.Withdrawals {
		view.Withdrawn = append(view.Withdrawn, page.Withdrawn{Ground: v.Say(publish.GroundTitle(w.Ground)), Posts: w.Posts})
	}
}

// figure is a share with how many it is of and how sure it is.
func figure(v *visit.Visit, r record.Reading) frame.FigureView {
	f := frame.FigureView{Label: v.Say(r.Title)}
	switch {
	case r.Hidden:
		f.Value, f.Explain = v.Say(shareFew), v.Say(shareWhyFew)
	case !r.Share.Known():
		f.Value, f.Explain = v.Say(shareNone), v.Say(shareWhyNone)
	default:
		f.Value = share(v, r.Share)
		f.Explain = shareOf.Put(r.Share.K, r.Share.N).In(v.Lang) + " " + shareBetween.Put(percent(r.Share.Low), percent(r.Share.High)).In(v.Lang)
	}
	return f
}

func share(v *visit.Visit, s interval.Share) string {
	return shareWords.Put(percent(s.Part)).In(v.Lang)
}

func percent(part float64) int { return int(part*100 + 0.5) }

func (h *house) standings(v *visit.Visit, all []record.Standing) ([]page.Standing, error) {
	var out []page.Standing
	for _, s := range all {
		row, err := h.standing(v, s.Account)
		if err != nil {
			return nil, err
		}
		switch {
		case s.Hidden:
			row.Share = v.Say(shareHidden)
		case s.Share.Known():
			row.Share, row.Of = share(v, s.Share), s.Share.N
		default:
			row.Share = v.Say(shareNone)
		}
		out = append(out, row)
	}
	return out, nil
}

func (h *house) unmeasured(v *visit.Visit) ([]page.Standing, error) {
	all, err := h.Accounts.All(v.Context(), true)
	if err != nil {
		return nil, err
	}
	var out []page.Standing
	for _, a := range all {
		row, err := h.standing(v, a)
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, nil
}

// standing is an account in the register.
func (h *house) standing(v *visit.Visit, a account.Account) (page.Standing, error) {
	row := page.Standing{Name: a.Name, About: atAccount(a) + "/om", Promise: a.Promise.Text().In(v.Lang)}
	if a.Closed() {
		row.Name, row.Promise = closedMark.Put(a.Name).In(v.Lang), ""
	}
	units, err := h.units(v.Context(), a)
	row.Units = units
	return row, err
}

// corrections are all that has been corrected, on all accounts.
func (h *house) corrections(v *visit.Visit) error {
	after := v.R.URL.Query().Get("efter")
	path := withAfter("/insyn/rattelser", "", after)
	return h.serve(v, path, func(ctx context.Context) (document, error) {
		s, err := h.Authority.Current(ctx)
		if err != nil {
			return document{}, err
		}
		all, err := h.Accounts.All(ctx, true)
		if err != nil {
			return document{}, err
		}
		found, err := h.Posts.Corrections(ctx, "", after, perPage)
		if err != nil {
			return document{}, err
		}
		accounts := byID(all)
		view := page.Corrections{Lead: rightedAbout.Put(s.Name).In(v.Lang), Pager: pager("/insyn/rattelser", "", after, found.Next)}
		for _, c := range found.Items {
			a, ok := accounts[c.Account]
			if !ok {
				continue
			}
			view.Items = append(view.Items, page.Righted{View: correctionView(v, a, c, a.Language), Href: atPost(a, c.Post), By: markup.Visible(righted(c.Signature, a).In(v.Lang))})
		}
		view.Frame = h.frame(v, s, sheet{title: v.Say(rightedTitle), path: path, description: view.Lead, hidden: after != ""})
		return rendered(ctx, http.StatusOK, page.CorrectionsPage(view))
	})
}

// righted is who corrected something, and for which account, as the account signs.
func righted(by publish.Signature, a account.Account) lingo.Text {
	if by.Form == account.SignAccount {
		return lingo.Text{SV: by.Name(), EN: by.Name()}
	}
	return rightedFor.Put(by.Line(), a.Name)
}
