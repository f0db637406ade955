// Package main opens a canal lock after the basin has filled.
package main

import (
	"context"
	"fmt"
	"time"
)

type basin struct {
	filled chan struct{}
}

func newBasin(fill time.Duration) *basin {
	b := &basin{filled: make(chan struct{})}
	time.AfterFunc(fill, b.markFilled)
	return b
}

func (b *basin) markFilled() {
	close(b.filled)
}

func (b *basin) wait() {
	<-b.filled
}

func alarmed(ctx context.Context) <-chan struct{} {
	rung := make(chan struct{})
	context.AfterFunc(ctx, func() { close(rung) })
	return rung
}

func main() {
	newBasin(10 * time.Millisecond).wait()
	fmt.Println("the gate opens")
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	<-alarmed(ctx)
	fmt.Println("the gate closes")
}
