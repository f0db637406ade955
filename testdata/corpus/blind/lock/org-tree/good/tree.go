// Package org is a tree of departments.
package org

import (
	"fmt"
	"strings"
	"sync"
)

// Dept is a department. Locks are taken from the top to the bottom.
type Dept struct {
	Name   string
	parent *Dept

	mu    sync.RWMutex
	staff int
	subs  []*Dept
}

// New makes a root.
func New(name string) *Dept { return &Dept{Name: name} }

// Sub adds a department below d.
func (d *Dept) Sub(name string) *Dept {
	s := &Dept{Name: name, parent: d}
	d.mu.Lock()
	d.subs = append(d.subs, s)
	d.mu.Unlock()
	return s
}

// Path needs no lock, parents never change.
func (d *Dept) Path() string {
	if d.parent == nil {
		return d.Name
	}
	return d.parent.Path() + "/" + d.Name
}

// Hire adds people.
func (d *Dept) Hire(n int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.staff += n
}

// Total counts the people of d and below.
func (d *Dept) Total() int {
	d.mu.RLock()
	defer d.mu.RUnlock()
	n := d.staff
	for _, s := range d.subs {
		n += s.Total()
	}
	return n
}

// Move brings people from d to one of its subs.
func (d *Dept) Move(sub *Dept, n int) error {
	if sub.parent != d {
		return fmt.Errorf("%s is not below %s", sub.Name, d.Name)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.staff < n {
		return fmt.Errorf("%s has %d people", d.Name, d.staff)
	}
	d.staff -= n
	sub.Hire(n)
	return nil
}

// String draws the tree.
func (d *Dept) String() string {
	var sb strings.Builder
	d.draw(&sb, 0)
	return sb.String()
}

func (d *Dept) draw(sb *strings.Builder, depth int) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	fmt.Fprintf(sb, "%s%s %d\n", strings.Repeat("  ", depth), d.Name, d.staff)
	for _, s := range d.subs {
		s.draw(sb, depth+1)
	}
}
