package tasks

import (
	"fmt"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
)

// closingDrivers puts a function that closes a channel of an object beside one that sends on
// it, where no lock keeps the two apart although both take one: who takes a lock to close,
// or before it, expects others at work. Like graphDrivers they suppose one object of each type.
func closingDrivers(in *finder, summaries *effects.Result) []*Driver {
	sends, closes := summaries.ChannelUses()
	owners := in.lockOwners()
	var drivers []*Driver
	for _, c := range closes {
		for _, s := range sends {
			if c.Field != s.Field || !c.Apart(s) {
				continue
			}
			g := &joining{in, summaries, nil}
			for _, x := range g.entrances(c.Instr.Parent()) {
				for _, y := range g.entrances(s.Instr.Parent()) {
					if x.Fn == y.Fn || x.Starts || y.Starts {
						continue // in which order its own goroutines run is in its own code
					}
					owner := owners[c.Field]
					if len(c.Must) == 0 {
						owner = owners[g.commonLock(x.Fn, y.Fn)]
					}
					if owner == nil || len(c.Must) == 0 && (summaries.AsksForOrder(x.Fn) || summaries.AsksForOrder(y.Fn)) {
						continue
					}
					why := fmt.Sprintf("%s takes a lock to close %s, so others may be at work with that %s", x.Fn.Name(), c.Field.Name(), owner.Name())
					drivers = add(drivers, oneOfEach(why, x, y))
				}
			}
		}
	}
	return drivers
}

// commonLock returns the declaration of a lock that two functions, or what they call, both
// take; nil if there is none.
func (g *joining) commonLock(fn, other *ssa.Function) effects.Class {
	taken := g.lockClasses(fn)
	for _, c := range g.lockClasses(other) {
		if slices.Contains(taken, c) {
			return c
		}
	}
	return nil
}

// lockClasses lists the declarations of the locks that a function, or what it calls, takes.
func (g *joining) lockClasses(fn *ssa.Function) []effects.Class {
	list, known := g.in.taken[fn]
	if known {
		return list
	}
	for _, f := range g.in.graph.Closure([]*ssa.Function{fn}) {
		if s := g.summaries.Functions[f]; s != nil {
			for _, a := range s.Acquires {
				if c := a.Lock.Class(); c != nil && !slices.Contains(list, c) {
					list = append(list, c)
				}
			}
		}
	}
	g.in.taken[fn] = list
	return list
}
