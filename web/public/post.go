package public

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/desk/account"
	"tilltal/desk/draft"
	"tilltal/desk/publish"
	"tilltal/web/frame"
	"tilltal/web/public/page"
	"tilltal/web/visit"
)

// perTalk is how many replies stand under a post at a time.
const perTalk = 40

var (
	postTitle   = lingo.T("%s: %s", "%s: %s")
	goneTitle   = lingo.T("Borttaget inlägg", "A post taken away")
	answerOf    = lingo.T("Det här är ett svar till någon som skrev till oss.", "This answers somebody who wrote to us.")
	trueSaid    = lingo.T("%s, %s, publicerade texten %s för %s.", "%s, %s, published the text %s for %s.")
	trueNamed   = lingo.T("%s publicerade texten %s för %s.", "%s published the text %s for %s.")
	trueAccount = lingo.T("%s publicerade texten %s.", "%s published the text %s.")
	trueRight   = lingo.T("Vi har inte rättat något i den.", "We have corrected nothing in it.")
	trueMended  = lingo.T("Vi har rättat den. Rättelsen står överst, och det vi skrev först finns kvar i protokollet.",
		"We have corrected it. The correction stands at the top, and what we wrote first remains on the record.")
	trueRecord = lingo.T("Inlägget står i vårt protokoll, senast som nummer %d. Ingen kan ändra det utan att det syns.",
		"The post stands on our record, last as number %d. Nobody can change it without it showing.")
)

// post is a post's own page. Where a topic stands in place of an account, it is the topic's.
func (h *house) post(v *visit.Visit) error {
	handle, id := v.R.PathValue("account"), v.R.PathValue("post")
	if handle == "amne" {
		return h.topic(v, id)
	}
	if done, err := h.activity(v); done || err != nil {
		return err
	}
	after := v.R.URL.Query().Get("efter")
	path := withAfter("/torget/"+url.PathEscape(handle)+"/"+url.PathEscape(id), "", after)
	return h.serve(v, path, func(ctx context.Context) (document, error) {
		a, p, err := h.find(ctx, handle, id)
		if err != nil {
			return document{}, err
		}
		if p.Withdrawal != nil {
			return h.gonePage(ctx, v, a, p, path)
		}
		return h.postPage(ctx, v, a, p, after, path)
	})
}

// find returns an account and a post of its own.
func (h *house) find(ctx context.Context, handle, id string) (account.Account, publish.Post, error) {
	p, err := h.Posts.Public(ctx, id)
	if err != nil {
		return account.Account{}, p, err
	}
	a, err := h.Accounts.Account(ctx, p.Account)
	if err == nil && a.Handle != handle {
		err = noPost
	}
	return a, p, err
}

var noPost = fault.New(fault.NotFound, lingo.T("Vi hittar inte inlägget.", "We cannot find the post.")).
	Try(lingo.T("Kontrollera adressen, eller sök efter det.", "Check the address, or search for it."))

func (h *house) postPage(ctx context.Context, v *visit.Visit, a account.Account, p publish.Post, after, path string) (document, error) {
	s, err := h.Authority.Current(ctx)
	if err != nil {
		return document{}, err
	}
	newest, err := h.newest(ctx, a)
	if err != nil {
		return document{}, err
	}
	talk, err := h.Talk.Replies(ctx, p.ID, after, perTalk)
	if err != nil {
		return document{}, err
	}
	liked, err := h.Talk.Reactions(ctx, p.ID)
	if err != nil {
		return document{}, err
	}
	view := page.Post{Likes: liked.Likes, Shares: liked.Shares, Item: item(v, a, p), Title: nameOf(p), Truth: truth(v, a, p), Ask: atAccount(a) + "/fraga?inlagg=" + p.ID, Closed: a.Closed()}
	view.Item.View.Href, view.Item.View.ID = "", ""
	for _, t := range talk.Items {
		view.Turns = append(view.Turns, turnView(v, a, t))
	}
	if after != "" {
		view.First = atPost(a, p.ID) + "#samtal"
	}
	if talk.Next != "" {
		view.More = withAfter(atPost(a, p.ID), "", talk.Next) + "#samtal"
	}
	if p.Answer() {
		view.Answers = v.Say(answerOf)
		view.AnswersHref = onTheWeb(p.InReplyTo)
	}
	sheet := sheet{title: nameOf(p), path: path, description: summaryOf(p), kind: "article", activity: after == "", hidden: after != ""}
	view.Frame = h.inAccount(v, s, a, newest, sheet)
	view.Frame.Head = append(view.Frame.Head, articleMeta(v, p)...)
	doc, err := rendered(ctx, http.StatusOK, page.PostPage(view))
	doc.alternate = sheet.activity
	return doc, err
}

