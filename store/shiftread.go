package store

import (
	"context"
	"database/sql"
	"time"

	"tilltal/base/fault"
	"tilltal/desk/draft"
	"tilltal/desk/inbox"
	"tilltal/desk/shift"
)

const handoverQuery = `SELECT h.id, h.shift, h.account, h.number, h.ends, h.words, h.given_to, h.due, h.who, h.at FROM shift_handover h
	WHERE h.number = (SELECT MAX(n.number) FROM shift_handover n WHERE n.shift = h.shift)`

func scanHandover(rows *sql.Rows) (h shift.Handover, err error) {
	var ends string
	var due, at int64
	if err := rows.Scan(&h.ID, &h.Shift, &h.Account, &h.Number, &ends, &h.Words, &h.To, &due, &h.By, &at); err != nil {
		return h, err
	}
	h.Due, h.At = fromMicro(due), fromMicro(at)
	return h, fromJSON(ends, &h.Ends)
}

// Handover returns the newest version of a handover and its confirmation: see [shift.Shelf].
func (s *Store) Handover(ctx context.Context, id string) (shift.Handover, *shift.Confirmation, error) {
	h, err := one(ctx, s, scanHandover, handoverQuery+` AND h.shift = $1`, id)
	if err != nil {
		return h, nil, err
	}
	c, err := one(ctx, s, func(rows *sql.Rows) (c shift.Confirmation, err error) {
		var at int64
		err = rows.Scan(&c.ID, &c.Shift, &c.Account, &c.By, &at)
		c.At = fromMicro(at)
		return c, err
	}, `SELECT id, shift, account, who, at FROM shift_confirmation WHERE shift = $1`, id)
	if fault.Is(err, fault.NotFound) {
		return h, nil, nil
	}
	return h, &c, err
}

// Unconfirmed lists the handovers that nobody has confirmed: see [shift.Shelf].
func (s *Store) Unconfirmed(ctx context.Context, account string, since time.Time) ([]shift.Handover, error) {
	return list(ctx, s, scanHandover, handoverQuery+` AND h.account = $1 AND h.at >= $2
		AND NOT EXISTS (SELECT 1 FROM shift_confirmation c WHERE c.shift = h.shift) ORDER BY h.at, h.id`, account, micro(since))
}

// mostLoose is how many of each kind a handover names. Who has more has another trouble.
const mostLoose = 200

