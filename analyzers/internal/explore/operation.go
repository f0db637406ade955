package explore

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/syncmodel"
)

type operationKind byte

const (
	opSend operationKind = iota
	opReceive
	opSelect
	opClose
	opSpawn
	opModel   // a call that syncmodel knows
	opCancel  // a context's cancel function
	opRunOnce // a function that sync.OnceFunc made
	opEndOnce
	opDoneGroup
	opEndSubtest // the end of a subtest that has parallel subtests of its own
	opResume     // a parallel subtest goes on
	opSpin       // a loop that waits for others to change memory
)

// An operation is the visible operation before which a task stands.
type operation struct {
	kind     operationKind
	instr    ssa.Instruction
	callee   callee // opModel, opSpawn
	deferred bool   // it is run by RunDefers, or while unwinding
	target   value  // channel, or the primitive
	value    value  // what is sent
	states   []selectCase
	blocking bool // select without default
}

type selectCase struct {
	send    bool
	channel value
	value   value
	pos     token.Pos
}

// operation returns the visible operation at which a task of a state stands that has
// come to rest, or nil when its next instruction is invisible. Every other task asks
// for it to know who may answer, so the task keeps it until somebody writes to it.
func (r *search) operation(t *task) *operation {
	if t.standsAt == nil {
		t.standsAt = r.nextOperation(t)
	}
	return t.standsAt
}

// operationIn returns the visible operation at which a task stands in a state; nil where it has
// ended or has only to end.
func (r *search) operationIn(s *state, id taskID) *operation {
	t := s.task(id)
	if t == nil || t.status == exiting {
		return nil
	}
	return r.operation(t)
}

// nextOperation is operation for a task that is being run.
func (r *search) nextOperation(t *task) *operation {
	f := t.top()
	if t.status == spinning {
		return &operation{kind: opSpin, instr: f.block.Instrs[f.pc]}
	}
	if t.paused {
		return &operation{kind: opResume, instr: f.block.Instrs[f.pc]}
	}
	if f.returned {
		kind := opDoneGroup
		switch f.after {
		case endOnce:
			kind = opEndOnce
		case endSubtest:
			kind = opEndSubtest
		}
		return &operation{kind: kind, target: f.target, value: f.results, instr: f.block.Instrs[min(f.pc, len(f.block.Instrs)-1)]}
	}
	instr := f.block.Instrs[f.pc]
	_, runsDefers := instr.(*ssa.RunDefers)
	if f.unwinding || runsDefers {
		if len(f.defers) == 0 {
			return nil
		}
		d := f.defers[len(f.defers)-1]
		return r.callOperation(d.callee, d.instr, true)
	}
	switch instr := instr.(type) {
	case *ssa.Send:
		return &operation{kind: opSend, instr: instr, target: r.valueOf(f, instr.Chan), value: r.valueOf(f, instr.X)}
	case *ssa.UnOp:
		if instr.Op == token.ARROW && isPark(instr) {
			return &operation{kind: opSelect, instr: instr, blocking: true}
		}
		if instr.Op == token.ARROW {
			return &operation{kind: opReceive, instr: instr, target: r.valueOf(f, instr.X)}
		}
	case *ssa.Select:
		op := &operation{kind: opSelect, instr: instr, blocking: instr.Blocking}
		for _, s := range instr.States {
			c := selectCase{send: s.Dir == types.SendOnly, channel: r.valueOf(f, s.Chan), pos: s.Pos}
			if c.send {
				c.value = r.valueOf(f, s.Send)
			}
			op.states = append(op.states, c)
		}
		return op
	case *ssa.Go:
		return &operation{kind: opSpawn, instr: instr, callee: r.resolve(f, instr.Common())}
	case *ssa.Call:
		if !r.mayBeOperation(instr.Common()) {
			return nil
		}
		return r.callOperation(r.resolve(f, instr.Common()), instr, false)
	}
	return nil
}

// parks reports whether an operation is one that nobody can ever answer, on purpose.
func (op *operation) parks() bool { return op.kind == opSelect && len(op.states) == 0 }

// isPark reports whether a receive is <-make(chan struct{}), another way to write an empty
// select. Where the channel has a name somebody was meant to send.
func isPark(receive *ssa.UnOp) bool {
	made, ok := receive.X.(*ssa.MakeChan)
	return ok && made.Pos() > receive.Pos()
}

