// Command crawl fetches pages and reports their sizes and the first error.
package main

import (
	"errors"
	"fmt"
	"strings"
	"sync"
)

func fetch(url string) (string, error) {
	if url == "" {
		return "", errors.New("empty address")
	}
	return strings.Repeat(url, 3), nil
}

func crawl(urls []string) ([]int, error) {
	var (
		wg       sync.WaitGroup
		once     sync.Once
		firstErr error
	)
	sizes := make([]int, len(urls))
	for i, u := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			body, err := fetch(u)
			if err != nil {
				once.Do(func() { firstErr = err })
				return
			}
			sizes[i] = len(body)
		}()
	}
	wg.Wait()
	return sizes, firstErr
}

func main() {
	sizes, err := crawl([]string{"/", "/news", ""})
	fmt.Println(sizes, err)
}
