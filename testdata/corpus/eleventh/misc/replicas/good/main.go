package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type answer struct {
	from  string
	value string
	err   error
}

type replica struct {
	name  string
	delay time.Duration
	down  bool
}

func (r replica) get(ctx context.Context, key string) (string, error) {
	t := time.NewTimer(r.delay)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
		return "", ctx.Err()
	}
	if r.down {
		return "", errors.New("connection reset")
	}
	return "value of " + key, nil
}

// fastest asks all replicas and returns the first good answer.
func fastest(ctx context.Context, replicas []replica, key string) (answer, error) {
	if len(replicas) == 0 {
		return answer{}, errors.New("no replicas")
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	answers := make(chan answer, len(replicas))
	for _, r := range replicas {
		go func() {
			v, err := r.get(ctx, key)
			answers <- answer{r.name, v, err}
		}()
	}

	var errs []error
	for range replicas {
		a := <-answers
		if a.err == nil {
			return a, nil
		}
		errs = append(errs, fmt.Errorf("%s: %w", a.from, a.err))
	}
	return answer{}, errors.Join(errs...)
}

// hedged asks the second replica only if the first one takes too long.
func hedged(ctx context.Context, first, second replica, key string, patience time.Duration) (answer, error) {
	results := make(chan answer, 2)
	ask := func(r replica) {
		v, err := r.get(ctx, key)
		results <- answer{r.name, v, err}
	}
	go ask(first)
	select {
	case a := <-results:
		return a, a.err
	case <-time.After(patience):
	}
	go ask(second)
	a := <-results
	if a.err != nil {
		a = <-results
	}
	return a, a.err
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()

	east := replica{name: "east", delay: 40 * time.Millisecond}
	west := replica{name: "west", delay: 4 * time.Millisecond, down: true}
	north := replica{name: "north", delay: 12 * time.Millisecond}

	a, err := fastest(ctx, []replica{east, west, north}, "color")
	fmt.Println(a.from, a.value, err)

	_, err = fastest(ctx, []replica{west, west}, "size")
	fmt.Println("error:", err != nil)

	a, err = hedged(ctx, east, north, "shape", 5*time.Millisecond)
	fmt.Println(a.from, a.value, err)

	a, err = hedged(ctx, east, west, "weight", 5*time.Millisecond)
	fmt.Println(a.from, a.value, err)
}
