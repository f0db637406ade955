// Package benchmarks counts its rounds by arithmetic on b.N.
package benchmarks

import (
	"sync/atomic"
	"testing"
)

// Each of two goroutines takes as many rounds as the other: n is even.
func benchmarkTurns(b *testing.B, work int) {
	const calls = 1000
	procs := 2
	n := int32(b.N / calls / procs * procs)
	c := make(chan bool, procs)
	myc := make(chan int)
	for p := 0; p < procs; p++ {
		go func() {
			for {
				i := atomic.AddInt32(&n, -1)
				if i < 0 {
					break
				}
				for g := 0; g < calls; g++ {
					if i%2 == 0 {
						<-myc
						myc <- 0
					} else {
						myc <- 0
						<-myc
					}
				}
			}
			c <- true
		}()
	}
	for p := 0; p < procs; p++ {
		<-c
	}
}

func BenchmarkTurns(b *testing.B) { benchmarkTurns(b, 0) }
