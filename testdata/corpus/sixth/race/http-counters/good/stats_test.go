package stats

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

func TestServer(t *testing.T) {
	s := New("/a", "/b")
	srv := httptest.NewServer(s)
	t.Cleanup(srv.Close)
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			resp, err := http.Get(srv.URL + []string{"/a", "/b", "/c"}[i%3])
			if err != nil {
				t.Error(err)
				return
			}
			resp.Body.Close()
			s.SetLimits(int64(100+i), "/a", "/b")
		})
	}
	wg.Wait()
	if s.total.Load() != 6 || s.failed.Load() != 2 {
		t.Fatal(s.total.Load(), s.failed.Load())
	}
}
