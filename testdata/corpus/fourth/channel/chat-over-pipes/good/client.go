package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"sync"
)

type client struct {
	name string
	conn net.Conn
	out  chan string // closed by the hub
}

// serve handles one connection until the other side closes it.
func (h *hub) serve(conn net.Conn) {
	in := bufio.NewScanner(conn)
	if !in.Scan() {
		conn.Close()
		return
	}
	c := &client{name: in.Text(), conn: conn, out: make(chan string, 16)}

	var writer sync.WaitGroup
	writer.Add(1)
	go func() {
		defer writer.Done()
		// closing makes the reader stop, too, if we were too slow
		defer conn.Close()
		for text := range c.out {
			if _, err := fmt.Fprintln(conn, text); err != nil {
				break
			}
		}
		for range c.out {
			// until the hub notices
		}
	}()

	h.join <- c
	for in.Scan() {
		h.lines <- line{c, in.Text()}
	}
	h.leave <- c
	writer.Wait()
}

// script is a user that says some lines and returns what it heard.
func script(conn net.Conn, name string, says ...string) (heard []string) {
	var wg sync.WaitGroup
	wg.Go(func() {
		sc := bufio.NewScanner(conn)
		for sc.Scan() {
			heard = append(heard, sc.Text())
		}
	})
	io.WriteString(conn, name+"\n")
	for _, s := range says {
		fmt.Fprintln(conn, s)
	}
	conn.Close()
	wg.Wait()
	return heard
}
