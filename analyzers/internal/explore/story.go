package explore

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/witness"
)

// A teller turns steps of a search into the words of a witness.
type teller struct {
	*search
	src    *source
	lanes  map[taskID]int
	order  []taskID
	steps  []witness.Step
	moment int
	// named holds the words that the program used for a lock on the way.
	named map[pointer]string
	// own holds the words of each goroutine for it.
	own map[ownWord]string
	// fills are the sends, by their place on the way, whose values fill a channel in which
	// somebody is stuck.
	fills map[int]bool
}

// lane returns the lane of a task, which is made when the task first appears.
func (t *teller) lane(id taskID) int {
	n, ok := t.lanes[id]
	if !ok {
		n = len(t.order)
		t.lanes[id] = n
		t.order = append(t.order, id)
	}
	return n
}

func (t *teller) taskOf(lane int) taskID { return t.order[lane] }

// tell writes down the steps that the story of some tasks needs: theirs, and
// those of their ancestors that start them.
func (t *teller) tell(steps []taken, about []taskID, channels ...objID) {
	t.named, t.own = make(map[pointer]string), make(map[ownWord]string)
	needed := make(map[taskID]bool)
	spawns := make(map[taskKey]bool)
	for _, id := range about {
		needed[id] = true
		for key := t.taskKeys[id]; key.site != nil; key = t.taskKeys[key.parent] {
			spawns[key] = true
		}
	}
	var chosen []taken
	for i, s := range steps {
		switch {
		case s.what == chooseTime || s.what == chooseExit:
		case t.fills[i], t.startsNeeded(s, spawns),
			// What they do themselves, but for starting goroutines of other stories.
			needed[s.task] && !t.starts(s),
			s.what == choosePartner && needed[s.partner],
			// So does whoever takes from the channel in which a goroutine is stuck.
			t.uses(s.state, s.task, channels),
			s.what == choosePartner && t.uses(s.state, s.partner, channels):
			chosen = append(chosen, s)
		}
	}
	// Lanes stand in the order in which goroutines start.
	t.lanes, t.order = make(map[taskID]int), nil
	if t.root.Kind != Driver && (needed[rootTask] || slices.ContainsFunc(chosen, func(s taken) bool { return s.task == rootTask })) {
		t.lane(rootTask)
	}
	for _, s := range chosen {
		t.lane(s.task)
		if s.what == choosePartner {
			t.lane(s.partner)
		}
	}
	for _, s := range chosen {
		t.moment++
		t.step(s, s.task, s.index)
		if s.what == choosePartner {
			t.step(s, s.partner, s.other)
		}
	}
}

// maxFilling bounds the sends that a story tells to say why a channel is full; of more,
// only those are told whose values are still in it.
const maxFilling = 8

// filling lists the sends on a way that fill the buffered channel on which a task waits
// to send in the end.
func (t *teller) filling(way []taken, s *state, op *operation) map[int]bool {
	fills := make(map[int]bool)
	for _, ch := range channelsOf(op) {
		o := s.objects[ch]
		if o == nil || len(o.buffer) == 0 {
			continue
		}
		var sends []int
		for i, step := range way {
			if step.what == choosePlain && t.sendsOn(step, ch) {
				sends = append(sends, i)
			}
		}
		if len(sends) > maxFilling {
			sends = sends[len(sends)-min(len(o.buffer), len(sends)):]
		}
		for _, i := range sends {
			fills[i] = true
		}
	}
	return fills
}

// sendsOn reports whether a step sends on a channel.
func (t *teller) sendsOn(s taken, ch objID) bool {
	op := t.operationIn(s.state, s.task)
	if op == nil {
		return false
	}
	target := op.target
	switch {
	case op.kind == opSelect && s.index < len(op.states) && op.states[s.index].send:
		target = op.states[s.index].channel
	case op.kind != opSend:
		return false
	}
	p, ok := target.(pointer)
	return ok && p.obj == ch
}

