// Package main is correct: it must get no report.
package main

type poison struct{}

func main() {
	stopped := make(chan int)
	go func() {
		defer func() {
			if _, ok := recover().(poison); ok {
				close(stopped)
			}
		}()
		panic(poison{})
	}()
	<-stopped
}
