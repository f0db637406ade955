package proxytable

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestRouting(t *testing.T) {
	tab := New(ResolverFunc(func(host string) (http.Handler, error) {
		if host == "nowhere.test" {
			return nil, errors.New("no such host")
		}
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			io.WriteString(w, "hello from "+host)
		}), nil
	}))
	for _, tc := range []struct {
		host string
		code int
	}{{"a.test", 200}, {"a.test", 200}, {"b.test", 200}, {"nowhere.test", 502}} {
		rec := httptest.NewRecorder()
		tab.ServeHTTP(rec, httptest.NewRequest("GET", "http://"+tc.host+"/", nil))
		if rec.Code != tc.code {
			t.Errorf("%s: got %d, want %d", tc.host, rec.Code, tc.code)
		}
	}
	st := tab.Stats()
	if len(st) != 2 || st[0].Hits != 2 || st[1].Hits != 1 {
		t.Errorf("stats = %+v", st)
	}
}
