// Package main copies the files of a backup until it is interrupted.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func newStop() chan os.Signal {
	return make(chan os.Signal) // BUG?
}

func listen(stop chan<- os.Signal) {
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM) // BUG?
}

func stopped(stop <-chan os.Signal) bool {
	select {
	case <-stop:
		return true
	default:
		return false
	}
}

func main() {
	stop := newStop()
	listen(stop)
	for file := 0; file < 5 && !stopped(stop); file++ {
		fmt.Println("copy file", file)
		time.Sleep(20 * time.Millisecond)
		if file == 2 {
			_ = syscall.Kill(os.Getpid(), syscall.SIGTERM)
		}
	}
}
