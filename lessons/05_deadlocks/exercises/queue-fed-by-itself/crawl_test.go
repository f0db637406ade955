package crawl

import (
	"fmt"
	"slices"
	"testing"
)

func TestFiveLinks(t *testing.T) {
	found := All(func(page string) []string {
		if page == "/" {
			return []string{"/1", "/2", "/3", "/4", "/5"}
		}
		return nil
	}, "/")
	if len(found) != 6 {
		t.Errorf("All found %d pages of 6", len(found))
	}
}

func TestASmallSite(t *testing.T) {
	site := map[string][]string{
		"/":     {"/news", "/shop"},
		"/news": {"/", "/shop"},
		"/shop": {"/shop/tea"},
	}
	visits := make(map[string]int)
	finish(t, func() {
		got := All(func(page string) []string {
			visits[page]++
			return site[page]
		}, "/")
		if want := []string{"/", "/news", "/shop", "/shop/tea"}; !slices.Equal(got, want) {
			t.Errorf("All = %q, want %q", got, want)
		}
	})
	for page, n := range visits {
		if n != 1 {
			t.Errorf("%s was visited %d times", page, n)
		}
	}
}

// A page that links to many others.
func TestALargeSite(t *testing.T) {
	for _, n := range []int{4, 5, 6, 5000} {
		verdict := ends(func() {
			got := All(func(page string) []string {
				if page != "/" {
					return []string{"/"}
				}
				var pages []string
				for i := range n {
					pages = append(pages, fmt.Sprintf("/%d", i))
				}
				return pages
			}, "/")
			if len(got) != n+1 {
				t.Errorf("All found %d pages of %d", len(got), n+1)
			}
		})
		if verdict != "" {
			t.Fatalf("the first page links to %d others. %s", n, verdict)
		}
	}
}
