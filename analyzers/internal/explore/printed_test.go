package explore

import (
	"slices"
	"testing"
)

func TestWhatALayoutAsksForItsText(t *testing.T) {
	for _, test := range []struct {
		layout string
		want   []bool
	}{
		{"", nil},
		{"100%% of %d", []bool{false}},
		{"%v, %+v and %s", []bool{true, true, true}},
		{"%#v is as Go writes it, %#x is its text", []bool{false, true}},
		{"%p %T %-8q", []bool{false, false, true}},
		{"%*d%.*s", []bool{false, false, false, true}},
		{"%w", []bool{true}},
		{"the end %", nil},
		{"the end %5", nil},
	} {
		if got, known := askedForText(test.layout); !known || !slices.Equal(got, test.want) {
			t.Errorf("%q: %v (known %t), want %v", test.layout, got, known, test.want)
		}
	}
	if _, known := askedForText("%[2]v %[1]d"); known {
		t.Error("operands that have numbers are taken in the order in which they stand")
	}
}
