package main

import (
	"fmt"
	"sync"
)

type row struct {
	sync.Mutex
	water int
}

type machine struct {
	id  int
	row *row
}

func (m machine) rinse(litres int) {
	m.row.water += litres
}

func rinseAll(ms []machine) {
	for _, m := range ms {
		m.row.Lock()
		m.rinse(10 + m.id)
		m.row.Unlock()
	}
}

func main() {
	left, right := new(row), new(row)
	ms := []machine{{1, left}, {2, right}, {3, left}}
	rinseAll(ms)
	fmt.Println(left.water, right.water)
}
