package main

import (
	"fmt"
	"sync"
	"time"
)

type Member struct {
	sync.Mutex
	Name string
	Club *Club
}

type Club struct {
	sync.Mutex
	Name    string
	Members []*Member
}

func (c *Club) admit(m *Member) {
	c.Members = append(c.Members, m)
	m.Club = c
}

// Leave takes the member out of his club.
func (m *Member) Leave() {
	m.Lock()
	club := m.Club
	m.Unlock()
	if club == nil {
		return
	}
	time.Sleep(time.Millisecond) // fills in the form
	club.remove(m)
	m.Lock()
	defer m.Unlock()
	m.Club = nil
}

func (c *Club) remove(m *Member) {
	c.Lock()
	defer c.Unlock()
	for i, x := range c.Members {
		if x == m {
			c.Members = append(c.Members[:i], c.Members[i+1:]...)
			return
		}
	}
}

// Disband sends everybody home.
func (c *Club) Disband() {
	c.Lock()
	defer c.Unlock()
	for _, m := range c.Members {
		time.Sleep(200 * time.Microsecond)
		m.Lock()
		m.Club = nil
		m.Unlock()
	}
	c.Members = nil
}

func main() {
	club := &Club{Name: "chess"}
	var people []*Member
	for i := range 10 {
		m := &Member{Name: fmt.Sprint("member ", i)}
		club.admit(m)
		people = append(people, m)
	}

	var wg sync.WaitGroup
	for _, m := range people[4:] {
		wg.Go(m.Leave)
	}
	wg.Go(club.Disband)
	wg.Wait()
	fmt.Println(club.Name, "has", len(club.Members), "members")
}
