// Package main lets the players of an orchestra tune together.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type player struct {
	instrument string
	late       bool
}

type orchestra struct {
	wg    sync.WaitGroup
	tuned atomic.Int64
}

func (o *orchestra) tune(p player) {
	defer o.wg.Done()
	o.tuned.Add(int64(len(p.instrument)))
}

func (o *orchestra) start(players []player) {
	o.wg.Add(len(players))
	for _, p := range players {
		if p.late {
			o.wg.Done()
			continue
		}
		go o.tune(p)
	}
}

func main() {
	o := new(orchestra)
	o.start([]player{{"oboe", false}, {"horn", true}, {"viola", false}})
	o.wg.Wait()
	fmt.Println(o.tuned.Load(), "letters tuned")
}
