// Package timerchains has functions of timers that set the next timer.
package timerchains

import "time"

func Wait(more func() bool) {
	for more() {
		n := 1000
		c := make(chan bool)
		var f func()
		f = func() {
			n--
			if n >= 0 {
				time.AfterFunc(0, f)
			} else {
				c <- true
			}
		}
		time.AfterFunc(0, f)
		<-c
	}
}
