// Package turnbyturn waits in each turn.
package turnbyturn

import (
	"sync"

	"golang.org/x/sync/errgroup"
)

func fetch(string) error { return nil }

func all(urls []string) {
	var wg sync.WaitGroup
	for _, url := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fetch(url)
		}()
		wg.Wait() // want `one after the other: each turn of this loop starts one goroutine and waits for it at once, so all does nothing at the same time; .*\(wait-in-loop\)`
	}
}

type fetcher struct{ wg sync.WaitGroup }

func (f *fetcher) one(url string) {
	defer f.wg.Done()
	fetch(url)
}

func (f *fetcher) all(urls []string) {
	for i := 0; i < len(urls); i++ {
		f.wg.Add(1)
		go f.one(urls[i])
		f.wg.Wait() // want `\(wait-in-loop\)`
	}
}

func groups(urls []string) error {
	for _, url := range urls {
		var g errgroup.Group
		g.Go(func() error { return fetch(url) })
		if err := g.Wait(); err != nil { // want `\(wait-in-loop\)`
			return err
		}
	}
	return nil
}
