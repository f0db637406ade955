package calc

import (
	"io"
	"log"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestServer(t *testing.T) {
	s := NewServer(map[string]Formula{
		"double":  func(n int) int { return 2 * n },
		"inverse": func(n int) int { return 1000 / n },
	})
	s.Add("square", func(n int) int { return n * n })
	ts := httptest.NewUnstartedServer(s)
	ts.Config.ErrorLog = log.New(io.Discard, "", 0)
	ts.Start()
	defer ts.Close()
	for _, tc := range []struct{ query, want string }{
		{"?f=double&n=4", "8"},
		{"?f=inverse&n=0", ""},
		{"?f=inverse&n=8", "125"},
	} {
		resp, err := ts.Client().Get(ts.URL + "/" + tc.query)
		if tc.want == "" {
			if err == nil {
				resp.Body.Close()
				t.Errorf("%s: no error", tc.query)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		text, _ := io.ReadAll(resp.Body)
		resp.Body.Close()
		if got := strings.TrimSpace(string(text)); got != tc.want {
			t.Errorf("%s: got %q", tc.query, got)
		}
	}
	if r := s.Results(); r["double"] != 8 || r["inverse"] != 125 {
		t.Errorf("results %v", r)
	}
}
