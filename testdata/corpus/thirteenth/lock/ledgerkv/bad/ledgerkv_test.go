package ledgerkv

import (
	"net/http/httptest"
	"strings"
	"testing"
)

func TestSplit(t *testing.T) {
	s := NewStore[int]()
	s.Update("rent", func(int) int { return 900 })
	srv := httptest.NewServer(Splitter(s))
	defer srv.Close()

	for _, c := range []struct {
		url  string
		code int
	}{
		{"/?of=rent&by=3", 200},
		{"/?of=rent&by=zero", 500},
		{"/?of=rent&by=2", 200},
	} {
		resp, err := srv.Client().Post(srv.URL+c.url, "text/plain", strings.NewReader(""))
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != c.code {
			t.Errorf("%s: %d", c.url, resp.StatusCode)
		}
	}
	if v, ok := s.Get("rent"); !ok || v != 150 {
		t.Errorf("rent = %d", v)
	}
}
