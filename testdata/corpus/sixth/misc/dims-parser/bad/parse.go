// Package dims parses sizes such as 3x4.
package dims

import (
	"fmt"
	"strconv"
	"strings"
)

// Size has a width and a height.
type Size struct{ W, H int }

// Parse reads a size.
func Parse(s string) (Size, error) {
	w, h, ok := strings.Cut(s, "x")
	if !ok {
		return Size{}, fmt.Errorf("%q has no x", s)
	}
	a, err := strconv.Atoi(w)
	if err != nil {
		return Size{}, err
	}
	b, err := strconv.Atoi(h)
	if err != nil {
		return Size{}, err
	}
	return Size{a, b}, nil
}

// Area is the product of both.
func (s Size) Area() int { return s.W * s.H }
