// Command fetchany asks several mirrors for an artifact and takes the first
// good answer. Fallback mirrors are only asked when the primaries are slow.
package main

import (
	"errors"
	"fmt"
	"os"
	"time"
)

type mirror struct {
	name    string
	latency time.Duration
	broken  bool
}

func (m mirror) fetch(artifact string) ([]byte, error) {
	time.Sleep(m.latency)
	if m.broken {
		return nil, fmt.Errorf("%s: %s not found", m.name, artifact)
	}
	return fmt.Appendf(nil, "%s from %s", artifact, m.name), nil
}

type reply struct {
	body []byte
	err  error
}

type client struct {
	primary  []mirror
	fallback []mirror
	hedge    time.Duration
}

var errNoMirror = errors.New("no mirror has it")

func (c *client) get(artifact string) ([]byte, error) {
	replies := make(chan reply, len(c.primary)) // BUG: goroutine-leak
	ask := func(ms []mirror) int {
		for _, m := range ms {
			go func() { // BUG: goroutine-leak
				body, err := m.fetch(artifact)
				replies <- reply{body, err} // BUG: goroutine-leak
			}()
		}
		return len(ms)
	}

	open := ask(c.primary)
	hedge := time.NewTimer(c.hedge)
	defer hedge.Stop()
	hedged := false

	var errs []error
	for {
		select {
		case r := <-replies:
			if r.err == nil {
				return r.body, nil
			}
			errs = append(errs, r.err)
			open--
			if open == 0 && !hedged {
				hedged = true
				open += ask(c.fallback)
			}
			if open == 0 {
				return nil, errors.Join(append(errs, errNoMirror)...)
			}
		case <-hedge.C:
			if !hedged {
				hedged = true
				open += ask(c.fallback)
			}
		}
	}
}

func main() {
	c := &client{
		primary: []mirror{
			{name: "eu-1", latency: 40 * time.Millisecond},
		},
		fallback: []mirror{
			{name: "us-1", latency: 5 * time.Millisecond},
			{name: "us-2", latency: 30 * time.Millisecond},
			{name: "ap-1", latency: 35 * time.Millisecond, broken: true},
		},
		hedge: 10 * time.Millisecond,
	}
	names := os.Args[1:]
	if len(names) == 0 {
		names = []string{"index.json", "core.tar", "docs.tar"}
	}
	for _, n := range names {
		start := time.Now()
		body, err := c.get(n)
		if err != nil {
			fmt.Println("error:", err)
			continue
		}
		fmt.Printf("%s (within 100ms: %v)\n", body, time.Since(start) < 100*time.Millisecond)
	}
}
