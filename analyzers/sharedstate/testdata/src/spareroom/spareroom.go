// Package spareroom appends to one slice in many goroutines.
package spareroom

import (
	"slices"
	"sync"
)

// A Runner runs a tool with common arguments.
type Runner struct {
	common []string
	fixed  []string
	run    func(args []string)
}

func New(run func([]string), verbose bool) *Runner {
	r := &Runner{common: []string{"tool"}, fixed: []string{"tool"}, run: run}
	r.common = append(r.common, "compile")
	if verbose {
		r.common = append(r.common, "-v")
	}
	return r
}

func (r *Runner) All(names []string) {
	var wg sync.WaitGroup
	for _, name := range names {
		wg.Go(func() {
			r.run(append(r.common, name)) // want `^likely data race: each of these goroutines appends to r.common itself; where it has room left, they write into the same memory: slices.Concat makes a new slice \(concurrent-append\)$`
		})
	}
	wg.Wait()
}

// Copied makes a slice of its own for each.
func (r *Runner) Copied(names []string) {
	var wg sync.WaitGroup
	for _, name := range names {
		wg.Go(func() { r.run(slices.Concat(r.common, []string{name})) })
		wg.Go(func() { r.run(append(slices.Clip(r.common), name)) })
		wg.Go(func() { r.run(append(r.common[:len(r.common):len(r.common)], name)) })
	}
	wg.Wait()
}

// Fixed has a slice that nobody has appended to: it is full.
func (r *Runner) Fixed(names []string) {
	var wg sync.WaitGroup
	for _, name := range names {
		wg.Go(func() { r.run(append(r.fixed, name)) })
	}
	wg.Wait()
}

// One goroutine alone may use the room.
func (r *Runner) One(name string) {
	done := make(chan bool)
	go func() {
		r.run(append(r.common, name))
		done <- true
	}()
	<-done
}
