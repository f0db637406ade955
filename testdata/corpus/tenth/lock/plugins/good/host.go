package plugin

import (
	"fmt"
	"log"
)

// Host feeds events to a registry and outlives bad hooks.
type Host struct {
	Registry
	logf func(format string, args ...any)
}

// NewHost makes a Host; logf may be nil.
func NewHost(logf func(string, ...any)) *Host {
	if logf == nil {
		logf = log.Printf
	}
	return &Host{logf: logf}
}

// Dispatch fires an event and turns a panic of a hook into an error.
func (h *Host) Dispatch(topic string, attrs map[string]string) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("plugin: hook of %s panicked: %v", topic, v)
		}
		if err != nil {
			h.logf("dispatch: %v", err)
		}
	}()
	return h.Fire(&Event{Topic: topic, Attrs: attrs})
}

// Run dispatches the topics from a channel until it is closed.
func (h *Host) Run(topics <-chan string) (failed int) {
	for t := range topics {
		if h.Dispatch(t, map[string]string{"via": "run"}) != nil {
			failed++
		}
	}
	return failed
}
