package stock

import (
	"runtime"
	"strings"
)

// untilStill returns when every other goroutine that delivers, or is about to, waits.
func untilStill() {
	for ; ; runtime.Gosched() {
		moving := 0
		for _, stack := range goroutines() {
			delivers := strings.Contains(stack, "(*Stock).") || strings.Contains(stack, ".TestManyDeliveries.func")
			if delivers && !waits(stack) {
				moving++
			}
		}
		if moving <= 1 { // the caller
			return
		}
	}
}
