package notify

import (
	"strings"
	"sync"
	"testing"
)

func TestServer(t *testing.T) {
	var mu sync.Mutex
	var got []string
	s := NewServer(func(n string) {
		mu.Lock()
		defer mu.Unlock()
		got = append(got, n)
	})
	s.SetPrefix("* ")
	s.SetWorkers(3)
	s.SetFormat(func(p, n string) string { return strings.ToUpper(p + n) })
	s.Start()
	for range 9 {
		s.Notify("ding")
	}
	if end := s.Close(); end != "* 9 delivered by 3" {
		t.Error(end)
	}
	if len(got) != 9 || got[0] != "* DING" {
		t.Errorf("got %q", got)
	}
}
