package main

import (
	"fmt"
	"time"
)

type eventKind uint8

const (
	evStart eventKind = iota
	evProgress
	evWarning
	evFinished
)

func (k eventKind) String() string {
	return [...]string{"start", "progress", "warning", "finished"}[k]
}

type event struct {
	kind    eventKind
	pkg     string
	percent int
	text    string
}

type sink interface {
	emit(event)
}

type chanSink chan event

func (c chanSink) emit(e event) { c <- e } // BUG: send-no-receiver

type quiet struct{}

func (quiet) emit(event) {}

// pkg is something to install.
type pkg struct {
	name  string
	steps int
	deps  []string
	old   bool
}

func (p pkg) install(s sink) {
	s.emit(event{kind: evStart, pkg: p.name})
	for i := 1; i <= p.steps; i++ {
		time.Sleep(100 * time.Microsecond)
		s.emit(event{kind: evProgress, pkg: p.name, percent: 100 * i / p.steps})
	}
	if p.old {
		s.emit(event{kind: evWarning, pkg: p.name, text: "there is a newer version"})
	}
	s.emit(event{kind: evFinished, pkg: p.name})
}

func (e event) line() string {
	switch e.kind {
	case evProgress:
		return fmt.Sprintf("%s: %d%%", e.pkg, e.percent)
	case evWarning:
		return fmt.Sprintf("%s: warning: %s", e.pkg, e.text)
	}
	return fmt.Sprintf("%s: %s", e.pkg, e.kind)
}
