package main

import (
	"fmt"
	"time"
)

type conn struct {
	in     chan string
	closed chan string
}

func serve(idle time.Duration) *conn {
	c := &conn{in: make(chan string), closed: make(chan string, 1)}
	go func() {
		t := time.NewTimer(idle)
		defer t.Stop()
		n := 0
		for {
			select {
			case msg, ok := <-c.in:
				if !ok {
					c.closed <- fmt.Sprintf("closed after %d", n)
					return
				}
				if msg != "" {
					n++
				}
				t.Reset(idle)
			case <-t.C:
				c.closed <- fmt.Sprintf("idle after %d", n)
				return
			}
		}
	}()
	return c
}

func (c *conn) send(msg string) bool {
	select {
	case c.in <- msg:
		return true
	case why := <-c.closed:
		c.closed <- why
		return false
	}
}

func main() {
	a := serve(20 * time.Millisecond)
	fmt.Println(a.send("hi"), a.send(""))
	time.Sleep(60 * time.Millisecond)
	fmt.Println(a.send("anyone?"))
	fmt.Println(<-a.closed)

	b := serve(time.Hour)
	b.send("one")
	close(b.in)
	fmt.Println(<-b.closed)
}
