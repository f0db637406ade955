package peer_test

import (
	"context"
	"net"
	"testing"
	"time"

	peer "twelfth/channel/connclose/bad"
)

func TestEcho(t *testing.T) {
	left, right := net.Pipe()
	got := make(chan string, 1)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	p := peer.Attach(ctx, left, func(s string) { got <- s }, peer.WriteTimeout(time.Second))
	defer p.Close()

	go func() {
		buf := make([]byte, 64)
		n, _ := right.Read(buf)
		right.Write(buf[:n])
	}()
	if err := p.Send("ping"); err != nil {
		t.Fatal(err)
	}
	select {
	case s := <-got:
		if s != "ping" {
			t.Fatalf("got %q", s)
		}
	case <-time.After(2 * time.Second):
		t.Fatal("no echo")
	}
}
