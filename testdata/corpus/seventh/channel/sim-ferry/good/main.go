// Command ferry simulates a ferry that carries cars over a river.
package main

import (
	"fmt"
	"os"
	"sync"
	"time"
)

type car struct {
	plate  string
	length int
	ticket chan int // number of the trip, sent by the ferry
}

// ferry loads cars from the ramp.
type ferry struct {
	capacity int
	ramp     <-chan *car
	reports  chan<- report
}

type report struct {
	trip  int
	cars  int
	space int
}

// run makes trips until the ramp is closed.
func (f *ferry) run() {
	defer close(f.reports)
	var held *car
	for trip := 1; ; trip++ {
		var deck []*car
		space := f.capacity
		open := true
	load:
		for {
			c := held
			held = nil
			if c == nil {
				patience := time.After(3 * time.Millisecond)
				select {
				case c, open = <-f.ramp:
					if !open {
						break load
					}
				case <-patience:
					break load
				}
			}
			if c.length > space {
				held = c // stays in front of the queue
				break load
			}
			space -= c.length
			deck = append(deck, c)
		}
		for _, c := range deck {
			c.ticket <- trip
		}
		if len(deck) > 0 {
			f.reports <- report{trip, len(deck), space}
		}
		if !open && held == nil {
			return
		}
	}
}

func (c *car) travel(ramp chan<- *car) int {
	ramp <- c
	return <-c.ticket
}

func main() {
	ramp := make(chan *car, 4)
	reports := make(chan report)
	f := &ferry{capacity: 12, ramp: ramp, reports: reports}
	go f.run()

	const cars = 15
	trips := make([]int, cars)
	var wg sync.WaitGroup
	for i := range cars {
		wg.Go(func() {
			c := &car{
				plate:  fmt.Sprintf("F-%03d", i),
				length: 3 + i%4,
				ticket: make(chan int, 1),
			}
			trips[i] = c.travel(ramp)
		})
	}
	go func() {
		wg.Wait()
		close(ramp)
	}()

	carried := 0
	for r := range reports {
		carried += r.cars
		if r.space < 0 {
			fmt.Println("overloaded trip", r.trip)
			os.Exit(1)
		}
	}
	for i, t := range trips {
		if t == 0 {
			fmt.Println("car", i, "is still waiting")
			os.Exit(1)
		}
	}
	fmt.Println("carried:", carried)
}
