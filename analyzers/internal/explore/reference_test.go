package explore_test

import (
	"encoding/binary"
	"slices"
)

// The reference is as naive as can be: every statement is a step of its own, all
// states are kept, and nothing is reduced. It shares no code with the search that
// it is compared with, nor its representation of programs.

// An instr is one step of a task of a mini, with loops unrolled.
type instr struct {
	stmtKind
	n, value int
	line     int
	end      bool    // of a lock or rlock: the unlock; of a condition variable's wait: it has been woken; of a Once: its function has returned
	all      bool    // of done or wait: the group that main waits for at its end
	acquire  bool    // the second half of a write lock
	jump     int     // where to go on, when it is not the next one (-1)
	cases    []instr // select
	targets  []int   // select, in the order of cases, then the default's (or -1)
	anyway   bool    // an unconditional jump
}

// compile flattens one task.
func (m *mini) compile(task int) []instr {
	var code []instr
	emit := func(i instr) int {
		code = append(code, i)
		return len(code) - 1
	}
	lock := func(n, line int) {
		emit(instr{stmtKind: lockStmt, n: n, line: line})
		emit(instr{stmtKind: lockStmt, n: n, line: line, acquire: true})
	}
	// What Wait does is give the lock back, wait, and take the lock as anybody does.
	condWait := func() {
		emit(instr{stmtKind: condWaitStmt})
		emit(instr{stmtKind: condWaitStmt, end: true})
		lock(0, 0)
	}
	var flatten func(b block)
	flatten = func(b block) {
		for _, s := range b {
			switch s.kind {
			case lockStmt:
				lock(s.n, s.line)
				flatten(s.body)
				emit(instr{stmtKind: lockStmt, n: s.n, line: s.endLine, end: true})
			case rlockStmt:
				emit(instr{stmtKind: rlockStmt, n: s.n, line: s.line})
				flatten(s.body)
				emit(instr{stmtKind: rlockStmt, n: s.n, line: s.endLine, end: true})
			case condWaitStmt:
				condWait()
			case condLoopStmt:
				at := emit(instr{stmtKind: condLoopStmt, n: s.n, line: s.line})
				condWait()
				emit(instr{anyway: true, jump: at})
				code[at].jump = len(code)
			case onceStmt:
				at := emit(instr{stmtKind: onceStmt, n: s.n, line: s.line})
				flatten(s.body)
				emit(instr{stmtKind: onceStmt, n: s.n, end: true})
				code[at].jump = len(code)
			case selectStmt:
				at := emit(instr{stmtKind: selectStmt, line: s.line})
				var cases []instr
				var targets, ends []int
				for i, c := range s.cases {
					cases = append(cases, instr{stmtKind: c.kind, n: c.n, value: c.value, line: c.line})
					targets = append(targets, len(code))
					flatten(s.bodies[i])
					ends = append(ends, emit(instr{anyway: true}))
				}
				def := -1
				if s.hasDef {
					def = len(code)
					flatten(s.def)
				}
				code[at].cases, code[at].targets = cases, append(targets, def)
				for _, e := range ends {
					code[e].jump = len(code)
				}
			case ifStmt, atomicLoadStmt, atomicAddStmt, atomicSwapStmt, atomicCASStmt, errStmt:
				at := emit(instr{stmtKind: s.kind, n: s.n, line: s.line})
				flatten(s.body)
				end := emit(instr{anyway: true})
				code[at].jump = len(code)
				flatten(s.other)
				code[end].jump = len(code)
			case loopStmt:
				flatten(s.body)
				if m.twins && len(s.body) == 1 && s.body[0].kind == spawnStmt {
					flatten(block{{kind: spawnStmt, n: 2}})
					continue
				}
				flatten(s.body)
			default:
				emit(instr{stmtKind: s.kind, n: s.n, value: s.value, line: s.line})
			}
		}
	}
	flatten(m.tasks[task])
	if task == 0 {
		emit(instr{stmtKind: waitStmt, all: true})
	} else {
		emit(instr{stmtKind: doneStmt, all: true})
	}
	return code
}

