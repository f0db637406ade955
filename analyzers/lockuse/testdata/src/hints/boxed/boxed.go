// Package boxed puts values into pools.
package boxed

import "sync"

type pool struct{ buffers sync.Pool }

func (p *pool) give(b []byte) {
	p.buffers.Put(b[:0]) // want `^costly Put: a value of type \[\]byte is no pointer, .*\(pool-non-pointer\)`
}

type point struct{ x, y int }

var points sync.Pool

func drop(p point) {
	release(p)
}

func release(p point) {
	points.Put(p) // want `a value of type point is no pointer.* \(pool-non-pointer\)`
}
