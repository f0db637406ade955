// Package breakwhenclosed breaks out of a select whose channel is closed.
package breakwhenclosed

import "time"

func porter(rings <-chan string, feed *time.Ticker, count map[string]int) {
	for { // related `the loop that goes on is here`
		select {
		case who, ok := <-rings:
			if !ok {
				break // want `likely busy loop: this break leaves the select, not the loop around it, and a closed channel is ready at once, again and again \(select-break\)`
			}
			count[who]++
		case <-feed.C:
			count["cat"]++
		}
	}
}

func withEnd(rings <-chan string, done <-chan bool, count map[string]int) {
	for { // related `the loop that goes on is here`
		select {
		case who, ok := <-rings:
			if !ok {
				break // want `busy loop.* \(select-break\)`
			}
			count[who]++
		case <-done:
			return
		}
	}
}

// both takes a closed channel out of the select.
func both(a, b <-chan string, count map[string]int) {
	for a != nil || b != nil {
		select {
		case who, ok := <-a:
			if !ok {
				a = nil
				break
			}
			count[who]++
		case who, ok := <-b:
			if !ok {
				b = nil
				break
			}
			count[who]++
		}
	}
}

// labelled leaves the loop.
func labelled(rings <-chan string, count map[string]int) {
loop:
	for {
		select {
		case who, ok := <-rings:
			if !ok {
				break loop
			}
			count[who]++
		case <-time.After(time.Second):
			count[""]++
		}
	}
}

// after leaves the loop behind the select.
func after(rings <-chan string, count map[string]int) {
	open := true
	for {
		select {
		case who, ok := <-rings:
			open = ok
			if !ok {
				break
			}
			count[who]++
		case <-time.After(time.Second):
			count[""]++
		}
		if !open {
			return
		}
	}
}

// assigned asks behind the select.
func assigned(rings <-chan string, count map[string]int) {
	var who string
	var ok bool
	for {
		select {
		case who, ok = <-rings:
			if !ok {
				break
			}
			count[who]++
		case <-time.After(time.Second):
			ok = true
		}
		if !ok {
			return
		}
	}
}
