package main

import (
	"errors"
	"fmt"
	"strings"
	"sync"
)

type checker func(text string) error

func noTabs(text string) error {
	if strings.Contains(text, "\t") {
		return errors.New("contains tabs")
	}
	return nil
}

func notEmpty(text string) error {
	if strings.TrimSpace(text) == "" {
		return errors.New("is empty")
	}
	return nil
}

func maxLen(n int) checker {
	return func(text string) error {
		if len(text) > n {
			return fmt.Errorf("is longer than %d", n)
		}
		return nil
	}
}

func checkAll(text string, checks ...checker) error {
	errs := make(chan error)
	var wg sync.WaitGroup
	for _, check := range checks {
		wg.Add(1)
		go func(c checker) {
			defer wg.Done()
			if err := c(text); err != nil {
				errs <- err
			}
		}(check)
	}
	go func() {
		wg.Wait()
		close(errs)
	}()

	var all error
	for err := range errs {
		all = errors.Join(all, err)
	}
	return all
}

func main() {
	for _, text := range []string{"hello", "good morning to everybody", "\t"} {
		err := checkAll(text, noTabs, notEmpty, maxLen(10))
		n := 0
		if err != nil {
			n = len(strings.Split(err.Error(), "\n"))
		}
		fmt.Printf("%q: %d complaints\n", text, n)
	}
}
