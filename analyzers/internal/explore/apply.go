package explore

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/syncmodel"
)

// A crash is an operation whose panic ends the process.
type crash struct {
	task   taskID
	instr  ssa.Instruction
	via    Entrance
	reason string // sendOnClosed, ...
}

const sendOnClosed = "send on closed channel"

// releasedByOther: a lock goes from hand to hand between calls, in an order that those who
// make them see to. Which calls may stand side by side is not known then.
const releasedByOther = "a lock is released by somebody who does not hold it"

// apply makes the choice in a copy of s and runs the tasks that it moves up to
// their next visible operations. It returns every state that may come out,
// not yet settled.
func (r *search) apply(s *state, c choice) []*state {
	s = s.clone()
	switch c.what {
	case chooseTime:
		return r.passTime(s)
	case chooseExit:
		s.removeTask(c.task)
		return []*state{s}
	}
	op := r.operation(s.task(c.task))
	m := &machine{search: r, s: s}
	m.t = s.writableTask(c.task)
	m.f = s.writableFrame(m.t)
	if op.kind != opModel || op.callee.op != syncmodel.Sleep {
		m.t.pending = nil // a sleep orders nothing: what was done before it is still unordered
	}
	r.notePassing(op)
	m.t.inSection = op.kind == opModel && (op.callee.op == syncmodel.Lock || op.callee.op == syncmodel.RLock)
	movesOn := []taskID{c.task}
	switch op.kind {
	case opSend:
		sent := m.send(op, op.target, op.value, c)
		if c.what == choosePartner {
			r.receiveFrom(s, c, op.value)
			movesOn = append(movesOn, c.partner)
		}
		if sent {
			m.next()
		}
	case opReceive:
		v, ok := m.receive(op.target)
		m.received(op.instr.(*ssa.UnOp), v, ok)
	case opSelect:
		m.selected(op, c)
		if c.what == choosePartner {
			r.receiveFrom(s, c, op.states[c.index].value)
			movesOn = append(movesOn, c.partner)
		}
	case opSpawn:
		m.spawnCallee(op.callee, op.instr, nothing, pointer{})
		m.next()
	case opClose:
		m.closeChannel(op)
	case opSpin:
		m.t.status, m.t.watched = running, nil
	case opCancel:
		s.cancel(op.target.(pointer).obj, canceled)
		m.complete(op, nil)
	case opRunOnce:
		m.runOnce(op)
	case opEndOnce:
		m.endOnce(op)
	case opDoneGroup:
		m.doneGroup(op, c.what == chooseOther)
	case opResume:
		m.t.paused = false
		if s.task(m.t.within.of) != nil {
			s.writableTask(m.t.within.of).pending = nil // it has returned before this goes on
		}
	case opEndSubtest:
		m.f.returned = false
		m.deliver(nil)
	case opModel:
		m.applyModel(op)
	}
	return r.moveOn(s, append(movesOn, m.started...))
}

// notePassing remembers which waits end, on which WaitGroups somebody calls
// Done, and which condition variables somebody signals.
func (r *search) notePassing(op *operation) {
	if r.experimenting {
		return
	}
	p, ok := op.target.(pointer)
	switch {
	case op.kind == opModel && (op.callee.op == syncmodel.WaitGroupWait || op.callee.op == syncmodel.GroupWait):
		r.passes[op.instr] = true
	case ok && (op.kind == opDoneGroup || op.kind == opModel && slices.Contains(
		[]syncmodel.Op{syncmodel.WaitGroupDone, syncmodel.CondSignal, syncmodel.CondBroadcast}, op.callee.op)):
		r.dones[r.objectKeys[p.obj].site] = true
	}
}

// moveOn runs the tasks one after the other up to their next visible operations.
func (r *search) moveOn(s *state, tasks []taskID) []*state {
	states := []*state{s}
	for _, id := range tasks {
		var next []*state
		for _, s := range states {
			if s.cut || s.exited || s.task(id) == nil {
				next = append(next, s)
				continue
			}
			for _, s := range r.run(s, id) {
				r.findRaces(s, id)
				next = append(next, s)
			}
		}
		states = next
	}
	return states
}

// complete ends an operation that was a call: its result is stored, or, when it
// was deferred, the call is taken off the list.
func (m *machine) complete(op *operation, result value) {
	m.t.phase = 0
	if op.deferred {
		m.f.defers = m.f.defers[:len(m.f.defers)-1]
		return
	}
	if call, ok := op.instr.(*ssa.Call); ok {
		m.set(call, result)
	}
	m.next()
}

