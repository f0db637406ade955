package broker

import "testing"

func TestOrder(t *testing.T) {
	b := New()
	b.Publish("news", "one")
	b.Publish("news", "two")
	if got := b.Next("news"); got != "one" {
		t.Errorf("got %q", got)
	}
	if got := b.Next("news"); got != "two" {
		t.Errorf("got %q", got)
	}
}
