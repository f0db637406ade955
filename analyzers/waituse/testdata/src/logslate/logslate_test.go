// Package logslate logs to tests that may have ended.
package logslate

import (
	"errors"
	"testing"
)

func send(string) error { return errors.New("no") }

func TestSend(t *testing.T) {
	go func() { // want `panic: nothing in TestSend waits for this goroutine, so it may call Error when the test has ended \(test-log-after-end\)`
		if err := send("hello"); err != nil {
			t.Error(err)
		}
	}()
	t.Log("sent")
}

type sender struct{ t *testing.T }

func (s *sender) log() { s.t.Log("sent") }

func (s *sender) run() {
	if send("hello") != nil {
		s.log()
	}
}

func TestSub(t *testing.T) {
	t.Run("a", func(t *testing.T) {
		s := &sender{t}
		go s.run() // want `\(test-log-after-end\)`
	})
}

// A failure is not passed on to the test around it.
func TestParentWaits(t *testing.T) {
	ch := make(chan bool)
	t.Run("sub", func(t2 *testing.T) {
		go func() { // want `may call Error when the test has ended \(test-log-after-end\)`
			<-ch
			t2.Error("late")
			ch <- true
		}()
	})
	ch <- true
	<-ch
}
