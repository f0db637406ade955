// Package wakeups wakes goroutines that may be at work, by channels without room.
package wakeups

// A Reloader reads again when it is told to.
type Reloader struct {
	read func() string
	wake chan struct{}
	quit chan struct{}
}

func Start(read func() string) *Reloader {
	r := &Reloader{read: read, wake: make(chan struct{}), quit: make(chan struct{})}
	go r.loop()
	return r
}

func (r *Reloader) loop() {
	for {
		select { // related `only while this waits does a signal arrive`
		case <-r.quit:
			return
		case <-r.wake:
			r.read()
		}
	}
}

func (r *Reloader) Changed() {
	select {
	case r.wake <- struct{}{}: // want `^likely lost signal: r.wake has no room, and this send does not wait: what is signalled while loop is at work is lost; room for one keeps it \(unbuffered-signal\)$`
	default:
	}
}

func (r *Reloader) Stop() { close(r.quit) }
