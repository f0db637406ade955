package main

import (
	"fmt"
	"sync"

	"tenth/lock/statemachine/good/device"
	"tenth/lock/statemachine/good/panel"
)

func main() {
	p := panel.New()
	var ds []*device.Device
	for i := range 3 {
		d := device.New(fmt.Sprint("dev", i))
		p.Attach(d)
		ds = append(ds, d)
	}
	var wg sync.WaitGroup
	for i, d := range ds {
		wg.Go(func() { d.Set(device.Boot) })
		wg.Go(func() { p.Lines() })
		if i == 2 {
			wg.Go(func() { d.Set(device.Ready) })
		}
	}
	wg.Wait()
	for _, l := range p.Lines() {
		fmt.Println(l)
	}
}
