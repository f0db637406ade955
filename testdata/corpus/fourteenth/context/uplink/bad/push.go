package uplink

import (
	"context"
	"time"
)

// Radio carries one frame at a time.
type Radio interface {
	Send(frame string) error
}

// Link pushes frames until they get through.
type Link struct {
	radio Radio
	pause time.Duration
	most  time.Duration
}

// New returns a link that waits between attempts, longer every time.
func New(r Radio, pause, most time.Duration) *Link {
	return &Link{radio: r, pause: pause, most: most}
}

// Push sends a frame, trying again until it succeeds or ctx ends.
func (l *Link) Push(ctx context.Context, frame string) error { // BUG: ctx-ignored
	wait := l.pause
	for { // BUG: ctx-ignored
		err := l.radio.Send(frame)
		if err == nil {
			return nil
		}
		time.Sleep(wait) // BUG: ctx-ignored
		wait = min(2*wait, l.most)
	}
}
