package auth

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"tenth/race/sessions/bad/session"
)

func TestRequire(t *testing.T) {
	now := time.Unix(1000, 0)
	st := session.NewStore(time.Minute, time.Hour, func() time.Time { return now })
	defer st.Close()
	h := New(st).Require(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {}))
	get := func(id string) int {
		r := httptest.NewRequest("GET", "/", nil)
		r.AddCookie(&http.Cookie{Name: Cookie, Value: id})
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w.Code
	}
	if c := get("a"); c != http.StatusUnauthorized {
		t.Errorf("unknown session: %d", c)
	}
	st.Open("a", "ann")
	now = now.Add(50 * time.Second)
	if c := get("a"); c != http.StatusOK {
		t.Errorf("live session: %d", c)
	}
	now = now.Add(50 * time.Second)
	st.Sweep()
	if live, _ := st.Stats(); live != 1 {
		t.Errorf("touched session was dropped")
	}
	now = now.Add(2 * time.Minute)
	st.Sweep()
	if live, dropped := st.Stats(); live != 0 || dropped != 1 {
		t.Errorf("%d live, %d dropped", live, dropped)
	}
}