// mayBeOperation is a cheap test that most calls fail.
func (r *search) mayBeOperation(c *ssa.CallCommon) bool {
	if c.IsInvoke() {
		return true
	}
	switch v := c.Value.(type) {
	case *ssa.Builtin:
		return v.Name() == "close"
	case *ssa.Function:
		obj, ok := v.Object().(*types.Func)
		return ok && (r.opOf(obj) != syncmodel.None || len(v.Blocks) == 0 && obj.Pkg() != nil && !r.standard(obj.Pkg().Path()))
	}
	return true
}

func (r *search) callOperation(c callee, instr ssa.Instruction, isDeferred bool) *operation {
	op := &operation{instr: instr, callee: c, deferred: isDeferred}
	switch {
	case c.builtin == "close":
		op.kind, op.target = opClose, c.args[0]
	case c.native != nil:
		switch c.native.op {
		case cancelContext:
			op.kind, op.target = opCancel, pointer{obj: c.native.obj}
		case callOnce:
			op.kind, op.target = opRunOnce, pointer{obj: c.native.obj}
		default:
			return nil
		}
	case visible[c.op]:
		op.kind = opModel
		if len(c.args) > 0 {
			op.target = c.args[0]
		}
	default:
		return nil
	}
	return op
}

// visible lists the library's operations that other tasks can notice.
var visible = map[syncmodel.Op]bool{
	syncmodel.Lock: true, syncmodel.Unlock: true, syncmodel.RLock: true, syncmodel.RUnlock: true,
	syncmodel.TryLock: true, syncmodel.TryRLock: true,
	syncmodel.WaitGroupAdd: true, syncmodel.WaitGroupDone: true, syncmodel.WaitGroupWait: true, syncmodel.WaitGroupGo: true,
	syncmodel.OnceDo:   true,
	syncmodel.CondWait: true, syncmodel.CondSignal: true, syncmodel.CondBroadcast: true,
	syncmodel.AtomicLoad: true, syncmodel.AtomicStore: true, syncmodel.AtomicAdd: true, syncmodel.AtomicSwap: true,
	syncmodel.AtomicCompareAndSwap: true, syncmodel.AtomicAndOr: true,
	syncmodel.MapOp: true, syncmodel.PoolGet: true, syncmodel.PoolPut: true,
	syncmodel.GroupGo: true, syncmodel.GroupTryGo: true, syncmodel.GroupWait: true,
	syncmodel.TimeAfterFunc: true, syncmodel.TimerReset: true, syncmodel.TimerStop: true, syncmodel.ContextAfterFunc: true, syncmodel.IO: true,
	syncmodel.ContextErr: true, syncmodel.Sleep: true, syncmodel.SynctestWait: true,
	syncmodel.TestParallel: true, syncmodel.HTTPServe: true,
}

// pos returns where the operation stands in the source.
func (op *operation) pos() token.Pos { return position(op.instr) }

// position finds the source position of an instruction: its own, or its
// operands', or that of the nearest instruction before it.
func position(instr ssa.Instruction) token.Pos {
	if d, ok := instr.(*ssa.Defer); ok {
		return d.Pos()
	}
	if p := instr.Pos(); p.IsValid() {
		return p
	}
	for _, op := range instr.Operands(nil) {
		if v, ok := (*op).(ssa.Instruction); ok && v.Parent() == instr.Parent() && (*op).Pos().IsValid() {
			return (*op).Pos()
		}
	}
	b := instr.Block()
	at := -1
	for i, other := range b.Instrs {
		if other == instr {
			at = i
		}
	}
	for i := at - 1; i >= 0; i-- {
		if p := b.Instrs[i].Pos(); p.IsValid() {
			return p
		}
	}
	return token.NoPos
}

// A choice is one way to go on from a state: which task moves, and how.
type choice struct {
	task    taskID
	what    choiceKind
	index   int // case of the task's own select
	partner taskID
	other   int // case of the partner's select
}

type choiceKind byte

const (
	choosePlain   choiceKind = iota // the task's operation by itself
	choosePartner                   // send to a waiting receiver
	chooseDefault                   // the default of a select
	chooseExit                      // the task ends
	chooseTime                      // everybody waits: time goes on
	chooseOther                     // the operation's second outcome
)

