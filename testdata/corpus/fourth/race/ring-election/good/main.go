package main

import (
	"fmt"
	"os"
	"sync"
	"time"
)

// follower is what the monitor sees of a node
type follower interface {
	ID() int
	Leader() int
	Received() int
}

type monitor struct {
	nodes []follower
}

// settled reports whether all nodes agree on a leader.
func (m monitor) settled() (leader int, ok bool) {
	for _, n := range m.nodes {
		l := n.Leader()
		if l == 0 || leader != 0 && l != leader {
			return 0, false
		}
		leader = l
	}
	return leader, true
}

func (m monitor) wait(limit time.Duration) (int, error) {
	deadline := time.Now().Add(limit)
	for time.Now().Before(deadline) {
		if l, ok := m.settled(); ok {
			return l, nil
		}
		time.Sleep(300 * time.Microsecond)
	}
	return 0, fmt.Errorf("no leader after %v", limit)
}

func ring(ids ...int) []*Node {
	nodes := make([]*Node, len(ids))
	for i, id := range ids {
		nodes[i] = NewNode(id, len(ids))
	}
	for i, n := range nodes {
		n.next = nodes[(i+1)%len(nodes)]
	}
	return nodes
}

func main() {
	nodes := ring(4, 9, 2, 7, 5)
	var (
		wg sync.WaitGroup
		m  monitor
	)
	for _, n := range nodes {
		m.nodes = append(m.nodes, n)
		wg.Go(n.run)
	}
	leader, err := m.wait(5 * time.Second)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	wg.Wait()
	fmt.Println("leader:", leader)
	for _, n := range m.nodes {
		if n.Received() == 0 {
			fmt.Println(n.ID(), "heard nothing")
		}
	}
}