// Loose returns what is open at an account for a person to hand over: see [shift.Shelf].
func (s *Store) Loose(ctx context.Context, account, person string) ([]shift.End, error) {
	talks, err := list(ctx, s, scanEnd(shift.EndTalk), `SELECT id, owner, due FROM (
		SELECT id, owner, due FROM conversation_now WHERE owner = $2 AND state = 0 AND owner <> '' AND account = $1
		UNION ALL SELECT id, owner, due FROM conversation_now WHERE account = $1 AND state = 0 AND owner = '' AND due < $3) AS t
		ORDER BY due, id LIMIT CAST($4 AS BIGINT)`, account, person, int64(never), mostLoose)
	if err != nil {
		return nil, err
	}
	own, err := list(ctx, s, scanEnd(shift.EndDraft), `SELECT n.id, n.author, n.due FROM draft_now n WHERE n.author = $2 AND n.account = $1
		AND n.state IN ('writing', 'returned', 'waiting', 'ready') ORDER BY n.changed DESC, n.id LIMIT CAST($3 AS BIGINT)`, account, person, mostLoose)
	if err != nil {
		return nil, err
	}
	out := append(talks, own...)
	for _, kind := range []struct {
		end   string
		state draft.State
	}{{shift.EndScheduled, draft.Scheduled}, {shift.EndHeld, draft.Held}} {
		some, err := list(ctx, s, scanEnd(kind.end), `SELECT n.id, COALESCE((SELECT d.who FROM draft_submission d WHERE d.draft = n.id ORDER BY d.seq DESC LIMIT 1), n.author), n.due
			FROM draft_now n WHERE n.account = $1 AND n.state = $2 ORDER BY n.due, n.id LIMIT CAST($3 AS BIGINT)`, account, string(kind.state), mostLoose)
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
}

func scanEnd(kind string) func(*sql.Rows) (shift.End, error) {
	return func(rows *sql.Rows) (shift.End, error) {
		e := shift.End{Kind: kind}
		var due int64
		err := rows.Scan(&e.ID, &e.Person, &due)
		if due != 0 {
			e.Due = fromDue(due)
		}
		return e, err
	}
}

// Answers returns what somebody answered in a span of time: see [shift.Shelf].
func (s *Store) Answers(ctx context.Context, account, person string, from, to time.Time) ([]shift.Answer, error) {
	return list(ctx, s, func(rows *sql.Rows) (a shift.Answer, err error) {
		var content string
		var at int64
		if err := rows.Scan(&a.Post, &a.Conversation, &content, &at); err != nil {
			return a, err
		}
		var said draft.Content
		a.At, err = fromMicro(at), fromJSON(content, &said)
		a.Text = said.Text
		return a, err
	}, `SELECT p.id, p.conversation, p.content, p.at FROM publication p WHERE p.who = $1 AND p.at >= $2 AND p.at < $3 AND p.account = $4 AND p.conversation <> ''
		AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.post = p.id) ORDER BY p.at, p.id`, person, micro(from), micro(to), account)
}

// Name puts titles on ends: see [shift.Shelf].
func (s *Store) Name(ctx context.Context, ends []shift.End) ([]shift.End, error) {
	for i := range ends {
		e := &ends[i]
		var err error
		switch e.Kind {
		case shift.EndTalk:
			err = s.nameTalk(ctx, e)
		case shift.EndPromise:
			err = s.namePromise(ctx, e)
		default:
			err = s.nameDraft(ctx, e)
		}
		if err != nil && !fault.Is(err, fault.NotFound) {
			return nil, err
		}
	}
	return ends, nil
}

func (s *Store) nameTalk(ctx context.Context, e *shift.End) error {
	c, err := s.Conversation(ctx, e.ID)
	if err == nil {
		e.Title, e.Settled = c.First, !c.Open()
	}
	return err
}

func (s *Store) nameDraft(ctx context.Context, e *shift.End) error {
	d, err := s.Draft(ctx, e.ID)
	if err != nil {
		return err
	}
	e.Title = inbox.FirstLine(d.Latest.Content.Text)
	e.Settled = d.State == draft.Published || d.State == draft.Discarded || e.Kind == shift.EndHeld && d.State != draft.Held
	return nil
}

// namePromise holds a promise for kept when somebody has answered in the conversation since, or it has been closed.
func (s *Store) namePromise(ctx context.Context, e *shift.End) error {
	p, err := s.Post(ctx, e.ID)
	if err != nil {
		return err
	}
	e.Title, e.Where = inbox.FirstLine(p.Text()), p.Conversation
	c, err := s.Conversation(ctx, p.Conversation)
	if err != nil {
		return err
	}
	later, err := one(ctx, s, number, `SELECT COUNT(*) FROM publication WHERE conversation = $1 AND at > $2`, p.Conversation, micro(p.At))
	e.Settled = !c.Open() || later > 0
	return err
}

const talkOf = `SELECT c.id, c.account, c.owner, ` + lastEntry + `c.id) FROM conversation_now c`

func scanOwned(rows *sql.Rows) (t shift.Talk, err error) {
	err = rows.Scan(&t.ID, &t.Account, &t.Owner, &t.Seen)
	return t, err
}

// Stranded lists the open conversations of some owners at an account: see [shift.Shelf].
func (s *Store) Stranded(ctx context.Context, account string, owners []string) ([]shift.Talk, error) {
	q := where{}
	q.and(`c.state = 0 AND c.owner <> '' AND c.account = ?`, account)
	q.in(`c.owner`, owners)
	return list(ctx, s, scanOwned, talkOf+q.text()+` ORDER BY c.due, c.id`+q.most(500), q.args...)
}

// LeftBehind lists the open conversations of those who have left: see [shift.Shelf].
func (s *Store) LeftBehind(ctx context.Context) ([]shift.Talk, error) {
	return list(ctx, s, scanOwned, talkOf+` JOIN person_now p ON p.id = c.owner WHERE p.left_at > 0 AND c.state = 0 AND c.owner <> '' ORDER BY c.due, c.id LIMIT 500`)
}

// Happenings counts what happened during a shift: see [shift.Shelf].
func (s *Store) Happenings(ctx context.Context, account, person string, from, to time.Time) (h shift.Happenings, err error) {
	for into, query := range map[*int]string{
		&h.Posts:   `SELECT COUNT(*) FROM publication WHERE who = $1 AND account = $2 AND at >= $3 AND at < $4 AND conversation = ''`,
		&h.Answers: `SELECT COUNT(*) FROM publication WHERE who = $1 AND account = $2 AND at >= $3 AND at < $4 AND conversation <> ''`,
		&h.Hard: `SELECT COUNT(DISTINCT p.conversation) FROM publication p JOIN draft_submission d ON d.draft = p.draft AND d.version = p.version
			WHERE p.who = $1 AND p.account = $2 AND p.at >= $3 AND p.at < $4 AND p.conversation <> '' AND d.step IN ('reader', 'shift', 'decision')`,
		&h.Conversations: `SELECT COUNT(DISTINCT conversation) FROM need_now WHERE $1 <> '' AND account = $2 AND at >= $3 AND at < $4 AND dropped = 0`,
		&h.Corrections:   `SELECT COUNT(*) FROM correction WHERE $1 <> '' AND account = $2 AND at >= $3 AND at < $4`,
	} {
		n, err := one(ctx, s, number, query, person, account, micro(from), micro(to))
		if err != nil {
			return h, err
		}
		*into = int(n)
	}
	return h, nil
}

// HeardDuring returns what citizens said at an account in a span of time: see [shift.Shelf].
func (s *Store) HeardDuring(ctx context.Context, account string, from, to time.Time) ([]string, error) {
	const said = `SELECT s.text FROM conversation_now c JOIN turn_now t ON t.conversation = c.id JOIN inbox_said s ON s.id = t.said
		WHERE c.account = $1 AND t.ours = 0 AND t.deleted = 0 AND t.at >= $2 AND t.at < $3 AND `
	return list(ctx, s, text, said+`c.state = 0 UNION ALL `+said+`c.state = 1 AND c.last_at >= $2`, account, micro(from), micro(to))
}

// Afterthought returns what was said after a shift: see [shift.Shelf].
func (s *Store) Afterthought(ctx context.Context, id string) (shift.Afterthought, error) {
	return one(ctx, s, func(rows *sql.Rows) (a shift.Afterthought, err error) {
		var at int64
		err = rows.Scan(&a.ID, &a.Shift, &a.Account, &a.Best, &a.Hard, &a.Next, &a.By, &at)
		a.At = fromMicro(at)
		return a, err
	}, `SELECT id, shift, account, best, hard, after, who, at FROM shift_afterthought WHERE shift = $1 ORDER BY seq DESC LIMIT 1`, id)
}

const presentationQuery = `SELECT p.person, p.words, p.picture, p.alt, p.consent, p.at FROM shift_presenting p
	WHERE NOT EXISTS (SELECT 1 FROM shift_presenting y WHERE y.person = p.person AND y.seq > p.seq)`

func scanPresentation(rows *sql.Rows) (p shift.Presentation, err error) {
	var consent, at int64
	err = rows.Scan(&p.Person, &p.Words, &p.Picture, &p.Alt, &consent, &at)
	p.Consent, p.At = consent != 0, fromMicro(at)
	return p, err
}

// Presentation returns how somebody last presented herself: see [shift.Faces].
func (s *Store) Presentation(ctx context.Context, person string) (shift.Presentation, error) {
	return one(ctx, s, scanPresentation, presentationQuery+` AND p.person = $1`, person)
}

// KeepPortrait keeps the bytes of a picture once: see [shift.Faces].
func (s *Store) KeepPortrait(ctx context.Context, p shift.Portrait, data []byte, at time.Time) error {
	return s.KeepPicture(ctx, draft.Picture{Hash: p.Hash, Type: p.Type, Width: p.Width, Height: p.Height}, data, at)
}

// PortraitData returns a picture that somebody presents herself with now: see [shift.Faces].
func (s *Store) PortraitData(ctx context.Context, hash string) (shift.Portrait, []byte, error) {
	if _, err := one(ctx, s, scanPresentation, presentationQuery+` AND p.picture = $1 AND p.picture <> '' AND p.consent = 1`, hash); err != nil {
		return shift.Portrait{}, nil, err
	}
	p, err := s.Picture(ctx, hash)
	if err != nil {
		return shift.Portrait{}, nil, err
	}
	data, err := s.PictureData(ctx, hash)
	return shift.Portrait{Hash: p.Hash, Type: p.Type, Width: p.Width, Height: p.Height}, data, err
}
