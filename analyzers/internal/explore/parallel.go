package explore

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A subtest runs inside testing.T.Run, until it calls Parallel: then it is set
// aside, Run returns, and the subtest goes on beside the others when the function
// of the test around it has returned (package testing, "Subtests").

// detachSubtest makes a task of its own of the subtest in which the task is, if
// it is in one.
func (m *machine) detachSubtest() {
	k := len(m.t.frames) - 1
	for k >= 0 && m.t.frames[k].after != endSubtest {
		k--
	}
	if k < 1 {
		return // a top-level test: beside which others it runs is not known
	}
	caller := m.t.frames[k-1]
	run, ok := caller.block.Instrs[caller.pc].(*ssa.Call)
	if !ok {
		m.cut("a subtest that is not started by a call")
		return
	}
	around := k - 1
	for around > 0 && m.t.frames[around].after != endSubtest {
		around--
	}
	subtest := &task{owner: m.s.epoch, frames: slices.Clone(m.t.frames[k:]), paused: true, within: parallel{true, m.t.id, around}}
	bottom := *subtest.frames[0]
	bottom.owner, bottom.after = m.s.epoch, nothing
	subtest.frames[0] = &bottom
	if !m.addTaskAt(subtest, run) {
		return
	}
	m.t.frames = slices.Clone(m.t.frames[:k])
	m.writableTop()
	m.set(run, nil)
	m.next()
}

// resumes reports whether a paused subtest may go on.
func (s *state) resumes(t *task) bool {
	around := s.task(t.within.of)
	if around == nil {
		return true
	}
	return t.within.depth < len(around.frames) && around.frames[t.within.depth].returned
}

// hasSubtests reports whether a test has parallel subtests that have not ended.
func (s *state) hasSubtests(id taskID, depth int) bool {
	return slices.ContainsFunc(s.tasks, func(t *task) bool { return t.within == parallel{true, id, depth} })
}

// handlerOf returns the function that handles requests, or nil.
func (m *machine) handlerOf(v value) value {
	switch v := v.(type) {
	case *function:
		if len(v.fn.Blocks) > 0 {
			return v
		}
	case iface:
		if f, ok := v.val.(*function); ok {
			return m.handlerOf(f) // http.HandlerFunc
		}
		if fn := m.methodOf(v.typ, "ServeHTTP"); fn != nil && len(fn.Blocks) > 0 {
			return v
		}
	}
	return nil
}

// hasOwnListener reports whether one of the arguments of Serve is a listener of the package
// under analysis: that one knows how many connections there are.
func (m *machine) hasOwnListener(args []value) bool {
	return slices.ContainsFunc(args, func(v value) bool {
		i, ok := v.(iface)
		if !ok {
			return false
		}
		accept := m.methodOf(i.typ, "Accept")
		return accept != nil && len(accept.Blocks) > 0
	})
}

// serverTime is longer than what else a program waits for.
const serverTime = 1 << 60

// serve handles two requests of each kind at once, as net/http does, in
// goroutines of their own, and goes on when nothing else is left.
func (m *machine) serve(op *operation) {
	if m.t.phase == 1 {
		m.completeUnknown(op)
		return
	}
	m.t.phase, m.t.wake = 1, serverTime
	handlers := slices.Clone(m.s.handlers)
	if m.root.Kind == Program && !isMain(m.root) || m.hasOwnListener(op.callee.args) {
		// A test makes its requests itself, mostly one after the other, through what is not seen.
		// So does who writes a listener.
		for _, v := range append(handlers, op.callee.args...) {
			m.s.escape(v, false)
		}
		return
	}
	for _, a := range op.callee.args {
		if h := m.handlerOf(a); h != nil {
			handlers = append(handlers, h)
		}
	}
	for _, h := range handlers {
		c := callee{args: []value{nil, nil}}
		switch h := h.(type) {
		case *function:
			c.fn, c.free = h.fn, h.free
			if len(h.fn.Params) == 3 {
				continue // a method expression
			}
		case iface:
			c.fn, c.args = m.methodOf(h.typ, "ServeHTTP"), []value{h.val, nil, nil}
		}
		for range 2 {
			if len(m.s.tasks) < m.maxTasks {
				m.spawnCallee(c, op.instr, nothing, pointer{})
			}
		}
	}
}
