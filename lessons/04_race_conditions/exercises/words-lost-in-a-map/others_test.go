package words

import (
	"runtime"
	"strings"
)

// othersWait reports whether every goroutine of Count but the caller waits.
func othersWait(before map[string]string) bool {
	runtime.Gosched()
	moving, all := 0, 0
	for id, stack := range goroutines() {
		if before[id] == "" && strings.Contains(stack, ".Count") {
			all++
			if !waits(stack) {
				moving++
			}
		}
	}
	return all > 2 && moving <= 1 // Count itself waits too
}
