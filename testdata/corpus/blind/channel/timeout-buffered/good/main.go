package main

import (
	"errors"
	"fmt"
	"time"
)

var errTimeout = errors.New("timed out")

type result struct {
	n   int
	err error
}

func call(d, limit time.Duration) (int, error) {
	c := make(chan result, 1)
	go func() {
		time.Sleep(d)
		c <- result{n: int(d / time.Millisecond)}
	}()
	t := time.NewTimer(limit)
	defer t.Stop()
	select {
	case r := <-c:
		return r.n, r.err
	case <-t.C:
		return 0, errTimeout
	}
}

func main() {
	fmt.Println(call(2*time.Millisecond, time.Second))
	fmt.Println(call(100*time.Millisecond, 5*time.Millisecond))
}
