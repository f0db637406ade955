// Package ownbuffers keeps buffers in fields and sends them.
package ownbuffers

import (
	"bufio"
	"slices"
	"strconv"
	"sync"
)

type Log struct {
	mu    sync.Mutex
	buf   []byte
	queue chan []byte
}

func (l *Log) Append(n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.buf = encode(l.buf[:0], n) // related `the buffer is filled again here`
	l.queue <- l.buf             // want `likely data race: Append sends l.buf itself, which the next call fills again at line 20 while the receiver may still read it; send a copy \(use-after-send\)`
}

func encode(buf []byte, n int) []byte { return append(strconv.AppendInt(buf, int64(n), 10), '\n') }

type Tail struct {
	in  *bufio.Reader
	buf []byte
	out chan<- []byte
}

func (t *Tail) Next() error {
	n, err := t.in.Read(t.buf) // related `the buffer is filled again here`
	if err != nil {
		return err
	}
	select {
	case t.out <- t.buf[:n]: // want `Next sends t.buf itself, which the next call fills again.* \(use-after-send\)`
	default:
	}
	return nil
}

// Copied sends a copy.
func (l *Log) Copied(n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.buf = encode(l.buf[:0], n)
	l.queue <- slices.Clone(l.buf)
}

// A Batch starts a new buffer once it has sent the old one.
type Batch struct {
	buf []byte
	out chan []byte
}

func (b *Batch) Add(n int) {
	b.buf = encode(b.buf[:0], n)
	b.out <- b.buf
	b.buf = nil
}

// A Pair has two buffers, and changes between them.
type Pair struct {
	buf, other []byte
	out        chan []byte
}

func (p *Pair) Add(n int) {
	p.buf, p.other = p.other, p.buf
	p.buf = encode(p.buf[:0], n)
	p.out <- p.buf
}

// A Polite one waits until the receiver is ready with it.
type Polite struct {
	buf  []byte
	out  chan []byte
	done chan bool
}

func (p *Polite) Add(n int) {
	p.buf = encode(p.buf[:0], n)
	p.out <- p.buf
	<-p.done
}

// An Owner is told by whoever calls it.
type Owner struct {
	buf  []byte
	out  chan []byte
	done chan bool
}

func (o *Owner) add(n int) {
	o.buf = encode(o.buf[:0], n)
	o.out <- o.buf
}

func (o *Owner) Run(list []int) {
	for _, n := range list {
		o.add(n)
		<-o.done
	}
}

// A Growing one only adds to what it has sent.
type Growing struct {
	list []int
	out  chan []int
}

func (g *Growing) Add(n int) {
	g.list = append(g.list, n)
	g.out <- g.list
}
