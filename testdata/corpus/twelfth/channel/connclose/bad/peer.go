// Package peer speaks a line-based protocol over a net.Conn.
package peer

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"time"
)

var ErrClosed = errors.New("peer: closed")

// Handler reacts to a line from the other side.
type Handler func(line string)

// Peer is one end of a connection. Its methods may be used from several
// goroutines.
type Peer struct {
	conn    net.Conn
	handle  Handler
	outbox  chan string
	done    chan struct{}
	timeout time.Duration
}

type Option func(*Peer)

// WriteTimeout bounds each write. The default is five seconds.
func WriteTimeout(d time.Duration) Option { return func(p *Peer) { p.timeout = d } }

// Attach starts serving conn. The peer goes away when ctx ends, when either
// side closes the connection, or on Close.
func Attach(ctx context.Context, conn net.Conn, h Handler, opts ...Option) *Peer {
	p := &Peer{
		conn:    conn,
		handle:  h,
		outbox:  make(chan string, 8),
		done:    make(chan struct{}),
		timeout: 5 * time.Second,
	}
	for _, o := range opts {
		o(p)
	}
	go p.readLoop()
	go p.writeLoop()
	stop := context.AfterFunc(ctx, p.Close)
	go func() {
		<-p.done
		stop()
	}()
	return p
}

func (p *Peer) readLoop() {
	defer p.Close()
	sc := bufio.NewScanner(p.conn)
	for sc.Scan() {
		if line := strings.TrimSpace(sc.Text()); line != "" {
			p.handle(line)
		}
	}
}

func (p *Peer) writeLoop() {
	defer p.Close()
	for {
		select {
		case <-p.done:
			return
		case line := <-p.outbox:
			p.conn.SetWriteDeadline(time.Now().Add(p.timeout))
			if _, err := fmt.Fprintln(p.conn, line); err != nil {
				return
			}
		}
	}
}

// Send queues a line.
func (p *Peer) Send(line string) error {
	select {
	case <-p.done:
		return ErrClosed
	case p.outbox <- line:
		return nil
	}
}

// Close ends the connection. It may be called more than once.
func (p *Peer) Close() {
	select {
	case <-p.done: // BUG: double-close
		return
	default:
	}
	close(p.done) // BUG: double-close
	p.conn.Close()
}

// Done is closed when the peer has gone away.
func (p *Peer) Done() <-chan struct{} { return p.done }
