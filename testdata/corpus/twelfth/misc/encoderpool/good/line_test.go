package lineproto

import (
	"testing"
	"time"
)

func TestMarshal(t *testing.T) {
	for _, tc := range []struct {
		p    Point
		want string
	}{
		{
			Point{"cpu load", map[string]string{"host": "a"}, map[string]any{"v": 0.5, "n": 3}, time.Unix(0, 7)},
			"cpu\\ load,host=a n=3i,v=0.5 7\n",
		},
		{
			Point{"up", map[string]string{"host": "b", "dc": "x"}, map[string]any{"ok": true}, time.Unix(0, 8)},
			"up,dc=x,host=b ok=true 8\n",
		},
	} {
		if got := string(Marshal(tc.p)); got != tc.want {
			t.Errorf("got %q, want %q", got, tc.want)
		}
	}
}
