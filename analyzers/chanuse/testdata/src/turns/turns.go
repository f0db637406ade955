// Package main has goroutines that talk over several channels, in turns.
package main

import (
	"fmt"
	"sync"
)

type talk struct{ questions, answers chan string }

func (t *talk) reply() {
	for q := range t.questions {
		t.answers <- "to " + q
	}
	close(t.answers)
}

func (t *talk) ask() {
	t.questions <- "name?"
	fmt.Println("answered:", <-t.answers)
	close(t.questions)
}

// pingpong hands one ball to and fro.
func pingpong() {
	ping, pong := make(chan int), make(chan int)
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 2 {
			pong <- 1 + <-ping
		}
	})
	wg.Go(func() {
		ball := 0
		for range 2 {
			ping <- ball
			ball = <-pong
		}
		fmt.Println(ball)
	})
	wg.Wait()
}

// both sends on both sides first, and one of the channels has room.
func both() {
	left, right := make(chan int, 1), make(chan int)
	done := make(chan struct{})
	go func() {
		defer close(done)
		right <- 1
		fmt.Println(<-left)
	}()
	left <- 2
	fmt.Println(<-right)
	<-done
}

func main() {
	t := &talk{make(chan string), make(chan string)}
	go t.reply()
	t.ask()
	pingpong()
	both()
}
