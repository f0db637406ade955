package main

import (
	"fmt"
	"sync"

	"sixth/lock/park-hierarchy/good/garage"
)

func main() {
	g := garage.New(3, 2, 4)
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			for k := range 5 {
				car := fmt.Sprintf("car-%d-%d", i, k)
				g.Park(car)
				g.Count()
				if k%2 == 0 {
					g.Leave(car)
				}
			}
		})
	}
	wg.Go(func() { g.Close(0) })
	wg.Wait()
	fmt.Println(g.Count())
}
