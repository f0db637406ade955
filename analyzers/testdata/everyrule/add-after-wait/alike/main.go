// Package main adds up the skiers that are on the slopes of a resort.
package main

import (
	"fmt"
	"sync"
)

type resort struct {
	wg     sync.WaitGroup
	skiers chan int
}

func (r *resort) closeAfter() {
	r.wg.Wait()
	close(r.skiers)
}

func (r *resort) slope(runs int) {
	defer r.wg.Done()
	for i := range runs {
		r.skiers <- i
	}
}

func (r *resort) open(slopes ...int) {
	r.wg.Add(1)
	defer r.wg.Done()
	go r.closeAfter()
	for _, runs := range slopes {
		r.wg.Add(1)
		go r.slope(runs)
	}
}

func main() {
	r := &resort{skiers: make(chan int)}
	r.open(5, 8, 3)
	sum := 0
	for n := range r.skiers {
		sum += n
	}
	fmt.Println(sum, "skiers")
}
