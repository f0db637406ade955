package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// bubble runs f with a clock of its own that takes no time: when every goroutine
// waits, the clock jumps to the next timer. Goroutines that wait for ever, during
// f or after it, are an error that says where they stand.
func bubble(t *testing.T, f func(t *testing.T)) {
	t.Helper()
	known := bubbled()
	defer func() {
		t.Helper()
		problem := recover()
		if problem == nil {
			return
		}
		var stuck []string
		for id, stack := range bubbled() {
			if known[id] == "" {
				stuck = append(stuck, describe(id, stack))
			}
		}
		if len(stuck) == 0 {
			panic(problem)
		}
		inTests := func(place string) bool { return strings.HasSuffix(place, testLine) }
		if slices.ContainsFunc(stuck, func(place string) bool { return !inTests(place) }) {
			stuck = slices.DeleteFunc(stuck, inTests) // the test itself, which waits for the others
		}
		slices.Sort(stuck)
		count, more := len(stuck), ""
		if len(stuck) > 4 {
			more = fmt.Sprintf("\n  and %d more", len(stuck)-4)
			stuck = stuck[:4]
		}
		t.Errorf("these goroutines wait for ever (%d):\n  %s%s", count, strings.Join(stuck, "\n  "), more)
	}()
	// A goroutine that waits for a lock stops this clock. If its holder waits for
	// the clock, nothing goes on; then this says so instead of waiting for long.
	watch := time.AfterFunc(5*time.Second, func() {
		for id, stack := range bubbled() {
			if known[id] == "" && strings.HasPrefix(header.FindStringSubmatch(stack)[2], "sync.Mutex.Lock") {
				panic(describe(id, stack) + " for a lock, whose holder keeps it while it waits itself")
			}
		}
	})
	defer watch.Stop()
	synctest.Test(t, f)
}

var (
	header = regexp.MustCompile(`^goroutine (\d+) [^\[]*\[([^\],(]*)`)
	frame  = regexp.MustCompile(`(?m)^\t(.+\.go:\d+)`)
)

const testLine = "a line of the test"

// describe says in a line where a goroutine stands, in the files of this folder.
func describe(id, stack string) string {
	var places []string
	for _, m := range frame.FindAllStringSubmatch(stack, -1) {
		if file := filepath.ToSlash(m[1]); !strings.Contains(file, "/src/") && !strings.Contains(file, "_test.go") {
			places = append(places, filepath.Base(file))
		}
	}
	if len(places) == 0 {
		places = []string{testLine}
	}
	return fmt.Sprintf("goroutine %s waits [%s] at %s", id, strings.TrimSpace(header.FindStringSubmatch(stack)[2]), strings.Join(places, ", reached from "))
}

// bubbled returns the stacks of the goroutines in bubbles, by id.
func bubbled() map[string]string {
	buf := make([]byte, 1<<16)
	for {
		n := runtime.Stack(buf, true)
		if n < len(buf) {
			buf = buf[:n]
			break
		}
		buf = make([]byte, 2*len(buf))
	}
	found := make(map[string]string)
	for stack := range strings.SplitSeq(string(buf), "\n\n") {
		m := header.FindStringSubmatch(stack)
		first, _, _ := strings.Cut(stack, "\n")
		if m != nil && strings.Contains(first, "synctest bubble") {
			found[m[1]] = stack
		}
	}
	return found
}
