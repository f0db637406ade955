package main

import (
	"fmt"
	"runtime"
	"sync"
)

type shard struct {
	counts [8]int
	max    int
	_      [64]byte
}

func (s *shard) add(v int) {
	s.counts[v%8]++
	if v > s.max {
		s.max = v
	}
}

func histogram(data []int) (total shard) {
	n := runtime.GOMAXPROCS(0)
	shards := make([]shard, n)
	size := (len(data) + n - 1) / n
	var wg sync.WaitGroup
	for i := range shards {
		part := data[min(i*size, len(data)):min((i+1)*size, len(data))]
		wg.Add(1)
		go func(s *shard) {
			defer wg.Done()
			for _, v := range part {
				s.add(v)
			}
		}(&shards[i])
	}
	wg.Wait()
	for _, s := range shards {
		for i, c := range s.counts {
			total.counts[i] += c
		}
		total.max = max(total.max, s.max)
	}
	return total
}

func main() {
	var data []int
	for i := range 1000 {
		data = append(data, i*i%97)
	}
	h := histogram(data)
	fmt.Println(h.counts, h.max)
}
