// Package bot plays a game by itself.
package bot

import "time"

type options struct {
	pause time.Duration
	skill int
}

// A Bot plays in its own goroutine.
type Bot struct {
	options
	moves chan int
	quit  chan struct{}
}

// Start returns a bot that plays.
func Start(skill int) *Bot {
	b := &Bot{moves: make(chan int), quit: make(chan struct{})}
	b.pause = 10 * time.Millisecond
	go b.play()
	b.skill = skill // BUG
	return b
}

func (b *Bot) play() {
	defer close(b.moves)
	for {
		select {
		case <-b.quit:
			return
		case b.moves <- b.skill * 2:
			time.Sleep(b.pause)
		}
	}
}

// Moves is where the moves come out.
func (b *Bot) Moves() <-chan int { return b.moves }

// Stop ends the game; it must be called once.
func (b *Bot) Stop() { close(b.quit) }
