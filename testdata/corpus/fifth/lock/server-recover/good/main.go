package main

import (
	"errors"
	"fmt"
	"os"
	"sync"
)

type state struct {
	mu   sync.Mutex
	gold map[string]int
}

type handler func(s *state, who string) error

func (s *state) with(f func() error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return f()
}

type server struct {
	st       state
	handlers map[string]handler
	wg       sync.WaitGroup
}

func protect(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	return f()
}

func (s *server) serve(who, cmd string) error {
	h, ok := s.handlers[cmd]
	if !ok {
		return errors.New("unknown command " + cmd)
	}
	return protect(func() error {
		return s.st.with(func() error { return h(&s.st, who) })
	})
}

// dig is called with the lock held.
func dig(s *state, who string) error {
	s.gold[who]++
	if s.gold[who]%7 == 0 {
		panic("the tunnel collapsed on " + who)
	}
	return nil
}

func spend(s *state, who string) error {
	if s.gold[who] == 0 {
		return fmt.Errorf("%s is broke", who)
	}
	s.gold[who]--
	return nil
}

func main() {
	s := &server{
		st:       state{gold: make(map[string]int)},
		handlers: map[string]handler{"dig": dig, "spend": spend},
	}
	for _, who := range []string{"bo", "cy", "di"} {
		s.wg.Go(func() {
			for _, cmd := range []string{"spend", "dig", "dig", "sing", "dig", "dig", "dig", "dig", "dig", "spend"} {
				if err := s.serve(who, cmd); err != nil {
					fmt.Fprintln(os.Stderr, err)
				}
			}
		})
	}
	s.wg.Wait()
	fmt.Println(s.st.gold)
}
