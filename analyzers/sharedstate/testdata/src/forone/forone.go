// Package forone has types of which the comments say that one goroutine uses them.
package forone

import "sync"

type document struct {
	mu   sync.Mutex
	text string
}

// An edit is a change in the making. Only one goroutine may use it.
type Edit struct {
	doc  *document
	text string
}

func (d *document) begin() *Edit { return &Edit{doc: d} }

var doc document

func Begin() *Edit { return doc.begin() }

func (e *Edit) Append(s string) { e.text += s }

func (e *Edit) Commit() {
	e.doc.mu.Lock()
	defer e.doc.mu.Unlock()
	e.doc.text, e.text = e.text, ""
}

// A Counter lets only one goroutine at a time change its number.
type Counter struct {
	mu sync.Mutex
	n  int
}

func (c *Counter) Add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
}

func (c *Counter) Value() int {
	return c.n // want `likely data race: Value reads c.n without c.mu, which Add holds when it writes c.n \(unlocked-field\)`
}
