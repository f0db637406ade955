package cowroutes

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

func TestChangeWhileServing(t *testing.T) {
	r := NewRouter()
	ok := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) })
	r.Handle("/tea", ok)
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 50 {
			r.Handle("/milk", ok)
			r.Remove("/milk")
		}
	})
	for range 50 {
		rec := httptest.NewRecorder()
		r.ServeHTTP(rec, httptest.NewRequest("GET", "/tea", nil))
		if rec.Code != http.StatusTeapot {
			t.Error(rec.Code)
		}
	}
	wg.Wait()
}
