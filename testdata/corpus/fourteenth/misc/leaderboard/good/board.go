package leaderboard

import (
	"iter"
	"sync"
)

type entry struct {
	mu    sync.Mutex
	name  string
	score int
	next  *entry
}

// Board keeps its entries sorted, best first; each one has its own lock.
type Board struct {
	head *entry
}

// New returns an empty board.
func New() *Board { return &Board{head: new(entry)} }

// seek returns the last entry ahead of score, locked.
func (b *Board) seek(score int) *entry {
	cur := b.head
	cur.mu.Lock()
	for cur.next != nil {
		nxt := cur.next
		nxt.mu.Lock()
		if nxt.score < score {
			nxt.mu.Unlock()
			return cur
		}
		cur.mu.Unlock()
		cur = nxt
	}
	return cur
}

// Add puts a result on the board.
func (b *Board) Add(name string, score int) {
	prev := b.seek(score)
	defer prev.mu.Unlock()
	prev.next = &entry{name: name, score: score, next: prev.next}
}

// Drop removes the first entry of a player.
func (b *Board) Drop(name string) bool {
	cur := b.head
	cur.mu.Lock()
	for cur.next != nil {
		nxt := cur.next
		nxt.mu.Lock()
		if nxt.name == name {
			cur.next = nxt.next
			nxt.mu.Unlock()
			cur.mu.Unlock()
			return true
		}
		cur.mu.Unlock()
		cur = nxt
	}
	cur.mu.Unlock()
	return false
}

// All walks over the board; no lock is held while the caller looks.
func (b *Board) All() iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for cur := b.step(b.head); cur != nil; cur = b.step(cur) {
			if !yield(cur.name, cur.score) {
				return
			}
		}
	}
}

func (b *Board) step(e *entry) *entry {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.next
}
