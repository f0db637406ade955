package main

import (
	"fmt"
	"os"
	"time"
)

type reading struct {
	buoy string
	wave float64
}

type stats struct {
	received int
	highest  float64
}

func buoys(names ...string) <-chan reading {
	out := make(chan reading)
	go func() {
		defer close(out)
		for i, n := range names {
			out <- reading{n, float64(i) * 0.5}
		}
	}()
	return out
}

// forward collects readings until quit is closed.
func forward(in <-chan reading, quit <-chan struct{}) stats {
	var s stats
	for {
		select {
		case r, ok := <-in:
			if !ok {
				in = nil
				continue
			}
			s.received++
			s.highest = max(s.highest, r.wave)
		case <-quit:
			return s
		}
	}
}

func main() {
	quit := make(chan struct{})
	time.AfterFunc(50*time.Millisecond, func() { close(quit) })
	s := forward(buoys("alpha", "bravo", "charlie"), quit)
	fmt.Printf("highest wave %.1f m\n", s.highest)
	if s.received != 3 {
		fmt.Println("received", s.received, "readings")
		os.Exit(1)
	}
}
