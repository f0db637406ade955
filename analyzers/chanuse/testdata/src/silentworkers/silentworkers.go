// Package main waits for a word that its worker never says.
package main

import "fmt"

type job struct {
	done chan struct{}
}

func (j *job) run() { fmt.Println("working") }

func (j *job) wait() {
	<-j.done // want `^deadlock: the receive from j.done waits for ever, because no goroutine gets to send or close \(receive-without-sender\)`
}

func main() {
	j := &job{done: make(chan struct{})}
	go j.run()
	j.wait()
	fmt.Println("finished")
}
