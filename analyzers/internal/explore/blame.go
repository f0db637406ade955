package explore

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/syncmodel"
)

// Of several goroutines that wait for ever, most are victims: they wait for one
// that has a reason of its own. Whom a goroutine waits for is found by
// experiment: the operations at which others stand are granted, and if it can
// then move, it had been waiting for them. Locks need no experiment, they know
// who holds them.

// maxGranted bounds the states of one experiment, packageGranted those of all of a package.
const (
	maxGranted     = 200
	packageGranted = 3000
)

// noMoreExperiments reports whether the package's are used up.
func (r *search) noMoreExperiments() bool { return *r.experiments >= packageGranted }

// A verdict says why a task can never move again.
type verdict struct {
	victim bool     // it waits for others that are stuck for reasons of their own
	circle []taskID // the others in the circle in which it waits, each waiting for the next
	relock bool     // it waits for a lock that it holds itself
}

// A knot tells for whom each of the tasks waits that are stuck for ever in one node.
type knot struct {
	ids   []taskID
	waits map[taskID][]taskID
	// unknown: the package's experiments were used up before all was found out
	unknown bool
}

// knot finds out who waits for whom in a node.
func (r *search) knot(node int, stuckIn func(node int, id taskID) bool) knot {
	s := r.nodes[node].state
	k := knot{waits: make(map[taskID][]taskID)}
	for _, t := range s.tasks {
		if t.status != exiting && stuckIn(node, t.id) {
			k.ids = append(k.ids, t.id)
		}
	}
	for _, id := range k.ids {
		k.waits[id] = r.besideEquals(s, id, r.waitsFor(s, id, k.ids))
		// Of two circles the one through a lock tells more: who holds it is to blame.
		slices.SortStableFunc(k.waits[id], func(a, b taskID) int { return r.beforeLock(s, b) - r.beforeLock(s, a) })
	}
	k.unknown = r.noMoreExperiments()
	return k
}

// blame says for whom a task waits that is stuck in the knot of a node.
func (r *search) blame(node int, id taskID, k knot) verdict {
	if k.unknown {
		return verdict{victim: true} // it may be one
	}
	s, waits := r.nodes[node].state, k.waits
	if slices.Contains(waits[id], id) {
		return verdict{relock: true}
	}
	all := reachable(waits, id, -1)
	for _, other := range all {
		if !slices.Contains(reachable(waits, other, -1), id) {
			return verdict{victim: true}
		}
	}
	// Of a knot of circles, those are victims without whom a circle remains; unless
	// that holds for everybody in it.
	spared := func(id taskID) bool {
		return slices.ContainsFunc(all, func(other taskID) bool {
			return other != id && slices.Contains(reachable(waits, other, id), other)
		})
	}
	if spared(id) && slices.ContainsFunc(all, func(other taskID) bool { return !spared(other) }) {
		return verdict{victim: true}
	}
	v := verdict{circle: shortestCircle(waits, id)}
	if op := r.operation(s.task(id)); op.kind == opSend && v.circle == nil {
		// Who waits for the sender first, and would receive only then, is in a circle
		// with it, even if it closes the channel in between.
		for _, other := range k.ids {
			if w := r.operation(s.task(other)); slices.Contains(waits[other], id) && w.kind == opModel && r.comesToReceive(s, other, op.target, id) {
				v.circle = []taskID{other}
				break
			}
		}
	}
	return v
}

// besideEquals leaves out those for whom a task waits that stand at the same operation
// as it does, if it waits for others too: who is first among equals is not the reason.
func (r *search) besideEquals(s *state, id taskID, list []taskID) []taskID {
	op := r.operation(s.task(id))
	others := slices.DeleteFunc(slices.Clone(list), func(other taskID) bool {
		o := r.operation(s.task(other))
		return other != id && o.instr == op.instr && o.target == op.target
	})
	if len(others) == 0 {
		return list
	}
	return others
}

// beforeLock is 1 for a task that waits for a lock, else 0.
func (r *search) beforeLock(s *state, id taskID) int {
	op := r.operation(s.task(id))
	if op.kind == opModel && (op.callee.op == syncmodel.Lock || op.callee.op == syncmodel.RLock) {
		return 1
	}
	return 0
}

