package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

type station struct {
	name string
	temp float64
	err  error
}

var errOffline = errors.New("station offline")

func measure(ctx context.Context, s station) (float64, error) {
	select {
	case <-time.After(time.Duration(len(s.name)) * time.Millisecond):
		return s.temp, s.err
	case <-ctx.Done():
		return 0, context.Cause(ctx)
	}
}

type survey struct {
	temps    []float64
	earliest string
	average  float64
}

func collect(ctx context.Context, stations []station) (s survey, err error) {
	g, gctx := errgroup.WithContext(ctx)
	g.SetLimit(3)

	var first sync.Once
	s.temps = make([]float64, len(stations))
	for i := range stations {
		g.Go(func() (err error) {
			st := &stations[i]
			if s.temps[i], err = measure(gctx, *st); err != nil {
				return fmt.Errorf("%s: %w", st.name, err)
			}
			first.Do(func() { s.earliest = st.name })
			return nil
		})
	}
	if err = g.Wait(); err != nil {
		return survey{}, err
	}
	s.average, err = mean(ctx, s.temps)
	return s, err
}

func mean(ctx context.Context, xs []float64) (float64, error) {
	var parts [2]float64
	half := len(xs) / 2
	done := make(chan struct{})
	go func() {
		for _, x := range xs[:half] {
			parts[0] += x
		}
		close(done)
	}()
	for _, x := range xs[half:] {
		parts[1] += x
	}
	<-done
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	return (parts[0] + parts[1]) / float64(len(xs)), nil
}

func main() {
	ctx, stop := context.WithTimeout(context.Background(), time.Second)
	defer stop()

	stations := []station{
		{name: "harbour", temp: 14.5},
		{name: "hill", temp: 11},
		{name: "airport", temp: 13},
		{name: "old town", temp: 15.5},
		{name: "zoo", temp: 14},
	}
	s, err := collect(ctx, stations)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("%.2f degrees, somebody was first: %v\n", s.average, s.earliest != "")

	stations[2].err = errOffline
	_, err = collect(ctx, stations)
	fmt.Println(errors.Is(err, errOffline), err)
}
