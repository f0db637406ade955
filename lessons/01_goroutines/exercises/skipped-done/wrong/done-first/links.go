// Package links checks the links of a website.
package links

import (
	"slices"
	"sync"
)

// A Visit asks for a page and returns its status, for example 200 or 404. The
// error says that there was no answer at all.
type Visit func(url string) (status int, err error)

// Broken visits all links at once and returns those that give no answer or a
// status of 400 and more, sorted.
func Broken(visit Visit, urls []string) []string {
	var (
		mu     sync.Mutex // guards broken
		broken []string
	)
	note := func(url string) {
		mu.Lock()
		defer mu.Unlock()
		broken = append(broken, url)
	}

	var visits sync.WaitGroup
	for _, url := range urls {
		visits.Add(1)
		go func() {
			visits.Done()
			status, err := visit(url)
			if err != nil {
				note(url)
				return
			}
			if status >= 400 {
				note(url)
			}
		}()
	}
	visits.Wait()
	slices.Sort(broken)
	return broken
}
