package tasks

import (
	"fmt"

	"interleave/analyzers/internal/effects"
)

// closingDrivers puts a function that closes a channel of an object under a lock beside one
// that sends on it without that lock: who takes a lock to close expects others at work.
// Like graphDrivers they suppose one object of each type.
func closingDrivers(in *finder, summaries *effects.Result) []*Driver {
	var closes, sends []effects.ChannelUse
	for _, fn := range summaries.Order {
		for _, u := range summaries.Functions[fn].Channels {
			if u.Close && len(u.Must) > 0 {
				closes = append(closes, u)
			} else if !u.Close {
				sends = append(sends, u)
			}
		}
	}
	owners := in.lockOwners()
	var drivers []*Driver
	for _, c := range closes {
		for _, s := range sends {
			owner := owners[c.Field]
			if c.Field != s.Field || owner == nil || !c.Apart(s) {
				continue
			}
			g := &joining{in, summaries, nil}
			for _, x := range g.entrances(c.Instr.Parent()) {
				for _, y := range g.entrances(s.Instr.Parent()) {
					if x.Fn == y.Fn || x.Starts || y.Starts {
						continue // in which order its own goroutines run is in its own code
					}
					why := fmt.Sprintf("%s takes a lock to close %s, so others may be at work with that %s", x.Fn.Name(), c.Field.Name(), owner.Name())
					drivers = add(drivers, oneOfEach(why, x, y))
				}
			}
		}
	}
	return drivers
}
