// Package dict knows which words exist and proposes others.
package dict

import "strings"

// Words is a plain word list.
type Words map[string]struct{}

// Parse reads a list of words separated by space.
func Parse(s string) Words {
	w := make(Words)
	for f := range strings.FieldsSeq(s) {
		w[strings.ToLower(f)] = struct{}{}
	}
	return w
}

// Has reports whether the word is known.
func (w Words) Has(word string) bool {
	_, ok := w[strings.ToLower(word)]
	return ok
}

// Suggest returns the nearest known word.
func (w Words) Suggest(word string) string {
	best, dist := "", len(word)+1
	for k := range w {
		if d := distance(strings.ToLower(word), k); d < dist || d == dist && k < best {
			best, dist = k, d
		}
	}
	return best
}

func distance(a, b string) int {
	prev := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := range len(a) {
		cur := make([]int, len(b)+1)
		cur[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			cur[j+1] = min(cur[j]+1, prev[j+1]+1, prev[j]+cost)
		}
		prev = cur
	}
	return prev[len(b)]
}
