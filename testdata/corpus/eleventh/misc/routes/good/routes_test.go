package routes

import (
	"strconv"
	"sync"
	"testing"
)

func say(s string) Handler { return func(string) string { return s } }

func TestLongestPrefix(t *testing.T) {
	m := New(Fallback(say("?")))
	m.Handle("/a", say("short"))
	m.Handle("/a/b", say("long"))
	m.Handle("/", say("root"))
	for path, want := range map[string]string{"/a/b/c": "long", "/a/x": "short", "/z": "root", "": "?"} {
		if got := m.Serve(path); got != want {
			t.Errorf("%q: got %q, want %q", path, got, want)
		}
	}
}

func TestChangesWhileServing(t *testing.T) {
	m := New()
	m.Handle("/x", say("x"))
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Go(func() {
			for n := range 50 {
				m.Handle("/x/"+strconv.Itoa(i*100+n), say("new"))
			}
		})
		wg.Go(func() {
			for range 200 {
				m.Serve("/x/107/page")
				m.Serve("/x")
			}
		})
	}
	wg.Wait()
	if got := m.Serve("/x/107"); got != "new" {
		t.Fatalf("got %q", got)
	}
	if n := m.Remove("/x"); n < 600 {
		t.Fatalf("%d hits", n)
	}
}
