// Package signalshelped makes the channel of a signal in one function and registers it in another.
package signalshelped

import (
	"os"
	"os/signal"
)

func newStop() chan os.Signal { return make(chan os.Signal) } // related `the channel is made here`

func listen(stop chan<- os.Signal) {
	signal.Notify(stop, os.Interrupt) // want `^lost signal: the channel has no room.*\(unbuffered-signal\)$`
}

func run() {
	stop := newStop()
	listen(stop)
	<-stop
}

func newRoomy() chan os.Signal { return make(chan os.Signal, 1) }

func listenRoomy(stop chan<- os.Signal) {
	signal.Notify(stop, os.Interrupt)
}

func runRoomy(other chan os.Signal) {
	stop := newRoomy()
	listenRoomy(stop)
	listenAny(stop)
	listenAny(other)
	<-stop
}

func listenAny(stop chan<- os.Signal) {
	signal.Notify(stop, os.Interrupt)
}
