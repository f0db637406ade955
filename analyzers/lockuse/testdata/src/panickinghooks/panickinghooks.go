// Package panickinghooks recovers around functions that it offers to others as well.
package panickinghooks

import (
	"fmt"
	"sync"
)

// A Hook is what others write.
type Hook interface{ Handle(topic string) error }

// A Registry offers Fire to all; a Host recovers around it.
type Registry struct {
	mu    sync.Mutex
	hooks map[string][]Hook
	fired int
}

func (r *Registry) Register(topic string, h Hook) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.hooks[topic] = append(r.hooks[topic], h)
}

func (r *Registry) Fire(topic string) (first error) {
	r.mu.Lock() // want `likely deadlock: if what Fire calls panics, it leaves without unlocking r.mu, and Dispatch recovers and goes on.* \(missing-unlock\)`
	r.fired++
	for _, h := range r.hooks[topic] {
		if err := h.Handle(topic); err != nil && first == nil {
			first = err
		}
	}
	r.mu.Unlock()
	return first
}

type Host struct{ Registry }

func (h *Host) Dispatch(topic string) (err error) {
	defer func() { // related `the panic ends here, and the lock stays taken`
		if p := recover(); p != nil {
			err = fmt.Errorf("hook: %v", p)
		}
	}()
	return h.Fire(topic)
}

// A Tracer only looks at the panic on its way.
type Tracer struct {
	mu    sync.Mutex
	hooks []Hook
}

func (t *Tracer) Fire(topic string) {
	defer func() {
		if p := recover(); p != nil {
			fmt.Println(p)
			panic(p)
		}
	}()
	t.fire(topic)
}

func (t *Tracer) fire(topic string) {
	t.mu.Lock()
	for _, h := range t.hooks {
		h.Handle(topic)
	}
	t.mu.Unlock()
}

// A Journal is written to by somebody who recovers from what he does himself.
type Journal struct {
	mu  sync.Mutex
	out Hook
}

func (j *Journal) Write(line string) {
	j.mu.Lock()
	j.out.Handle(line)
	j.mu.Unlock()
}

func parse(j *Journal, text string) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("parse: %v", p)
		}
	}()
	parseLine(j, text)
	return nil
}

func parseLine(j *Journal, text string) {
	if text == "" {
		panic("empty")
	}
	note(j, text)
}

func note(j *Journal, text string) { j.Write(text) }

func Parse(j *Journal, text string) error { return parse(j, text) }
