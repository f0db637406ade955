// Package chess has a clock for two players.
package chess

import (
	"fmt"
	"time"
)

// Side is white or black.
type Side int

const (
	White Side = iota
	Black
)

// Clock is used by one goroutine.
type Clock struct {
	left  [2]time.Duration
	inc   time.Duration
	turn  Side
	moves int
}

func NewClock(base, inc time.Duration) *Clock {
	return &Clock{left: [2]time.Duration{base, base}, inc: inc}
}

// Press ends the move of the player to move, who thought for d.
func (c *Clock) Press(d time.Duration) error {
	l := &c.left[c.turn]
	if d >= *l {
		*l = 0
		return fmt.Errorf("flag fell after %d moves", c.moves)
	}
	*l += c.inc - d
	c.turn = 1 - c.turn
	c.moves++
	return nil
}

func (c *Clock) Left(s Side) time.Duration { return c.left[s] }
