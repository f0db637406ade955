package main

import (
	"context"
	"fmt"
	"time"
)

type watcher struct {
	changes chan string
}

func watch(ctx context.Context, file string) *watcher {
	w := &watcher{changes: make(chan string, 1)}
	go func() { // BUG: ctx-not-cancelled
		t := time.NewTicker(time.Millisecond)
		defer t.Stop()
		for {
			select { // BUG: ctx-not-cancelled
			case <-ctx.Done(): // BUG: ctx-not-cancelled
				return
			case <-t.C:
				select {
				case w.changes <- file + " changed":
				default:
				}
			}
		}
	}()
	return w
}

func firstChange(file string) string {
	ctx, _ := context.WithCancel(context.Background()) // BUG: ctx-not-cancelled
	w := watch(ctx, file)                              // BUG: ctx-not-cancelled
	return <-w.changes
}

func main() {
	fmt.Println(firstChange("go.mod"))
	fmt.Println(firstChange("main.go"))
}
