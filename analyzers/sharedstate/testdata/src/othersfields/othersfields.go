// Package othersfields uses fields of another package without the lock that is held there.
package othersfields

import (
	"fmt"
	"sync"

	"example/othersfields/store"
)

// Watch is a goroutine of its own.
func Watch(s *store.Stock) {
	go func() {
		for range 10 {
			fmt.Println(s.Items) // want `^likely data race: a function literal in Watch reads s.Items without Mu, which \(\*Stock\).Put holds at example/othersfields/store/store.go:20 when it writes Items \(unlocked-field\)$`
		}
	}()
}

// Clear knows that there is a lock to take, and Count forgets it.
func Clear(s *store.Stock) {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	s.Items = 0
	s.Names = nil
}

func Count(s *store.Stock) int {
	return s.Items // want `likely data race: Count reads s.Items without Mu.*\(unlocked-field\)`
}

func Rename(s *store.Stock, i int, name string) {
	s.Names[i] = name // want `likely data race: Rename reads s.Names without Mu.*\(unlocked-field\)`
}

func print(s *store.Stock) {
	fmt.Println(s.Names) // want `likely data race: print reads s.Names without Mu.*\(unlocked-field\)`
}

// Print does not wait for its goroutine.
func Print(s *store.Stock) { go print(s) }

// A shop embeds a stock.
type shop struct {
	store.Stock
	wg sync.WaitGroup
}

func (s *shop) open() {
	s.wg.Go(func() { s.Items++ }) // want `likely data race: a function literal in open reads s.Stock.Items without Mu.*\(unlocked-field\)`
	s.Put("key")
	s.wg.Wait()
}
