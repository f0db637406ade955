package guestbook

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
)

func TestSign(t *testing.T) {
	srv := httptest.NewServer(New())
	defer srv.Close()
	var wg sync.WaitGroup
	for _, n := range []string{"ann", "bob", "ann", "cy"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			resp, err := http.PostForm(srv.URL+"/sign", url.Values{"name": {n}, "text": {"hi"}})
			if err != nil {
				t.Error(err)
				return
			}
			resp.Body.Close()
		}()
	}
	wg.Wait()
	resp, err := http.Get(srv.URL + "/count/ann")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if b, _ := io.ReadAll(resp.Body); string(b) != "2" {
		t.Errorf("ann signed %s times", b)
	}
}
