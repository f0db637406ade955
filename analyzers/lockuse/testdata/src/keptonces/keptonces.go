// Package keptonces keeps the functions that run once.
package keptonces

import "sync"

var open = sync.OnceValue(connect)

func connect() *int { return new(int) }

// An initialiser runs once.
var now = sync.OnceValue(connect)()

func use() *int { return open() }

type store struct{ open func() *int }

func newStore() *store { return &store{sync.OnceValue(connect)} }

func loop(keys []string) {
	init := sync.OnceFunc(func() {})
	for range keys {
		init()
	}
}

func twice(a bool) {
	init := sync.OnceFunc(func() {})
	if a {
		init()
	}
	init()
}

func later() {
	init := sync.OnceFunc(func() {})
	defer func() { init() }()
}

// init runs once itself.
func init() {
	first := sync.OnceFunc(func() {})
	first()
}
