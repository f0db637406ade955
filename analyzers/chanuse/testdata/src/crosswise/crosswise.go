// Package main sends on both sides before either side receives.
package main

import "fmt"

type talk struct{ questions, answers chan string }

func (t *talk) reply() {
	t.answers <- "ready" // want `^deadlock: the goroutine of crosswise.go:20 waits for a receiver of t.answers, while main \(crosswise.go:14\) waits for a receiver of t.questions; in this circle nobody can go first \(circular-wait\)`
	fmt.Println("asked:", <-t.questions)
}

func (t *talk) ask() {
	t.questions <- "name?" // related `^main waits for a receiver of t\.questions \(circular-wait\)$`
	fmt.Println("answered:", <-t.answers)
}

func main() {
	t := &talk{make(chan string), make(chan string)}
	go t.reply()
	t.ask()
}
