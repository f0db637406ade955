// Package lease gives the leadership of a task to one live node.
package lease

import (
	"errors"
	"fmt"
	"sync"

	"tenth/lock/lease/good/member"
)

// ErrHeld is returned when another live node leads.
var ErrHeld = errors.New("lease: held")

// Manager knows the leader of each task.
type Manager struct {
	mu      sync.Mutex
	live    map[string]bool
	leaders map[string]string
	events  []string
}

// NewManager makes a Manager that follows a list of nodes.
func NewManager(nodes *member.List) *Manager {
	m := &Manager{live: make(map[string]bool), leaders: make(map[string]string)}
	nodes.Watch(m)
	return m
}

// Acquire makes a node the leader of a task.
func (m *Manager) Acquire(task, node string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if cur, ok := m.leaders[task]; ok && cur != node {
		return fmt.Errorf("%w by %s", ErrHeld, cur)
	}
	// A node that dies later is removed by NodeDown.
	if !m.live[node] {
		return fmt.Errorf("lease: node %s is not alive", node)
	}
	m.leaders[task] = node
	m.events = append(m.events, task+"="+node)
	return nil
}

// Leader is the node that leads a task.
func (m *Manager) Leader(task string) (string, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n, ok := m.leaders[task]
	return n, ok
}

// NodeUp implements member.Watcher.
func (m *Manager) NodeUp(id string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.live[id] = true
	m.events = append(m.events, "+"+id)
}

// NodeDown implements member.Watcher.
func (m *Manager) NodeDown(id string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.live, id)
	m.events = append(m.events, "-"+id)
	for task, n := range m.leaders {
		if n == id {
			delete(m.leaders, task)
		}
	}
}
