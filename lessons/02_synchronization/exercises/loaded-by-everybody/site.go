// Package site renders the pages of a website.
package site

import "sync"

// A Store loads templates. Loading takes long.
type Store interface {
	Load(name string) *Template
}

// A Template is the frame of a page.
type Template struct {
	Head, Foot string
}

// A Site renders pages with one template, which is loaded when it is first
// needed: many commands of the program need none.
type Site struct {
	store Store

	template *Template // nil until it is needed
}

// New returns a site whose template comes from a store.
func New(store Store) *Site {
	return &Site{store: store}
}

// frame returns the template.
func (s *Site) frame() *Template {
	if s.template == nil {
		s.template = s.store.Load("page")
	}
	return s.template
}

// Render renders one page.
func (s *Site) Render(text string) string {
	t := s.frame()
	return t.Head + text + t.Foot
}

// RenderAll renders all pages at once, in their order.
func (s *Site) RenderAll(texts []string) []string {
	pages := make([]string, len(texts))
	var work sync.WaitGroup
	for i, text := range texts {
		work.Go(func() { pages[i] = s.Render(text) })
	}
	work.Wait()
	return pages
}