// nameOf is a post's title with who says it.
func nameOf(p publish.Post) string {
	if p.Curator.Name() == "" {
		return titleOf(p)
	}
	return postTitle.Put(p.Curator.Name(), titleOf(p)).SV // the same in both languages
}

// onTheWeb is an address that a link may have; "" for any other.
func onTheWeb(uri string) string {
	if strings.HasPrefix(uri, "https://") || strings.HasPrefix(uri, "http://") {
		return uri
	}
	return ""
}

// truth answers whether a post is what it seems: who said it, when, and whether it has been changed since.
func truth(v *visit.Visit, a account.Account, p publish.Post) page.Truth {
	zone := zoneOf(a)
	t := page.Truth{Hash: p.Hash, Record: trueRecord.Put(p.Seen).In(v.Lang),
		Said: said(p.Curator, a, frame.Moment{At: p.At.In(zone)}.Words(v.Lang)).In(v.Lang)}
	t.Corrected = v.Say(trueRight)
	if len(p.Corrections) > 0 {
		t.Corrected = v.Say(trueMended)
	}
	return t
}

// said tells who said a post and when, as its account signs.
func said(by publish.Signature, a account.Account, when string) lingo.Text {
	switch by = by.Shown(); {
	case by.Form == account.SignAccount:
		return trueAccount.Put(by.Name(), when)
	case by.Unit == "":
		return trueNamed.Put(by.Name(), when, a.Name)
	}
	return trueSaid.Put(by.Name(), by.Unit, when, a.Name)
}

func articleMeta(v *visit.Visit, p publish.Post) []frame.Meta {
	out := []frame.Meta{{Property: "article:published_time", Content: p.At.UTC().Format(time.RFC3339)},
		{Property: "article:modified_time", Content: p.ChangedAt().UTC().Format(time.RFC3339)}}
	for _, t := range p.Content.Topics {
		out = append(out, frame.Meta{Property: "article:tag", Content: t})
	}
	if len(p.Content.Pictures) > 0 && p.Content.Summary == "" {
		first := p.Content.Pictures[0]
		out = append(out, frame.Meta{Property: "og:image", Content: base(v) + "/bild/" + first.Hash}, frame.Meta{Property: "og:image:alt", Content: first.Alt})
	}
	return out
}

// gonePage stands where a post was: that there was one, and why it is gone (410).
func (h *house) gonePage(ctx context.Context, v *visit.Visit, a account.Account, p publish.Post, path string) (document, error) {
	s, err := h.Authority.Current(ctx)
	if err != nil {
		return document{}, err
	}
	view := page.Gone{Title: v.Say(goneTitle), View: postView(v, a, p), Account: atAccount(a)}
	view.View.ID = ""
	view.Frame = h.inAccount(v, s, a, nil, sheet{title: v.Say(goneTitle), path: path, hidden: true})
	return rendered(ctx, http.StatusGone, page.GonePage(view))
}

// picture is a picture that a post shows to anybody. A reader's own browser may keep it; what stands between her and us may
// not, so that a picture that has been withdrawn is gone for whoever comes after.
func (h *house) picture(v *visit.Visit) error {
	hash := v.R.PathValue("hash")
	if len(hash) != 64 || strings.Trim(hash, "0123456789abcdef") != "" {
		return noPicture
	}
	p, data, err := h.Posts.Picture(v.Context(), hash)
	if err != nil {
		return err
	}
	if !shownType(p) {
		return fault.New(fault.Internal, lingo.Text{}).Because(errPicture)
	}
	head := v.W.Header()
	head.Set("Cache-Control", "private, max-age=31536000, immutable")
	head.Set("ETag", `"`+hash+`"`)
	if unchanged(v.R, `"`+hash+`"`) {
		v.W.WriteHeader(http.StatusNotModified)
		return nil
	}
	return v.Bytes(http.StatusOK, p.Type, data)
}

func shownType(p draft.Picture) bool {
	return p.Type == "image/jpeg" || p.Type == "image/png" || p.Type == "image/gif"
}

var (
	noPicture  = fault.New(fault.NotFound, lingo.T("Bilden finns inte här.", "The picture is not here."))
	errPicture = errors.New("public: a picture of a type that we do not show")
)