// contents tells what the buffered channels hold on which a task's operation works: as it
// stands, or after the step that performs it.
func (t *teller) contents(s *state, id taskID, done *taken) (list []string) {
	op := t.operation(s.task(id))
	tell := func(named ssa.Value, ch value, change int) {
		p, ok := ch.(pointer)
		if !ok || s.objects[p.obj] == nil {
			return
		}
		o := s.objects[p.obj]
		if o.kind != channel || o.environment || o.capacity <= 0 || o.capacity >= roomy {
			return
		}
		if done == nil {
			change = 0
		}
		list = append(list, fmt.Sprintf("%s: %d of %d", cmp.Or(t.name(nil, nobody, named), "the channel"), max(len(o.buffer)+change, 0), o.capacity))
	}
	switch instr := op.instr.(type) {
	case *ssa.Send:
		tell(instr.Chan, op.target, +1)
	case *ssa.UnOp:
		if op.kind == opReceive {
			tell(instr.X, op.target, -1)
		}
	case *ssa.Select:
		for i, c := range op.states {
			if done != nil && i != done.index {
				continue
			}
			change := -1
			if c.send {
				change = +1
			}
			tell(instr.States[i].Chan, c.channel, change)
		}
	}
	return list
}

// starts reports whether the step starts a goroutine.
func (t *teller) starts(s taken) bool {
	task := s.state.task(s.task)
	op := t.operation(task)
	return op.kind == opSpawn || op.kind == opModel && (op.callee.op == syncmodel.WaitGroupGo || op.callee.op == syncmodel.GroupGo ||
		op.callee.op == syncmodel.GroupTryGo || op.callee.op == syncmodel.TimeAfterFunc)
}

// uses reports whether the task is about to receive from one of the channels.
func (t *teller) uses(s *state, id taskID, channels []objID) bool {
	op := t.operationIn(s, id)
	if op == nil || len(channels) == 0 {
		return false
	}
	is := func(ch value) bool {
		p, ok := ch.(pointer)
		return ok && slices.Contains(channels, p.obj)
	}
	return op.kind == opReceive && is(op.target) || op.kind == opClose && is(op.target) ||
		op.kind == opSelect && slices.ContainsFunc(op.states, func(c selectCase) bool { return !c.send && is(c.channel) })
}

// startsNeeded reports whether the step starts one of the goroutines of the story.
func (t *teller) startsNeeded(s taken, spawns map[taskKey]bool) bool {
	op := t.operationIn(s.state, s.task)
	if op == nil {
		return false
	}
	for key := range spawns {
		if key.site == op.instr && key.parent == s.task {
			return true
		}
	}
	return false
}

func (t *teller) step(taken taken, id taskID, index int) {
	s := taken.state
	task := s.task(id)
	op := t.operation(task)
	pos := op.pos()
	step := witness.Step{Goroutine: t.lane(id), Moment: t.moment, Place: t.src.place(pos), Action: t.action(task, op)}
	if op.kind == opSelect && index >= 0 && index < len(op.states) {
		step.Place = t.src.place(op.states[index].pos)
		if text := t.src.quote(op.states[index].pos); text != "" {
			step.Action = text
		}
	}
	held := t.heldNames(s, id)
	if p, ok := op.target.(pointer); ok && op.kind == opModel {
		switch op.callee.op {
		case syncmodel.Lock, syncmodel.RLock:
			if text := t.operand(task, op); text != "" {
				t.named[p], t.own[ownWord{id, p}] = text, text
			}
			if task.phase == 0 && !t.enabledLock(s, p) {
				step.Note, step.Blocked = "waits", t.lock(s, p, false).Name
			} else {
				held = append(held, t.lock(s, p, false).Name)
			}
		case syncmodel.Unlock, syncmodel.RUnlock:
			name := t.lock(s, p, false).Name
			held = slices.DeleteFunc(held, func(h string) bool { return h == name })
		}
	}
	step.Held = held
	if taken.what == choosePlain {
		step.Channels = t.contents(s, id, &taken)
	}
	t.steps = append(t.steps, step)
}

