package main

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"time"
)

type slot struct {
	product string
	left    int
	price   int // cents
}

type Machine struct {
	sync.Mutex
	place string
	slots []slot
	till  int
}

func NewMachine(place string, products ...string) *Machine {
	m := &Machine{place: place}
	for i, p := range products {
		m.slots = append(m.slots, slot{product: p, left: 25, price: 120 + 30*i})
	}
	return m
}

// Buy takes one product out of the machine.
func (m *Machine) Buy(product string, coins int) (change int, err error) {
	m.Lock()
	defer m.Unlock()
	for i := range m.slots {
		s := &m.slots[i]
		if s.product != product {
			continue
		}
		if s.left == 0 {
			return coins, fmt.Errorf("%s: %s sold out", m.place, product)
		}
		if coins < s.price {
			return coins, fmt.Errorf("%s: %s costs %d", m.place, product, s.price)
		}
		s.left--
		m.till += s.price
		return coins - s.price, nil
	}
	return coins, fmt.Errorf("%s has no %s", m.place, product)
}

// String shows the machine on the technician's screen.
func (m *Machine) String() string {
	m.Lock()
	defer m.Unlock()
	var b strings.Builder
	fmt.Fprintf(&b, "%s:", m.place)
	for _, s := range m.slots {
		fmt.Fprintf(&b, " %s=%d", s.product, s.left)
	}
	fmt.Fprintf(&b, " till=%d", m.till)
	return b.String()
}

func monitor(m *Machine, stop <-chan struct{}) {
	for {
		select {
		case <-stop:
			return
		default:
			fmt.Fprintln(os.Stderr, m)
			time.Sleep(time.Millisecond)
		}
	}
}

func main() {
	m := NewMachine("platform 4", "cola", "nuts", "gum")
	stop := make(chan struct{})
	var screen, people sync.WaitGroup
	screen.Go(func() { monitor(m, stop) })
	for _, p := range []string{"cola", "nuts", "gum", "cola"} {
		people.Go(func() {
			for range 12 {
				if _, err := m.Buy(p, 200); err != nil {
					fmt.Fprintln(os.Stderr, err)
				}
				time.Sleep(300 * time.Microsecond)
			}
		})
	}
	people.Wait()
	close(stop)
	screen.Wait()
	fmt.Println(m)
}
