// Package main bubbles air through an aquarium until it is interrupted.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"sync/atomic"
	"time"
)

type pump struct {
	strokes atomic.Int64
}

func (p *pump) run() {
	for range time.Tick(100 * time.Millisecond) {
		p.strokes.Add(1)
	}
}

func (p *pump) exitOn(sigs <-chan os.Signal) {
	<-sigs
	fmt.Println(p.strokes.Load(), "strokes")
	os.Exit(0)
}

func hold() {
	select {}
}

func main() {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, os.Interrupt)
	p := new(pump)
	go p.exitOn(sigs)
	go p.run()
	hold()
}