// fail makes the operation panic.
func (m *machine) fail(op *operation, reason string) {
	m.t.phase = 0
	if op.deferred {
		m.f.defers = m.f.defers[:len(m.f.defers)-1]
	}
	m.panics(iface{errorType, nil})
	m.crashes(op, reason)
}

// crashes notes why the running task panics at an operation.
func (m *machine) crashes(op *operation, reason string) {
	m.t.reason = &crash{m.t.id, op.instr, m.entrance(op.instr, m.t.id, m.t.frames), reason}
}

// send puts a value into a channel that is ready for it. It reports false when
// the send panics instead.
func (m *machine) send(op *operation, ch, v value, c choice) bool {
	p, ok := ch.(pointer)
	if !ok || m.s.objects[p.obj] == nil {
		m.suppose()
		m.s.escape(v, false)
		return true
	}
	o := m.s.writable(p.obj)
	switch {
	case o.closed:
		m.fail(op, sendOnClosed)
		return false
	case c.what == choosePartner:
	case o.environment && len(o.buffer) >= o.capacity:
		m.suppose()
		m.s.escape(v, false)
	case o.capacity >= roomy && len(o.buffer) >= m.maxBuffered:
		m.s.guessed = true // never full: the values beyond are not kept
		if m.walks {
			m.cut("too many values in a channel")
		}
	default:
		o.buffer = append(o.buffer[:len(o.buffer):len(o.buffer)], v)
	}
	return true
}

// receiveFrom hands a value to the receiver of a joint step.
func (r *search) receiveFrom(s *state, c choice, v value) {
	op := r.operation(s.task(c.partner))
	m := &machine{search: r, s: s}
	m.t = s.writableTask(c.partner)
	m.f = s.writableFrame(m.t)
	m.t.pending, m.t.inSection = nil, false
	if op.kind == opSelect {
		m.setSelected(op, c.other, v, true)
		return
	}
	m.received(op.instr.(*ssa.UnOp), v, true)
}

// receive takes the next value out of a channel that is ready.
func (m *machine) receive(ch value) (v, ok value) {
	s := m.s
	p, known := ch.(pointer)
	if !known || s.objects[p.obj] == nil {
		m.suppose()
		return nil, nil
	}
	o := s.objects[p.obj]
	switch {
	case len(o.buffer) > 0:
		w := s.writable(p.obj)
		v = w.buffer[0]
		w.buffer = append([]value(nil), w.buffer[1:]...)
		return v, true
	case o.closed:
		return zero(o.typ), false
	}
	m.suppose()
	if _, isContext := m.objectKeys[p.obj].site.(doneSite); isContext {
		s.writable(p.obj).closed = true // nothing else is ever to be received there
		return nil, false
	}
	return nil, nil
}

// suppose notes that the task went on because code that is not seen did its part.
// The path rests on that, and what the task did is ordered by it with what others
// do for the same channel.
func (m *machine) suppose() {
	m.s.guessed = true
	m.s.supposed = withTask(m.s.supposed, m.t.id)
}

func (m *machine) received(instr *ssa.UnOp, v, ok value) {
	if instr.CommaOk {
		v = &aggregate{[]value{v, ok}}
	} else if v == nil {
		v = m.unknown(instr, instr.Type())
	}
	m.set(instr, v)
	m.next()
}

func (m *machine) selected(op *operation, c choice) {
	if c.what == chooseDefault {
		m.setSelected(op, -1, nil, false)
		return
	}
	chosen := op.states[c.index]
	if chosen.send {
		if m.send(op, chosen.channel, chosen.value, c) {
			m.setSelected(op, c.index, nil, false)
		}
		return
	}
	v, ok := m.receive(chosen.channel)
	m.setSelected(op, c.index, v, ok)
}

// setSelected stores the tuple (index, recvOk, received...) of a select.
func (m *machine) setSelected(op *operation, index int, v, ok value) {
	tuple := &aggregate{elems: []value{int64(index), ok}}
	for i, s := range op.states {
		if s.send {
			continue
		}
		if i == index {
			tuple.elems = append(tuple.elems, v)
		} else {
			tuple.elems = append(tuple.elems, nil)
		}
	}
	m.set(op.instr.(*ssa.Select), tuple)
	m.next()
}

