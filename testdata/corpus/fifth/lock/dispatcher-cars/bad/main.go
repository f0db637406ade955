package main

import (
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"fifth/lock/dispatcher-cars/bad/car"
	"fifth/lock/dispatcher-cars/bad/group"
)

func drive(c *car.Car, over *atomic.Bool) {
	for {
		if c.Step() { // BUG: lock-order
			continue
		}
		if over.Load() && !c.Step() {
			return
		}
		time.Sleep(10 * time.Microsecond)
	}
}

func main() {
	g := group.New(3)
	var over atomic.Bool
	var cars, people sync.WaitGroup
	for _, c := range g.Cars() {
		cars.Go(func() { drive(c, &over) }) // BUG: lock-order
	}
	for p := range 4 {
		people.Go(func() { // BUG: lock-order
			for i := range 2000 {
				if _, err := g.Call((i*3 + p) % 9); err != nil { // BUG: lock-order
					fmt.Fprintln(os.Stderr, err)
				}
			}
		})
	}
	people.Wait()
	over.Store(true)
	cars.Wait()
	calls, arrived := g.Total()
	fmt.Println(calls, arrived)
}
