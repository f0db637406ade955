package main

import (
	"context"
	"fmt"
	"time"
)

type answer struct {
	site string
	took time.Duration
}

func probe(ctx context.Context, site string, delay time.Duration) answer {
	select {
	case <-time.After(delay):
		return answer{site, delay}
	case <-ctx.Done():
		return answer{site, -1}
	}
}

func nearest(ctx context.Context, delays map[string]time.Duration) (answer, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()

	answers := make(chan answer, len(delays))
	for site, d := range delays {
		go func() { answers <- probe(ctx, site, d) }()
	}
	select {
	case a := <-answers:
		return a, nil
	case <-ctx.Done():
		return answer{}, ctx.Err()
	}
}

func main() {
	a, err := nearest(context.Background(), map[string]time.Duration{
		"tokyo":  80 * time.Millisecond,
		"quito":  40 * time.Millisecond,
		"zurich": time.Millisecond,
	})
	fmt.Println(a.site, a.took > 0, err)
}
