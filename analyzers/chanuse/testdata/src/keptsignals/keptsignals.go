// Package keptsignals has room for a signal.
package keptsignals

import (
	"context"
	"os"
	"os/signal"
)

func wait() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	<-stop
}

type server struct{ stop, reload chan os.Signal }

func newServer(n int) *server {
	return &server{stop: make(chan os.Signal, 1), reload: make(chan os.Signal, n)}
}

func (s *server) run() {
	signal.Notify(s.stop, os.Interrupt)
	signal.Notify(s.reload, os.Interrupt)
	<-s.stop
}

func given(stop chan os.Signal) { signal.Notify(stop, os.Interrupt) }

func withContext() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt)
	defer cancel()
	<-ctx.Done()
}
