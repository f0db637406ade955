package mux

import (
	"context"
	"fmt"
	"net"
	"sync"
	"testing"
	"time"
)

// echo answers every second frame late and frames that begin with '-' never.
func echo(conn net.Conn) {
	var wmu sync.Mutex
	var late sync.WaitGroup
	defer late.Wait()
	for {
		f, err := readFrame(conn)
		if err != nil {
			return
		}
		if f.body[0] == '-' {
			continue
		}
		late.Go(func() {
			time.Sleep(time.Duration(f.id%2) * time.Millisecond)
			wmu.Lock()
			defer wmu.Unlock()
			writeFrame(conn, f)
		})
	}
}

func TestCalls(t *testing.T) {
	a, b := net.Pipe()
	var srv sync.WaitGroup
	srv.Go(func() { echo(b) })
	c := NewClient(a)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for k := range 10 {
				want := fmt.Sprint("n", i, k)
				got, err := c.Call(t.Context(), []byte(want))
				if err != nil || string(got) != want {
					t.Errorf("%q %v", got, err)
				}
			}
		})
	}
	wg.Wait()
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	if _, err := c.Call(ctx, []byte("-")); err != context.DeadlineExceeded {
		t.Error(err)
	}
	open := make(chan error)
	go func() {
		_, err := c.Call(context.Background(), []byte("-"))
		open <- err
	}()
	time.Sleep(5 * time.Millisecond)
	c.Close()
	if err := <-open; err == nil {
		t.Error("no error")
	}
	c.Close()
	srv.Wait()
	b.Close()
}
