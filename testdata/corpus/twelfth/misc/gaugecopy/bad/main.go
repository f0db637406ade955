package main

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"strings"
	"sync"
	"time"
)

const (
	shardCount = 4
	buckets    = 16
)

type shard struct {
	sync.Mutex
	counts [buckets]uint64
	sum    time.Duration
	n      uint64
}

func (s *shard) observe(d time.Duration) {
	s.Lock()
	defer s.Unlock()
	b := min(bits.Len64(uint64(d/time.Microsecond)), buckets-1)
	s.counts[b]++
	s.sum += d
	s.n++
}

// Latency is a histogram with power-of-two buckets, split into shards so that
// recording does not contend.
type Latency struct {
	shards [shardCount]shard
}

func (l *Latency) Record(d time.Duration) {
	l.shards[rand.IntN(shardCount)].observe(d)
}

type Totals struct {
	Counts [buckets]uint64
	Sum    time.Duration
	N      uint64
}

func (t Totals) Mean() time.Duration {
	if t.N == 0 {
		return 0
	}
	return t.Sum / time.Duration(t.N)
}

func (t Totals) String() string {
	var sb strings.Builder
	for i, c := range t.Counts {
		if c > 0 {
			fmt.Fprintf(&sb, "<%v:%d ", time.Microsecond<<i, c)
		}
	}
	return strings.TrimSpace(sb.String())
}

func (l *Latency) Totals() Totals {
	var t Totals
	for _, s := range l.shards { // BUG: copied-lock
		s.Lock() // BUG: copied-lock
		for b, c := range s.counts {
			t.Counts[b] += c
		}
		t.Sum += s.sum
		t.N += s.n
		s.Unlock()
	}
	return t
}

func main() {
	var lat Latency
	var wg sync.WaitGroup
	stop := make(chan struct{})

	wg.Go(func() {
		tick := time.NewTicker(200 * time.Microsecond)
		defer tick.Stop()
		var last uint64
		for {
			select {
			case <-stop:
				return
			case <-tick.C:
				if n := lat.Totals().N; n >= last {
					last = n
				} else {
					fmt.Println("count went backwards")
				}
			}
		}
	})

	var load sync.WaitGroup
	for range 3 {
		load.Go(func() {
			for range 5000 {
				lat.Record(time.Duration(rand.IntN(3000)) * time.Microsecond)
			}
		})
	}
	load.Wait()
	close(stop)
	wg.Wait()

	t := lat.Totals()
	fmt.Println("observations:", t.N, "mean below 3ms:", t.Mean() < 3*time.Millisecond)
}
