package main

import (
	"fmt"
	"net"
	"sync"
)

func main() {
	h := newHub()
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		h.run()
	}()

	var servers, users sync.WaitGroup
	heard := make([][]string, 3)
	for i, name := range []string{"ann", "bob", "cid"} {
		near, far := net.Pipe()
		servers.Go(func() { h.serve(far) })
		users.Go(func() { heard[i] = script(near, name, "hello", "bye") })
	}
	users.Wait()
	servers.Wait()
	left := h.who()
	close(h.quit)
	<-stopped

	total := 0
	for _, hs := range heard {
		total += len(hs)
	}
	fmt.Println(len(left), "people left; at least nothing hung,", total >= 0)
}
