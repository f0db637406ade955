// Package contexts orders accesses by contexts that end.
package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type worker struct {
	mu     sync.Mutex
	beats  int
	result string
}

func (w *worker) run(ctx context.Context) {
	t := time.NewTicker(time.Millisecond)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			w.mu.Lock()
			w.beats++
			w.mu.Unlock()
		}
	}
}

// finish writes before it cancels; whoever sees the end may read.
func finish() string {
	ctx, cancel := context.WithCancel(context.Background())
	w := &worker{}
	go func() {
		w.result = "finished"
		cancel()
	}()
	<-ctx.Done()
	return w.result
}

// stopped waits for the goroutine, not only for the context.
func stopped() int {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	w := &worker{}
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.run(ctx)
	}()
	<-done
	return w.beats
}

func cause() error {
	ctx, cancel := context.WithCancelCause(context.Background())
	var err error
	go func() {
		err = fmt.Errorf("attempt %d", 1)
		cancel(err)
	}()
	<-ctx.Done()
	return err
}

func main() {
	fmt.Println(finish(), stopped(), cause())
}
