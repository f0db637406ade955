// Package main has comments whose time is over.
package main

import "sync"

type Table struct {
	mu   sync.RWMutex
	rows map[string]int
}

// Row was wrong.
//
//interleave:ignore defer-lock it was needed once // want `any more.* \(ignore-comment\)`
func (t *Table) Row(key string) int {
	t.mu.RLock()
	//interleave:ignore defer-lock and here // want `any more.* \(ignore-comment\)`
	defer t.mu.RUnlock() //interleave:ignore defer-lock and here // want `any more.* \(ignore-comment\)`
	return t.rows[key]
}

func main() {}
