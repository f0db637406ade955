package stock

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func status(h http.Handler, method, url string) int {
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, httptest.NewRequest(method, url, nil))
	return rec.Code
}

func TestTake(t *testing.T) {
	s := New(map[string]int{"tea": 3, "jam": 1})
	tests := []struct {
		method, url string
		want        int
	}{
		{"GET", "/stock/tea", 200},
		{"POST", "/take/tea?n=2", 204},
		{"POST", "/take/tea?n=x", 400},
		{"POST", "/take/salt?n=1", 404},
		{"POST", "/take/jam?n=2", 409},
		{"GET", "/stock/jam", 200},
	}
	for _, tc := range tests {
		if got := status(s, tc.method, tc.url); got != tc.want {
			t.Errorf("%s %s: got %d, want %d", tc.method, tc.url, got, tc.want)
		}
	}
}
