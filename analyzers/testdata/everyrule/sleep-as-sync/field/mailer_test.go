// Package mailer tests a mailer that delivers in the background.
package mailer

import (
	"sync"
	"testing"
	"time"
)

type outbox struct {
	mu   sync.Mutex
	sent []string
}

type mailer struct {
	queue chan string
	box   outbox
}

func (m *mailer) run() {
	for to := range m.queue {
		m.box.mu.Lock()
		m.box.sent = append(m.box.sent, to)
		m.box.mu.Unlock()
	}
}

func TestDeliver(t *testing.T) {
	m := &mailer{queue: make(chan string, 10)}
	go m.run()
	defer close(m.queue)
	m.queue <- "ann@example.org"
	m.queue <- "bob@example.org"
	time.Sleep(100 * time.Millisecond) // BUG
	m.box.mu.Lock()
	defer m.box.mu.Unlock()
	if len(m.box.sent) != 2 {
		t.Errorf("sent %v, want two letters", m.box.sent)
	}
}
