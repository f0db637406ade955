// Package main is correct: it must get no report.
package main

func main() {
	subs := []chan int{make(chan int)}
	snapshot := make([]chan int, len(subs))
	copy(snapshot, subs)
	go func() {
		for _, s := range snapshot {
			s <- 1
		}
	}()
	<-subs[0]
}
