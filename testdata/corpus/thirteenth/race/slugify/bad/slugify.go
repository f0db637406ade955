// Package slugify turns titles into URL path segments.
package slugify

import (
	"strings"
	"unicode"
)

// Slug lower-cases s and joins its words by dashes.
func Slug(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return strings.Join(words, "-")
}
