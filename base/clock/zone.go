package clock

import (
	"sync"
	"time"
	_ "time/tzdata" // the zones travel in the binary: a bare container has no zone files

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

var zones sync.Map // name -> *time.Location; only names that exist, so it stays small

// Zone returns the zone of a name in the IANA database, "Europe/Stockholm". The same name always gives the same pointer, so
// that two Walls can be compared with ==. The machine's own zone ("Local") is refused: a promise must mean the same when the
// server moves. The fault is Invalid.
func Zone(name string) (*time.Location, error) {
	if name == "UTC" {
		return time.UTC, nil
	}
	if zone, ok := zones.Load(name); ok {
		return zone.(*time.Location), nil
	}
	if name == "" || name == "Local" || len(name) > 64 {
		return nil, noZone(name)
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, noZone(name).Because(err)
	}
	kept, _ := zones.LoadOrStore(name, zone)
	return kept.(*time.Location), nil
}

func noZone(name string) *fault.Error {
	return fault.New(fault.Invalid, lingo.T("Vi känner inte till tidszonen %q. Skriv till exempel Europe/Stockholm.",
		"We do not know the time zone %q. Write for example Europe/Stockholm.").Put(short(name)))
}

// Stockholm returns the zone of Swedish authorities.
func Stockholm() *time.Location { return stockholm() }

var stockholm = sync.OnceValue(func() *time.Location {
	zone, err := Zone("Europe/Stockholm")
	if err != nil {
		panic("the zones built into this program lack Europe/Stockholm: " + err.Error())
	}
	return zone
})

func orUTC(zone *time.Location) *time.Location {
	if zone == nil {
		return time.UTC
	}
	return zone
}

// short keeps a fault readable when somebody sends a megabyte.
func short(s string) string {
	if len(s) > 64 {
		return s[:64] + "…"
	}
	return s
}
