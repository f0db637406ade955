// Package main has methods that count goroutines in and out, in an order that something
// ensures.
package main

import (
	"fmt"
	"sync"
)

// A yard counts a truck before it leaves.
type yard struct{ underway sync.WaitGroup }

func (y *yard) leave()  { y.underway.Add(1) }
func (y *yard) arrive() { y.underway.Done() }

func (y *yard) drive(load int) {
	defer y.arrive()
	fmt.Println(load)
}

func (y *yard) send(load int) {
	y.leave()
	go y.drive(load)
}

// A tower hears of each plane that has been counted.
type tower struct {
	planes  sync.WaitGroup
	sighted chan int
}

func (t *tower) enter() { t.planes.Add(1) }
func (t *tower) exit()  { t.planes.Done() }

func (t *tower) fly(n int) {
	t.enter()
	defer t.exit()
	t.sighted <- n
}

func (t *tower) start(n int) { go t.fly(n) }

// A tree's branches count for themselves, while the trunk below them is counted.
type tree struct{ nodes sync.WaitGroup }

func (t *tree) enter() { t.nodes.Add(1) }
func (t *tree) exit()  { t.nodes.Done() }

func (t *tree) trunk(depth int) {
	defer t.exit()
	t.branch(depth)
}

func (t *tree) branch(depth int) {
	t.enter()
	defer t.exit()
	if depth > 0 {
		t.branch(depth - 1)
	}
}

func (t *tree) grow(depth int) {
	t.enter()
	go t.trunk(depth)
}

// A ferry says that it has counted itself before start returns.
type ferry struct {
	crossings sync.WaitGroup
	cast      sync.WaitGroup
}

func (f *ferry) cross() {
	f.crossings.Add(1)
	f.cast.Done()
	defer f.land()
}

func (f *ferry) land() { f.crossings.Done() }

func (f *ferry) start() {
	f.cast.Add(1)
	go f.cross()
	f.cast.Wait()
}

// A counter of one group ends another one; who waits for the first is told in other ways.
type relay struct {
	runners, judges sync.WaitGroup
	out             chan string
}

func (r *relay) run() {
	r.runners.Add(1)
	r.out <- "run"
	r.judged()
}

func (r *relay) judged() { r.judges.Done() }

func main() {
	y := new(yard)
	for i := range 3 {
		y.send(i)
	}
	y.underway.Wait()

	t := &tower{sighted: make(chan int)}
	t.start(1)
	t.start(2)
	fmt.Println(<-t.sighted, <-t.sighted)
	t.planes.Wait()

	forest := new(tree)
	forest.grow(3)
	forest.nodes.Wait()

	f := new(ferry)
	f.start()
	f.crossings.Wait()

	r := &relay{out: make(chan string)}
	r.judges.Add(1)
	go r.run()
	fmt.Println(<-r.out)
	r.judges.Wait()
}
