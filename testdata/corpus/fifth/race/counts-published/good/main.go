package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync/atomic"
)

type report struct {
	words map[string]int
	lines int
	ready atomic.Bool
}

func (r *report) build(text string) {
	r.words = make(map[string]int)
	for line := range strings.Lines(text) {
		r.lines++
		for _, w := range strings.Fields(line) {
			r.words[w]++
		}
	}
	r.ready.Store(true) // nothing changes from here on
}

func (r *report) top() (string, bool) {
	if !r.ready.Load() {
		return "", false
	}
	best := ""
	for w, n := range r.words {
		if n > r.words[best] {
			best = w
		}
	}
	return fmt.Sprintf("%s in %d lines", best, r.lines), true
}

func main() {
	var r report
	go r.build(strings.Repeat("the sea the wind\nthe gull\n", 50))
	for {
		if s, ok := r.top(); ok {
			fmt.Println(s)
			return
		}
		runtime.Gosched()
	}
}
