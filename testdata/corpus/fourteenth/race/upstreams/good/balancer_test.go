package upstreams

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
)

type backend struct{ hits atomic.Int64 }

func (b *backend) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.hits.Add(1)
	w.WriteHeader(http.StatusNoContent)
}

func TestEvenSpread(t *testing.T) {
	one, two := new(backend), new(backend)
	srv := httptest.NewServer(New(one, two))
	defer srv.Close()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 25 {
				resp, err := srv.Client().Get(srv.URL)
				if err != nil {
					t.Error(err)
					return
				}
				resp.Body.Close()
			}
		})
	}
	wg.Wait()
	if a, b := one.hits.Load(), two.hits.Load(); a != 50 || b != 50 {
		t.Errorf("spread %d to %d", a, b)
	}
}
