// Package guardedvariablesright uses its variables with their locks, or when nobody else can.
package guardedvariablesright

import "sync"

var (
	mu     sync.RWMutex
	prices = map[string]int{}
)

func init() {
	prices["bread"] = 3 // before anybody else
}

func Price(name string) int {
	mu.RLock()
	defer mu.RUnlock()
	return price(name)
}

// price is called with the lock.
func price(name string) int { return prices[name] }

func SetPrice(name string, price int) {
	mu.Lock()
	defer mu.Unlock()
	prices[name] = price
}

// The lock that stands beside version guards something else: all but one use go without.
var (
	version   int
	printLock sync.Mutex
)

func Version() int    { return version }
func IsNew() bool     { return version > 1 }
func IsOld() bool     { return version < 1 }
func HasFormat() bool { return version == 2 }

func Print(print func(int)) {
	printLock.Lock()
	defer printLock.Unlock()
	version = 3
	print(version)
}

var (
	once    sync.Once
	setting string
	lock    sync.Mutex
	uses    int
)

// Setting is filled in by a Once, and read after it.
func Setting() string {
	once.Do(func() { setting = "fast" })
	lock.Lock()
	uses++
	lock.Unlock()
	return setting
}
