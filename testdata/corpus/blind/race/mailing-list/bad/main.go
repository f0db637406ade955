package main

import (
	"fmt"
	"sync"
)

type customer struct{ name, mail string }

func send(c customer) int { return len(c.name) + len(c.mail) }

func main() {
	list := []customer{{"ann", "a@x"}, {"bob", "b@x"}, {"cleo", "c@x"}}
	var (
		wg    sync.WaitGroup
		mu    sync.Mutex
		total int
		c     customer
	)
	for _, c = range list { // BUG: loop-var-capture
		wg.Add(1)
		go func() {
			defer wg.Done()
			n := send(c) // BUG: loop-var-capture
			mu.Lock()
			total += n
			mu.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println(total)
}
