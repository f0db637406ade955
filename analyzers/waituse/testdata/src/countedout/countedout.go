// Package main counts out what it does not start, or corrects the number.
package main

import (
	"fmt"
	"sync"
)

func greetAll(names []string) {
	var wg sync.WaitGroup
	wg.Add(len(names))
	for _, name := range names {
		if name == "" {
			wg.Done()
			continue
		}
		go func() {
			defer wg.Done()
			fmt.Println("hello", name)
		}()
	}
	wg.Wait()
}

// corrected takes back what was counted too much.
func corrected(names []string) {
	var wg sync.WaitGroup
	wg.Add(len(names))
	skipped := 0
	for _, name := range names {
		if name == "" {
			skipped++
			continue
		}
		go func() {
			defer wg.Done()
			fmt.Println("bye", name)
		}()
	}
	wg.Add(-skipped)
	wg.Wait()
}

type crew struct{ wg sync.WaitGroup }

// run counts itself, so that the group cannot be empty meanwhile.
func (c *crew) run(n int) {
	c.wg.Add(1)
	for i := range n {
		c.wg.Add(1)
		go func() {
			defer c.wg.Done()
			fmt.Println("crew", i)
		}()
	}
	c.wg.Done()
	c.wg.Wait()
}

func main() {
	greetAll([]string{"ann", "", "bob"})
	corrected([]string{"ann", ""})
	(&crew{}).run(2)
}
