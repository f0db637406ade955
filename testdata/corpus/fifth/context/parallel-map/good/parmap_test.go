package parmap

import (
	"context"
	"errors"
	"strings"
	"testing"
)

func TestMap(t *testing.T) {
	in := strings.Fields("otter heron eel perch pike")
	tests := map[string]struct {
		width int
		bad   string
	}{
		"one":   {1, ""},
		"three": {3, ""},
		"many":  {50, ""},
		"error": {2, "eel"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			errBad := errors.New("bad fish")
			got, err := Map(t.Context(), in, tt.width, func(_ context.Context, s string) (int, error) {
				if s == tt.bad {
					return 0, errBad
				}
				return len(s), nil
			})
			if tt.bad != "" {
				if !errors.Is(err, errBad) {
					t.Fatal(err)
				}
				return
			}
			if err != nil || len(got) != len(in) || got[2] != 3 {
				t.Fatal(got, err)
			}
		})
	}
}
