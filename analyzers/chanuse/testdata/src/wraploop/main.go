// Package main is correct: it must get no report.
package main

func main() {
	ch := make(chan uint, 4)
	for i := uint(3); i <= 3; i-- { // 3 2 1 0, then it wraps
		ch <- i
	}
}
