// Package main plays an episode of a podcast.
package main

import (
	"context"
	"fmt"
)

type player struct {
	ctx    context.Context
	title  string
	played int
}

func newPlayer(parent context.Context, title string) *player {
	ctx, cancel := context.WithCancel(parent)
	defer cancel() // BUG?
	p := &player{title: title}
	p.ctx = ctx // BUG?
	return p    // BUG?
}

func (p *player) play(minutes int) error {
	for range minutes {
		if err := p.ctx.Err(); err != nil {
			return fmt.Errorf("%s stopped: %w", p.title, err)
		}
		p.played++
	}
	return nil
}

func main() {
	p := newPlayer(context.Background(), "On Go")
	err := p.play(30)
	fmt.Println(p.played, "minutes", err)
}
