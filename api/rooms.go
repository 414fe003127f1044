package api

// Rooms are the rooms that the operations go to.
type Rooms struct{}

// operations adds every operation, room by room: one file for each.
func (r Rooms) operations(a *API) {}
