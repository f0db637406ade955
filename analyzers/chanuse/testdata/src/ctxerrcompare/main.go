// Package main is correct: it must get no report.
package main

import "context"

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	stopped := make(chan int)
	go func() {
		<-ctx.Done()
		if ctx.Err() == context.Canceled { // also: errors.Is
			close(stopped)
		}
	}()
	cancel()
	<-stopped
}
