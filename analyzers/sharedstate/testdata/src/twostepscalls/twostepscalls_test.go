// Package twostepscalls raises a package variable in two steps, several calls deep.
package twostepscalls

import (
	"sync"
	"sync/atomic"
	"testing"
)

var total int64

func add(n int64) {
	old := atomic.LoadInt64(&total)
	atomic.StoreInt64(&total, old+n) // want `lost update: total is loaded and then stored in two atomic steps.*\(atomic-read-modify-write\)`
}

func order(items int64) { add(2 * items) }

func TestOrders(t *testing.T) {
	var wg sync.WaitGroup
	wg.Go(func() { order(1) })
	wg.Go(func() { order(2) })
	wg.Wait()
}
