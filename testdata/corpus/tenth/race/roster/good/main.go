package main

import (
	"fmt"
	"sync"

	"tenth/race/roster/good/roster"
)

func main() {
	r := roster.New()
	people := []string{"ann", "bob", "cat"}
	var wg sync.WaitGroup
	for i, p := range people {
		wg.Go(func() {
			for d := range 10 + 5*i {
				if err := r.Assign(fmt.Sprintf("%s-%02d", p, d), p); err != nil {
					fmt.Println(err)
				}
			}
		})
	}
	wg.Wait()
	for i := range 4 {
		wg.Go(func() { r.Swap(fmt.Sprintf("ann-%02d", i), fmt.Sprintf("bob-%02d", i)) })
	}
	wg.Wait()
	fmt.Println(r.Busiest(), r.Swaps(), "swaps")
	r.Stop()
	fmt.Println(r.Assign("x", "y"))
}
