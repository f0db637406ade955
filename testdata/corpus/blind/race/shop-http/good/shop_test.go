package shop

import (
	"fmt"
	"io"
	"log"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

func TestShop(t *testing.T) {
	s := New(log.New(io.Discard, "", 0), Product{"tea", 350}, Product{"cup", 900})
	var wg sync.WaitGroup
	for i := range 12 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sku := []string{"tea", "cup", "hat"}[i%3]
			rec := httptest.NewRecorder()
			s.ServeHTTP(rec, httptest.NewRequest("POST", "/cart/ann/"+sku+"?n=2", nil))
			rec = httptest.NewRecorder()
			s.ServeHTTP(rec, httptest.NewRequest("GET", fmt.Sprintf("/cart/user%d", i%2), nil))
			if rec.Code != 200 {
				t.Errorf("status %d", rec.Code)
			}
		}()
	}
	wg.Wait()
	rec := httptest.NewRecorder()
	s.ServeHTTP(rec, httptest.NewRequest("GET", "/cart/ann", nil))
	if got := strings.TrimSpace(rec.Body.String()); got != `{"cents":10000}` {
		t.Error(got)
	}
	if n, st := s.Stats(); n != 25 || st[404] != 4 {
		t.Error(n, st)
	}
}
