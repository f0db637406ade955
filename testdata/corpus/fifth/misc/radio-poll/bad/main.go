package main

import (
	"fmt"
	"time"
)

type player struct {
	songs chan string
	off   chan struct{}
	done  chan int
}

func (p *player) run() {
	n := 0
	for {
		select { // BUG: select-busy-loop
		case s := <-p.songs:
			fmt.Println("now:", s)
			n++
		case <-p.off:
			p.done <- n
			return
		default: // BUG: select-busy-loop
		}
	}
}

func main() {
	p := &player{make(chan string), make(chan struct{}), make(chan int)}
	go p.run()
	for _, s := range []string{"Sailing", "Ebb Tide", "La Mer"} {
		time.Sleep(300 * time.Millisecond)
		p.songs <- s
	}
	close(p.off)
	fmt.Println(<-p.done, "songs")
}
