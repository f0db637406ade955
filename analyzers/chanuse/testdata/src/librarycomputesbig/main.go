// Package main is correct: it must get no report.
package main

import "math/big"

func main() {
	ch := make(chan int)
	f := big.NewInt(5)
	go func() {
		if f.BitLen() == 3 {
			ch <- 1
		}
	}()
	<-ch
}
