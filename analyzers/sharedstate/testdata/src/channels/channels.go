// Package channels orders accesses by sends, receives and closes.
package main

import "fmt"

type report struct {
	lines []string
	done  bool
}

func fill(r *report, done chan<- struct{}) {
	r.lines = append(r.lines, "filled")
	r.done = true
	close(done)
}

func closed() *report {
	r := &report{}
	done := make(chan struct{})
	go fill(r, done)
	<-done
	r.lines = append(r.lines, "read")
	return r
}

func sent() string {
	var text string
	ready := make(chan bool, 1)
	go func() {
		text = "hello"
		ready <- true
	}()
	<-ready
	text += ", world"
	return text
}

// started hands the variable to the goroutine by an unbuffered receive.
func started() int {
	n := 0
	begin, end := make(chan struct{}), make(chan struct{})
	go func() {
		<-begin
		n *= 2
		end <- struct{}{}
	}()
	n = 21
	begin <- struct{}{}
	<-end
	return n
}

// pingPong moves the right to write back and forth.
func pingPong() int {
	n := 0
	ping, pong := make(chan struct{}), make(chan struct{})
	go func() {
		for range ping {
			n++
			pong <- struct{}{}
		}
		close(pong)
	}()
	for range 3 {
		ping <- struct{}{}
		<-pong
		n++
	}
	close(ping)
	<-pong
	return n
}

// handed gives the report to whoever receives it and forgets it.
func handed() string {
	reports := make(chan *report)
	go func() {
		for i := range 2 {
			r := &report{}
			r.lines = append(r.lines, fmt.Sprint(i))
			reports <- r
		}
		close(reports)
	}()
	text := ""
	for r := range reports {
		r.done = true
		text += r.lines[0]
	}
	return text
}

func main() {
	fmt.Println(closed(), sent(), started(), pingPong(), handed())
}
