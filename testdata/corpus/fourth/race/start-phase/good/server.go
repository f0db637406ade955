// Package echo is a toy server whose settings are made before it starts.
package echo

import (
	"fmt"
	"strings"
	"sync"
)

// Server answers requests. Handle and Greeting must be called before Start;
// Ask may be called by any goroutine between Start and Stop, which the caller
// must not run at the same time as anything else.
type Server struct {
	routes   map[string]func(string) string
	greeting string
	in       chan request
	wg       sync.WaitGroup
	served   []int // per worker
}

type request struct {
	route, arg string
	reply      chan<- string
}

func New() *Server {
	return &Server{routes: make(map[string]func(string) string), greeting: "hello"}
}

func (s *Server) Handle(route string, f func(string) string) { s.routes[route] = f }
func (s *Server) Greeting(g string)                          { s.greeting = g }

// Start begins to serve with n workers.
func (s *Server) Start(n int) {
	s.in = make(chan request)
	s.served = make([]int, n)
	for id := range n {
		s.wg.Add(1)
		go s.work(id)
	}
}

func (s *Server) work(id int) {
	defer s.wg.Done()
	for r := range s.in {
		s.served[id]++
		f, ok := s.routes[r.route]
		if !ok {
			r.reply <- fmt.Sprintf("%s, there is no %s", s.greeting, r.route)
			continue
		}
		r.reply <- f(r.arg)
	}
}

// Ask sends a request and waits for the answer.
func (s *Server) Ask(route, arg string) string {
	reply := make(chan string, 1)
	s.in <- request{route, arg, reply}
	return <-reply
}

// Stop waits for the workers and returns how many requests were served. The
// server may be started again.
func (s *Server) Stop() int {
	close(s.in)
	s.wg.Wait()
	total := 0
	for _, n := range s.served {
		total += n
	}
	return total
}

// Upper is a handler.
func Upper(s string) string { return strings.ToUpper(s) }
