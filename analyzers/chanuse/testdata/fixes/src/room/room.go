// Package room has no room for a signal.
package room

import (
	"os"
	"os/signal"
)

func wait() {
	stop := make(chan os.Signal)
	signal.Notify(stop, os.Interrupt) // want `\(unbuffered-signal\)`
	<-stop
}
