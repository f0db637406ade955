// Package main checks links; those that cannot be read are counted and never counted out.
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

func (r *report) note(host string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.host[host]++
}

func (r *report) refuse(link string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.bad = append(r.bad, link)
}

func check(link string, r *report, wg *sync.WaitGroup) {
	u, err := url.Parse(link)
	if err != nil || u.Host == "" {
		r.refuse(link)
		return // want `^likely deadlock: check returns here without calling Done, and the Wait at skippedprogram.go:56 never ends \(missing-done\)`
	}
	r.note(u.Host)
	wg.Done()
}

func checkAlways(link string, r *report, wg *sync.WaitGroup) {
	defer wg.Done()
	u, err := url.Parse(link)
	if err != nil || u.Host == "" {
		r.refuse(link)
		return
	}
	r.note(u.Host)
}

func main() {
	r := &report{host: make(map[string]int)}
	var wg sync.WaitGroup
	links := []string{"https://go.example/doc", "/relative/page.html", "http://%zz"}
	wg.Add(len(links))
	for _, l := range links {
		go check(l, r, &wg)
	}
	wg.Wait()

	var all sync.WaitGroup
	all.Add(len(links))
	for _, l := range links {
		go checkAlways(l, r, &all)
	}
	all.Wait()
	fmt.Println("hosts:", r.host, "bad links:", len(r.bad))
}
