// Command office sells and takes back tickets for one show. Customers come
// as a little script.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type customer struct {
	name    string
	actions []Action
}

// visit does what the customer wants, always with the last seat got.
func (c customer) visit(o *Office) (seat int, refused int) {
	for _, a := range c.actions {
		s, err := o.Do(a, c.name, seat)
		switch {
		case errors.Is(err, ErrAction):
			fmt.Println(c.name, "wants", a)
			refused++
		case err != nil:
			refused++
		default:
			seat = s
		}
	}
	return seat, refused
}

func main() {
	o := New(4)
	customers := []customer{
		{"ann", []Action{Buy, Swap}},
		{"ben", []Action{Swap, Buy}},
		{"cat", []Action{Buy, Return, Swap}},
		{"dan", []Action{Buy}},
	}
	var wg sync.WaitGroup
	for _, c := range customers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c.visit(o)
		}()
	}
	wg.Wait()
	fmt.Println("free seats:", o.Free())
}
