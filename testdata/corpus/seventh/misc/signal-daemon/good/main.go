// Command worker works until it is told to stop by a signal. Here it sends
// the signal to itself.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"
)

var units atomic.Int64

// status prints the progress for the whole life of the program.
func status(every time.Duration) {
	for range time.Tick(every) {
		if units.Load()%1000 == 999 {
			fmt.Fprintln(os.Stderr, "units:", units.Load())
		}
	}
}

func work(ctx context.Context) {
	for ctx.Err() == nil {
		units.Add(1)
		time.Sleep(time.Millisecond)
	}
}

func main() {
	go status(5 * time.Millisecond)

	hup := make(chan os.Signal, 1)
	signal.Notify(hup, syscall.SIGHUP)
	go func() {
		for range hup {
			fmt.Fprintln(os.Stderr, "reload")
		}
	}()

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	time.AfterFunc(20*time.Millisecond, func() {
		p, err := os.FindProcess(os.Getpid())
		if err != nil {
			panic(err)
		}
		if err := p.Signal(syscall.SIGTERM); err != nil {
			panic(err)
		}
	})
	work(ctx)
	fmt.Println("stopped after some work:", units.Load() > 0)
}
