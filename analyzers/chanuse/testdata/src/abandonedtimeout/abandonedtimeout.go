// Package abandonedtimeout stops listening after a while, or when the caller does.
package abandonedtimeout

import (
	"context"
	"errors"
	"time"
)

func Timeout(work func() string) (string, error) {
	result := make(chan string) // related `^the channel is made here, unbuffered: every send waits for a receiver \(abandoned-send\)$`
	go func() {                 // related `^the goroutine that never ends is started here \(abandoned-send\)$`
		result <- work() // want `goroutine leak: the send to result waits for ever when its receiver has left first.*\(abandoned-send\)`
	}()
	select {
	case r := <-result:
		return r, nil
	case <-time.After(time.Second):
		return "", errors.New("timeout")
	}
}

func Context(ctx context.Context, work func() (int, error)) (int, error) {
	type answer struct {
		n   int
		err error
	}
	ch := make(chan answer) // related `^the channel is made here, unbuffered: every send waits for a receiver \(abandoned-send\)$`
	go func() {             // related `^the goroutine that never ends is started here \(abandoned-send\)$`
		n, err := work()
		ch <- answer{n, err} // want `the send to ch .*\(abandoned-send\)`
	}()
	select {
	case <-ctx.Done():
		return 0, ctx.Err()
	case a := <-ch:
		return a.n, a.err
	}
}
