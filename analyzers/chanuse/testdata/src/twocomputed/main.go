// Package main is correct: it must get no report.
package main

import "strings"

func main() {
	ch := make(chan int)
	s := strings.Title("ab")
	t := strings.ToTitle("ab")
	go func() {
		if s == "Ab" && t == "AB" {
			ch <- 1
		}
	}()
	<-ch
}
