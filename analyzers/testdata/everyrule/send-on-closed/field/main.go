// Package main runs the belt of a parcel depot until the shift ends.
package main

import "fmt"

type depot struct {
	belt chan string
	sent int
}

func newDepot() *depot {
	return &depot{belt: make(chan string, 16)}
}

func (d *depot) put(parcel string) {
	d.belt <- parcel
	d.sent++
}

func (d *depot) stop() {
	close(d.belt)
}

func (d *depot) endShift() {
	d.stop()
	d.belt <- "end of shift" // BUG
}

func main() {
	d := newDepot()
	d.put("lamp")
	d.put("chair")
	d.endShift()
	for p := range d.belt {
		fmt.Println(p)
	}
}
