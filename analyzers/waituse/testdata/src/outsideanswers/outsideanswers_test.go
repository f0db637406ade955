// Package outsideanswers has tests that share a helper, which works with what other code gives it.
package outsideanswers

import (
	"net/url"
	"sync"
	"testing"
)

type elector struct {
	where    *url.URL
	observed string
	reported string
	onNew    func(string)
}

func (e *elector) try() bool {
	if e.where.IsAbs() && e.where.Port() != "" {
		e.observed = e.where.Hostname()
		return true
	}
	return false
}

func (e *elector) report() {
	if e.observed == e.reported {
		return
	}
	e.reported = e.observed
	go e.onNew(e.reported)
}

func TestHTTP(t *testing.T)  { elect(t, "http") }
func TestHTTPS(t *testing.T) { elect(t, "https") }

func elect(t *testing.T, scheme string) {
	where, err := url.Parse(scheme + "://first:8080/")
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	wg.Add(1)
	var leader string
	e := &elector{where: where, onNew: func(l string) {
		defer wg.Done()
		leader = l
	}}
	if !e.try() {
		t.Error("there is no leader")
	}
	e.report()
	wg.Wait()
	if leader != "first" {
		t.Errorf("the leader is %q", leader)
	}
}
