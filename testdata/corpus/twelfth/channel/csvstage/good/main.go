package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// Assignment 4: read measurements "station;celsius", convert them and print a
// summary per station. Each step has to be its own goroutine.

type measurement struct {
	station string
	celsius float64
}

type converted struct {
	station    string
	fahrenheit float64
}

func readStage(r io.Reader, errs chan<- error) <-chan measurement {
	out := make(chan measurement, 4)
	go func() {
		sc := bufio.NewScanner(r)
		defer close(out)
		for lineNo := 1; sc.Scan(); lineNo++ {
			line := strings.TrimSpace(sc.Text())
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			name, num, found := strings.Cut(line, ";")
			if !found {
				errs <- fmt.Errorf("line %d: no separator", lineNo)
				return
			}
			c, err := strconv.ParseFloat(num, 64)
			if err != nil {
				errs <- fmt.Errorf("line %d: %w", lineNo, err)
				return
			}
			out <- measurement{name, c}
		}
		errs <- sc.Err()
	}()
	return out
}

func convertStage(in <-chan measurement) <-chan converted {
	out := make(chan converted)
	go func() {
		defer close(out)
		for m := range in {
			out <- converted{m.station, m.celsius*9/5 + 32}
		}
	}()
	return out
}

type summary struct {
	n              int
	low, high, sum float64
}

func (s *summary) add(v float64) {
	if s.n == 0 {
		s.low, s.high = v, v
	}
	s.low = min(s.low, v)
	s.high = max(s.high, v)
	s.sum += v
	s.n++
}

func summarize(r io.Reader) (map[string]*summary, error) {
	errs := make(chan error, 1)
	res := make(map[string]*summary)
	for c := range convertStage(readStage(r, errs)) {
		s := res[c.station]
		if s == nil {
			s = new(summary)
			res[c.station] = s
		}
		s.add(c.fahrenheit)
	}
	return res, <-errs
}

const sample = `# station;celsius
Oslo;-3.5
Cairo;31
Oslo;1
Quito;14.2
Cairo;29.5
`

func main() {
	inputs := []string{sample, sample + "Lima;warm\nLima;19\n"}
	for i, text := range inputs {
		res, err := summarize(strings.NewReader(text))
		if err != nil {
			fmt.Fprintf(os.Stderr, "input %d: %v\n", i, err)
		}
		if s, ok := res["Oslo"]; ok {
			fmt.Printf("input %d: Oslo %.1f..%.1f F, mean %.1f\n", i, s.low, s.high, s.sum/float64(s.n))
		}
	}
}
