// Package main counts votes for requests, and workers count for themselves.
package main

import (
	"fmt"
	"log"
	"net/http"
	"sync"
)

type poll struct {
	question string
	votes    int
}

type polls struct {
	mu     sync.Mutex
	byName map[string]*poll
}

func (p *polls) find(name string) *poll {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.byName[name] // want `find returns a pointer to what p.byName holds, not a copy; a function literal in vote (changes|reads) its votes without p.mu, which sum holds when it reads it \(guarded-escape\)`
}

func (p *polls) open(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.byName[name] = &poll{question: name + "?"}
}

func (p *polls) sum() (n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, poll := range p.byName {
		n += poll.votes
	}
	return n
}

func vote(p *polls) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if poll := p.find(r.FormValue("name")); poll != nil {
			poll.votes++
		}
	}
}

// A worker counts in a cell of its own, which the others read once it has ended.
type cell struct{ n int }

type cells struct {
	mu  sync.Mutex
	all map[int]*cell
}

func (c *cells) own(id int) *cell {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.all[id] == nil {
		c.all[id] = new(cell)
	}
	return c.all[id]
}

func (c *cells) sum() (n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, cell := range c.all {
		n += cell.n
	}
	return n
}

func main() {
	c := &cells{all: make(map[int]*cell)}
	var wg sync.WaitGroup
	for id := range 3 {
		wg.Go(func() {
			own := c.own(id)
			for range 10 {
				own.n++
			}
		})
	}
	wg.Wait()
	fmt.Println(c.sum())

	p := &polls{byName: make(map[string]*poll)}
	p.open("tea")
	http.HandleFunc("/vote", vote(p))
	http.HandleFunc("/sum", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, p.sum()) })
	log.Fatal(http.ListenAndServe("localhost:0", nil))
}
