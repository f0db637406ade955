// Package daemon makes backups until the process is told to stop.
package daemon

import (
	"os"
	"os/signal"
	"time"
)

// Daemon makes a backup from time to time.
type Daemon struct {
	signals chan os.Signal
	backup  func() error
}

// New returns a daemon that makes backups by the given function.
func New(backup func() error) *Daemon {
	return &Daemon{
		signals: make(chan os.Signal), // BUG?
		backup:  backup,
	}
}

// Run makes a backup every hour until the process is interrupted.
func (d *Daemon) Run() error {
	signal.Notify(d.signals, os.Interrupt) // BUG?
	defer signal.Stop(d.signals)
	hour := time.NewTicker(time.Hour)
	defer hour.Stop()
	for {
		select {
		case <-hour.C:
			if err := d.backup(); err != nil {
				return err
			}
		case <-d.signals:
			return nil
		}
	}
}
