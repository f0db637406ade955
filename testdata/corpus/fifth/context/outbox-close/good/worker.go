package outbox

import (
	"context"
	"fmt"
	"time"
)

// Send queues a letter.
func (o *Outbox) Send(l Letter) error {
	if err := o.ctx.Err(); err != nil {
		return ErrClosed
	}
	select {
	case o.queue <- l:
		return nil
	case <-o.ctx.Done():
		return ErrClosed
	}
}

func (o *Outbox) work(ctx context.Context) {
	for {
		var l Letter
		select {
		case l = <-o.queue:
		case <-ctx.Done():
			return
		}
		err := o.attempt(ctx, l)
		o.mu.Lock()
		if err != nil {
			o.failed = append(o.failed, fmt.Errorf("to %s: %w", l.To, err))
		} else {
			o.sent++
		}
		o.mu.Unlock()
	}
}

func (o *Outbox) attempt(ctx context.Context, l Letter) (err error) {
	for try := range 3 {
		if try > 0 {
			select {
			case <-time.After(o.pause):
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		if err = o.tr.Deliver(ctx, l); err == nil {
			return nil
		}
	}
	return err
}

// Stats tells what happened so far.
func (o *Outbox) Stats() (sent, failed int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.sent, len(o.failed)
}

// Close stops the worker; letters still in the queue are lost.
func (o *Outbox) Close() {
	o.cancel()
	o.worker.Wait()
}
