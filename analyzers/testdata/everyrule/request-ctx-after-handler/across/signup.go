// Package signup takes subscriptions to a newsletter.
package signup

import (
	"context"
	"log"
	"net/http"
	"time"
)

// Mail sends a mail.
type Mail func(ctx context.Context, to, text string) error

func welcome(ctx context.Context, mail Mail, to string) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if err := mail(ctx, to, "Welcome!"); err != nil {
		log.Printf("welcome %s: %v", to, err)
	}
}

func later(ctx context.Context, mail Mail, to string) {
	go welcome(ctx, mail, to) // BUG?
}

// Handler returns the handler of the form.
func Handler(mail Mail) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		to := r.FormValue("mail")
		if to == "" {
			http.Error(w, "mail is missing", http.StatusBadRequest)
			return
		}
		later(r.Context(), mail, to) // BUG?
		w.WriteHeader(http.StatusAccepted)
	}
}
