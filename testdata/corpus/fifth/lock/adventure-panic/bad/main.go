package main

import (
	"fmt"
	"os"
	"strings"
	"sync"
)

type session struct {
	w     *world
	h     *hero
	lines []string
}

func (s *session) exec(line string) (answer string) {
	defer func() {
		if e := recover(); e != nil {
			answer = fmt.Sprint("the gods are angry: ", e)
		}
	}()
	f := strings.Fields(line)
	cmd, ok := commands[f[0]]
	if !ok {
		return "what?"
	}
	s.w.mu.Lock()            // BUG: panic-holds-lock
	answer = cmd(s.h, f[1:]) // BUG: panic-holds-lock
	s.w.mu.Unlock()          // BUG: panic-holds-lock
	return answer
}

func (s *session) play(wg *sync.WaitGroup) {
	defer wg.Done()
	for _, l := range s.lines {
		fmt.Fprintf(os.Stderr, "%s> %s: %s\n", s.h.name, l, s.exec(l))
	}
}

func main() {
	w := newWorld()
	scripts := map[string][]string{
		"orla": {"look", "take lamp", "go north", "look"},
		"pim":  {"go north", "go", "go south", "take rope"},
	}
	var wg sync.WaitGroup
	for name, lines := range scripts {
		s := &session{w: w, h: w.join(name), lines: lines}
		wg.Add(1)
		go s.play(&wg)
	}
	wg.Wait()
	fmt.Println(w.who())
}
