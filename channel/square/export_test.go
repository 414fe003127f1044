package square

// Large is how many large letters are held now.
func (s *Square) Large() int { return len(s.large) }

// MaxBusy is how many letters are received at once.
const MaxBusy = maxBusy

// Crowd lets so many more letters be under way, or fewer when n is negative.
func (s *Square) Crowd(n int64) { s.busy.Add(n) }

// Busy is how many letters are under way.
func (s *Square) Busy() int64 { return s.busy.Load() }
