// Inventory trading between players of a small multiplayer game.
package main

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
)

var nextID atomic.Uint64

type Player struct {
	id   uint64
	Name string

	sync.Mutex
	gold  int
	items map[string]int
}

func NewPlayer(name string, gold int, items ...string) *Player {
	p := &Player{id: nextID.Add(1), Name: name, gold: gold, items: map[string]int{}}
	for _, it := range items {
		p.items[it]++
	}
	return p
}

type Offer struct {
	Item  string
	Price int
}

var (
	errSelf    = errors.New("cannot trade with oneself")
	errNoItem  = errors.New("seller does not have it")
	errTooPoor = errors.New("buyer cannot pay")
)

// lockBoth locks two different players and returns the function to undo it.
func lockBoth(a, b *Player) func() {
	if b.id < a.id {
		a, b = b, a
	}
	a.Lock()
	b.Lock()
	return func() {
		a.Unlock()
		b.Unlock()
	}
}

// Sell moves the item to buyer and the gold to p.
func (p *Player) Sell(buyer *Player, o Offer) error {
	if p == buyer {
		return errSelf
	}
	defer lockBoth(p, buyer)()
	switch {
	case p.items[o.Item] == 0:
		return errNoItem
	case buyer.gold < o.Price:
		return errTooPoor
	}
	p.give(o.Item, buyer)
	buyer.gold -= o.Price
	p.gold += o.Price
	return nil
}

// Swap exchanges one item each.
func (p *Player) Swap(other *Player, mine, theirs string) error {
	if p == other {
		return errSelf
	}
	unlock := lockBoth(other, p)
	defer unlock()
	if p.items[mine] == 0 || other.items[theirs] == 0 {
		return errNoItem
	}
	p.give(mine, other)
	other.give(theirs, p)
	return nil
}

func (p *Player) give(item string, to *Player) {
	if p.items[item]--; p.items[item] == 0 {
		delete(p.items, item)
	}
	to.items[item]++
}

func (p *Player) worth() (gold, items int) {
	p.Lock()
	defer p.Unlock()
	for _, n := range p.items {
		items += n
	}
	return p.gold, items
}

func main() {
	party := []*Player{
		NewPlayer("ora", 50, "sword", "rope", "lamp"),
		NewPlayer("pim", 20, "shield", "rope"),
		NewPlayer("quin", 5, "map"),
	}
	var wg sync.WaitGroup
	var deals atomic.Int64
	for _, p := range party {
		for _, q := range party {
			wg.Go(func() {
				for n := range 300 {
					if p.Sell(q, Offer{"rope", 1 + n%4}) == nil {
						deals.Add(1)
					}
					if p.Swap(q, "sword", "shield") == nil || q.Swap(p, "map", "rope") == nil {
						deals.Add(1)
					}
				}
			})
		}
	}
	wg.Wait()
	gold, items := 0, 0
	for _, p := range party {
		g, n := p.worth()
		gold, items = gold+g, items+n
	}
	fmt.Println("gold:", gold, "items:", items, "deals:", deals.Load() > 0)
}
