package testdriven

import "testing"

func TestDeliver(t *testing.T) {
	b := New()
	t.Cleanup(b.Close)
	sub := b.Subscribe()
	if !b.Publish("hello") {
		t.Error("the broker is closed")
	}
	if got := <-sub; got != "hello" {
		t.Error(got)
	}
}

func TestPublishAfterClose(t *testing.T) {
	b := New()
	b.Close()
	if b.Publish("late") {
		t.Error("taken after Close")
	}
}

func TestPublishFromAGoroutine(t *testing.T) {
	b := New()
	defer b.Close()
	done := make(chan bool)
	go func() { done <- b.Publish("x") }()
	if !<-done {
		t.Error("not taken")
	}
}
