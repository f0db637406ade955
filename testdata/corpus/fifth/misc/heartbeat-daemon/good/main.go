package main

import (
	"fmt"
	"os"
	"sync/atomic"
	"time"
)

var served atomic.Int64

func heartbeat(every time.Duration) {
	var last int64
	for range time.Tick(every) {
		n := served.Load()
		fmt.Fprintln(os.Stderr, "served since last beat:", n-last)
		last = n
	}
}

func serve(req string) string {
	served.Add(1)
	time.Sleep(time.Millisecond)
	return "ok " + req
}

func main() {
	go heartbeat(5 * time.Millisecond)
	for _, r := range []string{"coffee", "tea", "juice", "water"} {
		fmt.Println(serve(r))
	}
}
