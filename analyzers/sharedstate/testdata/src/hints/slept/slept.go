// Package main sleeps where it should wait.
package main

import (
	"fmt"
	"time"
)

type page struct{ text string }

func (p *page) load(url string) { p.text = "page of " + url } // want `^data race: load writes p.text while main reads it.* \(unlocked-field\)`

func main() {
	p := &page{}
	go p.load("example.com")           // related `^the goroutine is started here \(sleep-as-sync\)$`
	time.Sleep(100 * time.Millisecond) // want `this Sleep waits for some time, not for the goroutine: on a slow day it is too short; .*\(sleep-as-sync\)`
	fmt.Println(p.text)                // related `^the other side: main reads p\.text \(unlocked-field\)$`
}
