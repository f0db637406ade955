package main

import "sync"

type node struct {
	children map[rune]*node
	word     bool
}

// Trie is a set of words. Only one made with Shared may be used by several
// goroutines; the others save the locking.
type Trie struct {
	shared bool
	mu     sync.Mutex
	root   node
	n      int
}

// New makes a trie for one goroutine.
func New() *Trie { return &Trie{} }

// Shared makes a trie for many.
func Shared() *Trie { return &Trie{shared: true} }

// Add stores a word and reports whether it is new.
func (t *Trie) Add(word string) bool {
	if t.shared {
		t.mu.Lock()
	}
	at := &t.root
	for _, r := range word {
		next := at.children[r]
		if next == nil {
			next = &node{}
			if at.children == nil {
				at.children = make(map[rune]*node)
			}
			at.children[r] = next
		}
		at = next
	}
	fresh := !at.word
	if fresh {
		at.word = true
		t.n++
	}
	if t.shared {
		t.mu.Unlock()
	}
	return fresh
}

// Has reports whether a word is stored.
func (t *Trie) Has(word string) bool {
	if t.shared {
		t.mu.Lock()
		defer t.mu.Unlock()
	}
	at := &t.root
	for _, r := range word {
		if at = at.children[r]; at == nil {
			return false
		}
	}
	return at.word
}

// Len is the number of words.
func (t *Trie) Len() (n int) {
	if !t.shared {
		return t.n
	}
	t.mu.Lock()
	n = t.n
	t.mu.Unlock()
	return n
}
