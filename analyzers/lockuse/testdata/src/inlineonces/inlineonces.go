// Package inlineonces calls what should run once where it is made.
package inlineonces

import "sync"

type store struct{ db *int }

var global *int

func open() {
	sync.OnceFunc(func() { global = new(int) })() // want `^not once: each call of open makes a new function with OnceFunc, .*\(once-func-inline\)`
}

func (s *store) load() *int {
	get := sync.OnceValue(s.connect) // want `each call of load makes a new function with OnceValue, calls it.* \(once-func-inline\)`
	return get()
}

func (s *store) connect() *int { return new(int) }