// choices lists the ways to go on, in a fixed order.
func (r *search) choices(s *state) []choice {
	if s.cut || s.exited {
		return nil
	}
	var list []choice
	moves := false
	var synctestWaits []taskID
	for _, t := range s.tasks {
		if t.status == exiting {
			list = append(list, choice{task: t.id, what: chooseExit})
			continue
		}
		op := r.operation(t)
		if op.kind == opModel && op.callee.op == syncmodel.SynctestWait {
			synctestWaits = append(synctestWaits, t.id)
			continue
		}
		own := r.taskChoices(s, t, op)
		moves = moves || len(own) > 0 && !r.onlyOutside(s, op)
		list = append(list, own...)
	}
	if !moves && len(synctestWaits) > 0 {
		for _, id := range synctestWaits {
			list = append(list, choice{task: id})
		}
		return list
	}
	if !moves && s.awaitsTime() {
		list = append(list, choice{task: -1, what: chooseTime})
	}
	return list
}

// onlyOutside reports whether an operation can go on only if code that is not seen
// does something. That may never happen: time goes on meanwhile.
func (r *search) onlyOutside(s *state, op *operation) bool {
	switch op.kind {
	case opSend, opReceive:
		return s.ofEnvironment(op.target)
	case opSelect:
		for _, c := range op.states {
			if !s.ofEnvironment(c.channel) && (c.send && len(r.sendChoices(s, -1, 0, c.channel, nil)) > 0 || !c.send && s.canReceive(c.channel)) {
				return false
			}
		}
		return op.blocking
	}
	return false
}

func (s *state) timersArmed() bool {
	for _, o := range s.objects {
		if o != nil && o.kind == timerObject && o.armed {
			return true
		}
	}
	return false
}

func (r *search) taskChoices(s *state, t *task, op *operation) []choice {
	var list []choice
	plain := choice{task: t.id}
	switch op.kind {
	case opSend:
		list = r.sendChoices(s, t.id, 0, op.target, list)
	case opReceive:
		if s.canReceive(op.target) {
			list = append(list, plain)
		}
	case opSelect:
		sure := false
		for i, c := range op.states {
			before := len(list)
			if c.send {
				list = r.sendChoices(s, t.id, i, c.channel, list)
			} else if s.canReceive(c.channel) {
				list = append(list, choice{task: t.id, index: i})
			}
			// Somebody who stands before the other end of an unbuffered channel need not
			// have arrived there yet: then the default is taken.
			sure = sure || len(list) > before && list[len(list)-1].what != choosePartner && !s.ofEnvironment(c.channel)
		}
		if !op.blocking && !sure {
			list = append(list, choice{task: t.id, what: chooseDefault})
		}
	case opModel:
		if r.enabled(s, t, op) {
			list = append(list, plain)
		}
	case opRunOnce, opEndOnce, opSpawn, opClose, opCancel:
		if op.kind == opRunOnce {
			if o := s.onceOf(op); !o.done && o.by != 0 {
				return nil
			}
		}
		list = append(list, plain)
	case opSpin:
		if s.changed(t) {
			list = append(list, plain)
		}
	case opResume:
		if s.resumes(t) {
			list = append(list, plain)
		}
	case opEndSubtest:
		if !s.hasSubtests(t.id, len(t.frames)-1) {
			list = append(list, plain)
		}
	case opDoneGroup:
		list = append(list, plain)
		if _, ok := s.read(op.target.(pointer)).(group); ok {
			if _, unknown := op.value.(symbol); unknown {
				list = append(list, choice{task: t.id, what: chooseOther})
			}
		}
	}
	return list
}

// ofEnvironment reports whether a channel may be used by code that is not seen.
func (s *state) ofEnvironment(ch value) bool {
	switch ch := ch.(type) {
	case null:
		return false
	case pointer:
		o := s.objects[ch.obj]
		return o == nil || o.environment
	}
	return true
}

func (s *state) canReceive(ch value) bool {
	if _, isNil := ch.(null); isNil {
		return false
	}
	if s.ofEnvironment(ch) {
		return true
	}
	o := s.objects[ch.(pointer).obj]
	return len(o.buffer) > 0 || o.closed
}