// A rstate is a state of the reference; its fields are small and never shared.
type rstate struct {
	pc      []int // -1: not started
	v       []int
	writer  []int // by mutex: 1 + the task that has announced itself or locked
	locked  []bool
	readers []int
	buffer  [][]int
	closed  []bool
	wg, all int
	x       []int  // shared integers, and the atomic.Int64
	waiting []int  // tasks that wait for the condition variable, the first one first
	woken   []bool // by task
	onces   [onces]onceState
	crashed bool
	steps   int // from the start; not part of the state
}

func (s *rstate) clone() *rstate {
	c := *s
	c.pc, c.v = slices.Clone(s.pc), slices.Clone(s.v)
	c.writer, c.locked, c.readers = slices.Clone(s.writer), slices.Clone(s.locked), slices.Clone(s.readers)
	c.buffer, c.closed = slices.Clone(s.buffer), slices.Clone(s.closed)
	c.x, c.waiting, c.woken = slices.Clone(s.x), slices.Clone(s.waiting), slices.Clone(s.woken)
	for i, b := range c.buffer {
		c.buffer[i] = slices.Clone(b)
	}
	return &c
}

func (s *rstate) key() string {
	var b []byte
	put := func(n int) { b = binary.AppendVarint(b, int64(n)) }
	flag := func(f bool) {
		if f {
			put(1)
		} else {
			put(0)
		}
	}
	list := func(l []int) {
		put(len(l))
		for _, n := range l {
			put(n)
		}
	}
	for i := range s.pc {
		put(s.pc[i])
		put(s.v[i])
	}
	for i := range s.writer {
		put(s.writer[i])
		flag(s.locked[i])
		put(s.readers[i])
	}
	for i := range s.buffer {
		list(s.buffer[i])
		flag(s.closed[i])
	}
	put(s.wg)
	put(s.all)
	list(s.x)
	list(s.waiting)
	for _, w := range s.woken {
		flag(w)
	}
	for _, o := range s.onces {
		put(int(o))
	}
	flag(s.crashed)
	return string(b)
}

// A onceState is how far a sync.Once is.
type onceState byte

const (
	onceFresh onceState = iota
	onceRuns
	onceDone
)

// A verdict is what can happen in a program, each with the steps of a shortest way to it.
type verdict struct {
	deadlock, crash     bool
	toDeadlock, toCrash int
	races               map[[2]int]int // pairs of lines, the smaller first
	racyDecision        bool           // there are races for what decides how a task goes on
	states              int
	tooBig              bool
}

// notes a bad state that is some steps away.
func (v *verdict) noteRace(pair [2]int, steps int) {
	if known, ok := v.races[pair]; !ok || steps < known {
		v.races[pair] = steps
	}
}

func (v *verdict) noteDeadlock(steps int) {
	if !v.deadlock || steps < v.toDeadlock {
		v.deadlock, v.toDeadlock = true, steps
	}
}

func (v *verdict) noteCrash(steps int) {
	if !v.crash || steps < v.toCrash {
		v.crash, v.toCrash = true, steps
	}
}

const referenceLimit = 200_000

// A reference searches one program.
type reference struct {
	mini *mini
	code [][]instr
	// capacity is that of the channels, contexts' behind the others
	capacity []int
	decides  map[int]bool // shared integers that decide how a task goes on
	verdict  verdict
}

