package main

import "fmt"

// The map belongs to the loop; others send functions.
type accounts struct {
	money map[string]int
	do    chan func()
	quit  chan struct{}
}

func open() *accounts {
	a := &accounts{
		money: make(map[string]int),
		do:    make(chan func()),
		quit:  make(chan struct{}),
	}
	go func() {
		for {
			select {
			case f := <-a.do:
				f()
			case <-a.quit:
				return
			}
		}
	}()
	return a
}

func (a *accounts) add(name string, n int) {
	done := make(chan struct{})
	a.do <- func() {
		a.money[name] += n
		close(done)
	}
	<-done
}

func (a *accounts) get(name string) (n int) {
	done := make(chan struct{})
	a.do <- func() {
		n = a.money[name]
		close(done)
	}
	<-done
	return n
}

func main() {
	a := open()
	defer close(a.quit)
	finished := make(chan string)
	for _, name := range []string{"kim", "lee", "pat"} {
		go func() {
			for i := range 20 {
				a.add(name, i)
				a.add("bank", 1)
			}
			finished <- name
		}()
	}
	for range 3 {
		name := <-finished
		if n := a.get(name); n != 190 {
			fmt.Println(name, "has", n)
		}
	}
	fmt.Println("bank has", a.get("bank"))
}
