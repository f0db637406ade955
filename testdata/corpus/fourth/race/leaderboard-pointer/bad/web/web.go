// Package web shows a store to browsers.
package web

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"

	"fourth/race/leaderboard-pointer/bad/store"
)

type handler struct {
	store *store.Store
}

// Handler serves /top, /player/{name} and POST /player/{name}/{points}.
func Handler(s *store.Store) http.Handler {
	h := handler{s}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /top", h.top)
	mux.HandleFunc("GET /player/{name}", h.player)
	mux.HandleFunc("POST /player/{name}/{points}", h.record)
	return mux
}

func reply(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(v); err != nil { // BUG: guarded-escape
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func (h handler) top(w http.ResponseWriter, r *http.Request) {
	n := 10
	if q := r.FormValue("n"); q != "" {
		var err error
		if n, err = strconv.Atoi(q); err != nil || n < 1 {
			http.Error(w, "bad n", http.StatusBadRequest)
			return
		}
	}
	reply(w, h.store.Top(n))
}

func (h handler) player(w http.ResponseWriter, r *http.Request) {
	p, err := h.store.Player(r.PathValue("name"))
	if errors.Is(err, store.ErrNoPlayer) {
		http.NotFound(w, r)
		return
	}
	reply(w, p) // BUG: guarded-escape
}

func (h handler) record(w http.ResponseWriter, r *http.Request) {
	points, err := strconv.Atoi(r.PathValue("points"))
	if err != nil {
		http.Error(w, "points must be a number", http.StatusBadRequest)
		return
	}
	h.store.Record(r.PathValue("name"), points)
	w.WriteHeader(http.StatusNoContent)
}
