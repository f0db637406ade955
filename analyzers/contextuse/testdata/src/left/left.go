// Package left leaves goroutines behind that work with the context of a request.
package left

import (
	"context"
	"fmt"
	"net/http"
	"time"
)

type server struct{ mailer mailer }

type mailer interface {
	Send(ctx context.Context, text string) error
}

func (s *server) order(w http.ResponseWriter, r *http.Request) {
	go func() {
		if err := s.mailer.Send(r.Context(), "thanks"); err != nil { // want `cancelled half way: this goroutine works with the context of the request, which ends as soon as order returns; .* \(request-ctx-after-handler\)`
			fmt.Println(err)
		}
	}()
	fmt.Fprintln(w, "thank you")
}

func (s *server) cancelOrder(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), time.Minute)
	go s.notify(ctx, cancel)
	w.WriteHeader(http.StatusAccepted)
}

func (s *server) notify(ctx context.Context, cancel func()) {
	defer cancel()
	s.mailer.Send(ctx, "cancelled") // want `which ends as soon as cancelOrder returns.* \(request-ctx-after-handler\)`
}

func routes(s *server) {
	http.HandleFunc("/visit", func(w http.ResponseWriter, r *http.Request) {
		ctx := r.Context()
		go func() {
			s.mailer.Send(ctx, "visit") // want `\(request-ctx-after-handler\)`
		}()
	})
}

func (s *server) refund(w http.ResponseWriter, r *http.Request) {
	go s.mailer.Send(r.Context(), "refunded") // want `which ends as soon as refund returns; .* \(request-ctx-after-handler\)`
	fmt.Fprintln(w, "done")
}
