package main

import (
	"errors"
	"fmt"
	"strings"
	"sync"
)

var errStatus = errors.New("status 404")

type manager struct {
	slots chan struct{}
	mu    sync.Mutex
	bytes map[string]int
}

func newManager(parallel int) *manager {
	return &manager{slots: make(chan struct{}, parallel), bytes: make(map[string]int)}
}

func fetch(url string) (int, error) {
	if strings.HasSuffix(url, ".tmp") {
		return 0, errStatus
	}
	return len(url) * 100, nil
}

func (m *manager) download(url string) error {
	m.slots <- struct{}{}
	defer func() { <-m.slots }()
	n, err := fetch(url)
	if err != nil {
		return fmt.Errorf("%s: %w", url, err)
	}
	m.mu.Lock()
	m.bytes[url] = n
	m.mu.Unlock()
	return nil
}

func (m *manager) all(urls []string) []error {
	errs := make([]error, len(urls))
	var wg sync.WaitGroup
	for i, u := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			errs[i] = m.download(u)
		}()
	}
	wg.Wait()
	return errs
}

func main() {
	m := newManager(2)
	urls := []string{"/a.zip", "/b.tmp", "/c.zip", "/d.tmp", "/e.zip", "/f.tmp"}
	for i, err := range m.all(urls) {
		if err != nil {
			fmt.Println(i, err)
		}
	}
	fmt.Println(len(m.bytes), "files")
}
