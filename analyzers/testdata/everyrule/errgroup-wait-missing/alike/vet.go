// Package vet lets the vets of a zoo examine the animals.
package vet

import (
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"
)

// Task is one examination.
type Task func() error

type visit struct {
	g     errgroup.Group
	tasks []Task
}

func (v *visit) start() {
	v.g.SetLimit(4)
	for _, t := range v.tasks {
		v.g.Go(t)
	}
}

func (v *visit) finish(err error) error {
	return errors.Join(err, v.g.Wait())
}

// Visit does all examinations and writes the report.
func Visit(tasks []Task, report func() error) error {
	v := &visit{tasks: tasks}
	v.start()
	if err := report(); err != nil {
		return v.finish(fmt.Errorf("report: %w", err))
	}
	return v.finish(nil)
}
