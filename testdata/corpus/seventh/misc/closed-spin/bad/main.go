package main

import (
	"fmt"
	"os"
	"syscall"
	"time"
)

type reading struct {
	sensor string
	value  float64
}

// sensor sends a few values and hangs up.
func sensor(name string, n int, every time.Duration) <-chan reading {
	out := make(chan reading)
	go func() {
		defer close(out)
		for i := range n {
			out <- reading{name, float64(i)}
			time.Sleep(every)
		}
	}()
	return out
}

type summary struct {
	count map[string]int
	sum   float64
}

func (s *summary) add(r reading) {
	s.count[r.sensor]++
	s.sum += r.value
}

// collect gathers the values of two sensors until the deadline.
func collect(inside, outside <-chan reading, deadline <-chan time.Time) *summary {
	s := &summary{count: make(map[string]int)}
	for {
		select { // BUG: select-busy-loop
		case r := <-inside: // BUG: select-busy-loop
			if r.sensor != "" {
				s.add(r)
			}
		case r := <-outside: // BUG: select-busy-loop
			if r.sensor != "" {
				s.add(r)
			}
		case <-deadline:
			return s
		}
	}
}

func main() {
	s := collect(sensor("in", 5, time.Millisecond), sensor("out", 3, 2*time.Millisecond), time.After(time.Second))
	fmt.Println("in:", s.count["in"], "out:", s.count["out"], "sum:", s.sum)
	var ru syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &ru); err == nil && ru.Utime.Sec*1000+int64(ru.Utime.Usec)/1000 > 600 {
		fmt.Println("the machine got warm")
		os.Exit(1)
	}
}
