// Package icon is the house's own small set of pictures: strokes on a square of 24 units, drawn for Tilltal. An icon never
// stands alone as the name of something: it is hidden from screen readers, and the words stand beside it or in the button's
// accessible name.
package icon

import (
	"context"
	"io"
	"maps"
	"slices"

	"github.com/a-h/templ"
)

// Name is an icon's name.
type Name string

// The icons. Rooms first, then acts, then signs, then networks.
const (
	Today    Name = "today"
	Write    Name = "write"
	Review   Name = "review"
	Inbox    Name = "inbox"
	Calendar Name = "calendar"
	Accounts Name = "accounts"
	Record   Name = "record"
	Settings Name = "settings"

	More     Name = "more"
	Search   Name = "search"
	Down     Name = "down"
	Left     Name = "left"
	Right    Name = "right"
	Plus     Name = "plus"
	Close    Name = "close"
	Undo     Name = "undo"
	Send     Name = "send"
	Edit     Name = "edit"
	Trash    Name = "trash"
	Print    Name = "print"
	Download Name = "download"
	Attach   Name = "attach"
	Link     Name = "link"
	Out      Name = "out"
	Keyboard Name = "keyboard"
	Filter   Name = "filter"

	Good     Name = "good"
	Ask      Name = "ask"
	Stop     Name = "stop"
	Info     Name = "info"
	Clock    Name = "clock"
	Person   Name = "person"
	People   Name = "people"
	Shift    Name = "shift"
	Lock     Name = "lock"
	Eye      Name = "eye"
	Hidden   Name = "hidden"
	Picture  Name = "picture"
	Film     Name = "film"
	Book     Name = "book"
	Note     Name = "note"
	Flag     Name = "flag"
	Bell     Name = "bell"
	Question Name = "question"
	Quote    Name = "quote"
	Reply    Name = "reply"
	Topic    Name = "topic"
	Place    Name = "place"
	Sun      Name = "sun"
	Moon     Name = "moon"
	Screen   Name = "screen"
	Language Name = "language"

	Square    Name = "square"
	Fediverse Name = "fediverse"
	Feed      Name = "feed"
	Mail      Name = "mail"
	Phone     Name = "phone"
	Network   Name = "network"
)

