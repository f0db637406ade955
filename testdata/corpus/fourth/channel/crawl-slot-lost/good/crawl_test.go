package crawl

import (
	"slices"
	"testing"
)

func TestRun(t *testing.T) {
	pages := map[string]Page{
		"/":      {"home", []string{"/a", "/b", "/gone", "http://elsewhere"}},
		"/a":     {"A", []string{"/", "/b", "/lost"}},
		"/b":     {"B", []string{"/c"}},
		"/c":     {"C", []string{"/d", "/missing"}},
		"/d":     {"D", []string{"/e"}},
		"/e":     {"E", nil},
		"unused": {},
	}
	c := New(SiteFunc(func(p string) (Page, error) {
		if pg, ok := pages[p]; ok {
			return pg, nil
		}
		return Page{}, ErrNotFound
	}), 2)
	c.Run("/")
	titles, dead := c.Result()
	if len(titles) != 6 || titles["/e"] != "E" {
		t.Errorf("titles: %v", titles)
	}
	if !slices.Equal(dead, []string{"/gone", "/lost", "/missing"}) {
		t.Errorf("dead: %v", dead)
	}
}
