package slugify

import "testing"

func TestSlug(t *testing.T) {
	for title, want := range map[string]string{
		"Hello, World":       "hello-world",
		"  10 Tips & Tricks": "10-tips-tricks",
		"Ünder the Sea!":     "ünder-the-sea",
		"---":                "",
		"Go 1.26 is out":     "go-1-26-is-out",
		"C'est la vie":       "c-est-la-vie",
		"Straße 7":           "straße-7",
		"a/b/c":              "a-b-c",
		"Tabs\tand\nlines":   "tabs-and-lines",
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			for round := range 300 {
				got := Slug(title)
				if got != want {
					t.Fatalf("round %d: %q, want %q", round, got, want)
				}
			}
		})
	}
}
