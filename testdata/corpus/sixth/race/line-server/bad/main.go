package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"slices"
	"strings"
	"sync"
)

// client is one connection.
type client struct {
	name string
	conn net.Conn
	out  chan string
}

func (c *client) writeLoop() {
	for s := range c.out {
		if _, err := io.WriteString(c.conn, s+"\n"); err != nil {
			continue
		}
	}
	c.conn.Close()
}

// command answers a client.
type command interface {
	run(s *server, c *client, arg string) string
}

type who struct{}
type nick struct{}
type quit struct{}

func (who) run(s *server, c *client, arg string) string {
	return "here: " + strings.Join(s.names(), ", ") // BUG: map-concurrent, data-race, unlocked-read
}

func (nick) run(s *server, c *client, arg string) string {
	if !s.rename(c, arg) {
		return "name is taken"
	}
	return "you are " + arg
}

func (quit) run(s *server, c *client, arg string) string {
	return "bye"
}

type server struct {
	mu       sync.Mutex
	clients  map[string]*client
	commands map[string]command
	joined   int
	wg       sync.WaitGroup
}

func newServer() *server {
	return &server{
		clients:  make(map[string]*client),
		commands: map[string]command{"who": who{}, "nick": nick{}, "quit": quit{}},
	}
}

func (s *server) add(conn net.Conn) *client {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.joined++
	c := &client{name: fmt.Sprint("guest", s.joined), conn: conn, out: make(chan string, 16)}
	s.clients[c.name] = c // BUG: map-concurrent, data-race
	return c
}

func (s *server) remove(c *client) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.clients, c.name) // BUG: map-concurrent, data-race
	close(c.out)
}

func (s *server) rename(c *client, name string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, taken := s.clients[name]; taken || name == "" {
		return false
	}
	delete(s.clients, c.name) // BUG: map-concurrent, data-race
	c.name = name
	s.clients[name] = c // BUG: map-concurrent, data-race
	return true
}

func (s *server) names() []string {
	var out []string
	for n := range s.clients { // BUG: map-concurrent, data-race, unlocked-read
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// say passes a text on to all others; slow clients miss it.
func (s *server) say(from *client, text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.clients {
		if c == from {
			continue
		}
		select {
		case c.out <- from.name + ": " + text:
		default:
		}
	}
}

func (s *server) handle(conn net.Conn) {
	defer s.wg.Done()
	c := s.add(conn)
	s.wg.Go(c.writeLoop)
	defer s.remove(c)
	sc := bufio.NewScanner(conn)
	for sc.Scan() {
		name, arg, _ := strings.Cut(strings.TrimPrefix(sc.Text(), "/"), " ")
		cmd, ok := s.commands[name]
		if !ok {
			s.say(c, sc.Text())
			continue
		}
		c.out <- cmd.run(s, c, arg)
		if name == "quit" {
			return
		}
	}
}

func (s *server) connect() net.Conn {
	here, there := net.Pipe()
	s.wg.Add(1)
	go s.handle(there)
	return here
}

func talk(conn net.Conn, lines []string) {
	defer conn.Close()
	go io.Copy(io.Discard, conn)
	for _, l := range lines {
		if _, err := fmt.Fprintln(conn, l); err != nil {
			return
		}
	}
}

func main() {
	s := newServer()
	var wg sync.WaitGroup
	for _, n := range []string{"ann", "bob", "cid", "dot"} {
		conn := s.connect()
		wg.Go(func() {
			talk(conn, []string{"/nick " + n, "hello", "/who", "/nick " + n + "2", "/who", "fine", "/who", "/quit"})
		})
	}
	wg.Wait()
	s.wg.Wait()
	fmt.Println(len(s.names()), s.joined)
}
