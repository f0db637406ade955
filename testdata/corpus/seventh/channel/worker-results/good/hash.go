// Package sums computes check sums of many texts.
package sums

import (
	"crypto/sha256"
	"encoding/hex"
	"sync"
)

type job struct {
	name string
	data []byte
}

type result struct {
	name string
	sum  string
}

// Of returns the check sums by name, computed by n workers.
func Of(texts map[string][]byte, n int) map[string]string {
	n = max(n, 1)
	jobs := make(chan job)
	results := make(chan result)
	var wg sync.WaitGroup
	wg.Add(n)
	for range n {
		go worker(jobs, results, wg.Done)
	}
	go feed(texts, jobs)
	go func() {
		wg.Wait()
		close(results)
	}()
	out := make(map[string]string, len(texts))
	for r := range results {
		out[r.name] = r.sum
	}
	return out
}

func feed(texts map[string][]byte, jobs chan<- job) {
	defer close(jobs)
	for name, data := range texts {
		jobs <- job{name, data}
	}
}

func worker(jobs <-chan job, results chan<- result, done func()) {
	defer done()
	for j := range jobs {
		sum := sha256.Sum256(j.data)
		results <- result{j.name, hex.EncodeToString(sum[:])}
	}
}