func (m *machine) closeChannel(op *operation) {
	p, ok := op.target.(pointer)
	switch {
	case op.target == value(null{}):
		m.fail(op, "close of nil channel")
		return
	case !ok || m.s.objects[p.obj] == nil:
		m.s.guessed = true
	case m.s.objects[p.obj].closed:
		m.fail(op, "close of closed channel")
		return
	default:
		m.s.writable(p.obj).closed = true
	}
	m.complete(op, nil)
}

// The names of the errors with which a context ends.
const (
	canceled         = "context.Canceled"
	deadlineExceeded = "context.DeadlineExceeded"
)

// cancel ends a context and those below it with the error of a name.
func (s *state) cancel(ctx objID, name string) {
	o := s.objects[ctx]
	if o == nil {
		return
	}
	if o.kind == timerObject { // of context.AfterFunc
		if o.fires != nil {
			w := s.writable(ctx)
			w.armed, w.remaining = true, 1
		}
		return
	}
	if done, ok := o.content.(pointer); ok && s.objects[done.obj] != nil && !s.objects[done.obj].closed {
		ch := s.writable(done.obj)
		ch.closed, ch.content = true, name
	}
	for _, child := range o.children {
		s.cancel(child, name)
	}
}

// spawnCallee starts a goroutine; when its function ends, then happens to target.
func (m *machine) spawnCallee(c callee, site ssa.Instruction, then after, target pointer) {
	started := &task{owner: m.s.epoch}
	call, isCall := site.(ssa.CallInstruction)
	switch {
	case c.fn != nil:
		f := m.frame(c.fn, c.args, c.free)
		f.owner, f.after, f.target = m.s.epoch, then, target
		started.frames = []*frame{f}
	case isCall && (c.native != nil || c.op != syncmodel.None || c.builtin == "close"):
		started.frames = []*frame{m.frameOfCall(c, call)}
		started.goexit = true // nothing comes after the call
	case c.builtin == "panic":
		m.s.exited = true // nobody can recover there
		return
	default:
		m.escape(c)
		m.letGo(c)
		return
	}
	if m.addTaskAt(started, site) {
		// The child's first segment begins with its start, which is no operation of
		// its own: it runs together with the parent's step.
		m.started = append(m.started, started.id)
	}
}

// addTaskAt gives a new task, started at an instruction, the smallest number that
// is free. It reports false when there are too many.
func (m *machine) addTaskAt(t *task, site ssa.Instruction) bool {
	for index := range m.maxInstances {
		id := m.taskID(taskKey{m.t.id, site, index})
		if m.s.task(id) != nil || m.s.refersTo(id) {
			continue
		}
		if len(m.s.tasks) >= m.maxTasks || id >= 250 {
			break
		}
		t.id = id
		if via := m.entrance(site, m.t.id, m.t.frames); via.Pos.IsValid() {
			m.startedVia[id] = via.Pos
		}
		m.s.addTask(t)
		if m.initialises() {
			m.initialisers[id] = true
		}
		return true
	}
	m.cut("too many goroutines")
	return false
}

// initialises reports whether what runs is a package's initialisation.
func (m *machine) initialises() bool {
	return m.root.initialised && m.t.id == rootTask && slices.ContainsFunc(m.t.frames, func(f *frame) bool { return f.code.fn == m.pkg.Func("init") })
}

// frameOfCall returns a frame that makes one call and ends: a deferred call of a
// frame that stands where the goroutine is started.
func (m *machine) frameOfCall(c callee, site ssa.CallInstruction) *frame {
	code := m.code(site.Parent())
	return &frame{
		owner: m.s.epoch, code: code, block: site.Block(), pc: slices.Index(site.Block().Instrs, ssa.Instruction(site)),
		regs: make([]value, code.size), defers: []deferred{{site, c}}, unwinding: true,
	}
}

// refersTo reports whether a lock or Once still belongs to a task that has ended:
// its number must not be given to another one.
func (s *state) refersTo(id taskID) bool {
	var inside func(v value) bool
	inside = func(v value) bool {
		switch v := v.(type) {
		case mutex:
			return v.writer == id+1 || containsTask(v.readers, id)
		case once:
			return v.by == id+1
		case *aggregate:
			return slices.ContainsFunc(v.elems, inside)
		}
		return false
	}
	return slices.ContainsFunc(s.objects, func(o *object) bool { return o != nil && o.kind == cell && inside(o.content) })
}

