// Package lostsignalsfields makes the channel of a signal in one function and registers it in
// another one.
package lostsignalsfields

import (
	"os"
	"os/signal"
	"syscall"
)

type hooks struct{ reload chan os.Signal }

type daemon struct{ hooks hooks }

func newDaemon() *daemon {
	d := &daemon{}
	d.hooks.reload = make(chan os.Signal)
	return d
}

func (d *daemon) listen() {
	signal.Notify(d.hooks.reload, syscall.SIGHUP) // want `lost signal: .*\(unbuffered-signal\)`
	<-d.hooks.reload
}
