// Package main is correct: it must get no report.
package main

import "fmt"

type level int

func (l level) String() string { return "low" }

func main() {
	q := map[string]chan int{"low": make(chan int)}
	go func() { close(q[fmt.Sprint(level(0))]) }()
	<-q["low"]
}
