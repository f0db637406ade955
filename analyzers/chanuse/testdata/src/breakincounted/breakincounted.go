// Package breakincounted has loops with a condition, and cases that break.
package breakincounted

import "fmt"

func listen(songs <-chan string, off <-chan struct{}) int {
	heard := 0
	for heard < 10 {
		select {
		case <-songs:
			heard++
		case <-off:
			break // want `^likely this break leaves the select, not the loop around it: the loop goes on as if nothing had come \(select-break\)$`
		}
	}
	return heard
}

// below does something behind the select, which the break is for.
func below(songs <-chan string, skip <-chan struct{}) (heard int) {
	for heard < 10 {
		select {
		case s := <-songs:
			if s == "" {
				continue
			}
		case <-skip:
			break
		}
		heard++
	}
	return heard
}

// noted says what has come.
func noted(songs <-chan string, off <-chan struct{}) (heard int) {
	for heard < 10 {
		select {
		case <-songs:
			heard++
		case <-off:
			fmt.Println("off")
			break
		}
	}
	return heard
}

// labelled leaves the loop.
func labelled(songs <-chan string, off <-chan struct{}) (heard int) {
loop:
	for heard < 10 {
		select {
		case <-songs:
			heard++
		case <-off:
			break loop
		}
	}
	return heard
}
