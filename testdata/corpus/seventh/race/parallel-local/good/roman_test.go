package roman

import (
	"strings"
	"sync/atomic"
	"testing"
)

var digits = []struct {
	val int
	str string
}{{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}

func roman(sb *strings.Builder, n int) {
	for _, d := range digits {
		for n >= d.val {
			sb.WriteString(d.str)
			n -= d.val
		}
	}
}

func TestRoman(t *testing.T) {
	want := map[int]string{1: "I", 4: "IV", 14: "XIV", 29: "XXIX"}
	var ran atomic.Int32
	t.Cleanup(func() {
		if int(ran.Load()) != len(want) {
			t.Errorf("%d cases ran", ran.Load())
		}
	})
	for n, w := range want {
		t.Run(w, func(t *testing.T) {
			t.Parallel()
			var sb strings.Builder
			roman(&sb, n)
			if sb.String() != w {
				t.Errorf("%d is %s", n, sb.String())
			}
			ran.Add(1)
		})
	}
}
