package explore_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// Of workers that are alike in a state only the first one goes on. The same workers written
// out one by one are no equals, and are searched in every order.
func TestWorkersThatAreAlikeAreSearchedOnce(t *testing.T) {
	const workers = 4
	worker := func(mark string) string {
		return fmt.Sprintf("go func() { mu.Lock(); n++; mu.Unlock(); done <- struct{}{}%s }()\n", mark)
	}
	program := func(start string) string {
		return fmt.Sprintf(`package main

import "sync"

func main() {
	var mu sync.Mutex
	n := 0
	done := make(chan struct{})
	%s
	for range %d {
		<-done
	}
}
`, start, workers)
	}
	var apart strings.Builder
	for range workers {
		apart.WriteString(worker(""))
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module workers\n\ngo 1.26\n")
	write(t, filepath.Join(dir, "alike", "main.go"), program(fmt.Sprintf("for range %d { %s }", workers, worker(""))))
	write(t, filepath.Join(dir, "apart", "main.go"), program(apart.String()))
	write(t, filepath.Join(dir, "told", "main.go"), program(fmt.Sprintf("for i := range %d { %s }", workers, worker("; if i == 2 { mu.Lock() }"))))
	states := make(map[string]int)
	for id, s := range search(t, dir) {
		first := s.result.Searches[0]
		if !first.Complete {
			t.Errorf("%s: the search did not come to its end: %v", id, first.GaveUp)
		}
		states[strings.TrimPrefix(id, "workers/")] = first.States
	}
	if states["alike"] >= states["apart"]/4 {
		t.Errorf("%d states of %d workers that are alike, %d of workers that are not", states["alike"], workers, states["apart"])
	}
	if states["told"] <= 2*states["alike"] {
		t.Errorf("%d states of workers that a number tells apart, %d of workers that are alike", states["told"], states["alike"])
	}
	t.Log(states)
}
