// Package losttests loses cancel functions in tests, which end soon.
package losttests

import (
	"context"
	"testing"
	"time"
)

func TestExpires(t *testing.T) {
	ctx, _ := context.WithTimeout(context.Background(), time.Millisecond)
	<-ctx.Done()
}

func TestNobodyWaits(t *testing.T) {
	ctx, _ := context.WithCancel(context.Background())
	if ctx.Err() != nil {
		t.Error("ended")
	}
}

func TestGoroutineWaits(t *testing.T) {
	ctx, _ := context.WithCancel(context.Background()) // want `thrown away; what waits for the context waits for ever \(lost-cancel\)`
	stopped := make(chan struct{})
	go func() {
		<-ctx.Done()
		close(stopped)
	}()
	if ctx.Err() != nil {
		<-stopped
	}
}
