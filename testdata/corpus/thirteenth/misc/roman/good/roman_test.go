package roman

import (
	"strconv"
	"testing"
)

func TestFormat(t *testing.T) {
	tests := []struct {
		n    int
		want string
	}{
		{1, "I"}, {4, "IV"}, {1994, "MCMXCIV"}, {2026, "MMXXVI"}, {49, "XLIX"},
	}
	for _, tt := range tests {
		for range 2 {
			t.Run(strconv.Itoa(tt.n), func(t *testing.T) {
				t.Parallel()
				if got := Format(tt.n); got != tt.want {
					t.Errorf("Format(%d) = %s, want %s", tt.n, got, tt.want)
				}
			})
		}
	}
}
