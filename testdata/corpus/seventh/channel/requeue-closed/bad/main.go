// Command deliver carries parcels with a few drivers.
package main

import (
	"fmt"
	"time"

	"seventh/channel/requeue-closed/bad/depot"
)

// habits says at which try somebody opens.
type habits map[string]int

func (h habits) Ring(p depot.Parcel) error {
	time.Sleep(time.Millisecond)
	first, ok := h[p.To]
	if !ok {
		return depot.ErrLost
	}
	if p.Tries < first {
		return depot.ErrNobody
	}
	return nil
}

func main() {
	st := habits{"elm 3": 1, "oak 5": 2, "ash 1": 3, "fir 8": 1, "yew 2": 9}
	addresses := []string{"elm 3", "oak 5", "ash 1", "fir 8", "yew 2", "nowhere 0"}
	const rounds = 4
	// every parcel has a place in the queue
	d := depot.New(st, 3, rounds*len(addresses))
	id := 0
	for range rounds {
		for _, a := range addresses {
			id++
			d.Accept(depot.Parcel{ID: id, To: a})
		}
	}
	fmt.Println("some still wait:", d.Waiting() > 0)
	delivered, returned := d.Finish()
	fmt.Println("delivered", delivered, "returned", returned)
}