type ownWord struct {
	task taskID
	lock pointer
}

// ownLock describes a lock as a goroutine calls it.
func (t *teller) ownLock(s *state, id taskID, p pointer, read bool) Lock {
	l := t.lock(s, p, read)
	if text, ok := t.own[ownWord{id, p}]; ok {
		l.Name = text
	}
	return l
}

func (t *teller) enabledLock(s *state, p pointer) bool {
	l, ok := s.read(p).(mutex)
	return !ok || l.free()
}

// action quotes an operation; locks are named by what the goroutine calls them.
func (t *teller) action(task *task, op *operation) string {
	if op.kind == opModel {
		if name := t.operand(task, op); name != "" && op.callee.object != nil {
			return name + "." + op.callee.object.Name() + "()"
		}
	}
	if op.kind == opEndOnce || op.kind == opDoneGroup {
		return "returns"
	}
	return t.src.quote(op.pos())
}

// operand names the primitive of an operation: "a.mu".
func (t *teller) operand(task *task, op *operation) string {
	call, ok := op.instr.(ssa.CallInstruction)
	if !ok || call.Common().IsInvoke() || len(call.Common().Args) == 0 {
		return ""
	}
	switch op.callee.op {
	case syncmodel.Lock, syncmodel.Unlock, syncmodel.RLock, syncmodel.RUnlock, syncmodel.TryLock, syncmodel.TryRLock:
		if call.Common().StaticCallee() == nil {
			return ""
		}
		name := t.name(task.frames, task.id, call.Common().Args[0])
		if t.opOf(syncmodel.Callee(call.Common())) == op.callee.op {
			return name
		}
		if _, fields, ok := t.lockWrapper(syncmodel.Callee(call.Common())); ok && name != "" {
			return name + fields
		}
	}
	return ""
}

// channelName names the channel of an operation: "results".
func (t *teller) channelName(task *task, instr ssa.Instruction) string {
	var ch ssa.Value
	switch instr := instr.(type) {
	case *ssa.Send:
		ch = instr.Chan
	case *ssa.UnOp:
		ch = instr.X
	case ssa.CallInstruction:
		ch = syncmodel.ClosedBy(instr.Common())
	}
	if ch == nil {
		return ""
	}
	return t.name(nil, nobody, ch) // in the words of the line itself
}

// nobody is no task: names that it asks for are not followed to its caller.
const nobody taskID = -2

// acquisition returns the operation with which a task last took a lock.
func (t *teller) acquisition(way []taken, id taskID, lock pointer) ssa.Instruction {
	for _, s := range slices.Backward(way) {
		op := t.operationIn(s.state, id)
		if s.task != id || op == nil || op.kind != opModel || op.target != value(lock) {
			continue
		}
		switch op.callee.op {
		case syncmodel.Lock:
			if l, ok := s.state.read(lock).(mutex); ok && !l.free() {
				continue // it only announces itself
			}
			return wrapped(op.instr, s.state.task(id).frames)
		case syncmodel.RLock, syncmodel.TryLock, syncmodel.TryRLock, syncmodel.CondWait:
			return wrapped(op.instr, s.state.task(id).frames)
		}
	}
	return nil
}

// wrapped returns the call of a function that does nothing but to lock, for the operation in such a
// function: that is where a reader looks for it. frames are those of the task that executes the
// operation. All other operations are returned as they are.
func wrapped(instr ssa.Instruction, frames []*frame) ssa.Instruction {
	for n := len(frames); n > 1 && isLockWrapper(instr.Parent()) && frames[n-1].code.fn == instr.Parent(); n-- {
		f := frames[n-2]
		instr = f.block.Instrs[min(f.pc, len(f.block.Instrs)-1)]
	}
	return instr
}

