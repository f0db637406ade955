// Package main empties the coin box of a parking meter.
package main

import "fmt"

type meter struct {
	coins chan int
}

func (m *meter) insert(cents int) bool {
	select {
	case m.coins <- cents:
		return true
	default:
		return false
	}
}

func (m *meter) empty() (sum, n int) {
	for {
		select {
		case c := <-m.coins:
			sum += c
			n++
		default:
			return sum, n
		}
	}
}

func main() {
	m := &meter{coins: make(chan int, 3)}
	for _, c := range []int{50, 100, 20, 200} {
		if !m.insert(c) {
			fmt.Println("full, returned", c)
		}
	}
	fmt.Println(m.empty())
}
