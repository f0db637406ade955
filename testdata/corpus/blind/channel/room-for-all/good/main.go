package main

import (
	"fmt"
	"strings"
	"sync"
)

type check struct {
	name string
	run  func(string) error
}

var checks = []check{
	{"length", func(s string) error {
		if len(s) < 8 {
			return fmt.Errorf("%d characters", len(s))
		}
		return nil
	}},
	{"digit", func(s string) error {
		if !strings.ContainsAny(s, "0123456789") {
			return fmt.Errorf("no digit")
		}
		return nil
	}},
	{"space", func(s string) error {
		if strings.Contains(s, " ") {
			return fmt.Errorf("a space")
		}
		return nil
	}},
}

func problems(pw string) (n int) {
	errs := make(chan error, len(checks))
	sem := make(chan struct{}, 2)
	var wg sync.WaitGroup
	for _, c := range checks {
		wg.Add(1)
		sem <- struct{}{}
		go func() {
			defer wg.Done()
			defer func() { <-sem }()
			if err := c.run(pw); err != nil {
				errs <- fmt.Errorf("%s: %w", c.name, err)
			}
		}()
	}
	wg.Wait()
	close(errs)
	for range errs {
		n++
	}
	return n
}

func main() {
	fmt.Println(problems("tea"), problems("a b"), problems("correct4horse"))
}
