// Package main starts goroutines while it is initialised, which run beside main.
package main

import "fmt"

var hits int

var started = begin()

var total int

func begin() bool {
	go func() { total = 1 }() // want `data race: the goroutine of startedatinit.go:13 writes total while main writes it.* \(unlocked-global\)`
	return true
}

var table map[string]int

func init() {
	go func() { hits++ }() // want `data race: the goroutine of startedatinit.go:20 writes hits while main writes it.* \(unlocked-global\)`
}

func init() {
	go func() {
		table["first"] = 1 // want `the goroutine of startedatinit.go:24 writes the map table while main reads it.* \(concurrent-map\)`
	}()
	table = map[string]int{} // want `data race: init writes table while the goroutine of startedatinit.go:24 reads it.* \(unlocked-global\)`
}

func main() {
	hits++
	total = 2
	fmt.Println(started, len(table))
}
