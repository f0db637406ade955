// Package main starts goroutines that live as long as the process.
package main

import (
	"fmt"
	"time"
)

type event struct{ text string }

type logger struct{ lines chan string }

func newLogger() *logger {
	l := &logger{lines: make(chan string, 8)}
	go func() {
		for line := range l.lines {
			fmt.Println(line)
		}
	}()
	return l
}

func (l *logger) log(text string) { l.lines <- text }

func ticker(l *logger) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for range t.C {
		l.log("tick")
	}
}

func serve(requests <-chan event, l *logger) {
	for {
		select {
		case r := <-requests:
			l.log(r.text)
		case <-time.After(time.Minute):
			l.log("idle")
		}
	}
}

func main() {
	l := newLogger()
	requests := make(chan event)
	go ticker(l)
	go serve(requests, l)
	requests <- event{"start"}
	l.log("main ends")
}
