package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
)

// freeHeap is how many bytes a vettool may allocate before it collects garbage.
const freeHeap = 256 << 20

// collectLate leaves garbage alone until the process has taken freeHeap bytes; from then on
// all is as usual. Most packages are analysed in less, and collecting in vain was a third
// of the time. GOGC and GOMEMLIMIT, where they are set, have their way.
func collectLate() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(freeHeap)
	first := new([16]byte)
	runtime.SetFinalizer(first, func(*[16]byte) { // runs after the first collection
		debug.SetGCPercent(100)
		debug.SetMemoryLimit(math.MaxInt64)
	})
}