func (m *machine) runOnce(op *operation) {
	p := op.target.(pointer)
	a, ok := m.s.read(p).(*aggregate)
	if !ok {
		m.complete(op, nil)
		return
	}
	state := a.elems[0].(once)
	fn, _ := a.elems[1].(*function)
	if state.done || fn == nil || len(fn.fn.Blocks) == 0 {
		m.complete(op, a.elems[2])
		return
	}
	m.s.write(p, a.with(0, once{by: m.t.id + 1}))
	m.beginOnce(op, fn, pointer{p.obj, p.path.add(0)})
}

// beginOnce calls the function of a Once; its end is a visible operation.
func (m *machine) beginOnce(op *operation, fn *function, state pointer) {
	if op.deferred {
		m.f.defers = m.f.defers[:len(m.f.defers)-1]
	}
	m.push(fn.fn, nil, fn.free, endOnce, state)
}

func (m *machine) endOnce(op *operation) {
	p := op.target.(pointer)
	m.s.write(p, once{done: true})
	// What sync.OnceValue made gives the result to all that call it.
	o := m.s.objects[p.obj]
	if _, made := o.typ.(*types.Signature); made {
		m.s.write(pointer{obj: p.obj}, o.content.(*aggregate).with(2, op.value))
	}
	m.f.returned = false
	m.deliver(op.value)
}

func (m *machine) doneGroup(op *operation, failed bool) {
	p := op.target.(pointer)
	switch g := m.s.read(p).(type) {
	case waitGroup:
		if g.n == 0 {
			m.overReleased = true
			m.f.returned = false
			m.panics(iface{types.Typ[types.String], nil})
			m.crashes(op, "negative WaitGroup counter")
			return
		}
		m.s.write(p, waitGroup{g.n - 1})
	case group:
		g.n--
		m.s.write(p, g)
		if _, isError := op.value.(iface); isError || failed {
			if cancel, ok := g.cancel.(native); ok {
				m.s.cancel(cancel.obj, canceled)
			}
		}
	}
	m.f.returned = false
	m.deliver(nil)
}

func (m *machine) applyModel(op *operation) {
	c := op.callee
	switch c.op {
	case syncmodel.TimeAfterFunc, syncmodel.TimerReset, syncmodel.TimerStop, syncmodel.ContextAfterFunc:
		// To set a timer orders what was done before it and what it does.
		call, _ := op.instr.(*ssa.Call)
		if op.deferred {
			call = nil
		}
		m.model(c, call, func(v value) { m.complete(op, v) })
		if call == nil {
			m.complete(op, nil)
		}
		return
	case syncmodel.Sleep, syncmodel.SynctestWait, syncmodel.MapOp, syncmodel.PoolPut, syncmodel.IO:
		if c.op == syncmodel.MapOp {
			for _, a := range c.args[min(1, len(c.args)):] {
				m.s.escape(a, false) // what a sync.Map holds is not followed
			}
		}
		if c.op == syncmodel.IO {
			m.s.io = withTask(m.s.io, m.t.id)
			m.useElements(c, op.instr)
		}
		if c.op == syncmodel.SynctestWait {
			for _, t := range m.s.tasks {
				m.s.writableTask(t.id).pending = nil // it waits for them all, and orders what they did
			}
		}
		m.t.wake = 0
		m.completeUnknown(op)
		return
	case syncmodel.PoolGet:
		m.completeUnknown(op)
		return
	case syncmodel.TestParallel:
		m.complete(op, nil)
		m.detachSubtest()
		return
	case syncmodel.HTTPServe:
		m.serve(op)
		return
	case syncmodel.ContextErr:
		m.complete(op, m.contextError(op))
		return
	case syncmodel.AtomicLoad, syncmodel.AtomicStore, syncmodel.AtomicAdd, syncmodel.AtomicSwap,
		syncmodel.AtomicCompareAndSwap, syncmodel.AtomicAndOr:
		m.atomic(op)
		return
	}
	p, ok := op.target.(pointer)
	if !ok {
		m.unknownPrimitive(op)
		return
	}
	switch primitive := m.s.read(p).(type) {
	case mutex:
		m.lockOperation(op, p, primitive)
	case waitGroup:
		m.waitGroupOperation(op, p, primitive)
	case once:
		if primitive.done {
			m.complete(op, nil)
			return
		}
		fn, ok := c.args[1].(*function)
		if !ok || len(fn.fn.Blocks) == 0 {
			m.s.write(p, once{done: true})
			m.complete(op, nil)
			return
		}
		m.s.write(p, once{by: m.t.id + 1})
		m.beginOnce(op, fn, p)
	case cond:
		m.condOperation(op, p, primitive)
	case group:
		m.groupOperation(op, p, primitive)
	default:
		m.unknownPrimitive(op)
	}
}

