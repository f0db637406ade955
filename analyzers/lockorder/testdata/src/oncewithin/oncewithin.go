// Package main asks for its configuration while it loads it.
package main

import (
	"fmt"
	"sync"
)

type config struct {
	debug bool
	path  string
}

var (
	once   sync.Once
	shared *config
)

func instance() *config {
	once.Do(load) // want `^deadlock: the function of this Once calls Do of the same Once and waits for itself \(once-recursion\)`
	return shared
}

func load() {
	shared = &config{debug: true}
	shared.path = defaultPath()
}

func defaultPath() string {
	if instance().debug {
		return "debug.conf"
	}
	return "app.conf"
}

func main() { fmt.Println(instance().path) }
