// Package roman writes numbers in the Roman way.
package roman

import "strings"

var digits = []struct {
	value int
	text  string
}{{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}

var names map[int]string

func init() {
	names = make(map[int]string)
	for i := 1; i <= 39; i++ {
		names[i] = build(i)
	}
}

func build(n int) string {
	var b strings.Builder
	for _, d := range digits {
		for n >= d.value {
			b.WriteString(d.text)
			n -= d.value
		}
	}
	return b.String()
}

// Roman is the text of a number from 1 to 39.
func Roman(n int) string { return names[n] }
