// lastcloses: one service behind several listeners. All of them feed the same
// queue of connections; SIGINT or the end of the demo shuts everything down.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"log"
	"net"
	"os"
	"os/signal"
	"strings"
	"sync/atomic"
	"time"
)

type server struct {
	conns     chan net.Conn
	accepting atomic.Int32
	served    atomic.Int32
	listeners []net.Listener
}

func listen(addrs ...string) (*server, error) {
	s := &server{conns: make(chan net.Conn)}
	for _, a := range addrs {
		ln, err := net.Listen("tcp", a)
		if err != nil {
			s.shutdown()
			return nil, err
		}
		s.listeners = append(s.listeners, ln)
	}
	s.accepting.Store(int32(len(s.listeners)))
	for _, ln := range s.listeners {
		go s.accept(ln)
	}
	return s, nil
}

func (s *server) accept(ln net.Listener) {
	defer func() {
		if s.accepting.Add(-1) == 0 {
			close(s.conns)
		}
	}()
	for {
		c, err := ln.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err != nil {
			log.Println("accept:", err)
			time.Sleep(5 * time.Millisecond)
			continue
		}
		s.conns <- c
	}
}

func (s *server) shutdown() {
	for _, ln := range s.listeners {
		ln.Close()
	}
}

func (s *server) serve() {
	for c := range s.conns {
		c.SetDeadline(time.Now().Add(2 * time.Second))
		sc := bufio.NewScanner(c)
		for sc.Scan() {
			fmt.Fprintln(c, strings.ToUpper(sc.Text()))
		}
		c.Close()
		s.served.Add(1)
	}
}

func ask(addr, line string) (string, error) {
	c, err := net.DialTimeout("tcp", addr, time.Second)
	if err != nil {
		return "", err
	}
	defer c.Close()
	fmt.Fprintln(c, line)
	c.SetReadDeadline(time.Now().Add(2 * time.Second))
	reply, err := bufio.NewReader(c).ReadString('\n')
	return strings.TrimSpace(reply), err
}

func main() {
	s, err := listen("127.0.0.1:0", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	interrupt := make(chan os.Signal, 1)
	signal.Notify(interrupt, os.Interrupt)
	go func() {
		<-interrupt
		s.shutdown()
	}()
	go func() {
		defer s.shutdown()
		for i, word := range []string{"tea", "milk", "toast", "jam"} {
			reply, err := ask(s.listeners[i%2].Addr().String(), word)
			if err != nil {
				log.Println(err)
				return
			}
			fmt.Println(word, "->", reply)
		}
	}()
	s.serve()
	fmt.Println("served", s.served.Load())
}
