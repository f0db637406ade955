// Package roster plans who is on call.
package roster

import (
	"fmt"
	"sort"

	"tenth/race/roster/good/actor"
)

// Roster is the plan; its maps are touched on the loop only.
type Roster struct {
	*actor.Loop
	shifts map[string]string
	load   map[string]int
	swaps  int
}

// New makes an empty Roster.
func New() *Roster {
	return &Roster{
		Loop:   actor.Start(),
		shifts: make(map[string]string),
		load:   make(map[string]int),
	}
}

// Assign gives a day to a person.
func (r *Roster) Assign(day, who string) (err error) {
	derr := r.Do(func() {
		if cur, taken := r.shifts[day]; taken {
			err = fmt.Errorf("roster: %s is taken by %s", day, cur)
			return
		}
		r.set(day, who)
	})
	if derr != nil {
		return derr
	}
	return err
}

// Swap exchanges two days.
func (r *Roster) Swap(a, b string) error {
	return r.Do(func() {
		pa, pb := r.shifts[a], r.shifts[b]
		r.set(a, pb)
		r.set(b, pa)
		r.swaps++
	})
}

func (r *Roster) set(day, who string) {
	if old, ok := r.shifts[day]; ok {
		r.load[old]--
	}
	r.shifts[day] = who
	r.load[who]++
}

// Busiest lists the persons, those with most days first.
func (r *Roster) Busiest() []string {
	var names []string
	load := make(map[string]int)
	r.Do(func() {
		for who, n := range r.load {
			names = append(names, who)
			load[who] = n
		}
	})
	sort.Slice(names, func(i, j int) bool {
		if load[names[i]] != load[names[j]] {
			return load[names[i]] > load[names[j]]
		}
		return names[i] < names[j]
	})
	return names
}

// Swaps is the number of swaps.
func (r *Roster) Swaps() (n int) {
	r.Do(func() { n = r.swaps })
	return n
}
