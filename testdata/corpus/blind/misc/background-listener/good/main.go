package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGUSR1)
	defer signal.Stop(sigs)

	ticks := time.NewTicker(time.Millisecond)
	defer ticks.Stop()

	done := make(chan string)
	go func() {
		n := 0
		for {
			select {
			case s := <-sigs:
				done <- fmt.Sprint(s, " after some ticks: ", n > 0)
				return
			case <-ticks.C:
				n++
				if n == 3 {
					syscall.Kill(os.Getpid(), syscall.SIGUSR1)
				}
			}
		}
	}()
	fmt.Println(<-done)
}
