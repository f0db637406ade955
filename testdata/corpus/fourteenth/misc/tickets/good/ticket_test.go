package tickets

import (
	"net/http"
	"net/http/httptest"
	"strconv"
	"sync"
	"testing"
)

func TestHandler(t *testing.T) {
	h := Handler("Gala")
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			for range 50 {
				rec := httptest.NewRecorder()
				h(rec, httptest.NewRequest(http.MethodGet, "/?n="+strconv.Itoa(i), nil))
				if got, want := rec.Body.String(), "Gala\n"+Barcode(i); got != want {
					t.Errorf("got %q, want %q", got, want)
				}
			}
		})
	}
	wg.Wait()
	rec := httptest.NewRecorder()
	h(rec, httptest.NewRequest(http.MethodGet, "/?n=x", nil))
	if rec.Code != http.StatusBadRequest {
		t.Errorf("status %d", rec.Code)
	}
}
