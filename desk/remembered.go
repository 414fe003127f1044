package desk

// Remembered (minnesanteckning) is the answer that a call to the API was given, kept for a week under the key that the
// caller chose, so that the same call sent again gets the same answer and does nothing twice.
type Remembered struct {
	Request string // hash of the first request: the same key with another request is refused
	Status  int    // 0 while the first call is under way, or when it died
	Type    string // media type
	Body    []byte
}
