// Package never waits for contexts that nothing ends.
package never

import "context"

type task struct {
	ctx  context.Context
	done chan struct{}
}

func (t *task) run() {
	defer close(t.done)
	<-t.ctx.Done() // want `deadlock: the goroutine of .* waits here for ever, because waitsTooEarly would cancel the context only after its wait at never.go:20, .*\(ctx-never-cancelled\)`
}

func waitsTooEarly() {
	ctx, cancel := context.WithCancel(context.Background())
	t := &task{ctx: ctx, done: make(chan struct{})}
	go t.run()
	<-t.done
	cancel()
}

func background(out chan int) {
	done := make(chan struct{})
	go func() {
		idle(context.Background())
		close(done)
	}()
	<-done
}

func idle(ctx context.Context) {
	<-ctx.Done() // want `can never be cancelled: its Done channel is nil \(ctx-never-cancelled\)`
}

// The one who keeps the context's cancel function has lost it.
func lost() {
	ctx, cancel := context.WithCancel(context.Background()) // want `\(lost-cancel\)`
	_ = cancel
	go func() { <-ctx.Done() }()
}

func main() {
	waitsTooEarly()
	lost()
}
