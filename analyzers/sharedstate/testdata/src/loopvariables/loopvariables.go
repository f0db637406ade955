//go:build go1.21

// Package loopvariables is as old as go 1.21.
package loopvariables

import (
	"fmt"
	"sync"
)

func all(names []string) {
	var wg sync.WaitGroup
	wg.Add(len(names))
	for _, name := range names { // related `^the loop writes the variable here \(loop-variable\)$`
		go func() {
			defer wg.Done()
			fmt.Println(name) // want `data race: loop variable name captured by func literal; up to go 1.21 all turns share the variable, .*\(loop-variable\)`
		}()
	}
	wg.Wait()
}

func passed(names []string) {
	var wg sync.WaitGroup
	wg.Add(len(names))
	for _, name := range names {
		go func(name string) {
			defer wg.Done()
			fmt.Println(name)
		}(name)
	}
	wg.Wait()
}
