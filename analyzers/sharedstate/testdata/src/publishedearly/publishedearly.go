// Package main starts a worker and only then fills it in.
package main

import "fmt"

type worker struct {
	name string
	jobs int
}

func newWorker(name string, done chan<- struct{}) *worker {
	w := &worker{}
	go w.run(done)
	w.name = name // want `^data race: newWorker writes w.name after the object was given to another goroutine: run reads it at the same time \(publish-before-init\)`
	return w
}

func (w *worker) run(done chan<- struct{}) {
	fmt.Println(w.name, "is at work") // related `^the other side: run reads w\.name \(publish-before-init\)$`
	close(done)
}

func main() {
	done := make(chan struct{})
	newWorker("ann", done)
	<-done
}
