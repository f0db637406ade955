// Package main is correct: it must get no report.
package main

import "encoding/binary"

func main() {
	ch := make(chan int)
	b := binary.BigEndian.AppendUint32(nil, 7)
	go func() {
		for range binary.BigEndian.Uint32(b) {
			ch <- 1
		}
	}()
	for range 7 {
		<-ch
	}
}
