// Command packets counts the bytes of packets with buffers from pools.
package main

import (
	"fmt"
	"strings"
	"sync"
)

var (
	buffers = sync.Pool{New: func() any {
		b := make([]byte, 1500)
		return &b
	}}
	counts = sync.Pool{New: func() any { return make(map[byte]int) }}
)

func count(packet string) int {
	b := buffers.Get().(*[]byte)
	defer buffers.Put(b)
	n, _ := strings.NewReader(packet).Read(*b)

	m := counts.Get().(map[byte]int) // a map is a pointer already
	for _, c := range (*b)[:n] {
		m[c]++
	}
	kinds := len(m)
	clear(m)
	counts.Put(m)
	return kinds
}

func main() {
	var wg sync.WaitGroup
	for _, p := range []string{"hello", "abc", "aaaa"} {
		wg.Go(func() { fmt.Println(p, count(p)) })
	}
	wg.Wait()
}
