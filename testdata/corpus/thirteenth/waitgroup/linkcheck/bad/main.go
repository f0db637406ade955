package main

import (
	"fmt"
	"net/url"
	"sync"
)

type report struct {
	mu   sync.Mutex
	host map[string]int
	bad  []string
}

func check(link string, r *report, wg *sync.WaitGroup) {
	u, err := url.Parse(link)
	if err != nil || u.Host == "" {
		r.mu.Lock()
		r.bad = append(r.bad, link)
		r.mu.Unlock()
		return // BUG: wg-missing-done
	}
	r.mu.Lock()
	r.host[u.Host]++
	r.mu.Unlock()
	wg.Done() // BUG: wg-missing-done
}

func main() {
	links := []string{
		"https://go.example/doc",
		"/relative/page.html",
		"https://go.example/blog",
		"http://%zz",
	}
	r := &report{host: make(map[string]int)}
	var wg sync.WaitGroup
	wg.Add(len(links))
	for _, l := range links {
		go check(l, r, &wg)
	}
	wg.Wait()
	fmt.Println("hosts:", r.host, "bad links:", len(r.bad))
}
