// Package main is correct: it must get no report.
package main

import "sync"

func main() {
	var mu sync.Mutex
	bits := 0
	all := make(chan int)
	for i := range 8 {
		go func() {
			mu.Lock()
			defer mu.Unlock()
			bits |= 1 << i
			if bits == 255 {
				close(all)
			}
		}()
	}
	<-all
	println(bits)
}
