// Package main is correct: it must get no report.
package main

import "sync"

func main() {
	var mu sync.Mutex
	sum := 0
	all := make(chan int)
	for i := 1; i <= 10; i++ {
		go func() {
			mu.Lock()
			defer mu.Unlock()
			sum += i
			if sum == 55 { // 1+2+...+10: all have been here
				close(all)
			}
		}()
	}
	<-all
	println(sum)
}
