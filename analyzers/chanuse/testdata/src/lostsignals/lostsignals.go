// Package lostsignals has no room for signals.
package lostsignals

import (
	"os"
	"os/signal"
)

func wait() {
	stop := make(chan os.Signal)      // related `^the channel is made here \(unbuffered-signal\)$`
	signal.Notify(stop, os.Interrupt) // want `lost signal: the channel has no room, .*\(unbuffered-signal\)`
	<-stop
}

type server struct{ stop chan os.Signal }

func newServer() *server { return &server{stop: make(chan os.Signal)} } // related `^the channel is made here \(unbuffered-signal\)$`

func (s *server) run() {
	signal.Notify(s.stop, os.Interrupt) // want `\(unbuffered-signal\)`
	<-s.stop
}
