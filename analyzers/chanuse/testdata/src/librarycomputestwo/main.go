// Package main is correct: it must get no report.
package main

import "time"

func main() {
	d := 1500 * time.Millisecond
	ch := make(chan int)
	go func() {
		if int(d.Seconds()) == 1 && d.Truncate(time.Second) == time.Second {
			ch <- 1
		}
	}()
	<-ch
}
