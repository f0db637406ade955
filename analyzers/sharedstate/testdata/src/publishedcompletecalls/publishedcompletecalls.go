// Package main has a helper start the goroutine when all fields are filled in; what is set
// later is handed over.
package main

import "fmt"

type feed struct {
	source *source
	ready  chan struct{}
	done   chan struct{}
}

type source struct{ url string }

func (f *feed) start() { go f.run() }

func (f *feed) run() {
	<-f.ready
	fmt.Println(f.source.url)
	close(f.done)
}

func newFeed(url string) *feed {
	f := &feed{source: &source{url: url}, ready: make(chan struct{}), done: make(chan struct{})}
	f.start()
	close(f.ready)
	return f
}

func lateFeed(url string) *feed {
	f := &feed{source: &source{}, ready: make(chan struct{}), done: make(chan struct{})}
	f.start()
	f.source.url = url
	close(f.ready)
	return f
}

func main() {
	<-newFeed("example.com").done
	<-lateFeed("example.org").done
}
