// Command league simulates players who play and leave while the table is shown.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	l := newLeague("district")
	for _, name := range []string{"kim", "lou", "max", "nia", "oli", "pat"} {
		l.join(name)
	}
	var wg sync.WaitGroup
	stop := make(chan struct{})
	wg.Add(1)
	go func() {
		defer wg.Done()
		for {
			select {
			case <-stop:
				return
			default:
				l.table()
			}
		}
	}()
	var players sync.WaitGroup
	for _, p := range l.all() {
		players.Add(1)
		go func() {
			defer players.Done()
			for i := range 10 {
				p.score(i)
				time.Sleep(time.Millisecond)
			}
			p.leave("tired")
		}()
	}
	players.Wait()
	close(stop)
	wg.Wait()
	fmt.Println("left in the league:", len(l.all()))
}
