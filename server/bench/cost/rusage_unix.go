//go:build unix

package main

import (
	"runtime"
	"syscall"
	"time"
)

// ofChildren returns what the children that this process has waited for have
// used, with their own children.
func ofChildren() (cpu time.Duration, memory int64, err error) {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_CHILDREN, &r); err != nil {
		return 0, 0, err
	}
	memory = int64(r.Maxrss)
	if runtime.GOOS != "darwin" && runtime.GOOS != "ios" {
		memory *= 1024 // elsewhere it is in kilobytes
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano()), memory, nil
}
