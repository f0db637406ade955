// Package inventory keeps an inventory in one goroutine. Other goroutines
// send it functions to run.
package inventory

import (
	"errors"
	"sort"
	"sync"
)

// ErrClosed is returned after Close.
var ErrClosed = errors.New("inventory: closed")

// ErrStock is returned when there is too little of an article.
var ErrStock = errors.New("inventory: out of stock")

type state struct {
	qty     map[string]int
	history []string
}

// Inventory is the handle of the goroutine.
type Inventory struct {
	cmds chan func(*state)
	quit chan struct{}
	done chan struct{}
	once sync.Once
}

// Open starts an inventory.
func Open() *Inventory {
	inv := &Inventory{
		cmds: make(chan func(*state)),
		quit: make(chan struct{}),
		done: make(chan struct{}),
	}
	go inv.loop()
	return inv
}

func (inv *Inventory) loop() {
	defer close(inv.done)
	st := &state{qty: make(map[string]int)}
	for {
		select {
		case f := <-inv.cmds:
			f(st)
		case <-inv.quit:
			return
		}
	}
}

// do runs f in the loop and waits for it.
func (inv *Inventory) do(f func(*state)) error {
	ran := make(chan struct{})
	cmd := func(st *state) {
		defer close(ran)
		f(st)
	}
	select {
	case inv.cmds <- cmd:
		<-ran
		return nil
	case <-inv.done:
		return ErrClosed
	}
}

// Add puts n pieces into stock.
func (inv *Inventory) Add(article string, n int) error {
	return inv.do(func(st *state) {
		st.qty[article] += n
		st.history = append(st.history, "+"+article)
	})
}

// Remove takes n pieces out and returns what is left.
func (inv *Inventory) Remove(article string, n int) (left int, err error) {
	doErr := inv.do(func(st *state) {
		left = st.qty[article]
		if left < n {
			err = ErrStock
			return
		}
		left -= n
		st.qty[article] = left
		st.history = append(st.history, "-"+article)
	})
	return left, errors.Join(doErr, err)
}

// Articles lists what there is.
func (inv *Inventory) Articles() (list []string, err error) {
	err = inv.do(func(st *state) {
		for a, n := range st.qty {
			if n > 0 {
				list = append(list, a)
			}
		}
		sort.Strings(list)
	})
	return list, err
}

// History returns what was done, the latest first.
func (inv *Inventory) History(n int) ([]string, error) {
	var out []string
	err := inv.do(func(st *state) {
		for i := len(st.history) - 1; i >= 0 && len(out) < n; i-- {
			out = append(out, st.history[i])
		}
	})
	return out, err
}

// Close stops the inventory; it may be called more than once.
func (inv *Inventory) Close() {
	inv.once.Do(func() { close(inv.quit) })
	<-inv.done
}
