package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type delivery struct {
	wg   *sync.WaitGroup
	late atomic.Int32
	ok   atomic.Int32
}

func (d *delivery) arrive() {
	d.ok.Add(1)
	d.wg.Done()
}

func (d *delivery) send(n int) {
	if n%3 == 0 {
		d.late.Add(1)
		// the callback ends it
		time.AfterFunc(time.Millisecond, d.arrive)
		return
	}
	d.arrive()
}

func main() {
	const parcels = 9
	wg := new(sync.WaitGroup)
	wg.Add(parcels)
	d := &delivery{wg: wg}
	for n := range parcels {
		go d.send(n)
	}
	wg.Wait()
	fmt.Println(d.ok.Load(), "arrived,", d.late.Load(), "of them late")
}