func (r *search) sendChoices(s *state, sender taskID, index int, ch value, list []choice) []choice {
	if _, isNil := ch.(null); isNil {
		return list
	}
	plain := choice{task: sender, index: index}
	if s.ofEnvironment(ch) {
		list = append(list, plain)
		if _, known := ch.(pointer); !known {
			return list
		}
	}
	p := ch.(pointer)
	o := s.objects[p.obj]
	if o == nil {
		return list
	}
	if !o.environment && (o.closed || len(o.buffer) < o.capacity || o.capacity >= roomy) {
		return append(list, plain)
	}
	if o.capacity > 0 {
		return list
	}
	for _, t := range s.tasks {
		if t.id == sender || t.status == exiting {
			continue
		}
		op := r.operation(t)
		switch op.kind {
		case opReceive:
			if op.target == value(p) {
				list = append(list, choice{sender, choosePartner, index, t.id, 0})
			}
		case opSelect:
			for i, c := range op.states {
				if !c.send && c.channel == value(p) {
					list = append(list, choice{sender, choosePartner, index, t.id, i})
				}
			}
		}
	}
	return list
}

// enabled reports whether an operation of the library may complete or take its next step now.
func (r *search) enabled(s *state, t *task, op *operation) bool {
	switch op.callee.op {
	case syncmodel.Sleep:
		return t.wake <= 0
	case syncmodel.HTTPServe:
		return t.phase == 0 || t.wake <= 0
	}
	p, ok := op.target.(pointer)
	if !ok {
		return true // what it does is decided, or given up, when it is applied
	}
	switch op.callee.op {
	case syncmodel.Lock:
		if l, ok := s.read(p).(mutex); ok {
			return l.free() || t.phase == 0 && isRWMutex(op)
		}
	case syncmodel.RLock:
		if l, ok := s.read(p).(mutex); ok {
			return l.readable()
		}
	case syncmodel.WaitGroupWait:
		if w, ok := s.read(p).(waitGroup); ok {
			return w.n == 0
		}
	case syncmodel.OnceDo:
		if o, ok := s.read(p).(once); ok {
			return o.done || o.by == 0
		}
	case syncmodel.CondWait:
		if c, ok := s.read(p).(cond); ok && t.phase == 1 {
			lock, reads, ok := lockOf(c)
			if !ok {
				return true
			}
			l, ok := s.read(lock).(mutex)
			ready := l.free()
			if reads {
				ready = l.readable()
			}
			return containsTask(c.woken, t.id) && (!ok || ready)
		}
	case syncmodel.GroupGo:
		if g, ok := s.read(p).(group); ok {
			return g.limit == 0 || g.n < g.limit
		}
	case syncmodel.GroupWait:
		if g, ok := s.read(p).(group); ok {
			return g.n == 0
		}
	}
	return true
}

func isRWMutex(op *operation) bool {
	if op.callee.object == nil {
		return false
	}
	recv := op.callee.object.Signature().Recv()
	if recv == nil {
		return false
	}
	ptr, ok := recv.Type().(*types.Pointer)
	return ok && syncmodel.KindOf(ptr.Elem()) == syncmodel.RWMutex
}

// lockOf returns the lock of a condition variable, when it is known, and whether
// Wait gives it back and takes it for reading.
func lockOf(c cond) (lock pointer, reads, ok bool) {
	l := c.lock
	if i, ok := l.(iface); ok {
		l, reads = i.val, i.typ == readLocker
	}
	lock, ok = l.(pointer)
	return lock, reads, ok
}

// Sets of tasks inside values are strings, so that values stay comparable.

func containsTask(set string, id taskID) bool {
	for i := range len(set) {
		if taskID(set[i]) == id {
			return true
		}
	}
	return false
}

func addTaskTo(set string, id taskID) string { return set + string([]byte{byte(id)}) }

// withTask adds a task to a sorted set.
func withTask(set string, id taskID) string {
	if containsTask(set, id) {
		return set
	}
	list := []byte(addTaskTo(set, id))
	slices.Sort(list)
	return string(list)
}

func removeTaskFrom(set string, id taskID) string {
	for i := range len(set) {
		if taskID(set[i]) == id {
			return set[:i] + set[i+1:]
		}
	}
	return set
}
