// Package depot asks the bus depot for the state of its lines.
package depot

import (
	"context"
	"time"
)

// Update is the state of a line at one moment.
type Update struct {
	Line   string
	Run    int
	Status string
}

// Client polls the depot, which cannot push.
type Client struct {
	every time.Duration
}

func NewClient(every time.Duration) *Client {
	return &Client{every: every}
}

var statuses = [...]string{"parked", "cleaning", "boarding", "leaving"}

func (c *Client) ask(line string, run int) Update {
	return Update{
		Line:   line,
		Run:    run,
		Status: statuses[(len(line)+run)%len(statuses)],
	}
}

// Watch polls the state of a line for as long as ctx is alive.
func (c *Client) Watch(ctx context.Context, line string) <-chan Update {
	out := make(chan Update)
	go func() {
		tick := time.NewTicker(c.every)
		defer tick.Stop()
		last := ""
		for run := 1; ; run++ {
			select {
			case <-tick.C:
			case <-ctx.Done():
				return
			}
			u := c.ask(line, run)
			if u.Status == last {
				continue
			}
			last = u.Status
			select {
			case out <- u:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}
