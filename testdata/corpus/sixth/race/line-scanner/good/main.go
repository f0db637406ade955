package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
	"sync"
)

// lines sends the lines of r.
func lines(r io.Reader) <-chan []byte {
	out := make(chan []byte, 4)
	go func() {
		defer close(out)
		sc := bufio.NewScanner(r)
		sc.Buffer(make([]byte, 64), 64)
		for sc.Scan() {
			out <- bytes.Clone(sc.Bytes())
		}
	}()
	return out
}

type tally struct {
	mu     sync.Mutex
	levels map[string]int
}

func (t *tally) count(line []byte) {
	level, _, ok := bytes.Cut(line, []byte(" "))
	if !ok {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.levels[string(level)]++
}

func main() {
	var log strings.Builder
	for i := range 60 {
		fmt.Fprintf(&log, "%s request %d\n", []string{"INFO", "WARN", "ERROR"}[i%3], i)
	}
	in := lines(strings.NewReader(log.String()))
	t := &tally{levels: make(map[string]int)}
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for l := range in {
				t.count(l)
			}
		}()
	}
	wg.Wait()
	fmt.Println(len(t.levels) > 0)
}
