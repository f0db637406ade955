package stock

import (
	"runtime"
	"strings"
)

// untilStill returns when every other goroutine that runs code of this folder waits.
func untilStill() {
	for ; ; runtime.Gosched() {
		moving := 0
		for _, stack := range goroutines() {
			if strings.Contains(stack, "(*Stock).") && !waits(stack) {
				moving++
			}
		}
		if moving <= 1 { // the caller
			return
		}
	}
}