func (m *mini) judge() verdict {
	r := &reference{mini: m, decides: make(map[int]bool), verdict: verdict{races: make(map[[2]int]int)}}
	s := &rstate{wg: m.added, all: len(m.tasks) - 1, x: make([]int, m.shared+1), woken: make([]bool, len(m.tasks))}
	for i := range m.tasks {
		r.code = append(r.code, m.compile(i))
		s.pc, s.v = append(s.pc, -1), append(s.v, 0)
		for _, in := range r.code[i] {
			switch in.stmtKind {
			case condLoopStmt, atomicLoadStmt, atomicAddStmt, atomicSwapStmt, atomicCASStmt:
				r.decides[in.n] = true
			}
		}
	}
	s.pc[0] = 0
	r.settle(s, 0)
	for range m.mutexes {
		s.writer, s.locked, s.readers = append(s.writer, 0), append(s.locked, false), append(s.readers, 0)
	}
	r.capacity = slices.Concat(m.channels, make([]int, contexts))
	for range r.capacity {
		s.buffer, s.closed = append(s.buffer, nil), append(s.closed, false)
	}
	seen := map[string]bool{s.key(): true}
	for work := []*rstate{s}; len(work) > 0; work = work[1:] {
		s := work[0]
		if s.crashed {
			r.verdict.noteCrash(s.steps)
			continue
		}
		r.findRaces(s)
		next := r.successors(s)
		if len(next) == 0 && s.pc[0] < len(r.code[0]) {
			r.verdict.noteDeadlock(s.steps)
		}
		for _, n := range next {
			if k := n.key(); !seen[k] {
				n.steps = s.steps + 1
				seen[k] = true
				work = append(work, n)
			}
		}
		if len(seen) > referenceLimit {
			r.verdict.tooBig = true
			break
		}
	}
	r.verdict.states = len(seen)
	return r.verdict
}

// settle goes through jumps and conditions, which nobody can notice.
func (r *reference) settle(s *rstate, t int) {
	for s.pc[t] < len(r.code[t]) {
		switch i := r.code[t][s.pc[t]]; {
		case i.anyway:
			s.pc[t] = i.jump
		case i.stmtKind == ifStmt && s.v[t] == 1:
			s.pc[t]++
		case i.stmtKind == ifStmt:
			s.pc[t] = i.jump
		default:
			return
		}
	}
}

// at returns what a task is about to do, or nil.
func (r *reference) at(s *rstate, t int) *instr {
	if s.pc[t] < 0 || s.pc[t] >= len(r.code[t]) {
		return nil
	}
	return &r.code[t][s.pc[t]]
}

// A raccess is what a step does to a shared integer.
type raccess struct{ reads, writes, atomic bool }

func (i *instr) access() raccess {
	switch i.stmtKind {
	case readStmt, condLoopStmt:
		return raccess{reads: true}
	case writeStmt:
		return raccess{writes: true}
	case atomicLoadStmt:
		return raccess{reads: true, atomic: true}
	case atomicStoreStmt, atomicAddStmt, atomicSwapStmt:
		return raccess{writes: true, atomic: true}
	case atomicCASStmt:
		return raccess{reads: true, writes: true, atomic: true}
	}
	return raccess{}
}

// failsIn reports whether a step is a CompareAndSwap that only reads.
func (i *instr) failsIn(s *rstate) bool { return i.stmtKind == atomicCASStmt && s.x[i.n] != 0 }

func (a raccess) conflicts(b raccess) bool {
	return (a.writes && (b.reads || b.writes) || a.reads && b.writes) && !(a.atomic && b.atomic)
}

func (r *reference) findRaces(s *rstate) {
	for t := range s.pc {
		for u := range t {
			a, b := r.at(s, t), r.at(s, u)
			if a == nil || b == nil || a.n != b.n {
				continue
			}
			how, also := a.access(), b.access()
			if !how.conflicts(also) {
				continue
			}
			r.verdict.racyDecision = r.verdict.racyDecision || r.decides[a.n]
			if a.failsIn(s) && !also.writes || b.failsIn(s) && !how.writes {
				continue
			}
			steps := s.steps
			if how.atomic || also.atomic {
				steps++ // an atomic access is a step of a witness, and a plain one is none
			}
			r.verdict.noteRace([2]int{min(a.line, b.line), max(a.line, b.line)}, steps)
		}
	}
}

