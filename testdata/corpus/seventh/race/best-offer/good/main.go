package main

import (
	"fmt"
	"sync"

	"golang.org/x/sync/errgroup"
)

func ask(shop string) (int, error) {
	if shop == "" {
		return 0, fmt.Errorf("no shop")
	}
	return 100 - len(shop)*7%31, nil
}

func cheapest(shops []string) (string, int, error) {
	var g errgroup.Group
	var mu sync.Mutex
	best, price := "", 1<<30
	for _, s := range shops {
		g.Go(func() error {
			p, err := ask(s)
			if err != nil {
				return err
			}
			mu.Lock()
			defer mu.Unlock()
			if p < price {
				best, price = s, p
			}
			return nil
		})
	}
	err := g.Wait()
	return best, price, err
}

func main() {
	fmt.Println(cheapest([]string{"north", "harbour", "old town", "station", "mall", "airport"}))
}
