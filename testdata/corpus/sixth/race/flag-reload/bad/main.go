package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"time"
)

type flags struct {
	banner  string
	beta    map[string]bool
	version int
}

func parse(text string, version int) *flags {
	f := &flags{beta: make(map[string]bool), version: version}
	for _, l := range strings.Split(text, "\n") {
		k, v, ok := strings.Cut(l, "=")
		if !ok {
			continue
		}
		switch k {
		case "banner":
			f.banner = v
		case "beta":
			for _, name := range strings.Split(v, ",") {
				f.beta[name] = true
			}
		}
	}
	return f
}

type server struct {
	current *flags
	source  func() string
	quit    chan struct{}
	wg      sync.WaitGroup
}

func newServer(source func() string) *server {
	s := &server{source: source, quit: make(chan struct{})}
	s.current = parse(source(), 1)
	s.wg.Add(1)
	go s.watch()
	return s
}

func (s *server) watch() {
	defer s.wg.Done()
	t := time.NewTicker(2 * time.Millisecond)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			s.reload()
		case <-s.quit:
			return
		}
	}
}

func (s *server) reload() {
	next := parse(s.source(), s.current.version+1)
	s.current = next // BUG: data-race
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f := s.current // BUG: data-race
	if f.beta[r.URL.Query().Get("user")] {
		fmt.Fprint(w, "beta ")
	}
	fmt.Fprintln(w, f.banner)
}

func (s *server) close() {
	close(s.quit)
	s.wg.Wait()
}

func main() {
	s := newServer(func() string { return "banner=welcome\nbeta=ann,bob" })
	defer s.close()
	var wg sync.WaitGroup
	for _, user := range []string{"ann", "carl", "bob"} {
		wg.Go(func() {
			for range 5 {
				rec := httptest.NewRecorder()
				s.ServeHTTP(rec, httptest.NewRequest("GET", "/?user="+user, nil))
				time.Sleep(time.Millisecond)
			}
		})
	}
	wg.Wait()
	fmt.Println("served")
}
