package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync"
	"time"
)

type keyType struct{}

type saver struct {
	wg    sync.WaitGroup
	mu    sync.Mutex
	saved map[string]bool
}

func (s *saver) save(ctx context.Context) {
	id, _ := ctx.Value(keyType{}).(string)
	t := time.NewTimer(5 * time.Millisecond)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.saved[id] = true
}

func (s *saver) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx := context.WithValue(r.Context(), keyType{}, r.FormValue("id"))
	detached, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	s.wg.Add(1)
	go func() {
		defer s.wg.Done()
		defer cancel()
		s.save(detached)
	}()
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	s := &saver{saved: make(map[string]bool)}
	for i := range 4 {
		ctx, cancel := context.WithCancel(context.Background())
		r := httptest.NewRequestWithContext(ctx, "GET", fmt.Sprintf("/?id=%d", i), nil)
		s.ServeHTTP(httptest.NewRecorder(), r)
		cancel()
	}
	s.wg.Wait()
	fmt.Println(len(s.saved))
}
