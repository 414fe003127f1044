// Package all is the list of channels that the authority speaks on. A new channel is one folder beside this one and one line
// here.
package all

import (
	"tilltal/channel"
	"tilltal/channel/square"
)

// Needs are what the channels need from the house.
type Needs struct {
	Square square.Options
}

// All makes every channel, the authority's own square first.
func All(n Needs) []channel.Channel {
	return []channel.Channel{
		square.New(n.Square),
	}
}
