package main

import (
	"bufio"
	"fmt"
	"os"
	"time"
)

// audit writes the trail of what happened
type audit struct {
	w       *bufio.Writer
	entries chan string
}

func newAudit() *audit {
	a := &audit{
		w:       bufio.NewWriter(os.Stdout),
		entries: make(chan string, 100),
	}
	go a.run() // BUG: main-exits-early
	return a
}

func (a *audit) run() {
	n := 0
	for e := range a.entries {
		time.Sleep(2 * time.Millisecond) // sign it
		fmt.Fprintln(a.w, "audit:", e)
		n++
	}
	fmt.Fprintln(a.w, "audit: stored", n)
	a.w.Flush()
}

func (a *audit) record(format string, args ...any) {
	a.entries <- fmt.Sprintf(format, args...)
}

func (a *audit) close() {
	close(a.entries) // BUG: main-exits-early
}

func main() {
	a := newAudit()
	defer a.close() // BUG: main-exits-early
	for door := range 5 {
		a.record("door %d opened", door)
		a.record("door %d closed", door)
	}
}
