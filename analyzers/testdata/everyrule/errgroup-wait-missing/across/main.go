// Package main feeds the animals of a zoo.
package main

import (
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

var errEmpty = errors.New("no food left")

func feed(animal string, kilos int) error {
	time.Sleep(10 * time.Millisecond)
	if kilos == 0 {
		return fmt.Errorf("%s: %w", animal, errEmpty)
	}
	return nil
}

func launch(g *errgroup.Group) {
	g.Go(func() error { return feed("lion", 8) })
	g.Go(func() error { return feed("seal", 0) })
}

func feedAll() error {
	var g errgroup.Group // BUG?
	launch(&g)           // BUG?
	return nil           // BUG?
}

func main() {
	if err := feedAll(); err != nil {
		fmt.Println("hungry animals:", err)
		return
	}
	fmt.Println("all animals are fed")
}
