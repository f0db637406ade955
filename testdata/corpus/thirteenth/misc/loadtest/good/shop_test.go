package loadtest

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

const shoppers = 20

func TestRush(t *testing.T) {
	srv := httptest.NewServer(Open(20))
	defer srv.Close()

	receipts := make(chan string)
	for i := range shoppers {
		go func() {
			resp, err := http.Get(srv.URL)
			if err != nil {
				t.Errorf("shopper %d: %v", i, err)
				receipts <- ""
				return
			}
			defer resp.Body.Close()
			body, err := io.ReadAll(resp.Body)
			if err != nil || resp.StatusCode != http.StatusOK {
				t.Errorf("shopper %d: %s %v", i, resp.Status, err)
				receipts <- ""
				return
			}
			receipts <- string(body)
		}()
	}

	seen := make(map[string]bool)
	for range shoppers {
		r := <-receipts
		if seen[r] {
			t.Errorf("receipt %q given twice", r)
		}
		seen[r] = true
	}
}
