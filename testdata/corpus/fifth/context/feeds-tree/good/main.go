package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"fifth/context/feeds-tree/good/poller"
)

// paper has more items at every poll.
type paper struct {
	name  string
	n     int // used by the poller's goroutine of this paper only
	limit int
}

func (p *paper) Name() string { return p.name }

func (p *paper) Poll(ctx context.Context) (items []string, err error) {
	if p.n == p.limit {
		return nil, poller.ErrGone
	}
	p.n++
	for i := range p.n {
		items = append(items, fmt.Sprint("item", i))
	}
	return items, ctx.Err()
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	p := poller.Start(ctx, time.Millisecond,
		&paper{name: "gazette", limit: 6},
		&paper{name: "courier", limit: 1000000},
	)
	total := 0
	for total < 12 && ctx.Err() == nil {
		total += len(p.Fresh())
		time.Sleep(time.Millisecond)
	}
	if err := p.Stop(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("enough news:", total >= 12)
}
