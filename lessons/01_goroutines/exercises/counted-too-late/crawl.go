// Package crawl looks at many web pages at once.
package crawl

import "sync"

// A Fetcher gets the text of a page.
type Fetcher interface {
	Fetch(url string) (text string, err error)
}

// Sizes fetches all pages at once and returns the size of each, in the order of
// the urls. A page that cannot be fetched has the size -1.
func Sizes(web Fetcher, urls []string) []int {
	sizes := make([]int, len(urls))
	var wg sync.WaitGroup
	for i, url := range urls {
		go func() {
			wg.Add(1)
			defer wg.Done()
			text, err := web.Fetch(url)
			if err != nil {
				sizes[i] = -1
				return
			}
			sizes[i] = len(text)
		}()
	}
	wg.Wait()
	return sizes
}
