// Package samples merges the samples of several sensors into one sorted list.
package samples

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Sample is a value at a second.
type Sample struct {
	Second int
	Value  float64
}

func parse(line string) (Sample, error) {
	at, val, ok := strings.Cut(line, " ")
	if !ok {
		return Sample{}, fmt.Errorf("samples: no value in %q", line)
	}
	sec, err := strconv.Atoi(at)
	if err != nil {
		return Sample{}, err
	}
	v, err := strconv.ParseFloat(val, 64)
	return Sample{sec, v}, err
}

// source sends the samples of one log.
func source(log string) <-chan Sample {
	out := make(chan Sample) // BUG: range-never-closed, goroutine-leak
	go func() {
		for line := range strings.Lines(log) {
			s, err := parse(strings.TrimSpace(line))
			if err != nil {
				return // BUG: range-never-closed, goroutine-leak
			}
			out <- s
		}
		close(out) // BUG: range-never-closed, goroutine-leak
	}()
	return out
}

// Merge returns the samples of all logs by time. A log is read up to its
// first bad line.
func Merge(logs ...string) []Sample {
	all := make(chan Sample)
	var wg sync.WaitGroup
	for _, log := range logs {
		wg.Go(func() { // BUG: range-never-closed, goroutine-leak
			for s := range source(log) { // BUG: range-never-closed, goroutine-leak
				all <- s
			}
		})
	}
	go func() { // BUG: range-never-closed, goroutine-leak
		wg.Wait() // BUG: range-never-closed, goroutine-leak
		close(all)
	}()
	var out []Sample
	for s := range all { // BUG: range-never-closed
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b Sample) int { return a.Second - b.Second })
	return out
}
