package main

import (
	"errors"
	"fmt"
	"strconv"

	"golang.org/x/sync/errgroup"
)

func load(name string) (int, error) {
	n, err := strconv.Atoi(name)
	if err != nil {
		return 0, errors.New("bad name " + name)
	}
	return n * 10, nil
}

func loadAll(names []string) ([]int, error) {
	var g errgroup.Group
	out := make([]int, len(names))
	var err error
	for i, n := range names {
		g.Go(func() error {
			out[i], err = load(n) // BUG: captured-var, data-race
			return err            // BUG: captured-var, data-race
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return out, nil
}

func main() {
	fmt.Println(loadAll([]string{"1", "2", "3", "4"}))
}
