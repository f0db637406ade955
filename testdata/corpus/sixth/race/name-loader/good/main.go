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
	for i, n := range names {
		g.Go(func() error {
			var err error
			out[i], err = load(n)
			return err
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
