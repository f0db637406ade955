package game

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"

	"fourth/race/leaderboard-pointer/good/store"
	"fourth/race/leaderboard-pointer/good/web"
)

func call(h http.Handler, method, path string) *httptest.ResponseRecorder {
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, httptest.NewRequest(method, path, nil))
	return rec
}

func TestManyClients(t *testing.T) {
	h := web.Handler(store.New())
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			for k := range 20 {
				if c := call(h, "POST", fmt.Sprintf("/player/ann/%d", i+k)).Code; c != http.StatusNoContent {
					t.Errorf("POST: %d", c)
				}
				if c := call(h, "GET", "/player/ann").Code; c != http.StatusOK {
					t.Errorf("GET: %d", c)
				}
				call(h, "GET", "/top?n=3")
			}
		})
	}
	wg.Wait()
	if c := call(h, "GET", "/player/nobody").Code; c != http.StatusNotFound {
		t.Errorf("nobody: %d", c)
	}
}
