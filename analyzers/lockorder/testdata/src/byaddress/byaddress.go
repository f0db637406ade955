// Package byaddress locks two accounts in the order of their addresses.
package byaddress

import (
	"sync"
	"unsafe"
)

type Account struct {
	mu  sync.Mutex
	sum int
}

func Transfer(from, to *Account, n int) {
	if from == to {
		return
	}
	first, second := from, to
	if uintptr(unsafe.Pointer(first)) > uintptr(unsafe.Pointer(second)) {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()
	from.sum -= n
	to.sum += n
}
