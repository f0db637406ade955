// Package main mows a lawn until the battery is empty.
package main

import (
	"context"
	"fmt"
	"time"
)

type mower struct {
	ctx   context.Context
	ended chan int
}

func battery(charge time.Duration) (context.Context, context.CancelFunc) {
	ctx := context.Background()
	return context.WithTimeout(ctx, charge)
}

func (m *mower) guard() {
	<-m.ctx.Done()
	m.ended <- 1
}

func mow(charge time.Duration) int {
	ctx, cancel := battery(charge)
	defer cancel()
	m := &mower{ctx: ctx, ended: make(chan int)}
	go m.guard()
	lanes := 0
	for {
		select {
		case <-m.ended:
			return lanes
		case <-time.After(time.Millisecond):
			lanes++
		}
	}
}

func main() {
	fmt.Println(mow(20*time.Millisecond) > 0)
}
