// Package rank computes ranks of players.
package rank

import (
	"slices"
	"strings"
)

// Of returns the 1-based rank of every player; equal points share a rank.
func Of(points map[string]int) map[string]int {
	all := make([]int, 0, len(points))
	for _, p := range points {
		all = append(all, p)
	}
	slices.Sort(all)
	slices.Reverse(all)
	r := make(map[string]int, len(points))
	for name, p := range points {
		r[strings.ToLower(name)] = slices.Index(all, p) + 1
	}
	return r
}
