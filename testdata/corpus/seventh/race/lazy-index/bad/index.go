// Package wordindex finds the lines of a text that hold a word.
package wordindex

import (
	"bufio"
	"io"
	"strings"
	"sync"
)

// Text is a document whose index is built when first needed.
type Text struct {
	lines []string

	mu     sync.Mutex
	ready  bool
	byWord map[string][]int
}

// Read loads a document.
func Read(r io.Reader) (*Text, error) {
	t := &Text{}
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		t.lines = append(t.lines, sc.Text())
	}
	return t, sc.Err()
}

// Lines returns the lines with the word, in order.
func (t *Text) Lines(word string) []string {
	t.ensure()
	var out []string
	for _, n := range t.byWord[strings.ToLower(word)] { // BUG: double-checked, unlocked-read
		out = append(out, t.lines[n])
	}
	return out
}

func (t *Text) ensure() {
	if t.ready { // BUG: double-checked, unlocked-read
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.ready {
		return
	}
	t.build()
	t.ready = true // BUG: double-checked
}

func (t *Text) build() {
	t.byWord = make(map[string][]int) // BUG: double-checked
	for n, line := range t.lines {
		for _, w := range strings.Fields(line) {
			w = strings.ToLower(strings.Trim(w, ".,;!?"))
			t.byWord[w] = append(t.byWord[w], n)
		}
	}
}
