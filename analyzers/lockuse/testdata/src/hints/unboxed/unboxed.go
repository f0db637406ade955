// Package unboxed puts pointers into pools.
package unboxed

import (
	"bytes"
	"sync"
)

type point struct{ x, y int }

var pool sync.Pool

func give(b *bytes.Buffer, s *[]byte, p point, m map[string]int, c chan int, f func(), any any) {
	pool.Put(b)
	pool.Put(s)
	pool.Put(&p)
	pool.Put(m)
	pool.Put(c)
	pool.Put(f)
	pool.Put(any)
	pool.Put(struct{}{})
	pool.Put(struct{ p *point }{&p})
}
