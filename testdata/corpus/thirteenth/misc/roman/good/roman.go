// Package roman converts numbers.
package roman

import (
	"strings"
	"sync"
)

var steps = []struct {
	value int
	sign  string
}{
	{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
	{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
}

var memo sync.Map // int to string

// Format returns n in Roman numerals.
func Format(n int) string {
	if s, ok := memo.Load(n); ok {
		return s.(string)
	}
	var sb strings.Builder
	rest := n
	for _, st := range steps {
		for rest >= st.value {
			sb.WriteString(st.sign)
			rest -= st.value
		}
	}
	s, _ := memo.LoadOrStore(n, sb.String())
	return s.(string)
}
