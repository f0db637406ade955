package site

import (
	"slices"
	"sync/atomic"
	"testing"
)

// A store that counts, and lets something else happen during the first loading.
type store struct {
	loaded atomic.Int32
	during func()
}

func (s *store) Load(string) *Template {
	if s.loaded.Add(1) == 1 && s.during != nil {
		s.during()
	}
	return page
}

var page = &Template{"<", ">"}

func TestNothingIsLoadedBeforeItIsNeeded(t *testing.T) {
	s := &store{}
	site := New(s)
	if s.loaded.Load() != 0 {
		t.Error("New loads the template; a command that renders nothing pays for it")
	}
	finish(t, func() {
		if got := site.Render("news"); got != "<news>" {
			t.Errorf("Render = %q", got)
		}
	})
}

// Two pages are rendered at the same time, and both need the template.
func TestTheTemplateIsLoadedOnce(t *testing.T) {
	s := &store{}
	site := New(s)
	second := make(chan struct{})
	text := ""
	s.during = func() {
		before := goroutines()
		go func() {
			defer close(second)
			text = site.Render("sport")
		}()
		untilDone(second, before) // rendered, or waiting for the template
	}
	finish(t, func() {
		site.Render("news")
		<-second
	})
	if text != "<sport>" {
		t.Errorf("the second page is %q", text)
	}
	if n := s.loaded.Load(); n != 1 {
		t.Errorf("two pages were rendered at the same time, and the template was loaded %d times", n)
	}
}

// For the race detector (go test -race).
func TestRenderAll(t *testing.T) {
	got := New(&store{}).RenderAll([]string{"a", "b", "c"})
	if !slices.Equal(got, []string{"<a>", "<b>", "<c>"}) {
		t.Errorf("RenderAll = %q", got)
	}
}

// Sites with stores of their own do not wait for each other.
func TestSitesAreApart(t *testing.T) {
	verdict := ""
	s := &store{during: func() {
		verdict = ends(func() { New(&store{}).Render("other") })
	}}
	finish(t, func() { New(s).Render("news") })
	if verdict != "" {
		t.Errorf("while one site loads its template, another one waits. %s", verdict)
	}
}
