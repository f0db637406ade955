// Package flagged closes channels once a flag is set.
package flagged

import (
	"errors"
	"sync"
	"sync/atomic"
)

var errClosed = errors.New("closed")

type Batcher struct {
	in     chan int
	done   chan struct{}
	closed atomic.Bool
}

func New() *Batcher {
	b := &Batcher{in: make(chan int), done: make(chan struct{})}
	go b.loop()
	return b
}

func (b *Batcher) Add(item int) error {
	if b.closed.Load() { // related `this looks before the close`
		return errClosed
	}
	b.in <- item // related `and this sends after it: the send panics`
	return nil
}

func (b *Batcher) loop() {
	defer close(b.done)
	for range b.in {
	}
}

func (b *Batcher) Close() {
	if b.closed.CompareAndSwap(false, true) {
		close(b.in) // want `likely panic: Close closes b.in right after it has set b.closed; whoever has looked at closed before that, in Add, still goes on to send, and the send panics \(close-while-sending\)`
	}
	<-b.done
}

type Log[T any] struct {
	lines   chan T
	stopped int32
}

func (l *Log[T]) Print(line T) {
	if atomic.LoadInt32(&l.stopped) == 0 { // related `this looks before the close`
		select { // related `and this sends`
		case l.lines <- line:
		default:
		}
	}
}

func (l *Log[T]) Stop() {
	atomic.StoreInt32(&l.stopped, 1)
	close(l.lines) // want `Stop closes l.lines right after it has set l.stopped; whoever has looked at stopped before that, in Print.* \(close-while-sending\)`
}

// A Queue waits for those who are on their way.
type Queue struct {
	in     chan int
	adding sync.WaitGroup
	closed atomic.Bool
}

func (q *Queue) Add(n int) bool {
	q.adding.Add(1)
	defer q.adding.Done()
	if q.closed.Load() {
		return false
	}
	q.in <- n
	return true
}

func (q *Queue) Close() {
	q.closed.Store(true)
	q.adding.Wait()
	close(q.in)
}

// A Mailbox has a lock around both.
type Mailbox struct {
	mu     sync.RWMutex
	in     chan int
	closed atomic.Bool
}

func (m *Mailbox) Put(n int) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if !m.closed.Load() {
		m.in <- n
	}
}

func (m *Mailbox) Close() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.closed.Store(true)
	close(m.in)
}

// A Signal closes another channel than the one that it sends on.
type Signal struct {
	in, quit chan int
	closed   atomic.Bool
}

func (s *Signal) Put(n int) {
	if s.closed.Load() {
		return
	}
	select {
	case s.in <- n:
	case <-s.quit:
	}
}

func (s *Signal) Close() {
	if !s.closed.Swap(true) {
		close(s.quit)
	}
}

// A Feed sends and closes in one goroutine.
type Feed struct {
	out    chan int
	closed atomic.Bool
}

func (f *Feed) Run(list []int) {
	for _, n := range list {
		if f.closed.Load() {
			break
		}
		f.out <- n
	}
	f.closed.Store(true)
	close(f.out)
}

// A Bell expects the panic.
type Bell struct {
	rings chan int
	off   atomic.Bool
}

func (b *Bell) Ring() (rung bool) {
	defer func() { rung = recover() == nil }()
	if b.off.Load() {
		return false
	}
	b.rings <- 1
	return true
}

func (b *Bell) Off() {
	b.off.Store(true)
	close(b.rings)
}

// A Lane is closed by whoever is the last to leave.
type Lane struct {
	cars chan int
	left atomic.Int32
}

func (l *Lane) Drive(n int) {
	if l.left.Load() > 0 {
		l.cars <- n
	}
	if l.left.Add(-1) == 0 {
		close(l.cars)
	}
}
