package store

import (
	"sync"

	"tilltal/desk"
	"tilltal/desk/publish"
)

// standing remembers of posts that are being delivered that they have not ended, as long as this process alone can end them.
type standing struct {
	mu    sync.Mutex
	falls int // how often a post has ended: an answer from before that is not kept
	posts map[string]bool
}

// maxStanding is how many posts are remembered: more are hardly on their way at once.
const maxStanding = 256

// falling are the posts that a change withdraws.
func falling(c desk.Change) (posts []string) {
	for _, a := range c.Acts {
		for _, f := range a.Facts {
			if w, ok := f.(publish.Withdrawal); ok {
				posts = append(posts, w.Post)
			}
		}
	}
	return posts
}

// fell forgets a post. It is called before it is written that the post has ended, and once more after.
func (s *standing) fell(post string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.falls++
	delete(s.posts, post)
}

// ended reports whether a post has ended, and asks when that is not known.
func (s *standing) ended(post string, ask func() (bool, error)) (bool, error) {
	s.mu.Lock()
	stands, falls := s.posts[post], s.falls
	s.mu.Unlock()
	if stands {
		return false, nil
	}
	gone, err := ask()
	if err != nil || gone {
		return gone, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.falls == falls {
		if s.posts == nil || len(s.posts) >= maxStanding {
			s.posts = map[string]bool{}
		}
		s.posts[post] = true
	}
	return false, nil
}
