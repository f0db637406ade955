package main

import (
	"errors"
	"fmt"
)

func resize(name string) error {
	if name == "c.gif" {
		return errors.New("not a picture")
	}
	return nil
}

func main() {
	names := []string{"a.png", "b.png", "c.gif", "d.png", "e.png"}
	sem := make(chan struct{}, 2)
	errs := make([]error, len(names))
	for i, n := range names {
		sem <- struct{}{}
		go func() {
			defer func() { <-sem }()
			errs[i] = resize(n)
		}()
	}
	// fill the semaphore: then nobody works any more
	for range cap(sem) {
		sem <- struct{}{}
	}
	fmt.Println(errors.Join(errs...))
}
