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
	go func() {
		t := time.NewTicker(time.Millisecond)
		defer t.Stop()
		for {
			select {
			case <-ctx.Done():
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
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	w := watch(ctx, file)
	return <-w.changes
}

func main() {
	fmt.Println(firstChange("go.mod"))
	fmt.Println(firstChange("main.go"))
}
