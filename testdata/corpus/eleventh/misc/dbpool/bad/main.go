package main

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"eleventh/misc/dbpool/bad/pool"
)

type session struct {
	id int
}

func (s *session) Close() error { return nil }

func (s *session) query(n int) int {
	time.Sleep(time.Millisecond)
	return n * n
}

// dialer fails for a while, as a database does that is being restarted.
type dialer struct {
	calls atomic.Int32
}

func (d *dialer) dial() (*session, error) {
	n := d.calls.Add(1)
	if n <= 5 {
		return nil, errors.New("connection refused")
	}
	return &session{id: int(n)}, nil
}

func withRetry(p *pool.Pool[*session], f func(*session)) error {
	var err error
	for attempt := range 6 {
		var s *session
		if s, err = p.Get(); err == nil {
			f(s)
			p.Put(s)
			return nil
		}
		time.Sleep(time.Duration(attempt+1) * time.Millisecond)
	}
	return fmt.Errorf("giving up: %w", err)
}

func main() {
	d := new(dialer)
	p := pool.New(3, d.dial)
	defer p.Close()

	var sum atomic.Int64
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			err := withRetry(p, func(s *session) {
				sum.Add(int64(s.query(i)))
			})
			if err != nil {
				fmt.Println(i, err)
			}
		}()
	}
	wg.Wait()
	fmt.Println("sum of squares:", sum.Load())
}
