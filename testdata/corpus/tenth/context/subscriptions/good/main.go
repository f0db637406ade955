package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync/atomic"
	"time"

	"tenth/context/subscriptions/good/sub"
)

// pulse counts until its context ends.
type pulse struct {
	beats, byes atomic.Int64
	rude        bool
}

func (p *pulse) Run(ctx context.Context) error {
	t := time.NewTicker(time.Millisecond)
	for {
		select {
		case <-t.C:
			p.beats.Add(1)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (p *pulse) Bye(ctx context.Context) error {
	if p.rude {
		return errors.New("left without a word")
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	p.byes.Add(1)
	return nil
}

func main() {
	m := sub.NewManager(context.Background())
	var a, b, c pulse
	c.rude = true
	m.Start("prices", &a)
	m.Start("news", &b)
	m.Start("news", &c)
	time.Sleep(30 * time.Millisecond)
	fmt.Println("stop prices:", m.Stop("prices"))
	fmt.Println("stop weather:", m.Stop("weather"))
	err := m.Close()
	fmt.Println("close:", err)
	if a.byes.Load() != 1 || b.byes.Load() != 1 || err == nil || a.beats.Load() == 0 {
		os.Exit(1)
	}
}
