package limit

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestWrap(t *testing.T) {
	l := New(0.001, 5)
	var served atomic.Int32
	h := l.Wrap(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { served.Add(1) }))
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			r := httptest.NewRequest("GET", "/", nil)
			r.Header.Set("X-Client", "c1")
			h.ServeHTTP(httptest.NewRecorder(), r)
		})
	}
	wg.Wait()
	if served.Load() < 5 {
		t.Fatal(served.Load())
	}
	if l.Forget(time.Hour) != 0 {
		t.Fatal("forgot a fresh client")
	}
}