// isLockWrapper reports whether all that a function does is to take one lock.
func isLockWrapper(fn *ssa.Function) bool {
	if fn.Syntax() == nil || len(fn.Blocks) != 1 {
		return false
	}
	locks := 0
	for _, instr := range fn.Blocks[0].Instrs {
		switch instr := instr.(type) {
		case *ssa.Call:
			switch syncmodel.OfCall(instr.Common()) {
			case syncmodel.Lock, syncmodel.RLock:
				locks++
			default:
				return false
			}
		case *ssa.FieldAddr, *ssa.UnOp, *ssa.Return, *ssa.DebugRef:
		default:
			return false
		}
	}
	return locks == 1
}

// paid reports whether there were as many calls of Done on a group as go statements.
func (t *teller) paid(way []taken, group pointer) bool {
	owed := 0
	for _, s := range way {
		switch op := t.operationIn(s.state, s.task); {
		case op == nil:
		case op.kind == opSpawn:
			owed++
		case op.kind == opModel && op.callee.op == syncmodel.WaitGroupDone && op.target == value(group):
			owed--
		}
	}
	return owed <= 0
}

// lock describes the lock at p.
func (t *teller) lock(s *state, p pointer, read bool) Lock {
	l := Lock{id: p, Read: read}
	if o := s.objects[p.obj]; o != nil && o.typ != nil {
		l.Field = fieldAt(o.typ, p.path)
	}
	switch {
	case l.Field != nil:
		l.class = l.Field.Origin()
	case len(p.path) > 0:
		l.class = p.obj
	}
	switch text, ok := t.named[p]; {
	case ok:
		l.Name = text
	case l.Field != nil:
		l.Name = l.Field.Name()
	default:
		l.Name = "the lock"
		switch site := t.objectKeys[p.obj].site.(type) {
		case *ssa.Alloc:
			if isVariable(site) {
				l.Name = site.Comment
			}
		case *ssa.Global:
			l.Name = site.Name()
		}
	}
	return l
}

func (t *teller) heldNames(s *state, id taskID) []string {
	var names []string
	for _, h := range s.held(id) {
		names = append(names, t.lock(s, h.lock, h.read).Name)
	}
	return names
}

// waits reports whether the story already ends with this goroutine waiting here.
func (t *teller) waits(b Blocked) bool {
	for _, s := range t.steps {
		if s.Goroutine == b.Lane && s.Note == "waits" {
			return true
		}
	}
	return false
}

// accessName names the memory of an access: "c.n".
func (t *teller) accessName(a access, task *task) string {
	address := accessed(a.instr)
	if address == nil {
		return ""
	}
	// The stack has moved on since the access: only a frame of its function tells the caller.
	var stack []*frame
	for i, f := range task.frames {
		if f.code.fn == a.instr.Parent() {
			stack = task.frames[:i+1]
		}
	}
	return t.name(stack, task.id, address)
}

func (t *teller) witness() *witness.Witness {
	w := &witness.Witness{FormatVersion: witness.FormatVersion, Steps: t.steps, Why: t.root.Why}
	for i, id := range t.order {
		g := witness.Goroutine{Name: t.laneName(id)}
		if site := t.taskKeys[id].site; site != nil {
			g.Place = t.src.place(position(site))
		}
		if g.Name == "" {
			g.Name = fmt.Sprintf("goroutine %d", i+1)
		}
		w.Goroutines = append(w.Goroutines, g)
	}
	return w
}

// laneName says what a goroutine runs, in the learner's words.
func (t *teller) laneName(id taskID) string {
	key := t.taskKeys[id]
	switch {
	case key.site != nil:
		text := strings.TrimPrefix(t.src.quote(position(key.site)), "go ")
		if strings.Contains(text, "func(") || text == "" {
			p := t.src.place(position(key.site))
			return fmt.Sprintf("func at %s:%d", filepath.Base(p.File), p.Line)
		}
		return text
	case t.root.Kind == Driver:
		return t.root.Calls[key.index].Label
	}
	return t.root.Calls[0].Label
}
