package main

import (
	"fmt"
	"sync"
)

type vote struct {
	replica string
	yes     bool
}

type ballot struct {
	mu      sync.Mutex
	need    int
	yes, no int
	decided chan struct{}
	journal []string
}

func newBallot(replicas int) *ballot {
	return &ballot{need: replicas/2 + 1, decided: make(chan struct{})}
}

func (b *ballot) cast(v vote) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if v.yes {
		b.yes++
	} else {
		b.no++
	}
	b.journal = append(b.journal, fmt.Sprintf("%s=%t", v.replica, v.yes))
	if b.yes == b.need && v.yes || b.no == b.need && !v.yes {
		close(b.decided)
	}
}

func (b *ballot) accepted() bool {
	<-b.decided
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.yes >= b.need
}

func main() {
	replicas := []string{"oslo", "bergen", "tromsø", "bodø", "hamar"}
	b := newBallot(len(replicas))
	var wg sync.WaitGroup
	for i, r := range replicas {
		wg.Go(func() { b.cast(vote{r, i != 2}) })
	}
	fmt.Println("accepted:", b.accepted())
	wg.Wait()
	fmt.Println(len(b.journal), "votes")
}
