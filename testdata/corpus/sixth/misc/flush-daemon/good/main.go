package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

type logger struct {
	lines   chan string
	flushes chan chan int
}

var std = start()

func start() *logger {
	l := &logger{lines: make(chan string, 16), flushes: make(chan chan int)}
	go l.run()
	return l
}

func (l *logger) run() {
	var buf []string
	tick := time.Tick(5 * time.Millisecond)
	written := 0
	write := func() {
		if len(buf) > 0 {
			fmt.Println(strings.Join(buf, "|"))
			written += len(buf)
			buf = buf[:0]
		}
	}
	for {
		select {
		case s := <-l.lines:
			buf = append(buf, s)
		case <-tick:
			write()
		case done := <-l.flushes:
			for n := len(l.lines); n > 0; n-- {
				buf = append(buf, <-l.lines)
			}
			write()
			done <- written
		}
	}
}

func (l *logger) printf(format string, args ...any) {
	l.lines <- fmt.Sprintf(format, args...)
}

func (l *logger) flush() int {
	done := make(chan int)
	l.flushes <- done
	return <-done
}

func main() {
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Go(func() {
			for k := range 5 {
				std.printf("%d/%d", i, k)
			}
		})
	}
	wg.Wait()
	fmt.Println(std.flush())
}
