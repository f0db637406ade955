package backup

import (
	"runtime"
	"strings"
)

// settle returns when no other goroutine of Run is on its way: each of them waits
// or has ended.
func settle() {
	for ; ; runtime.Gosched() {
		moving := 0
		for _, stack := range goroutines() {
			if strings.Contains(stack, ".Run.func") && !waits(stack) {
				moving++
			}
		}
		if moving <= 1 { // that is the caller
			return
		}
	}
}

// stillThere returns when every goroutine that has begun since has ended or
// waits, and describes one that waits.
func stillThere(before map[string]string) string {
	for ; ; runtime.Gosched() {
		moving, stuck := false, ""
		for id, stack := range goroutines() {
			switch {
			case before[id] != "":
			case waits(stack):
				stuck = describe(id, stack)
			default:
				moving = true
			}
		}
		if !moving {
			return stuck
		}
	}
}
