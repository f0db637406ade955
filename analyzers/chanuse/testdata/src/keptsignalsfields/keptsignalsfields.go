// Package keptsignalsfields makes the channel of a signal in one function, with room, and
// registers it in another one; a channel without room is for something else.
package keptsignalsfields

import (
	"os"
	"os/signal"
	"syscall"
)

type hooks struct{ reload chan os.Signal }

type daemon struct {
	hooks hooks
	done  chan os.Signal
}

func newDaemon() *daemon {
	d := &daemon{done: make(chan os.Signal)}
	d.hooks.reload = make(chan os.Signal, 1)
	return d
}

func (d *daemon) listen() {
	signal.Notify(d.hooks.reload, syscall.SIGHUP)
	d.done <- <-d.hooks.reload
}

func (d *daemon) wait() { <-d.done }
