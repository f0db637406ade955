// Package tasks runs named tasks, one at a time.
package tasks

import (
	"fmt"
	"sync"
)

// Runner runs tasks.
type Runner struct {
	mu    sync.Mutex
	tasks map[string]func() error
	runs  int
}

// Register adds a task.
func (r *Runner) Register(name string, f func() error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.tasks == nil {
		r.tasks = map[string]func() error{}
	}
	r.tasks[name] = f
}

// Run runs a task and turns its panic into an error.
func (r *Runner) Run(name string) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("task %s: %v", name, p)
		}
	}()
	return r.exec(name)
}

func (r *Runner) exec(name string) error {
	r.mu.Lock() // BUG: panic-holds-lock
	f, ok := r.tasks[name]
	if !ok {
		r.mu.Unlock()
		return fmt.Errorf("no task %s", name)
	}
	err := f() // BUG: panic-holds-lock
	r.runs++
	r.mu.Unlock()
	return err
}
