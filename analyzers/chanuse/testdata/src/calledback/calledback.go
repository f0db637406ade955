// Command calledback receives what functions send that another package calls.
package main

import (
	"fmt"

	"example/calledback/broker"
)

var (
	load   = make(chan bool)
	uptime = make(chan bool)
)

func onLoad(text string) {
	load <- true
	fmt.Println(text)
}

func onUptime(string) { send(uptime) }

func send(ch chan bool) { ch <- true }

func main() {
	c := broker.Dial()
	c.Subscribe("load", onLoad)
	c.Subscribe("uptime", onUptime)
	loads, uptimes := 0, 0
	for range 100 {
		select {
		case <-load:
			loads++
		case <-uptime:
			uptimes++
		}
	}
	fmt.Println(loads, uptimes)
}
