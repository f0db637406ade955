// Package main restores the files of a backup until it is interrupted.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

var watched = []os.Signal{os.Interrupt, syscall.SIGTERM}

type restore struct {
	stop  chan os.Signal
	files int
}

func newRestore(files int) *restore {
	return &restore{stop: make(chan os.Signal, len(watched)), files: files}
}

func (r *restore) stopped() bool {
	select {
	case <-r.stop:
		return true
	default:
		return false
	}
}

func (r *restore) run() int {
	signal.Notify(r.stop, watched...)
	defer signal.Stop(r.stop)
	n := 0
	for n < r.files && !r.stopped() {
		time.Sleep(5 * time.Millisecond)
		n++
	}
	return n
}

func main() {
	fmt.Println(newRestore(5).run(), "files")
}
