package main

import (
	"errors"
	"fmt"
	"strings"
	"sync"
)

var feeds = map[string]string{
	"go":    "gopher news|release notes",
	"tea":   "assam|darjeeling|sencha",
	"empty": "",
}

func download(name string) ([]string, error) {
	body, ok := feeds[name]
	if !ok {
		return nil, fmt.Errorf("feed %q not found", name)
	}
	if body == "" {
		return nil, errors.New("feed " + name + " is empty")
	}
	return strings.Split(body, "|"), nil
}

func readAll(names []string) ([][]string, error) {
	out := make([][]string, len(names))
	var err error
	var wg sync.WaitGroup
	for i, name := range names {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i], err = download(name) // BUG: captured-var
			if err != nil {              // BUG: captured-var
				out[i] = nil
			}
		}()
	}
	wg.Wait()
	return out, err
}

func main() {
	got, err := readAll([]string{"go", "tea"})
	fmt.Println(got, err)
	_, err = readAll([]string{"go", "nope", "empty"})
	fmt.Println(err != nil)
}
