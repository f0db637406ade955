package grid

import (
	"testing"
	"testing/synctest"
)

func TestFind(t *testing.T) {
	tests := map[string]struct {
		match func(Cell) bool
		want  Cell
		ok    bool
	}{
		"diagonal": {func(c Cell) bool { return c.X == 3 && c.Y == 3 }, Cell{3, 3}, true},
		"nothing":  {func(c Cell) bool { return c.X > 8 }, Cell{}, false},
	}
	for name, tc := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c, ok := Find(t.Context(), 5, 5, tc.match)
				if c != tc.want || ok != tc.ok {
					t.Errorf("got %v %v", c, ok)
				}
			})
		})
	}
}
