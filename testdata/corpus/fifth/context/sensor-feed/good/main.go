package main

import (
	"context"
	"fmt"
	"math"
	"os"

	"golang.org/x/sync/errgroup"
)

type sample struct {
	sensor int
	value  float64
}

type sensor struct {
	id    int
	phase float64
}

func (s sensor) at(i int) float64 {
	return math.Round(10*math.Sin(s.phase+float64(i)/4)) / 10
}

// stream delivers samples until ctx ends.
func (s sensor) stream(ctx context.Context, out chan<- sample) error {
	for i := 0; ctx.Err() == nil; i++ {
		select {
		case out <- sample{s.id, s.at(i)}:
		case <-ctx.Done():
		}
	}
	return ctx.Err()
}

// fuse averages until the values agree.
func fuse(in <-chan sample, sensors int, tol float64) float64 {
	last := make(map[int]float64)
	for s := range in {
		last[s.sensor] = s.value
		if len(last) < sensors {
			continue
		}
		lo, hi, sum := math.Inf(1), math.Inf(-1), 0.0
		for _, v := range last {
			lo, hi, sum = min(lo, v), max(hi, v), sum+v
		}
		if hi-lo <= tol {
			return sum / float64(sensors)
		}
	}
	return math.NaN()
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	g, ctx := errgroup.WithContext(ctx)
	ch := make(chan sample)
	for i := range 3 {
		s := sensor{i, float64(i) / 20}
		g.Go(func() error { return s.stream(ctx, ch) })
	}
	v := fuse(ch, 3, 0.5)
	cancel()
	if err := g.Wait(); err != context.Canceled {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("agreed:", !math.IsNaN(v))
}
