package profile

import (
	"runtime"
	"strings"
)

// untilAlone returns when the caller is the only goroutine of Load that is not
// waiting: the other one has stored its answer.
func untilAlone(before map[string]string) {
	for ; ; runtime.Gosched() {
		moving := 0
		for id, stack := range goroutines() {
			if before[id] == "" && strings.Contains(stack, ".Load") && !waits(stack) {
				moving++
			}
		}
		if moving <= 1 {
			return
		}
	}
}
