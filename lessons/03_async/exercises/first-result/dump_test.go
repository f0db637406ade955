package lookup

import (
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"time"
)

// patience is how long a test lets First wait for replicas that it need not wait for.
const patience = 2 * time.Second

var (
	header = regexp.MustCompile(`^goroutine (\d+) [^\[]*\[([^\],]*)`)
	frame  = regexp.MustCompile(`(?m)^\t(.+\.go:\d+)`)
)

// stayBehind waits until every goroutine that First started has ended or waits,
// with nobody left who could wake it, and describes those that wait. It reads
// the goroutine dump, as you do when a program grows and grows.
func stayBehind(before map[string]string) []string {
	for ; ; runtime.Gosched() {
		var stuck []string
		moving := false
		for id, stack := range runningFirst() {
			if before[id] != "" {
				continue
			}
			state := header.FindStringSubmatch(stack)[2]
			if !strings.HasPrefix(state, "chan ") && !strings.HasPrefix(state, "select") && !strings.HasPrefix(state, "sync.") {
				moving = true
				break
			}
			stuck = append(stuck, describe(state, stack))
		}
		if !moving {
			return stuck
		}
	}
}

func describe(state, stack string) string {
	for _, m := range frame.FindAllStringSubmatch(stack, -1) {
		if place := filepath.Base(m[1]); strings.HasPrefix(place, "lookup.go") {
			return state + " at " + place
		}
	}
	return state
}

// runningFirst returns the stacks of the goroutines that run First or that First
// started, by id: those with a line of lookup.go.
func runningFirst() map[string]string {
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
		if m != nil && strings.Contains(stack, "/lookup.go:") {
			found[m[1]] = stack
		}
	}
	return found
}
