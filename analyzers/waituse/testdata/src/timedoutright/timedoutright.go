// Package timedoutright counts each probe out once, however it ends.
package timedoutright

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
)

type batch struct {
	limit time.Duration
	wg    sync.WaitGroup
}

func (b *batch) asks(check func()) {
	b.wg.Add(1)
	expire := time.AfterFunc(b.limit, b.wg.Done)
	go func() {
		check()
		if expire.Stop() {
			b.wg.Done()
		}
	}()
}

func (b *batch) once(check func()) {
	b.wg.Add(1)
	leave := sync.OnceFunc(b.wg.Done)
	expire := time.AfterFunc(b.limit, leave)
	go func() {
		check()
		expire.Stop()
		leave()
	}()
}

func (b *batch) byFlag(check func()) {
	var over atomic.Bool
	b.wg.Add(1)
	expire := time.AfterFunc(b.limit, func() {
		if over.CompareAndSwap(false, true) {
			b.wg.Done()
		}
	})
	go func() {
		check()
		expire.Stop()
		if over.CompareAndSwap(false, true) {
			b.wg.Done()
		}
	}()
}

// Both are counted: the probe and its time.
func (b *batch) bothCounted(check func()) {
	b.wg.Add(2)
	time.AfterFunc(b.limit, b.wg.Done)
	go func() {
		defer b.wg.Done()
		check()
	}()
}

func (b *batch) eachCounted(check func()) {
	b.wg.Add(1)
	time.AfterFunc(b.limit, b.wg.Done)
	b.wg.Add(1)
	go func() {
		check()
		b.wg.Done()
	}()
}

// Only the timer counts it out.
func (b *batch) later(work func()) {
	b.wg.Add(1)
	time.AfterFunc(b.limit, func() {
		work()
		b.wg.Done()
	})
}

// A Hub gives its clients a function that asks.
type Hub struct {
	ctx  context.Context
	open sync.WaitGroup
}

// Connect registers a client and returns what ends it.
func (h *Hub) Connect() (leave func()) {
	h.open.Add(1)
	stop := context.AfterFunc(h.ctx, h.open.Done)
	return func() {
		if stop() {
			h.open.Done()
		}
	}
}

// Whoever has the timer may ask it.
type job struct {
	timer *time.Timer
	wg    *sync.WaitGroup
}

func newJob(wg *sync.WaitGroup, d time.Duration) (*job, func()) {
	j := &job{wg: wg}
	wg.Add(1)
	j.timer = time.AfterFunc(d, wg.Done)
	return j, func() {
		if j.timer.Stop() {
			wg.Done()
		}
	}
}
