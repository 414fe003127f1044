// Package public is the square (torget): the authority's own place on the web, where it says what it has to say and where
// anybody can ask, report an error and see how it keeps its word. A citizen needs no account, no script and no app; what she
// reads here is the first and the fullest version of everything that also goes out to other networks.
//
// Each page is made from what the rooms of the desk have on record, and from nothing else. Pages that everybody may read are
// kept ready in memory for as long as nothing has been written on the record (cache.go), so that a correction or a withdrawal
// is on the square in the same moment as it is in the ledger.
//
// The law behind it: E-delegationens riktlinjer 2010 (purpose, rules and responsible unit of every account are public),
// förvaltningslagen SFS 2017:900 6–7 §§ (service and availability), DOS-lagen SFS 2018:1937 (accessible to everybody),
// språklagen SFS 2009:600 11 § (plain language).
package public

import (
	"context"
	"net/http"
	"time"

	"tilltal/base/clock"
	"tilltal/base/human"
	"tilltal/base/ledger"
	"tilltal/base/throttle"
	"tilltal/desk"
	"tilltal/desk/account"
	"tilltal/desk/authority"
	"tilltal/desk/draft"
	bounds "tilltal/desk/frame"
	"tilltal/desk/inbox"
	"tilltal/desk/people"
	"tilltal/desk/publish"
	"tilltal/web/visit"
)

// Authority tells what the authority says of itself: desk/authority.
type Authority interface {
	Current(ctx context.Context) (authority.Settings, error)
}

// Accounts is the account register, all of which is public: desk/account.
type Accounts interface {
	Account(ctx context.Context, id string) (account.Account, error)
	ByHandle(ctx context.Context, handle string) (account.Account, error)
	All(ctx context.Context, closed bool) ([]account.Account, error)
	History(ctx context.Context, account string) ([]account.Charter, error)
	Owners(ctx context.Context, account string) ([]people.Person, error)
	Listings(ctx context.Context, closed bool) ([]account.Listing, error)
}

// Frames tells what management stands behind: desk/frame.
type Frames interface {
	Backing(ctx context.Context, account string) (bounds.Backing, error)
}

// Curators tells who speaks for an account right now; the zero Speaker when nobody does, or nobody may be told.
type Curators interface {
	Speaking(ctx context.Context, account string) (Speaker, error)
}

// Speaker is who speaks for an account, as the public may know it.
type Speaker struct {
	Name string // the given name
	Unit string
}

// Posts is what the authority has said, as anybody may read it: desk/publish.
type Posts interface {
	Public(ctx context.Context, id string) (publish.Post, error)
	Posts(ctx context.Context, l publish.List) (desk.Page[publish.Post], error)
	Topics(ctx context.Context, account string) ([]publish.Topic, error)
	Corrections(ctx context.Context, account, after string, limit int) (desk.Page[publish.Correction], error)
	Picture(ctx context.Context, hash string) (draft.Picture, []byte, error)
}

// Talk is where citizens are heard: desk/inbox.
type Talk interface {
	Replies(ctx context.Context, post, after string, limit int) (desk.Page[inbox.Turn], error)
	Reactions(ctx context.Context, post string) (inbox.Reactions, error)
	Ask(ctx context.Context, q inbox.Question) (secret string, err error)
	Followup(ctx context.Context, secret string) (inbox.Followup, error)
	SearchPosts(ctx context.Context, words, after string, limit int) (desk.Page[inbox.Hit], error)
}

// Ledger is the record's proof: the store.
type Ledger interface {
	ledger.Stored
	// Size returns how many entries the ledger has.
	Size(ctx context.Context) (int64, error)
	// Checkpoint returns the newest signed checkpoint, empty for an empty ledger, and the key to verify it with.
	Checkpoint(ctx context.Context) (signed []byte, key string, err error)
	// Leaves returns the leaves numbered, from 0, from up to but not to.
	Leaves(ctx context.Context, from, to int64) ([][]byte, error)
}

