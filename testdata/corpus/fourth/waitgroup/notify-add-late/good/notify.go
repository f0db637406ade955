// Package notify sends messages to several receivers at once.
package notify

import (
	"fmt"
	"sync"
)

// Receiver gets messages.
type Receiver interface {
	Name() string
	Receive(text string) error
}

// Notifier sends in the background. Its methods must be called by one
// goroutine only.
type Notifier struct {
	receivers []Receiver
	inFlight  sync.WaitGroup

	mu   sync.Mutex
	errs []error
}

// To returns a notifier for the given receivers.
func To(rs ...Receiver) *Notifier { return &Notifier{receivers: rs} }

// Send starts to deliver text and doesn't wait.
func (n *Notifier) Send(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	for _, r := range n.receivers {
		n.inFlight.Add(1)
		go n.deliver(r, text)
	}
}

func (n *Notifier) deliver(r Receiver, text string) {
	defer n.inFlight.Done()
	if err := r.Receive(text); err != nil {
		n.mu.Lock()
		n.errs = append(n.errs, fmt.Errorf("notify %s: %w", r.Name(), err))
		n.mu.Unlock()
	}
}

// Flush waits until everything sent so far is delivered, and returns the
// errors since the last Flush.
func (n *Notifier) Flush() []error {
	n.inFlight.Wait()
	n.mu.Lock()
	defer n.mu.Unlock()
	errs := n.errs
	n.errs = nil
	return errs
}