// reachable lists the tasks that a task waits for, at first or second hand, on
// ways that do not lead over one other task.
func reachable(waits map[taskID][]taskID, from, without taskID) []taskID {
	var list []taskID
	add := func(id taskID) {
		for _, next := range waits[id] {
			if next != without && !slices.Contains(list, next) {
				list = append(list, next)
			}
		}
	}
	add(from)
	for i := 0; i < len(list); i++ {
		add(list[i])
	}
	return list
}

// shortestCircle returns the way from a task back to itself, without itself.
func shortestCircle(waits map[taskID][]taskID, id taskID) []taskID {
	from := make(map[taskID]taskID)
	queue := []taskID{id}
	for i := 0; i < len(queue); i++ {
		for _, next := range waits[queue[i]] {
			if next == id {
				var way []taskID
				for at := queue[i]; at != id; at = from[at] {
					way = append([]taskID{at}, way...)
				}
				return way
			}
			if _, seen := from[next]; !seen {
				from[next] = queue[i]
				queue = append(queue, next)
			}
		}
	}
	return nil
}

// waitsFor lists those of some stuck tasks without which a task cannot move.
func (r *search) waitsFor(s *state, id taskID, ids []taskID) []taskID {
	op := r.operation(s.task(id))
	if holders, ok := r.holders(s, op); ok {
		return slices.DeleteFunc(holders, func(h taskID) bool { return !slices.Contains(ids, h) })
	}
	if o := s.onceOf(op); o.by > 0 {
		return []taskID{o.by - 1}
	}
	if list := r.owesDone(s, op, ids); len(list) > 0 {
		return list
	}
	others := slices.DeleteFunc(slices.Clone(ids), func(o taskID) bool { return o == id })
	if len(others) == 0 || !r.helps(s, id, others) {
		return nil
	}
	var list []taskID
	for _, o := range others {
		rest := slices.DeleteFunc(slices.Clone(others), func(x taskID) bool { return x == o })
		if r.helps(s, id, []taskID{o}) || !r.helps(s, id, rest) {
			list = append(list, o)
		}
	}
	return list
}

// onceOf returns the Once that an operation is about, or a new one.
func (s *state) onceOf(op *operation) once {
	p, ok := op.target.(pointer)
	if !ok || op.kind != opRunOnce && (op.kind != opModel || op.callee.op != syncmodel.OnceDo) {
		return once{}
	}
	v := s.read(p)
	if made, ok := v.(*aggregate); ok && op.kind == opRunOnce {
		v = made.elems[0]
	}
	o, _ := v.(once)
	return o
}

// owesDone lists the tasks that, when they end, report that to the group for
// which an operation waits: by a deferred Done, or because wg.Go started them.
func (r *search) owesDone(s *state, op *operation, ids []taskID) (list []taskID) {
	group, ok := op.target.(pointer)
	if !ok || op.kind != opModel || op.callee.op != syncmodel.WaitGroupWait && op.callee.op != syncmodel.GroupWait {
		return nil
	}
	for _, id := range ids {
		for _, f := range s.task(id).frames {
			owes := f.after == doneGroup && f.target == group || slices.ContainsFunc(f.defers, func(d deferred) bool {
				return d.op == syncmodel.WaitGroupDone && len(d.args) > 0 && d.args[0] == value(group)
			})
			if owes && !slices.Contains(list, id) {
				list = append(list, id)
			}
		}
	}
	return list
}

// holders lists the tasks that keep a task from taking a lock; ok is false when
// it does not wait for one.
func (r *search) holders(s *state, op *operation) (list []taskID, ok bool) {
	if op.kind != opModel || op.callee.op != syncmodel.Lock && op.callee.op != syncmodel.RLock {
		return nil, false
	}
	p, known := op.target.(pointer)
	if !known {
		return nil, false
	}
	l, isLock := s.read(p).(mutex)
	if !isLock {
		return nil, false
	}
	add := func(set string) {
		for i := range len(set) {
			if t := taskID(set[i]); !slices.Contains(list, t) {
				list = append(list, t)
			}
		}
	}
	switch {
	case l.writer > 0:
		list = append(list, l.writer-1)
	case op.callee.op == syncmodel.Lock:
		add(l.readers)
	default:
		add(l.waiting)
	}
	return list, true
}

