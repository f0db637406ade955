package chess

import (
	"testing"
	"time"
)

func TestPress(t *testing.T) {
	tests := []struct {
		name  string
		think []time.Duration
		fails bool
	}{
		{"quick", []time.Duration{time.Second, time.Second}, false},
		{"one slow", []time.Duration{9 * time.Second}, false},
		{"asleep", []time.Duration{2 * time.Second, 2 * time.Minute}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := NewClock(time.Minute, time.Second)
			var err error
			for _, d := range tt.think {
				if err = c.Press(d); err != nil {
					break
				}
			}
			if (err != nil) != tt.fails {
				t.Errorf("error %v", err)
			}
		})
	}
}

func TestIncrement(t *testing.T) {
	t.Parallel()
	c := NewClock(time.Minute, 2*time.Second)
	if err := c.Press(time.Second); err != nil {
		t.Fatal(err)
	}
	if got := c.Left(White); got != 61*time.Second {
		t.Error(got)
	}
}
