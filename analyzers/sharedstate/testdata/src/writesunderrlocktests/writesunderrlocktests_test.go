// Package writesunderrlocktests fills a map under the read lock, in a helper.
package writesunderrlocktests

import (
	"sync"
	"testing"
)

var (
	mu    sync.RWMutex
	pages = make(map[string]string)
)

func keep(url, page string) {
	pages[url] = page // want `keep writes pages\S* under a read lock, while .*: a read lock lets others read at the same time \(write-under-rlock\)`
}

func get(url string) string {
	mu.RLock()
	defer mu.RUnlock()
	page, ok := pages[url]
	if !ok {
		page = "page of " + url
		keep(url, page)
	}
	return page
}

func TestPages(t *testing.T) {
	var wg sync.WaitGroup
	wg.Go(func() { get("a") })
	wg.Go(func() { get("b") })
	wg.Wait()
}
