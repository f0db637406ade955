package main

import (
	"fmt"
	"strings"
	"sync"
)

type Scanner struct {
	wg   sync.WaitGroup
	mu   sync.Mutex
	hits []string
}

func (s *Scanner) scan(name, text, word string) {
	if text == "" {
		return // BUG: wg-missing-done
	}
	for i, line := range strings.Split(text, "\n") {
		if strings.Contains(line, word) {
			s.mu.Lock()
			s.hits = append(s.hits, fmt.Sprintf("%s:%d", name, i+1))
			s.mu.Unlock()
		}
	}
	s.wg.Done() // BUG: wg-missing-done
}

func (s *Scanner) Run(docs map[string]string, word string) int {
	for name, text := range docs {
		s.wg.Add(1)                 // BUG: wg-missing-done
		go s.scan(name, text, word) // BUG: wg-missing-done
	}
	s.wg.Wait() // BUG: wg-missing-done
	return len(s.hits)
}

func main() {
	docs := map[string]string{
		"a.txt": "one tea\ntwo milk\nthree tea",
		"b.txt": "",
		"c.txt": "tea",
	}
	fmt.Println(new(Scanner).Run(docs, "tea"))
}
