// Package main has a helper start the goroutine, and fills the fields in after that.
package main

import "fmt"

type feed struct {
	source *source
	done   chan struct{}
}

type source struct{ url string }

func (f *feed) start() { go f.run() }

func (f *feed) run() {
	fmt.Println(f.source.url)
	close(f.done)
}

func newFeed(url string) *feed {
	f := &feed{source: &source{}, done: make(chan struct{})}
	f.start()
	f.source.url = url // want `\(publish-before-init\)`
	return f
}

func main() { <-newFeed("example.com").done }
