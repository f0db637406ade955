// Package guardedvariables has package variables with a lock beside them.
package guardedvariables

import "sync"

var (
	mu    sync.Mutex
	cache = map[string]int{}
)

func Get(key string) int {
	return cache[key] // want `likely data race: Get reads cache without mu, which Set holds when it writes cache \(unlocked-global\)`
}

func Set(key string, value int) {
	mu.Lock()
	defer mu.Unlock()
	cache[key] = value
}

var (
	configLock sync.Mutex
	config     *Config
)

// Config is what is loaded once.
type Config struct{ Name string }

// Load looks before it has the lock.
func Load() *Config {
	if config == nil { // want `likely data race: Load reads config before it takes configLock, while another call of Load writes it under the lock.*\(double-checked-lock\)`
		configLock.Lock()
		defer configLock.Unlock()
		if config == nil {
			config = &Config{"default"}
		}
	}
	return config
}
