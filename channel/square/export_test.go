package square

// Large is how many large letters are held now.
func (s *Square) Large() int { return len(s.large) }