// unknownPrimitive is an operation on a primitive that the search cannot tell
// from others. A lock decides which schedules exist: without it the path ends.
func (m *machine) unknownPrimitive(op *operation) {
	switch op.callee.op {
	case syncmodel.Lock, syncmodel.Unlock, syncmodel.RLock, syncmodel.RUnlock, syncmodel.TryLock, syncmodel.TryRLock,
		syncmodel.CondWait, syncmodel.WaitGroupGo, syncmodel.GroupGo, syncmodel.GroupTryGo, syncmodel.OnceDo:
		m.cut("a primitive that is not known")
		return
	}
	m.s.guessed = true
	m.completeUnknown(op)
}

func (m *machine) completeUnknown(op *operation) {
	var result value
	if call, ok := op.instr.(*ssa.Call); ok && !op.deferred {
		result = m.unknown(call, call.Type())
	}
	m.complete(op, result)
}

func (m *machine) lockOperation(op *operation, p pointer, l mutex) {
	self := m.t.id
	if m.experimenting && (op.callee.op == syncmodel.Unlock && l.writer != self+1 || op.callee.op == syncmodel.RUnlock && !containsTask(l.readers, self)) {
		m.complete(op, nil) // the lock was granted, but not taken
		return
	}
	switch op.callee.op {
	case syncmodel.Lock:
		if !l.free() {
			// RWMutex.Lock first announces itself; from now on new readers wait.
			l.waiting = addTaskTo(l.waiting, self)
			m.s.write(p, l)
			m.t.phase = 1
			return
		}
		l.waiting = removeTaskFrom(l.waiting, self)
		l.writer = self + 1
		m.s.write(p, l)
		m.complete(op, nil)
	case syncmodel.TryLock:
		free := l.free()
		if free {
			l.writer = self + 1
			m.s.write(p, l)
		}
		m.complete(op, free)
	case syncmodel.RLock:
		l.readers = addTaskTo(l.readers, self)
		m.s.write(p, l)
		m.complete(op, nil)
	case syncmodel.TryRLock:
		free := l.readable()
		if free {
			l.readers = addTaskTo(l.readers, self)
			m.s.write(p, l)
		}
		m.complete(op, free)
	case syncmodel.Unlock:
		if l.writer == 0 && containsTask(l.readers, self) && op.callee.object.Pkg().Path() != "sync" {
			// A wrapper's fact does not say which of the two it releases.
			l.readers = removeTaskFrom(l.readers, self)
			m.s.write(p, l)
			m.complete(op, nil)
			return
		}
		if l.writer != self+1 {
			m.overReleased = true
		}
		switch {
		case l.writer == 0:
			m.fail(op, "unlock of unlocked mutex")
			return
		case l.writer != self+1 && m.root.Kind == Driver:
			m.cut(releasedByOther)
			return
		}
		l.writer = 0
		m.s.write(p, l)
		m.complete(op, nil)
	case syncmodel.RUnlock:
		if !containsTask(l.readers, self) {
			m.overReleased = true
		}
		if l.readers == "" {
			m.fail(op, "unlock of unlocked mutex")
			return
		}
		switch {
		case containsTask(l.readers, self):
			l.readers = removeTaskFrom(l.readers, self)
		case m.root.Kind == Driver:
			m.cut(releasedByOther)
			return
		default:
			l.readers = l.readers[1:]
		}
		m.s.write(p, l)
		m.complete(op, nil)
	default:
		m.completeUnknown(op)
	}
}

func (m *machine) waitGroupOperation(op *operation, p pointer, w waitGroup) {
	switch op.callee.op {
	case syncmodel.WaitGroupAdd:
		n, known := op.callee.args[1].(int64)
		if !known {
			m.cut("WaitGroup.Add of an unknown number")
			return
		}
		if w.n += int(n); w.n < 0 {
			m.overReleased = true
			m.fail(op, "negative WaitGroup counter")
			return
		}
		m.s.write(p, w)
		m.complete(op, nil)
	case syncmodel.WaitGroupDone:
		if w.n == 0 {
			m.overReleased = true
			m.fail(op, "negative WaitGroup counter")
			return
		}
		m.s.write(p, waitGroup{w.n - 1})
		m.complete(op, nil)
	case syncmodel.WaitGroupGo:
		m.s.write(p, waitGroup{w.n + 1})
		m.spawnFunction(op, op.callee.args[1], p)
		m.complete(op, nil)
	default:
		m.complete(op, nil)
	}
}