// Deps is what the square needs from the house.
type Deps struct {
	Authority Authority
	Accounts  Accounts
	Posts     Posts
	Talk      Talk
	Ledger    Ledger
	Frames    Frames   // nil shows nobody's backing
	Curators  Curators // nil says of nobody that she speaks now
	Voices    Voices   // who speaks now; nil names who wrote last
	Figures   Figures  // what has been counted; nil shows no figures
	Guard     *human.Guard
	Clock     clock.Clock

	// Activity answers instead of a page where another server asks at an account's or a post's address; nil never does.
	Activity func(v *visit.Visit) (handled bool, err error)
	// Desk searches the desk for somebody who is signed in; nil shows everybody the square's own search.
	Desk func(v *visit.Visit) error
	// Address tells where a request came from, for the throttle of the forms; nil takes the connection's own address. Behind
	// a reverse proxy it must read what the proxy says.
	Address func(r *http.Request) string
}

// house is the square with its doors open.
type house struct {
	Deps
	cache *cache
	asks  *throttle.Throttle
}

// How often one address may send a form: a handful at once, for who has several things to ask, then one a minute.
var askRule = throttle.Rule{Burst: 6, Every: time.Minute}

// maxAskers bounds how many addresses are remembered.
const maxAskers = 20_000

// maxForm is how large a form may be: a question of the longest kind in the widest letters, with room for the rest.
const maxForm = 128 << 10

func open(d Deps) *house {
	if d.Address == nil {
		d.Address = connection
	}
	return &house{Deps: d, cache: newCache(maxKept), asks: throttle.New(askRule, maxAskers, d.Clock)}
}

// Routes returns the square's rows in the table of routes.
//
// An account's topics are at /torget/{account}?amne=TOPIC, and the whole square's at /torget/amne/{topic}, which the row for
// posts answers: no account can be called amne.
func Routes(d Deps) []visit.Route {
	h := open(d)
	page := func(path string, do visit.Handler) visit.Route {
		return visit.Route{Method: http.MethodGet, Path: path, Audience: visit.Everyone, Do: do}
	}
	form := func(path string, do visit.Handler) visit.Route {
		return visit.Route{Method: http.MethodPost, Path: path, Audience: visit.Everyone, Limit: maxForm, Do: do}
	}
	file := func(path string, do visit.Handler) visit.Route {
		return visit.Route{Method: http.MethodGet, Path: path, Audience: visit.Servers, Do: do}
	}
	return []visit.Route{
		page("/{$}", h.front), page("/torget", h.toFront), page("/torget/{account}", h.account), page("/torget/{account}/om", h.about),
		page("/torget/{account}/{post}", h.post), file("/bild/{hash}", h.picture), file("/portratt/{hash}", h.portrait),
		page("/torget/{account}/fraga", h.askForm), form("/torget/{account}/fraga", h.ask),
		page("/torget/{account}/liknande", h.alikeForm), form("/torget/{account}/liknande", h.reportAlike),
		page("/torget/{account}/{post}/fel", h.errorForm), form("/torget/{account}/{post}/fel", h.reportError),
		page("/fraga/{secret}", h.receipt),
		file("/flode.atom", h.atom), file("/flode.json", h.jsonFeed),
		file("/torget/{account}/flode.atom", h.atom), file("/torget/{account}/flode.json", h.jsonFeed),
		page("/insyn", h.book), page("/insyn/rattelser", h.corrections), page("/insyn/protokoll", h.record),
		page("/insyn/konton", h.registerPage),
		file("/insyn/konton.json", h.register), file("/insyn/protokoll/checkpoint", h.checkpoint),
		file("/insyn/protokoll/nyckel", h.key), file("/insyn/protokoll/tile/{rest...}", h.tile),
		page("/tillganglighet", h.accessibility), page("/sok", h.search),
		form("/sprak", h.chooseLanguage), form("/tema", h.chooseTheme),
		file("/robots.txt", h.robots), file("/sitemap.xml", h.sitemap),
	}
}