// draw holds the strokes of each icon as SVG path data.
var draw = map[Name]string{
	Today:    "M4 19.5h16M7 15.5a5 5 0 0 1 10 0M12 4v3M4.6 8.6l1.9 1.9M19.4 8.6l-1.9 1.9M2.5 15.5h1.5M20 15.5h1.5",
	Write:    "M4 20l1-4.5L16.2 4.3a1.7 1.7 0 0 1 2.4 0l1.1 1.1a1.7 1.7 0 0 1 0 2.4L8.5 19 4 20zM14 6.5l3.5 3.5M13 20h7",
	Review:   "M14 3.5H7A1.5 1.5 0 0 0 5.5 5v14A1.5 1.5 0 0 0 7 20.5h10a1.5 1.5 0 0 0 1.5-1.5V8L14 3.5zM13.5 3.5V8.5h5M9 14.3l2.2 2.2 4-4.3",
	Inbox:    "M4 13.5L6.3 5.6A1.5 1.5 0 0 1 7.7 4.5h8.6a1.5 1.5 0 0 1 1.4 1.1L20 13.5V18a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18v-4.5zM4 13.5h4.5a3.5 3.5 0 0 0 7 0H20",
	Calendar: "M5.5 5.5h13A1.5 1.5 0 0 1 20 7v11.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5V7a1.5 1.5 0 0 1 1.5-1.5zM4 10h16M8 3.5v4M16 3.5v4M8 14h.01M12 14h.01M16 14h.01",
	Accounts: "M4 20V9.5L12 4l8 5.5V20M4 20h16M9.5 20v-5.5h5V20M12 9.8h.01",
	Record:   "M5 5.5A2 2 0 0 1 7 3.5h12v17H7a2 2 0 0 1-2-2v-13zM5 18.5a2 2 0 0 1 2-2h12M9 8h6M9 11.5h4",
	Settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4zM9 14.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4z",

	More:     "M5.5 11a1 1 0 1 1 0 2 1 1 0 0 1 0-2zM12 11a1 1 0 1 1 0 2 1 1 0 0 1 0-2zM18.5 11a1 1 0 1 1 0 2 1 1 0 0 1 0-2z",
	Search:   "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.3 15.3L20 20",
	Down:     "M6 9.5l6 6 6-6",
	Left:     "M14.5 6l-6 6 6 6",
	Right:    "M9.5 6l6 6-6 6",
	Plus:     "M12 5v14M5 12h14",
	Close:    "M6 6l12 12M18 6L6 18",
	Undo:     "M8.5 5L4 9.5 8.5 14M4 9.5h10a5.2 5.2 0 0 1 0 10.5H9",
	Send:     "M20.5 3.5L10.5 13.5M20.5 3.5l-6 17-4-7-7-4 17-6z",
	Edit:     "M4 20l1-4.5L16.2 4.3a1.7 1.7 0 0 1 2.4 0l1.1 1.1a1.7 1.7 0 0 1 0 2.4L8.5 19 4 20zM14 6.5l3.5 3.5",
	Trash:    "M4.5 6.5h15M9 6.5v-2a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M6.5 6.5l.9 12.6a1.5 1.5 0 0 0 1.5 1.4h6.2a1.5 1.5 0 0 0 1.5-1.4l.9-12.6M10 11v5M14 11v5",
	Print:    "M7 9V3.5h10V9M7 17H5.5A1.5 1.5 0 0 1 4 15.5v-5A1.5 1.5 0 0 1 5.5 9h13a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5H17M7 14h10v6.5H7V14z",
	Download: "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 20h15",
	Attach:   "M19.5 11.5l-7.8 7.8a4.7 4.7 0 0 1-6.7-6.7l8-8a3.2 3.2 0 0 1 4.5 4.5l-7.8 7.8a1.6 1.6 0 0 1-2.3-2.3l7-7",
	Link:     "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1",
	Out:      "M14 4.5H7A1.5 1.5 0 0 0 5.5 6v12A1.5 1.5 0 0 0 7 19.5h7M10.5 12H20M16.5 8.5L20 12l-3.5 3.5",
	Keyboard: "M4.5 6.5h15A1.5 1.5 0 0 1 21 8v8a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16V8a1.5 1.5 0 0 1 1.5-1.5zM7 10.5h.01M10.5 10.5h.01M14 10.5h.01M17.5 10.5h.01M8 14h8",
	Filter:   "M4 6.5h16M7 12h10M10 17.5h4",

	Good:     "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM8 12.3l2.8 2.8 5.2-5.7",
	Ask:      "M4 11.2C4 7 7.5 4 12 4s8 3 8 7.2-3.5 7.2-8 7.2c-.9 0-1.7-.1-2.5-.3L5 20.5l.9-4.3A6.8 6.8 0 0 1 4 11.2zM10.2 9.7a1.9 1.9 0 1 1 2.8 1.7c-.6.3-1 .8-1 1.4M12 15.3h.01",
	Stop:     "M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7l5-5zM12 8v4.7M12 16h.01",
	Info:     "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 11.5v4.5M12 8h.01",
	Clock:    "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.5V12l3 2",
	Person:   "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4.5 20.5c.6-3.8 3.6-6 7.5-6s6.9 2.2 7.5 6",
	People:   "M9 5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM2.5 19.5c.5-3.4 3.1-5.2 6.5-5.2s6 1.8 6.5 5.2M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.6c2.2.6 3.7 2.3 4 4.9",
	Shift:    "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4.5 20.5c.5-3.4 2.9-5.5 6.2-5.9M15 17.5l2 2 3.5-4",
	Lock:     "M6.5 10.5h11A1.5 1.5 0 0 1 19 12v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19v-7a1.5 1.5 0 0 1 1.5-1.5zM8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.5v2",
	Eye:      "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z",
	Hidden:   "M4 4l16 16M9.5 5.9A9.6 9.6 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.9 3.6M14.7 14.4A3 3 0 0 1 9.9 10M6.3 7.3A15.7 15.7 0 0 0 2.5 12S6 18.5 12 18.5c1.7 0 3.2-.5 4.5-1.2",
	Picture:  "M5 4.5h14A1.5 1.5 0 0 1 20.5 6v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18V6A1.5 1.5 0 0 1 5 4.5zM3.5 16l5-5 4.5 4.5 2.5-2.5 5 5M15.5 9h.01",
	Film:     "M5 5h14a1.5 1.5 0 0 1 1.5 1.5v11A1.5 1.5 0 0 1 19 19H5a1.5 1.5 0 0 1-1.5-1.5v-11A1.5 1.5 0 0 1 5 5zM10 9v6l5-3-5-3z",
	Book:     "M12 6.5C10.5 5.2 8.2 4.5 4 4.5v14c4.2 0 6.5.7 8 2 1.5-1.3 3.8-2 8-2v-14c-4.2 0-6.5.7-8 2zM12 6.5v14",
	Note:     "M5.5 4h13A1.5 1.5 0 0 1 20 5.5V14l-6 6H5.5A1.5 1.5 0 0 1 4 18.5v-13A1.5 1.5 0 0 1 5.5 4zM20 14h-6v6M8 8.5h8M8 12h4",
	Flag:     "M5.5 21V4M5.5 4.5c4-2.5 7 2.5 13 0V14c-6 2.5-9-2.5-13 0",
	Bell:     "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15L6 16.5zM10 20.5h4M12 5V3.5",
	Question: "M4 11.2C4 7 7.5 4 12 4s8 3 8 7.2-3.5 7.2-8 7.2c-.9 0-1.7-.1-2.5-.3L5 20.5l.9-4.3A6.8 6.8 0 0 1 4 11.2zM8.5 10h7M8.5 13h4",
	Quote:    "M10 7.5c-3 .8-4.5 3-4.5 6.3v2.7h5v-5H7.8M19 7.5c-3 .8-4.5 3-4.5 6.3v2.7h5v-5h-2.7",
	Reply:    "M9.5 6L4 11.5 9.5 17M4 11.5h9c4 0 6.5 2 7 6.5",
	Topic:    "M9.5 4L7.5 20M16.5 4l-2 16M4.5 9h15.5M4 15h15.5",
	Place:    "M12 21c4.5-4.8 7-8.2 7-11.2A7 7 0 0 0 5 9.8C5 12.8 7.5 16.2 12 21zM12 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
	Sun:      "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4",
	Moon:     "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
	Screen:   "M4.5 5h15A1.5 1.5 0 0 1 21 6.5v8.5a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 15V6.5A1.5 1.5 0 0 1 4.5 5zM9 20h6M12 16.5V20",
	Language: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM3.5 12h17M12 3.5c2.3 2.3 3.5 5.2 3.5 8.5s-1.2 6.2-3.5 8.5c-2.3-2.3-3.5-5.2-3.5-8.5s1.2-6.2 3.5-8.5z",

	Square:    "M4 20h16M6 20v-8M18 20v-8M10 20v-6h4v6M4 12l8-7.5 8 7.5H4z",
	Fediverse: "M12 3.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM5 9.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM19 9.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM8 17a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM16 17a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM10.3 6.7L6.7 10.3M13.7 6.7l3.6 3.6M5.7 13.4l1.6 3.7M18.3 13.4l-1.6 3.7M10 19h4",
	Feed:      "M5 11a8 8 0 0 1 8 8M5 5a14 14 0 0 1 14 14M6 18h.01",
	Mail:      "M5 5.5h14A1.5 1.5 0 0 1 20.5 7v10a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 17V7A1.5 1.5 0 0 1 5 5.5zM4 7l8 6 8-6",
	Phone:     "M8.5 4H5.5A1.5 1.5 0 0 0 4 5.6 15.5 15.5 0 0 0 18.4 20a1.5 1.5 0 0 0 1.6-1.5v-3l-4.5-1.5-1.5 2a11 11 0 0 1-6-6l2-1.5L8.5 4z",
	Network:   "M7 4.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM17 4.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM12 14.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM9.5 7h5M8.2 9.2l2.6 5.5M15.8 9.2l-2.6 5.5",
}

// Names returns every icon in the set, in order of name.
func Names() []Name { return slices.Sorted(maps.Keys(draw)) }

// Icon draws an icon in the colour and size of the text around it, hidden from screen readers. An unknown name draws nothing.
func Icon(n Name) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		d, ok := draw[n]
		if !ok {
			return nil
		}
		_, err := io.WriteString(w, `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="`+d+`"/></svg>`)
		return err
	})
}
