package explore

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A goroutine that polls a variable goes round without a visible operation until another one
// changes it. It comes to rest where its loop begins: what it has read races with what others
// do, and they go on; it looks again when something has changed. Nothing is said about who
// waits for ever meanwhile.

// spinTurns is how many turns of a loop one segment makes before it is looked whether the next
// one changes anything.
const spinTurns = 12

// polls is why a root is given up in which a goroutine spins.
const polls = "a goroutine polls memory"

// A lap is a loop that a task goes through in one of its calls.
type lap struct {
	depth int // of the call, on the task's stack
	head  *ssa.BasicBlock
}

// rounds counts how often a segment has come back to the head of a loop, and holds the state in
// which the last turn that was counted began.
type rounds struct {
	count int
	state string
}

// turned notes that a task comes back to the head of a loop. If the turn has changed nothing, the
// next one will not either, and the task comes to rest.
func (m *machine) turned(head *ssa.BasicBlock) {
	if m.laps == nil {
		m.laps = make(map[lap]*rounds)
	}
	key := lap{len(m.t.frames), head}
	so := m.laps[key]
	if so == nil {
		so = new(rounds)
		m.laps[key] = so
	}
	switch so.count++; so.count {
	case spinTurns:
		so.state = m.snapshot()
	case spinTurns + 1:
		if so.state == m.snapshot() {
			m.t.status = spinning
			m.t.watched = make(map[objID]*object)
			for _, a := range m.t.pending {
				m.t.watched[a.obj] = m.s.objects[a.obj]
			}
			m.gaveUp[polls]++
		}
	}
}

// snapshot returns the present state as bytes: equal ones go on alike.
func (m *machine) snapshot() string {
	now := m.copyState()
	now.settle()
	return string(now.encode())
}

// changed reports whether something has changed of what a task that spins has read. Objects
// are written to in copies.
func (s *state) changed(t *task) bool {
	for id, o := range t.watched {
		if s.objects[id] != o {
			return true
		}
	}
	return false
}

// spins reports whether a task of the state spins.
func (s *state) spins() bool {
	return slices.ContainsFunc(s.tasks, func(t *task) bool { return t.status == spinning })
}