// An offer is a communication that a task is ready for.
type offer struct {
	task   int
	send   bool
	n      int
	value  int
	target int
}

func (r *reference) offers(s *rstate, t int) []offer {
	i := r.at(s, t)
	if i == nil {
		return nil
	}
	switch i.stmtKind {
	case sendStmt, recvStmt:
		return []offer{{t, i.stmtKind == sendStmt, i.n, i.value, s.pc[t] + 1}}
	case selectStmt:
		var list []offer
		for k, c := range i.cases {
			list = append(list, offer{t, c.stmtKind == sendStmt, c.n, c.value, i.targets[k]})
		}
		return list
	}
	return nil
}

func (r *reference) successors(s *rstate) []*rstate {
	var next []*rstate
	for t := range s.pc {
		i := r.at(s, t)
		if i == nil {
			continue
		}
		step := func(change func(n *rstate) bool) {
			n := s.clone()
			n.pc[t]++
			if change(n) {
				r.settle(n, t)
				next = append(next, n)
			}
		}
		branch := func(n *rstate, holds bool) {
			if !holds {
				n.pc[t] = i.jump
			}
		}
		crash := func(n *rstate) bool {
			*n = rstate{crashed: true, pc: n.pc, v: n.v}
			return true
		}
		switch i.stmtKind {
		case readStmt:
			step(func(n *rstate) bool { return true })
		case writeStmt:
			step(func(n *rstate) bool {
				n.x[i.n] = 1
				return true
			})
		case atomicLoadStmt:
			step(func(n *rstate) bool {
				branch(n, n.x[i.n] == 1)
				return true
			})
		case atomicStoreStmt:
			step(func(n *rstate) bool {
				n.x[i.n] = i.value
				return true
			})
		case atomicAddStmt:
			step(func(n *rstate) bool {
				n.x[i.n]++
				branch(n, n.x[i.n] == 2)
				return true
			})
		case atomicSwapStmt:
			step(func(n *rstate) bool {
				branch(n, n.x[i.n] == 1)
				n.x[i.n] = 1
				return true
			})
		case atomicCASStmt:
			step(func(n *rstate) bool {
				changes := n.x[i.n] == 0
				if changes {
					n.x[i.n] = 1
				}
				branch(n, changes)
				return true
			})
		case cancelStmt:
			// To cancel a context twice is nothing. That its children end in the same moment is
			// the search's view too; in the runtime they end one after the other.
			step(func(n *rstate) bool {
				for c := i.n; c < contexts; c++ {
					n.closed[len(r.mini.channels)+c] = true
				}
				return true
			})
		case errStmt:
			step(func(n *rstate) bool {
				branch(n, n.closed[len(r.mini.channels)+i.n])
				return true
			})
		case condLoopStmt:
			step(func(n *rstate) bool {
				branch(n, n.x[i.n] == 0)
				return true
			})
		case condWaitStmt:
			step(func(n *rstate) bool {
				switch {
				case i.end:
					woken := n.woken[t]
					n.woken[t] = false
					return woken
				case !n.locked[0]:
					return crash(n)
				}
				n.writer[0], n.locked[0] = 0, false
				n.waiting = append(n.waiting, t)
				return true
			})
		case onceStmt:
			step(func(n *rstate) bool {
				switch {
				case i.end:
					n.onces[i.n] = onceDone
				case n.onces[i.n] == onceRuns:
					return false
				case n.onces[i.n] == onceDone:
					n.pc[t] = i.jump
				default:
					n.onces[i.n] = onceRuns
				}
				return true
			})
		case signalStmt, broadcastStmt:
			// The documentation does not say whom Signal wakes; in the runtime it is who
			// waits longest.
			step(func(n *rstate) bool {
				count := len(n.waiting)
				if i.stmtKind == signalStmt {
					count = min(1, count)
				}
				for _, w := range n.waiting[:count] {
					n.woken[w] = true
				}
				n.waiting = n.waiting[count:]
				return true
			})
		case spawnStmt:
			step(func(n *rstate) bool {
				n.pc[i.n] = 0
				r.settle(n, i.n)
				return true
			})
		case lockStmt:
			step(func(n *rstate) bool {
				switch {
				case i.end && (!n.locked[i.n]):
					return crash(n)
				case i.end:
					n.writer[i.n], n.locked[i.n] = 0, false
					return true
				case !i.acquire:
					if n.writer[i.n] != 0 {
						return false
					}
					n.writer[i.n] = t + 1
					return true
				}
				if n.writer[i.n] != t+1 || n.readers[i.n] > 0 {
					return false
				}
				n.locked[i.n] = true
				return true
			})
		case unlockStmt:
			step(func(n *rstate) bool {
				if !n.locked[i.n] {
					return crash(n)
				}
				n.writer[i.n], n.locked[i.n] = 0, false
				return true
			})
		case rlockStmt:
			step(func(n *rstate) bool {
				switch {
				case i.end && n.readers[i.n] == 0:
					return crash(n)
				case i.end:
					n.readers[i.n]--
					return true
				case n.writer[i.n] != 0:
					return false
				}
				n.readers[i.n]++
				return true
			})
		case closeStmt:
			step(func(n *rstate) bool {
				if n.closed[i.n] {
					return crash(n)
				}
				n.closed[i.n] = true
				return true
			})
		case doneStmt:
			step(func(n *rstate) bool {
				if i.all {
					n.all--
					return true
				}
				n.wg--
				return n.wg >= 0 || crash(n)
			})
		case waitStmt:
			step(func(n *rstate) bool { return i.all && n.all == 0 || !i.all && n.wg == 0 })
		case sendStmt, recvStmt, selectStmt:
			next = append(next, r.communications(s, t)...)
		}
	}
	return next
}

