package main

import (
	"fmt"

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
	best, price := "", 1<<30
	for _, s := range shops {
		g.Go(func() error {
			p, err := ask(s)
			if err != nil {
				return err
			}
			if p < price { // BUG: captured-var, data-race
				best, price = s, p // BUG: captured-var, data-race
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
