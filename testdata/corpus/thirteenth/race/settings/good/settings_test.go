package settings

import (
	"net/http/httptest"
	"strconv"
	"sync"
	"testing"
)

func TestServeWhileSetting(t *testing.T) {
	s := New(WithDefaults(map[string]string{"theme": "dark"}))
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := range 200 {
			s.Set("limit", strconv.Itoa(i))
		}
	})
	for range 200 {
		rec := httptest.NewRecorder()
		s.ServeHTTP(rec, httptest.NewRequest("GET", "/settings", nil))
		if rec.Code != 200 {
			t.Errorf("status %d", rec.Code)
		}
	}
	wg.Wait()
	if v, _ := s.Get("limit"); v != "199" {
		t.Errorf("limit = %s", v)
	}
}