// communications returns what can follow when a task sends, receives or selects.
// What two tasks do together is returned for the sender. A partner that is about
// to send or receive need not have arrived yet: it keeps no select from its
// default.
func (r *reference) communications(s *rstate, t int) []*rstate {
	var next []*rstate
	ready := false
	goTo := func(n *rstate, t, target int) {
		n.pc[t] = target
		r.settle(n, t)
	}
	for _, o := range r.offers(s, t) {
		n := s.clone()
		capacity := r.capacity[o.n]
		switch {
		case o.send && s.closed[o.n]:
			ready = true
			next = append(next, &rstate{crashed: true, pc: n.pc, v: n.v})
		case o.send && len(s.buffer[o.n]) < capacity:
			ready = true
			n.buffer[o.n] = append(n.buffer[o.n], o.value)
			goTo(n, t, o.target)
			next = append(next, n)
		case !o.send && len(s.buffer[o.n]) > 0:
			ready = true
			n.v[t] = n.buffer[o.n][0]
			n.buffer[o.n] = n.buffer[o.n][1:]
			goTo(n, t, o.target)
			next = append(next, n)
		case !o.send && s.closed[o.n]:
			ready = true
			if o.n < len(r.mini.channels) {
				n.v[t] = 0
			}
			goTo(n, t, o.target)
			next = append(next, n)
		case capacity == 0:
			for u := range s.pc {
				if u == t || !o.send {
					continue // the sender's turn returns it
				}
				for _, p := range r.offers(s, u) {
					if p.n != o.n || p.send {
						continue
					}
					n := s.clone()
					n.v[u] = o.value
					goTo(n, t, o.target)
					goTo(n, u, p.target)
					next = append(next, n)
				}
			}
		}
	}
	i := r.at(s, t)
	if i.stmtKind == selectStmt {
		if def := i.targets[len(i.targets)-1]; def >= 0 && !ready {
			n := s.clone()
			goTo(n, t, def)
			next = append(next, n)
		}
	}
	return next
}
