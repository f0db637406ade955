// Package kept stores cancel functions where nothing calls them.
package kept

import "context"

type poller struct {
	news chan string
	stop context.CancelFunc
}

func start(ctx context.Context) *poller {
	ctx, cancel := context.WithCancel(ctx) // want `context leak: stop keeps the function that cancels this context, and nothing in the package ever calls it; .* \(lost-cancel\)`
	p := &poller{news: make(chan string), stop: cancel}
	go p.run(ctx)
	return p
}

func (p *poller) run(ctx context.Context) {
	for {
		select {
		case p.news <- "news":
		case <-ctx.Done():
			return
		}
	}
}

func (p *poller) restart(ctx context.Context) {
	ctx, p.stop = context.WithCancel(ctx) // want `stop keeps the function.* \(lost-cancel\)`
	go p.run(ctx)
}
