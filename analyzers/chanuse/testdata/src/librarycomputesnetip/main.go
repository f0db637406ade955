// Package main is correct: it must get no report.
package main

import "net/netip"

func main() {
	ch := make(chan int)
	a := netip.MustParseAddr("10.0.0.1")
	go func() {
		if a.Is4() {
			ch <- 1
		}
	}()
	<-ch
}