// spawnFunction starts fn in a goroutine that reports its end to the group at p.
func (m *machine) spawnFunction(op *operation, fn value, p pointer) {
	f, ok := fn.(*function)
	if !ok || len(f.fn.Blocks) == 0 {
		m.cut("a goroutine of a library function")
		return
	}
	m.spawnCallee(callee{fn: f.fn, free: f.free}, op.instr, doneGroup, p)
}

func (m *machine) condOperation(op *operation, p pointer, c cond) {
	lock, reads, known := lockOf(c)
	switch op.callee.op {
	case syncmodel.CondWait:
		if !known {
			m.cut("a primitive that is not known")
			return
		}
		l, isMutex := m.s.read(lock).(mutex)
		if !isMutex {
			m.cut("a primitive that is not known")
			return
		}
		if m.t.phase == 0 {
			holds := l.writer == m.t.id+1
			if reads {
				holds = containsTask(l.readers, m.t.id)
			}
			if !holds {
				m.overReleased = true
			}
			switch {
			case reads && !holds, !reads && l.writer == 0:
				m.fail(op, "unlock of unlocked mutex")
				return
			case reads:
				l.readers = removeTaskFrom(l.readers, m.t.id)
			default:
				l.writer = 0
			}
			m.s.write(lock, l)
			c.waiting = addTaskTo(c.waiting, m.t.id)
			m.s.write(p, c)
			m.t.phase = 1
			return
		}
		c.woken = removeTaskFrom(c.woken, m.t.id)
		m.s.write(p, c)
		if reads {
			l.readers = addTaskTo(l.readers, m.t.id)
		} else {
			l.writer = m.t.id + 1
		}
		m.s.write(lock, l)
		m.complete(op, nil)
	case syncmodel.CondSignal:
		if c.waiting != "" {
			c.woken += c.waiting[:1]
			c.waiting = c.waiting[1:]
			m.s.write(p, c)
		}
		m.complete(op, nil)
	default:
		c.woken += c.waiting
		c.waiting = ""
		m.s.write(p, c)
		m.complete(op, nil)
	}
}

func (m *machine) groupOperation(op *operation, p pointer, g group) {
	switch op.callee.op {
	case syncmodel.GroupGo, syncmodel.GroupTryGo:
		result := value(nil)
		if op.callee.op == syncmodel.GroupTryGo {
			room := g.limit == 0 || g.n < g.limit
			result = room
			if !room {
				m.complete(op, result)
				return
			}
		}
		g.n++
		m.s.write(p, g)
		m.spawnFunction(op, op.callee.args[1], p)
		m.complete(op, result)
	case syncmodel.GroupWait:
		if cancel, ok := g.cancel.(native); ok {
			m.s.cancel(cancel.obj, canceled)
		}
		m.completeUnknown(op)
	default:
		m.completeUnknown(op)
	}
}

// atomic performs an operation of sync/atomic. Its content is kept where it is
// known; the access itself takes part in races with plain accesses.
func (m *machine) atomic(op *operation) {
	args := op.callee.args
	p, ok := op.target.(pointer)
	if !ok {
		m.completeUnknown(op)
		return
	}
	arg := func(i int) value {
		if i < len(args) {
			return args[i]
		}
		return nil
	}
	old := m.s.read(p)
	x, xKnown := old.(int64)
	y, yKnown := arg(1).(int64)
	var result value
	write := true
	switch op.callee.op {
	case syncmodel.AtomicLoad:
		result, write = old, false
	case syncmodel.AtomicStore:
		m.s.write(p, arg(1))
	case syncmodel.AtomicAdd:
		switch sym, symbolic := old.(symbol); {
		case xKnown && yKnown:
			result = wrap(x+y, op.callee.object.Signature().Results().At(0).Type())
		case symbolic && yKnown:
			result = m.symbols.plus(sym, y)
		}
		m.s.write(p, result)
	case syncmodel.AtomicSwap:
		result = old
		m.s.write(p, arg(1))
	case syncmodel.AtomicCompareAndSwap:
		equal := m.binaryEqual(old, arg(1))
		switch equal {
		case true:
			m.s.write(p, arg(2))
		case false:
			write = false
		default:
			m.s.write(p, nil)
		}
		result = equal
	default:
		combine := token.AND
		if strings.HasPrefix(op.callee.object.Name(), "Or") {
			combine = token.OR
		}
		if xKnown && yKnown {
			result = old
			m.s.write(p, arithmetic(combine, x, y))
		} else {
			m.s.write(p, nil)
		}
	}
	m.forgetAtomics(p)
	m.recordAs(p, write, true, op.instr)
	if result == nil {
		m.completeUnknown(op)
		return
	}
	m.complete(op, result)
}

