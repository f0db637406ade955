package bus

import "sync/atomic"

// Once adds a handler that gets the first event only.
func (b *Bus) Once(topic string, fn Handler) {
	var fired atomic.Bool
	var id int
	ready := make(chan struct{})
	id = b.Subscribe(topic, func(e Event) {
		if fired.CompareAndSwap(false, true) {
			<-ready
			b.Unsubscribe(id)
			fn(e)
		}
	})
	close(ready)
}

// Filter wraps a handler so that it only sees some of the events.
func Filter(keep func(Event) bool, fn Handler) Handler {
	return func(e Event) {
		if keep(e) {
			fn(e)
		}
	}
}

// Typed makes a handler of a function that wants one type of data.
func Typed[T any](fn func(T)) Handler {
	return func(e Event) {
		if v, ok := e.Data.(T); ok {
			fn(v)
		}
	}
}