// helps reports whether a task could move if the operations at which some other
// tasks stand were granted, whenever they block. It says so too where that cannot be
// found out any more.
func (r *search) helps(s *state, id taskID, granted []taskID) bool {
	moves := func(s *state) bool {
		return slices.ContainsFunc(r.choices(s), func(c choice) bool {
			return c.task == id && !r.sendsOnClosed(s, c) || c.what == choosePartner && c.partner == id
		})
	}
	return r.experiment(s, granted, id, moves) || r.noMoreExperiments()
}

// sendsOnClosed reports whether a choice is a send that panics: that is no help.
func (r *search) sendsOnClosed(s *state, c choice) bool {
	op := r.operation(s.task(c.task))
	ch := op.target
	switch {
	case op.kind == opSelect && c.what != chooseDefault && c.index < len(op.states) && op.states[c.index].send:
		ch = op.states[c.index].channel
	case op.kind != opSend:
		return false
	}
	p, ok := ch.(pointer)
	return ok && s.objects[p.obj] != nil && s.objects[p.obj].closed
}

// comesToReceive reports whether a task would come to receive from a channel if
// the operations at which it stands were granted, while another stands still.
func (r *search) comesToReceive(s *state, id taskID, ch value, still taskID) bool {
	if _, ok := ch.(pointer); !ok {
		return false
	}
	return r.experiment(s, []taskID{id}, still, func(s *state) bool {
		op := r.operationIn(s, id)
		return op != nil && (op.kind == opReceive && op.target == ch ||
			op.kind == opSelect && slices.ContainsFunc(op.states, func(c selectCase) bool { return !c.send && c.channel == ch }))
	})
}

// experiment searches the states that can follow when the operations of some
// tasks are granted whenever they block, for one that fulfils a condition, while
// one task stands still. It goes deep first: one way is enough.
func (r *search) experiment(s *state, granted []taskID, still taskID, holds func(*state) bool) bool {
	gaveUp, spent := r.gaveUp, r.spent
	r.experimenting, r.gaveUp = true, make(map[string]int)
	defer func() { r.experimenting, r.gaveUp, r.spent = false, gaveUp, spent }()
	seen := map[string]bool{string(s.encode()): true}
	stack := []*state{s}
	for tried := 0; len(stack) > 0 && tried < maxGranted && !r.noMoreExperiments(); tried++ {
		*r.experiments++
		s := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		var next []*state
		for _, c := range r.choices(s) {
			if c.task != still || c.what == chooseTime {
				next = append(next, r.apply(s, c)...)
			}
		}
		for _, id := range granted {
			if t := s.task(id); t != nil && t.status != exiting && len(r.taskChoices(s, t, r.operation(t))) == 0 {
				next = append(next, r.grant(s, id)...)
			}
		}
		for _, n := range next {
			n.settle()
			if n.cut || n.exited {
				continue
			}
			if holds(n) {
				return true
			}
			if key := n.encode(); !seen[string(key)] {
				seen[string(key)] = true
				stack = append(stack, n)
			}
		}
	}
	return false
}

// grant lets a task go on as if the operation at which it stands had succeeded.
// What it would have received is not known.
func (r *search) grant(s *state, id taskID) []*state {
	op := r.operation(s.task(id))
	begin := func() *machine {
		c := s.clone()
		m := &machine{search: r, s: c}
		m.t = c.writableTask(id)
		m.f = c.writableFrame(m.t)
		m.t.pending, m.t.inSection = nil, false
		return m
	}
	var states []*state
	switch op.kind {
	case opSend:
		m := begin()
		m.next()
		states = r.moveOn(m.s, []taskID{id})
	case opReceive:
		m := begin()
		m.received(op.instr.(*ssa.UnOp), nil, nil)
		states = r.moveOn(m.s, []taskID{id})
	case opSelect:
		for i := range op.states {
			m := begin()
			m.setSelected(op, i, nil, nil)
			states = append(states, r.moveOn(m.s, []taskID{id})...)
		}
	case opModel:
		m := begin()
		if p, ok := op.target.(pointer); ok {
			switch v := m.s.read(p).(type) {
			case mutex:
				v.waiting = removeTaskFrom(v.waiting, id)
				m.s.write(p, v)
			case cond:
				v.waiting = removeTaskFrom(v.waiting, id)
				m.s.write(p, v)
			}
		}
		m.completeUnknown(op)
		states = r.moveOn(m.s, []taskID{id})
	}
	return states
}
