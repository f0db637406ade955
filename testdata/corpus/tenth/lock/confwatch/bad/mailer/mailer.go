// Package mailer sends mail through a relay that the settings name.
package mailer

import (
	"fmt"
	"strconv"
	"sync/atomic"

	"tenth/lock/confwatch/bad/config"
)

// Mailer knows its relay.
type Mailer struct {
	cfg   *config.Config
	relay atomic.Pointer[Relay]
}

// Relay is where mail goes.
type Relay struct {
	Host string
	Port int
}

// New makes a Mailer that follows the settings under "mail.".
func New(cfg *config.Config) *Mailer {
	m := &Mailer{cfg: cfg}
	m.rebuild()
	cfg.Watch("mail.", m.onChange)
	return m
}

func (m *Mailer) onChange(ch config.Change) {
	if ch.New != ch.Old {
		m.rebuild() // BUG: double-lock
	}
}

func (m *Mailer) rebuild() {
	port, err := strconv.Atoi(m.cfg.Get("mail.port", "25")) // BUG: double-lock
	if err != nil {
		port = 25
	}
	m.relay.Store(&Relay{Host: m.cfg.Get("mail.host", "localhost"), Port: port}) // BUG: double-lock
}

// Addr is the relay's address.
func (m *Mailer) Addr() string {
	r := m.relay.Load()
	return fmt.Sprintf("%s:%d", r.Host, r.Port)
}
