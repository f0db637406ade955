package main

import (
	"fmt"
	"os"
	"sync"
	"time"
)

// Garage has a fixed number of places.
type Garage struct {
	sync.Mutex
	places int
	cars   []string
}

// Free tells how many places are left.
func (g *Garage) Free() int {
	g.Lock()
	defer g.Unlock()
	return g.places - len(g.cars)
}

// Park puts a car on a place, if there is one.
func (g *Garage) Park(plate string) bool {
	g.Lock()
	defer g.Unlock()
	if len(g.cars) >= g.places {
		return false
	}
	g.cars = append(g.cars, plate)
	return true
}

// Gate is one of the entrances.
type Gate struct {
	name   string
	garage *Garage
	turned int
}

func (gt *Gate) admit(plate string) bool {
	if gt.garage.Park(plate) {
		time.Sleep(time.Millisecond) // the barrier goes up
		return true
	}
	gt.turned++
	return false
}

func main() {
	garage := &Garage{places: 10}
	gates := []*Gate{
		{name: "north", garage: garage},
		{name: "south", garage: garage},
		{name: "east", garage: garage},
	}

	var wg sync.WaitGroup
	for _, gate := range gates {
		wg.Add(1)
		go func(gate *Gate) {
			defer wg.Done()
			for i := 0; i < 8; i++ {
				gate.admit(fmt.Sprintf("%s-%02d", gate.name, i))
			}
		}(gate)
	}
	wg.Wait()

	for _, gate := range gates {
		fmt.Println(gate.name, "turned away", gate.turned)
	}
	if free := garage.Free(); free < 0 {
		fmt.Println("overfull by", -free)
		os.Exit(1)
	}
	fmt.Println("garage ok")
}
