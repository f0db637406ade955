// Package main is correct: it must get no report.
package main

func main() {
	in, out := make(chan int), make(chan int)
	go func() { // lives as long as the process
		n := 0
		for {
			select {
			case v := <-in:
				n += v
				break
			case out <- n:
				break
			}
		}
	}()
	in <- 1
	println(<-out)
}
