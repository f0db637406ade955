package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type cluster struct {
	nodes  []*node
	cancel context.CancelFunc
	ctx    context.Context
	wg     sync.WaitGroup
}

func newCluster(names ...string) *cluster {
	c := &cluster{}
	c.ctx, c.cancel = context.WithCancel(context.Background())
	for _, name := range names {
		c.nodes = append(c.nodes, newNode(name))
	}
	for i, n := range c.nodes {
		for k := range c.nodes {
			if k != i {
				n.peers = append(n.peers, c.nodes[k])
			}
		}
	}
	for _, n := range c.nodes {
		c.wg.Go(func() { n.run(c.ctx, time.Millisecond) })
	}
	return c
}

// settled waits until a node has heard of all others.
func (c *cluster) settled(n *node) bool {
	for range 500 {
		if v := n.ask(c.ctx); len(v) == len(c.nodes) {
			return true
		}
		time.Sleep(time.Millisecond)
	}
	return false
}

func (c *cluster) stop() (missed int) {
	c.cancel()
	c.wg.Wait()
	for _, n := range c.nodes {
		missed += n.missed
	}
	return missed
}

func main() {
	c := newCluster("a", "b", "c", "d")
	for _, n := range c.nodes {
		fmt.Println(n.name, c.settled(n))
	}
	fmt.Println(c.stop() >= 0, len(c.nodes[0].known))
}
