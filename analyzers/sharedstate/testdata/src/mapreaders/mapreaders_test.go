// Package mapreaders looks into a map while another goroutine still fills it.
package mapreaders

import "testing"

func fill(m map[int]string, n int) {
	for i := range n {
		m[i] = "x" // want `the map m while .*: the runtime may stop the program \(concurrent-map\)`
	}
}

func has(m map[int]string, key int) bool {
	_, ok := m[key] // related `^the other side: has reads m \(concurrent-map\)$`
	return ok
}

func TestFill(t *testing.T) {
	m := make(map[int]string)
	done := make(chan struct{})
	go func() {
		defer close(done)
		fill(m, 2)
	}()
	t.Log(has(m, 1))
	<-done
}
