package main

import (
	"fmt"
	"sort"
	"sync"
)

type aggregator struct {
	src  source
	urls []string

	mu    sync.Mutex
	items map[string]item
	fails map[string]error
}

func (a *aggregator) fetch(url string) {
	var f *feed
	s, err := a.src.Get(url)
	if err == nil {
		f, err = parseFeed(s)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if err != nil {
		a.fails[url] = err
		return
	}
	for _, it := range f.Items {
		a.items[it.Link] = it
	}
}

// Refresh loads all feeds anew.
func (a *aggregator) Refresh() int {
	a.mu.Lock()
	a.items = make(map[string]item)
	a.fails = make(map[string]error)
	a.mu.Unlock()
	var wg sync.WaitGroup
	for _, u := range a.urls {
		wg.Go(func() { a.fetch(u) })
	}
	wg.Wait()
	a.mu.Lock()
	defer a.mu.Unlock()
	return len(a.items)
}

func main() {
	a := &aggregator{
		src: memSource{
			"harbour": {"Storm on Friday", "New crane"},
			"museum":  {"Amber week"},
			"school":  {"Sports day", "Choir", "Lost cap"},
		},
		urls: []string{"harbour", "museum", "school", "cinema"},
	}
	fmt.Println(a.Refresh(), "items")
	var ts []string
	for _, it := range a.items {
		ts = append(ts, it.Title)
	}
	sort.Strings(ts)
	fmt.Println(ts, len(a.fails))
}
