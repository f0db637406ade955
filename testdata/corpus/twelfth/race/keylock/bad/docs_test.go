package docs_test

import (
	"errors"
	"strings"
	"sync"
	"testing"

	"twelfth/race/keylock/bad"
)

func TestEditAndReplace(t *testing.T) {
	s := docs.Open(new(docs.Memory))
	if _, err := s.Edit("notes", func(string) (string, error) { return "a", nil }); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Replace("notes", 0, "zzz"); !errors.Is(err, docs.ErrConflict) {
		t.Fatalf("stale replace: %v", err)
	}
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			s.Edit("notes", func(b string) (string, error) { return b + "b", nil })
		})
	}
	wg.Wait()
	d, _ := s.Get("notes")
	if d.Rev != 21 || d.Body != "a"+strings.Repeat("b", 20) {
		t.Fatalf("got %+v", d)
	}
}
