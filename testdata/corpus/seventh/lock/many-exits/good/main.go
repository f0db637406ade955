// Command turnstile lets people with valid cards into a building.
package main

import (
	"errors"
	"fmt"
	"os"
	"sync"
)

func main() {
	cards := make(map[string]int)
	for i := range 8 {
		cards[fmt.Sprint("card", i)] = 20
	}
	ts := New(4, cards)
	var wg sync.WaitGroup
	crowded := make([]bool, len(cards))
	for i := range crowded {
		wg.Go(func() {
			own := fmt.Sprint("card", i)
			for range 30 {
				switch err := ts.Enter(own); {
				case err == nil:
					ts.Leave(own)
				case errors.Is(err, ErrFull), errors.Is(err, ErrIn):
					crowded[i] = true
				}
				if c, ok := ts.EnterAny("lost card", own); ok {
					ts.Leave(c)
				}
			}
		})
	}
	wg.Wait()
	if n := ts.Inside(); n != 0 {
		fmt.Println("still inside:", n)
		os.Exit(1)
	}
	fmt.Println("everybody went home")
}
