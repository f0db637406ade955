// Package main fills a channel that has room for one.
package main

func main() {
	ch := make(chan string, 1)
	ch <- "fits"
	ch <- "waits" // want `^deadlock: this send waits for ever.*\(send-without-receiver\)`
}
