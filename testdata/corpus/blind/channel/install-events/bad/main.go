package main

import (
	"errors"
	"fmt"
	"os"
	"sync"
)

var errCycle = errors.New("dependency cycle")

type installer struct {
	pkgs map[string]pkg
	out  sink
	wg   sync.WaitGroup
}

// levels orders the packages so that each comes after its dependencies.
func (in *installer) levels() ([][]pkg, error) {
	done := map[string]bool{}
	var levels [][]pkg
	for len(done) < len(in.pkgs) {
		var level []pkg
	next:
		for name, p := range in.pkgs {
			if done[name] {
				continue
			}
			for _, d := range p.deps {
				if !done[d] {
					continue next
				}
			}
			level = append(level, p)
		}
		if len(level) == 0 {
			return nil, errCycle
		}
		for _, p := range level {
			done[p.name] = true
		}
		levels = append(levels, level)
	}
	return levels, nil
}

func (in *installer) run() error {
	levels, err := in.levels()
	if err != nil {
		return err
	}
	for _, level := range levels {
		for _, p := range level {
			in.wg.Add(1)
			go func() {
				defer in.wg.Done()
				p.install(in.out) // BUG: send-no-receiver
			}()
		}
		in.wg.Wait() // BUG: send-no-receiver
	}
	return nil
}

func display(events <-chan event, seen map[eventKind]int) {
	for e := range events { // BUG: send-no-receiver
		seen[e.kind]++
		fmt.Fprintln(os.Stderr, e.line())
		if e.kind == evFinished {
			return // BUG: send-no-receiver
		}
	}
}

func main() {
	events := make(chanSink) // BUG: send-no-receiver
	in := &installer{out: events, pkgs: map[string]pkg{
		"libc":  {name: "libc", steps: 3},
		"zlib":  {name: "zlib", steps: 2, deps: []string{"libc"}, old: true},
		"shell": {name: "shell", steps: 4, deps: []string{"libc"}},
	}}
	seen := map[eventKind]int{}
	shown := make(chan struct{})
	go func() {
		defer close(shown)
		display(events, seen)
	}()
	err := in.run()
	close(events)
	<-shown
	fmt.Println(seen[evFinished] > 0, err)

	silent := &installer{out: quiet{}, pkgs: map[string]pkg{"a": {name: "a", deps: []string{"a"}}}}
	fmt.Println(silent.run())
}