// forgetAtomics lets what the task does from now on come after the atomic accesses to a place
// that others have made. A Store sees nothing of them, and a third task need not wait for
// this one; but then that could have come first as well, and a race is found there.
func (m *machine) forgetAtomics(p pointer) {
	earlier := func(a access) bool { return a.atomic && a.obj == p.obj && a.path == p.path }
	for _, t := range m.s.tasks {
		if t.id != m.t.id && slices.ContainsFunc(t.pending, earlier) {
			w := m.s.writableTask(t.id)
			w.pending = slices.DeleteFunc(slices.Clone(w.pending), earlier)
		}
	}
}

func (m *machine) binaryEqual(x, y value) value {
	switch x := x.(type) {
	case int64, bool, pointer, null:
		switch y.(type) {
		case int64, bool, pointer, null:
			return x == y
		}
	}
	return nil
}

// passTime lets virtual time go on to the next moment at which somebody wakes
// or a timer fires. The order of sleeps and timers is that of their durations,
// as if the work between them took no time.
func (r *search) passTime(s *state) []*state {
	next := int64(-1)
	earlier := func(d int64) {
		if next < 0 || d < next {
			next = d
		}
	}
	for _, t := range s.tasks {
		if t.wake > 0 {
			earlier(t.wake)
		}
	}
	for _, o := range s.objects {
		if o != nil && o.kind == timerObject && o.armed {
			earlier(o.remaining)
		}
	}
	for _, t := range s.tasks {
		if t.wake > 0 {
			s.writableTask(t.id).wake -= next
		}
		if s.bubble {
			// In a bubble time goes on only when everybody waits, and that orders them.
			s.writableTask(t.id).pending = nil
		}
	}
	var started []taskID
	for id, o := range s.objects {
		if o == nil || o.kind != timerObject || !o.armed {
			continue
		}
		w := s.writable(objID(id))
		w.remaining -= next
		if w.remaining > 0 {
			continue
		}
		w.remaining, w.armed = w.tick, w.tick > 0
		switch f := w.fires.(type) {
		case native:
			s.cancel(f.obj, deadlineExceeded)
		case *function:
			if len(f.fn.Blocks) > 0 {
				started = append(started, r.fire(s, w, f)...)
				if call, ok := w.site.(*ssa.Call); ok && syncmodel.OfCall(call.Common()) == syncmodel.ContextAfterFunc {
					w.fires = nil
				}
			}
		default:
			if a, ok := w.content.(*aggregate); ok {
				if p, ok := a.elems[0].(pointer); ok && s.objects[p.obj] != nil && len(s.objects[p.obj].buffer) == 0 {
					s.writable(p.obj).buffer = []value{nil}
				}
			}
		}
	}
	return r.moveOn(s, started)
}

// fire starts the function of a timer in a goroutine.
func (r *search) fire(s *state, timer *object, f *function) []taskID {
	m := &machine{search: r, s: s, t: &task{id: rootTask}}
	m.spawnCallee(callee{fn: f.fn, free: f.free}, timer.site, nothing, pointer{})
	return m.started
}

func (m *machine) contextError(op *operation) value {
	ctx, ok := op.target.(pointer)
	if ok && m.s.objects[ctx.obj] != nil {
		switch done := m.s.objects[ctx.obj].content.(type) {
		case null:
			return null{}
		case pointer:
			if ch := m.s.objects[done.obj]; ch != nil {
				if ch.closed {
					return iface{errorType, ch.content} // which of the two it is, if that is known
				}
				if !ch.environment {
					return null{}
				}
			}
		}
	}
	if call, ok := op.instr.(*ssa.Call); ok {
		return m.unknown(call, call.Type())
	}
	return nil
}
