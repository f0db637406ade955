// Package drained is ordered by what another package receives for it.
package drained

import (
	"testing"

	"example/drained/feed"
)

func TestAll(t *testing.T) {
	f := feed.New()
	texts := f.Subscribe()
	var sent []string
	go func() {
		for _, text := range []string{"a", "b"} {
			sent = append(sent, text)
			f.Publish(text)
		}
	}()
	got := feed.Read(texts, 2)
	if len(got) != len(sent) {
		t.Errorf("got %d of %d", len(got), len(sent))
	}
}

func TestLogged(t *testing.T) {
	f := feed.New()
	var sent []string
	go func() {
		for _, text := range []string{"a", "b"} {
			sent = append(sent, text) // want `data race: the goroutine of drained_test.go:\d+ appends to sent while TestLogged reads it.*\(concurrent-append\)`
			f.Publish(text)
		}
	}()
	feed.Log("sent")
	if len(sent) == 0 {
		t.Log("nothing yet")
	}
}
