// Package main shares objects that are complete, or whose users wait until they are.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type worker struct {
	name string
	jobs chan string
}

// newWorker fills in everything before it starts the goroutine.
func newWorker(name string) *worker {
	w := &worker{}
	w.name = name
	w.jobs = make(chan string)
	go w.run()
	return w
}

func (w *worker) run() {
	for job := range w.jobs {
		fmt.Println(w.name, "does", job)
	}
}

// A service has a goroutine that waits until its maker is ready.
type service struct {
	addr  string
	ready chan struct{}
	done  chan struct{}
}

func newService(addr string) *service {
	s := &service{ready: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(s.done)
		<-s.ready
		fmt.Println("listening on", s.addr)
	}()
	s.addr = addr
	close(s.ready)
	return s
}

// A registry holds its lock during the whole set-up.
type registry struct {
	mu    sync.Mutex
	users map[int]*user
}

type user struct {
	name   string
	visits atomic.Int64
}

func (r *registry) open(id int, name string) *user {
	r.mu.Lock()
	defer r.mu.Unlock()
	u := &user{}
	r.users[id] = u
	u.name = name
	return u
}

func (r *registry) name(id int) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	if u := r.users[id]; u != nil {
		u.visits.Add(1)
		return u.name
	}
	return ""
}

func main() {
	w := newWorker("ann")
	w.jobs <- "this"
	close(w.jobs)
	<-newService("here").done
	r := &registry{users: make(map[int]*user)}
	var wg sync.WaitGroup
	wg.Go(func() { r.open(1, "bob").visits.Store(7) })
	wg.Go(func() { fmt.Println(r.name(1)) })
	wg.Wait()
}
