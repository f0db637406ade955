// Package leftright starts goroutines in handlers and does right.
package leftright

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"sync"
)

type server struct{ mailer mailer }

type mailer interface {
	Send(ctx context.Context, text string) error
}

func (s *server) waits(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		s.mailer.Send(r.Context(), "thanks")
	}()
	wg.Wait()
}

func (s *server) receives(w http.ResponseWriter, r *http.Request) {
	sent := make(chan error, 1)
	go func() { sent <- s.mailer.Send(r.Context(), "thanks") }()
	fmt.Fprintln(w, <-sent)
}

func (s *server) detached(w http.ResponseWriter, r *http.Request) {
	ctx := context.WithoutCancel(r.Context())
	go s.mailer.Send(ctx, "thanks")
}

func (s *server) watches(w http.ResponseWriter, r *http.Request) {
	go func() {
		<-r.Context().Done()
		fmt.Println("gone")
	}()
	fmt.Fprintln(w, "hello")
}

// The goroutine helps while the handler works.
func (s *server) streams(w http.ResponseWriter, r *http.Request) {
	go s.mailer.Send(r.Context(), "begins")
	s.stream(w, r)
}

func (s *server) stream(w http.ResponseWriter, r *http.Request) { io.Copy(w, r.Body) }

func (s *server) own(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	go s.mailer.Send(context.Background(), name)
}
