// Package unawaitedresult returns what goroutines still write.
package unawaitedresult

import (
	"strings"
	"sync"
	"time"
)

func All(names []string, write func(string) string) []string {
	greetings := make([]string, len(names))
	for i, name := range names {
		go func() { greetings[i] = write(name) }() // want `likely data race: All returns greetings while this goroutine may still write it; .*\(goroutine-not-awaited\)`
	}
	return greetings
}

// Counted counts them, and forgets the Wait.
func Counted(names []string) []string {
	greetings := make([]string, len(names))
	var writers sync.WaitGroup
	for i, name := range names {
		writers.Add(1)
		go func() { // want `likely data race: Counted returns greetings while this goroutine .*\(goroutine-not-awaited\)`
			defer writers.Done()
			greetings[i] = strings.ToUpper(name)
		}()
	}
	return greetings
}

func ByGo(names []string) []string {
	greetings := make([]string, len(names))
	var writers sync.WaitGroup
	for i, name := range names {
		writers.Go(func() { greetings[i] = strings.ToUpper(name) }) // want `likely data race: ByGo returns greetings .*\(goroutine-not-awaited\)`
	}
	return greetings
}

// Lengths keeps the goroutines apart, and the caller not.
func Lengths(names []string) map[string]int {
	lengths := make(map[string]int)
	var mu sync.Mutex
	for _, name := range names {
		go func() { // want `likely data race: Lengths returns lengths .*\(goroutine-not-awaited\)`
			mu.Lock()
			defer mu.Unlock()
			lengths[name] = len(name)
		}()
	}
	return lengths
}

func Total(names []string) *int {
	total := new(int)
	go func() { // want `likely data race: Total returns total .*\(goroutine-not-awaited\)`
		for _, name := range names {
			*total += len(name)
		}
	}()
	return total
}

func Filled(n int) ([]int, error) {
	squares := make([]int, n)
	go fill(squares) // want `likely data race: Filled returns its result .*\(goroutine-not-awaited\)`
	return squares, nil
}

// Slept waits for a time, not for the goroutine.
func Slept(names []string, write func(string) string) []string {
	greetings := make([]string, len(names))
	for i, name := range names {
		go func() { greetings[i] = write(name) }() // want `likely data race: Slept returns greetings .*\(goroutine-not-awaited\)`
	}
	time.Sleep(time.Second)
	return greetings
}

func fill(list []int) {
	for i := range list {
		list[i] = i * i
	}
}
