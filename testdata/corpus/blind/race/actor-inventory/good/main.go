package main

import (
	"errors"
	"fmt"
	"sync"
)

var errShort = errors.New("not enough in stock")

type command func(stock map[string]int)

type inventory struct {
	cmds chan command
	done chan struct{}
}

func open() *inventory {
	inv := &inventory{cmds: make(chan command), done: make(chan struct{})}
	go inv.loop()
	return inv
}

func (inv *inventory) loop() {
	defer close(inv.done)
	stock := map[string]int{}
	for cmd := range inv.cmds {
		cmd(stock)
	}
}

func (inv *inventory) add(item string, n int) {
	inv.cmds <- func(stock map[string]int) { stock[item] += n }
}

func (inv *inventory) remove(item string, n int) error {
	res := make(chan error)
	inv.cmds <- func(stock map[string]int) {
		if stock[item] < n {
			res <- errShort
			return
		}
		stock[item] -= n
		res <- nil
	}
	return <-res
}

func (inv *inventory) count(item string) int {
	var n int
	ready := make(chan struct{})
	inv.cmds <- func(stock map[string]int) {
		n = stock[item]
		close(ready)
	}
	<-ready
	return n
}

func (inv *inventory) close() {
	close(inv.cmds)
	<-inv.done
}

func main() {
	inv := open()
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Go(func() { inv.add("nail", i) })
	}
	wg.Wait()
	fmt.Println(inv.count("nail"), inv.remove("nail", 40), inv.remove("nail", 40))
	inv.close()
}
