package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync"
	"time"
)

type profile struct {
	name     string
	visits   int
	lastSeen time.Time
}

type store struct {
	mu       sync.Mutex
	profiles map[string]*profile
}

func (s *store) lookup(name string) *profile {
	s.mu.Lock()
	defer s.mu.Unlock()
	p, ok := s.profiles[name]
	if !ok {
		p = &profile{name: name}
		s.profiles[name] = p
	}
	return p // BUG: guarded-escape
}

func (s *store) report() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []string
	for _, p := range s.profiles {
		out = append(out, fmt.Sprint(p.name, " ", p.visits))
	}
	return out
}

func hello(s *store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		p := s.lookup(r.FormValue("name"))                       // BUG: guarded-escape
		p.visits++                                               // BUG: guarded-escape, data-race
		p.lastSeen = time.Now()                                  // BUG: guarded-escape, data-race
		fmt.Fprintf(w, "hello %s, visit %d\n", p.name, p.visits) // BUG: guarded-escape, data-race
	}
}

func main() {
	s := &store{profiles: make(map[string]*profile)}
	srv := httptest.NewServer(hello(s))
	defer srv.Close()
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			name := []string{"ann", "bob"}[i%2]
			for range 20 {
				resp, err := http.Get(srv.URL + "/?name=" + name)
				if err != nil {
					fmt.Println(err)
					return
				}
				resp.Body.Close()
			}
		})
	}
	wg.Wait()
	fmt.Println(len(s.report()), "visitors")
}
