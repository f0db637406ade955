package main

import (
	"fmt"
	"sync"
	"time"
)

type Profile struct {
	sync.Mutex
	name    string
	friends []string
}

func (p *Profile) add(name string) {
	p.friends = append(p.friends, name)
	time.Sleep(time.Millisecond) // the database is slow
}

// Befriend makes two people friends of each other, both or none.
func (p *Profile) Befriend(other *Profile) {
	if p == other {
		return
	}
	first, second := p, other
	if second.name < first.name {
		first, second = second, first
	}
	first.Lock()
	defer first.Unlock()
	second.Lock()
	defer second.Unlock()
	p.add(other.name)
	other.add(p.name)
}

func main() {
	ann := &Profile{name: "ann"}
	bob := &Profile{name: "bob"}
	cid := &Profile{name: "cid"}

	clicks := []struct{ who, whom *Profile }{
		{ann, bob}, {bob, ann}, {cid, ann}, {bob, cid},
	}
	var wg sync.WaitGroup
	for _, c := range clicks {
		wg.Go(func() { c.who.Befriend(c.whom) })
	}
	wg.Wait()
	for _, p := range []*Profile{ann, bob, cid} {
		fmt.Println(p.name, "has", len(p.friends), "friends")
	}
}
