// Package main is correct: it must get no report.
package main

func main() {
	n := 300
	ch := make(chan int)
	go func() {
		if byte(n) == 44 {
			ch <- 1
		}
	}()
	<-ch
}
