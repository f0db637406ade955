// Package ownerstarts has functions that start a goroutine and use what it uses meanwhile.
package ownerstarts

import (
	"sync"
	"time"
)

type Poller struct {
	rounds int
	done   chan bool
	seen   map[string]int
}

func NewPoller() *Poller { return &Poller{done: make(chan bool)} }

func (p *Poller) Start() {
	go p.loop()
	p.rounds = 5 // want `likely data race: Start writes p.rounds while loop writes it, and no lock orders the two \(unlocked-field\)`
}

func (p *Poller) loop() {
	for range 10 {
		p.rounds++ // want `likely data race: loop writes p.rounds while Await reads it, and no lock orders the two \(unlocked-field\)`
		time.Sleep(time.Second)
	}
	close(p.done)
}

func (p *Poller) Count(names []string) {
	for _, name := range names {
		go func() { p.seen[name]++ }() // want `likely data race: the goroutine of ownerstarts.go:\d+ writes the map p.seen while another goroutine.* \(concurrent-map\)`
	}
}

func (p *Poller) Await() int {
	go func() {
		p.rounds = 7 // want `likely data race: the goroutine of ownerstarts.go:\d+ writes p.rounds while Await reads it.* \(unlocked-field\)`
		close(p.done)
	}()
	n := p.rounds
	<-p.done
	return n
}

type Pool struct {
	wg    sync.WaitGroup
	total int
}

func (p *Pool) Run(n int) int {
	for i := range n {
		p.wg.Add(1)
		go p.work(i)
	}
	p.wg.Wait()
	return p.total
}

func (p *Pool) work(i int) {
	defer p.wg.Done()
	p.total += i // want `likely data race: work writes p.total, which another goroutine running the same line writes at the same time \(unlocked-field\)`
}

var hits int

func Hit(n int) {
	for range n {
		go hit()
	}
}

func hit() {
	hits++ // want `likely data race: hit writes hits, which another goroutine running the same line writes at the same time \(unlocked-global\)`
}

var latest string

func Latest() string {
	done := make(chan bool)
	go func() {
		latest = time.Now().String() // want `likely data race: the goroutine of ownerstarts.go:\d+ writes latest while Latest reads it.* \(unlocked-global\)`
		done <- true
	}()
	text := latest
	<-done
	return text
}
