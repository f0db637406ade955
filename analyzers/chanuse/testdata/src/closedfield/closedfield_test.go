// Package closedfield logs to a channel that another method has closed before.
package closedfield

import "testing"

type logger struct{ lines chan string }

func (l *logger) stop() { close(l.lines) } // related `^the channel is closed here \(send-on-closed\)$`

func (l *logger) log(line string) {
	l.lines <- line // want `panic: this send to l.lines comes after it was closed at closedfield_test.go:8 \(send-on-closed\)`
}

func TestLogger(t *testing.T) {
	l := &logger{lines: make(chan string, 2)}
	l.log("first")
	l.stop()
	l.log("last")
}
