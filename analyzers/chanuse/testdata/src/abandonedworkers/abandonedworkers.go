// Package main searches several sources and stops at the first error, so that the
// workers' next sends have no receiver.
package main

import (
	"errors"
	"fmt"
	"strings"
	"sync"
)

type match struct {
	source string
	line   int
	err    error
}

type searcher struct {
	sources map[string][]string
	matches chan match
	wg      sync.WaitGroup
}

func newSearcher(sources map[string][]string) *searcher {
	return &searcher{sources: sources, matches: make(chan match)}
}

func (s *searcher) start(word string) {
	for name := range s.sources {
		s.wg.Add(1)
		go s.search(name, word)
	}
	go func() {
		s.wg.Wait()
		close(s.matches)
	}()
}

func (s *searcher) search(name, word string) {
	defer s.wg.Done()
	for i, line := range s.sources[name] {
		if line == "" {
			s.matches <- match{source: name, err: errors.New("empty line")} // want `\(abandoned-send\)`
			continue
		}
		if strings.Contains(line, word) {
			s.matches <- match{source: name, line: i} // want `\(abandoned-send\)`
		}
	}
}

func (s *searcher) collect() ([]match, error) {
	var list []match
	for m := range s.matches {
		if m.err != nil {
			return nil, m.err
		}
		list = append(list, m)
	}
	return list, nil
}

func main() {
	s := newSearcher(map[string][]string{"a": {"x", ""}, "b": {"", "x"}})
	s.start("x")
	fmt.Println(s.collect())
	select {}
}
