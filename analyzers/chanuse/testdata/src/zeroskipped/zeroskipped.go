// Package main has loops that skip the zero values of a closed channel, one after the other.
package main

import (
	"fmt"
	"time"
)

type parcel struct {
	to     *string
	weight int
}

// van brings parcels and drives away.
func van(list []parcel) <-chan parcel {
	out := make(chan parcel)
	go func() {
		defer close(out)
		for _, p := range list {
			out <- p
		}
	}()
	return out
}

// sort takes parcels from two vans until the evening.
func sort(left, right <-chan parcel, evening <-chan time.Time) (sum int) {
	for {
		select {
		case p := <-left: // want `likely busy loop: once the channel is closed, this receive gives a zero value at once.*\(closed-receive-unchecked\)`
			if p.to == nil || p.weight == 0 {
				continue
			}
			sum += p.weight
		case p := <-right: // want `busy loop.* \(closed-receive-unchecked\)`
			if p.weight != 0 {
				if p.to == nil {
					fmt.Println("no address")
				}
				sum += p.weight
			} else {
				continue
			}
		case <-evening:
			return sum
		}
	}
}

// say knows its goodbye, but the channel does not say it.
func say() {
	words := make(chan string)
	go func() {
		for _, w := range []string{"hello", "world"} {
			words <- w
		}
		close(words)
	}()
	for {
		w := <-words // want `busy loop.* \(closed-receive-unchecked\)`
		if w == "" {
			continue
		}
		fmt.Println(w)
	}
}

func main() {
	fmt.Println(sort(van([]parcel{{weight: 1}}), van(nil), time.After(time.Second)))
	say()
}
