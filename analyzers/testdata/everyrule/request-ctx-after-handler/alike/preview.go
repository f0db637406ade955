// Package preview shows the next newsletter with its readers.
package preview

import (
	"context"
	"fmt"
	"net/http"
	"sync"
)

// Server shows previews.
type Server struct {
	Text    func(ctx context.Context, number string) string
	Readers func(ctx context.Context, number string) int
}

type job struct {
	ctx     context.Context
	number  string
	wg      sync.WaitGroup
	text    string
	readers int
}

func (s *Server) loadText(j *job) {
	defer j.wg.Done()
	j.text = s.Text(j.ctx, j.number)
}

func (s *Server) loadReaders(j *job) {
	defer j.wg.Done()
	j.readers = s.Readers(j.ctx, j.number)
}

// ServeHTTP shows the newsletter with that number.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	j := &job{ctx: r.Context(), number: r.FormValue("number")}
	j.wg.Add(2)
	go s.loadText(j)
	go s.loadReaders(j)
	j.wg.Wait()
	fmt.Fprintf(w, "to %d readers:\n%s", j.readers, j.text)
}
