// Package limiter limits requests per key.
package limiter

import (
	"sync"
	"time"

	"tenth/race/limiter/good/bucket"
)

// Plan tells the limits of a key.
type Plan struct {
	Burst float64
	Rate  float64
}

// Plans finds the plan of a key.
type Plans interface {
	PlanFor(key string) Plan
}

// Limiter keeps a bucket for each key.
type Limiter struct {
	plans Plans
	now   func() time.Time

	mu      sync.RWMutex
	buckets map[string]*bucket.Bucket
}

// New makes a Limiter without buckets.
func New(p Plans) *Limiter {
	return &Limiter{plans: p, now: time.Now, buckets: make(map[string]*bucket.Bucket)}
}

func (l *Limiter) bucket(key string) *bucket.Bucket {
	l.mu.RLock()
	b, ok := l.buckets[key]
	l.mu.RUnlock()
	if ok {
		return b
	}

	p := l.plans.PlanFor(key)
	b = bucket.New(p.Burst, p.Rate, l.now())

	l.mu.Lock()
	defer l.mu.Unlock()
	if old, ok := l.buckets[key]; ok {
		return old
	}
	l.buckets[key] = b
	return b
}

// Allow tells whether a request of a key may pass.
func (l *Limiter) Allow(key string) bool {
	return l.bucket(key).Take(l.now())
}

// Forget drops the bucket of a key.
func (l *Limiter) Forget(key string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.buckets, key)
}

// Keys is the number of known keys.
func (l *Limiter) Keys() int {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return len(l.buckets)
}
