package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
)

type chunk struct {
	off  int64
	data []byte
}

// tail reads r piece by piece.
func tail(r io.Reader, out chan<- chunk) error {
	defer close(out)
	buf := make([]byte, 64)
	var off int64
	for {
		n, err := r.Read(buf)
		if n > 0 {
			out <- chunk{off, slices.Clone(buf[:n])}
			off += int64(n)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("at %d: %w", off, err)
		}
	}
}

type stats struct {
	bytes, warnings int
}

func (s *stats) eat(c chunk) {
	s.bytes += len(c.data)
	for _, b := range c.data {
		if b == 'W' {
			s.warnings++
		}
	}
}

func main() {
	log := strings.Repeat("I ok\nW low ink\nI ok\nI paper in\n", 60)
	ch := make(chan chunk)
	var (
		wg sync.WaitGroup
		st stats
	)
	wg.Go(func() {
		for c := range ch {
			st.eat(c)
		}
	})
	if err := tail(strings.NewReader(log), ch); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	wg.Wait()
	fmt.Println(st.bytes, "bytes,", st.warnings, "warnings")
}
