// Package main has comments that suppress nothing.
package main

import "sync"

type Table struct {
	mu   sync.RWMutex
	rows map[string]int
}

func (t *Table) NoReason(key string) int {
	t.mu.RLock()
	// want +1 `^this comment gives no reason and suppresses nothing: write //interleave:ignore defer-lock and then why the code is right \(ignore-comment\)$`
	//interleave:ignore defer-lock
	defer t.mu.RLock() // want `\(defer-lock\)`
	return t.rows[key]
}

func (t *Table) UnknownRule(key string) int {
	t.mu.RLock()
	// want +1 `^no rule is named "deferlock", so this comment suppresses nothing: write //interleave:ignore RULE REASON with the name at the end of a report \(ignore-comment\)$`
	//interleave:ignore deferlock names differ
	defer t.mu.RLock() // want `\(defer-lock\)`
	return t.rows[key]
}

func (t *Table) Nothing(key string) int {
	t.mu.RLock()
	// want +1 `^this comment names no rule and suppresses nothing: write //interleave:ignore RULE REASON \(ignore-comment\)$`
	//interleave:ignore
	defer t.mu.RLock() // want `\(defer-lock\)`
	return t.rows[key]
}

func (t *Table) Space(key string) int {
	t.mu.RLock()
	// want +1 `^this comment suppresses nothing, because a space follows its slashes: write //interleave:ignore RULE REASON \(ignore-comment\)$`
	// interleave:ignore defer-lock it reads well
	defer t.mu.RLock() // want `\(defer-lock\)`
	return t.rows[key]
}

func (t *Table) OtherWord(key string) int {
	t.mu.RLock()
	// want +1 `^there is no comment interleave:ignored: write //interleave:ignore RULE REASON \(ignore-comment\)$`
	//interleave:ignored defer-lock a slip
	defer t.mu.RLock() // want `\(defer-lock\)`
	return t.rows[key]
}

func (t *Table) OtherRule(key string) int {
	t.mu.RLock()
	// want +1 `^relock is not reported here any more: remove this comment \(ignore-comment\)$`
	//interleave:ignore relock which is another rule
	defer t.mu.RLock() // want `\(defer-lock\)`
	return t.rows[key]
}

func (t *Table) TooFar(key string) int {
	// want +1 `^defer-lock is not reported here any more: remove this comment \(ignore-comment\)$`
	//interleave:ignore defer-lock one line too early
	t.mu.RLock()
	defer t.mu.RLock() // want `\(defer-lock\)`
	return t.rows[key]
}

// Mended was wrong.
//
// want +2 `^defer-lock is not reported here any more: remove this comment \(ignore-comment\)$`
//
//interleave:ignore defer-lock it was needed once
func (t *Table) Mended(key string) int {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.rows[key]
}

// want +3 `^reports about ignore comments cannot be ignored: mend or remove the comment that is reported \(ignore-comment\)$`
// Itself says nothing about the code.
//
//interleave:ignore ignore-comment it is in the way
func (t *Table) Itself(key string, n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rows[key] = n
}

func main() {}

//line other.go:1
func (t *Table) Elsewhere(key string) int {
	t.mu.RLock()
	defer t.mu.RLock() //interleave:ignore defer-lock lines are counted in the file itself
	return t.rows[key]
}
