package main

import (
	"context"
	"maps"
	"time"
)

// view is what a node knows: the highest heartbeat of each node.
type view map[string]int

func (v view) merge(other view) (news int) {
	for name, beat := range other {
		if beat > v[name] {
			v[name] = beat
			news++
		}
	}
	return news
}

type gossip struct {
	from string
	view view
}

type node struct {
	name   string
	inbox  chan gossip
	peers  []*node
	known  view
	next   int
	missed int
	asks   chan chan view
}

func newNode(name string) *node {
	return &node{
		name:  name,
		inbox: make(chan gossip, 4),
		known: make(view),
		asks:  make(chan chan view),
	}
}

// run owns all fields but the channels until ctx ends.
func (n *node) run(ctx context.Context, every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			n.beat()
		case g := <-n.inbox:
			n.known.merge(g.view)
		case reply := <-n.asks:
			reply <- maps.Clone(n.known)
		case <-ctx.Done():
			return
		}
	}
}

func (n *node) beat() {
	n.known[n.name]++
	if len(n.peers) == 0 {
		return
	}
	p := n.peers[n.next%len(n.peers)]
	n.next++
	g := gossip{n.name, maps.Clone(n.known)}
	select {
	case p.inbox <- g:
	default:
		n.missed++
	}
}

// ask gets a copy of what the node knows.
func (n *node) ask(ctx context.Context) view {
	reply := make(chan view, 1)
	select {
	case n.asks <- reply:
		return <-reply
	case <-ctx.Done():
		return nil
	}
}
