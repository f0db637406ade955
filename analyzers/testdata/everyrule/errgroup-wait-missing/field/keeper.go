// Package keeper lets the keepers of a zoo make their evening round.
package keeper

import (
	"fmt"

	"golang.org/x/sync/errgroup"
)

// Task is a task of the round.
type Task func() error

type round struct {
	g     errgroup.Group
	tasks []Task
}

func (r *round) start() {
	r.g.SetLimit(4)
	for _, t := range r.tasks {
		r.g.Go(t)
	}
}

// Round does all tasks and locks the gate.
func Round(tasks []Task, lock func() error) error {
	r := &round{tasks: tasks}
	r.start() // BUG?
	if err := lock(); err != nil {
		return fmt.Errorf("gate: %w", err) // BUG
	}
	return r.g.Wait()
}
