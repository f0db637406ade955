package explore

import (
	"cmp"
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/link"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/witness"
)

// Kind is the kind of a bad state.
type Kind byte

// The kinds of bad states.
const (
	Race  Kind = iota // two conflicting accesses at once
	Stuck             // a goroutine that can never move again
	Crash             // an operation that panics
)

// An Outcome is a bad state that a search found, with the schedule that leads to it.
type Outcome struct {
	Kind    Kind
	Root    *Root
	Guessed bool // the path rests on scaled, widened or supposed data
	Witness *witness.Witness
	unsure  bool          // the way to it rests on what the search does not follow
	linked  *link.Program // that was searched; nil for the package by itself
	// InImported: the mistake is an imported package's, not one in how the package itself uses it.
	InImported bool

	Accesses  [2]Access // Race: in the order of the schedule
	Memory    Memory    // Race
	Handlers  bool      // Race: both goroutines handle HTTP requests
	Subtests  bool      // Race: both are parallel subtests
	Blocked   []Blocked // Stuck: the task first; then those with which it waits in a circle, each for the next
	RootStuck bool      // Stuck: main or the test, or the call that the search supposed, is stuck as well
	Relock    bool      // Stuck: it waits for a lock that it holds itself, or for the Once that it runs
	Crash     *Crashed  // Crash
}

// An Access is one side of a race.
type Access struct {
	Instr  ssa.Instruction
	Pos    token.Pos
	Via    Entrance
	Write  bool
	Atomic bool
	Name   string // "c.n"
	Held   []Lock
	Lane   int // index in Witness.Goroutines
	// Of a slice's or map's content: the field or variable that holds the slice or map.
	ViaField    *types.Var
	ViaVariable *ssa.Alloc
	ViaGlobal   *ssa.Global
}

// A Place is where a goroutine stands in a bad state.
type Place struct {
	Pos token.Pos
	Via Entrance
}

// Places lists where the goroutines of an outcome stand, in its order.
func (o *Outcome) Places() (list []Place) {
	if o.Kind == Race {
		for _, a := range o.Accesses {
			list = append(list, Place{a.Pos, a.Via})
		}
	}
	for _, b := range o.Blocked {
		list = append(list, Place{b.Pos, b.Via})
	}
	if c := o.Crash; c != nil {
		list = append(list, Place{c.Pos, c.Via})
	}
	return list
}

// A Lock is a lock that somebody holds or waits for.
type Lock struct {
	Name  string     // "c.mu"
	Field *types.Var // the field that it is, or nil
	Read  bool       // held, or asked for, for reading
	Pos   token.Pos  // where it was taken, if that is known
	Instr ssa.Instruction
	By    *ssa.Function // which took it
	class any           // equal for locks that are instances of one declaration
	id    pointer
}

// SameClass reports whether two locks are the same field of two objects of one
// type, or two elements of one slice.
func (l Lock) SameClass(m Lock) bool { return l.class != nil && l.class == m.class }

// SameLock reports whether two locks are one in the schedule at hand.
func (l Lock) SameLock(m Lock) bool { return l.id == m.id }

// A Memory is the place that a race is about.
type Memory struct {
	Variable *ssa.Alloc // a local variable, perhaps captured
	Global   *ssa.Global
	Field    *types.Var      // the innermost field, or nil
	Map      bool            // the content of a map
	Element  bool            // an element of a slice or array
	Made     ssa.Instruction // what made the object, or nil
	// Sent is where one of the two goroutines sent the object to others, or NoPos.
	Sent token.Pos
}

// Wait is what a goroutine waits for.
type Wait byte

// What goroutines wait for.
const (
	WaitOther   Wait = iota
	WaitSend         // to send, or in a select whose cases all send
	WaitReceive      // to receive
	WaitSelect       // for one of several channels
	WaitLock         // for a lock
	WaitGroup        // in Wait of a WaitGroup or errgroup.Group
	WaitCond         // in Wait of a condition variable
	WaitOnce         // for the function of a Once
)

// A Blocked is a task that waits for ever.
type Blocked struct {
	Lane  int
	Pos   token.Pos
	Via   Entrance
	Instr ssa.Instruction
	Fn    *ssa.Function // in which it waits
	Spawn token.Pos     // the go statement of the task; NoPos for the root's
	For   Wait
	Held  []Lock // meanwhile

	Lock   *Lock  // WaitLock: the lock
	Holder *Ended // WaitLock: who took the lock, if it ended without giving it back

	// Of the channel, when there is one:
	Channel     token.Pos // where it was made; of several, the decisive one, or the first
	ChannelName string    // what the goroutine calls it; "" when it has no name
	Capacity    int
	Nil         bool            // it is nil
	Range       bool            // WaitReceive: in a range statement
	Context     ssa.Instruction // it is the Done channel of the context that this made
	Sends       bool            // WaitSelect: a case sends
	Made        *ssa.MakeChan
	// Received, Sent, Closed: somebody was seen ready to do that, on some schedule; for
	// Received somebody else than the goroutine itself, which ReceivedItself tells of.
	Received, ReceivedItself, Sent, Closed bool
	// Parked: where it waits for nothing, on purpose, and no other goroutine is left.
	Parked bool
	// Itself: the goroutine itself would receive later what it sends here.
	Itself  bool
	Reached bool // WaitGroup: on some schedule this wait ends
	Dones   bool // WaitGroup: somebody was seen to call Done
	Paid    bool // WaitGroup: each goroutine that was started on this way has called Done
	// Owing: WaitGroup: the lane of one that goes on for ever without its Done, -1 for
	// none; OwingSpawn is where it was started.
	Owing      int
	OwingSpawn token.Pos
	// Signalled: WaitCond: somebody was seen to call Signal or Broadcast.
	Signalled bool

	stack []*ssa.Function
}

// Within reports whether the goroutine is still inside a call of fn.
func (b Blocked) Within(fn *ssa.Function) bool { return b.Calls(fn) > 0 }

// Calls returns how many calls of fn the goroutine is inside.
func (b Blocked) Calls(fn *ssa.Function) int {
	n := 0
	for _, f := range b.stack {
		if f == fn {
			n++
		}
	}
	return n
}

// An Ended is a goroutine that ended while it held a lock.
type Ended struct {
	Lane     int
	Fn       *ssa.Function // which took the lock
	Acquired token.Pos
}

// circlesOfLocks returns the bad states around locks that may be believed where all objects
// of a type are one: two goroutines that wait for locks of different classes, and, of a type
// of which there is one object only, one that waits for itself.
func (r *search) circlesOfLocks(src *source) (list []*Outcome) {
	for _, st := range r.findStuck() {
		o := r.stuckOutcome(src, st)
		if o == nil || r.nodes[st.node].state.unsure() || slices.ContainsFunc(o.Blocked, func(b Blocked) bool { return b.For != WaitLock }) {
			continue
		}
		again := r.root.OneOnly && slices.ContainsFunc(o.Blocked, func(b Blocked) bool { return slices.ContainsFunc(b.Held, b.Lock.SameLock) })
		if again || len(o.Blocked) == 2 && !o.Blocked[0].Lock.SameClass(*o.Blocked[1].Lock) {
			list = append(list, o)
		}
	}
	return list
}

// beyondHelp returns the bad states of a call on a new object out of which no other call could
// help: who asks for a lock that it holds itself, and the object's own goroutines at channels
// that were never made, or that the call closes while they send.
func (r *search) beyondHelp(src *source) (list []*Outcome) {
	for _, st := range r.findStuck() {
		if r.nodes[st.node].state.unsure() {
			continue
		}
		if o := r.stuckOutcome(src, st); o != nil && (o.Relock || o.Blocked[0].Nil && st.task != rootTask) {
			list = append(list, o)
		}
	}
	for _, c := range r.firstCrashes() {
		if c.crash.reason == sendOnClosed && c.crash.task != rootTask && !c.state.unsure() && !c.state.decisions.rest(byAtomic) {
			list = append(list, r.crashOutcome(src, c))
		}
	}
	return list
}

// panickingSends returns, for the same kind of root, the sends that panic because another
// goroutine has closed the channel.
func (r *search) panickingSends(src *source) (list []*Outcome) {
	for _, c := range r.firstCrashes() {
		if c.crash.reason != sendOnClosed || c.state.unsure() {
			continue
		}
		if o := r.crashOutcome(src, c); o.Crash.Closed.IsValid() && o.Crash.ClosedLane != o.Crash.Lane {
			list = append(list, o)
		}
	}
	return list
}

// racesAboutField returns, for a root of the same kind, the races about its field in which one
// side holds a lock.
func (r *search) racesAboutField(src *source) (list []*Outcome) {
	for _, race := range r.races {
		if race.memory.Field != r.root.Field || race.decisions.rest(byComputation) || r.orderedOutside(race) {
			continue
		}
		o := r.raceOutcome(src, race)
		holds := func(a Access) bool {
			return slices.ContainsFunc(a.Held, func(l Lock) bool { return r.root.Guard == nil || l.Field == r.root.Guard })
		}
		if holds(o.Accesses[0]) != holds(o.Accesses[1]) {
			list = append(list, o)
		}
	}
	return list
}

// outcomes turns what a search found into data that outlives it.
func (r *search) outcomes(src *source) []*Outcome {
	var list []*Outcome
	if r.root.OneOfEach && r.root.Field != nil {
		return r.racesAboutField(src)
	}
	if r.root.Solo {
		return r.beyondHelp(src)
	}
	if r.root.OneOfEach {
		return append(r.circlesOfLocks(src), r.panickingSends(src)...)
	}
	for _, race := range r.races {
		if race.decisions.rest(byComputation) && r.root.Kind == Program && (race.memory.Element || r.scale != nil) {
			continue // bounds that are not followed: the elements may be distinct; or what scaling has blurred
		}
		if r.root.Kind == Driver && race.decisions.rest(byAtomic) {
			continue // an atomic of the supposed object may order the two
		}
		if r.racesByOthers(race) {
			continue // a test's data are fixed: the other answer may never come
		}
		if !r.orderedOutside(race) {
			list = append(list, r.raceOutcome(src, race))
		}
	}
	for _, st := range r.findStuck() {
		s := r.nodes[st.node].state
		if containsTask(s.io, st.task) && len(s.io) > 1 || s.unsure() && r.scale == nil || r.testsWithOthersData(s) {
			continue
		}
		if r.root.Kind == Function && s.decisions.rest(byAtomic) {
			continue // it may count what is not known
		}
		if o := r.stuckOutcome(src, st); o != nil {
			list = append(list, o)
		}
	}
	for _, c := range r.firstCrashes() {
		if r.believable(c) {
			list = append(list, r.crashOutcome(src, c))
		}
	}
	return list
}

// racesByOthers reports whether a race of a test rests on what code that is not seen
// gave or did.
func (r *search) racesByOthers(race *race) bool {
	if !r.isTest {
		return false
	}
	return race.decisions.rest(byOthers) || slices.ContainsFunc(race.tasks[:], func(id taskID) bool { return containsTask(race.state.supposed, id) })
}

// isElement reports whether an access is to an element of a slice or array.
func (r *search) isElement(s *state, a access) bool {
	o := s.objects[a.obj]
	if o == nil || o.typ == nil {
		return false
	}
	t := o.typ
	for p := a.path; len(p) > 0; p = p[2:] {
		switch u := t.Underlying().(type) {
		case *types.Array:
			return true
		case *types.Struct:
			if p.head() >= u.NumFields() {
				return false
			}
			t = u.Field(p.head()).Type()
		}
	}
	return false
}

func (r *search) guesses(s *state) bool { return s.guessed || r.scale != nil }

// path returns the steps from the start to the end of a trail.
func (r *search) path(way trail) []taken {
	steps := slices.Clone(way.steps)
	for i := way.node; i >= 0; i = r.nodes[i].parent {
		steps = append(slices.Clone(r.nodes[i].by), steps...)
	}
	return steps
}

func (r *search) raceOutcome(src *source, race *race) *Outcome {
	t := &teller{search: r, src: src, lanes: make(map[taskID]int)}
	o := &Outcome{Kind: Race, Root: r.root, Guessed: r.guesses(race.state), Memory: race.memory}
	way := r.path(race.trail)
	o.Memory.Sent = r.sentAt(way, race)
	o.Handlers, o.Subtests = r.root.Handlers, true
	if !o.Handlers {
		o.Handlers = r.handles(race.tasks[0]) && r.handles(race.tasks[1])
	}
	for _, id := range race.tasks {
		t := race.state.task(id)
		o.Subtests = o.Subtests && t != nil && t.within.is
	}
	t.tell(way, race.tasks[:])
	t.lane(race.tasks[0])
	t.lane(race.tasks[1])
	t.moment++
	for i, a := range race.acc {
		id := race.tasks[i]
		stack := race.state.task(id)
		access := Access{Instr: a.instr, Pos: position(a.instr), Via: a.via, Write: a.write, Atomic: a.atomic, Lane: t.lane(id)}
		access.Name = t.accessName(a, stack)
		access.ViaField, access.ViaVariable, access.ViaGlobal = via(a.instr)
		for _, h := range race.state.held(id) {
			access.Held = append(access.Held, t.lock(race.state, h.lock, h.read))
		}
		note := "reads"
		if a.write {
			note = "writes"
		}
		t.steps = append(t.steps, witness.Step{
			Goroutine: access.Lane, Moment: t.moment, Place: src.place(access.Pos), Action: src.quote(access.Pos),
			Note: note, Held: lockNames(access.Held),
		})
		o.Accesses[i] = access
	}
	o.Witness = t.witness()
	o.Witness.Outcome = "nothing orders these two steps" + lackOfLock(o.Accesses)
	return o
}

// handles reports whether a task was started to handle an HTTP request.
func (r *search) handles(id taskID) bool {
	call, ok := r.taskKeys[id].site.(*ssa.Call)
	return ok && syncmodel.OfCall(call.Common()) == syncmodel.HTTPServe
}

// sentAt returns where one of two racing goroutines sent the object to others.
func (r *search) sentAt(way []taken, race *race) token.Pos {
	for _, s := range slices.Backward(way) {
		if !slices.Contains(race.tasks[:], s.task) {
			continue
		}
		op := r.operationIn(s.state, s.task)
		switch {
		case op == nil:
		case op.kind == opSend && holds(op.value, race.acc[0].obj):
			return op.pos()
		case op.kind == opSelect && s.index >= 0 && s.index < len(op.states) && op.states[s.index].send && holds(op.states[s.index].value, race.acc[0].obj):
			return op.states[s.index].pos
		}
	}
	return token.NoPos
}

// holds reports whether a value refers to an object, itself or in its parts.
func holds(v value, obj objID) bool {
	switch v := v.(type) {
	case pointer:
		return v.obj == obj
	case slice:
		return v.array.obj == obj
	case iface:
		return holds(v.val, obj)
	case *aggregate:
		return slices.ContainsFunc(v.elems, func(e value) bool { return holds(e, obj) })
	}
	return false
}

// via finds what holds the slice or map whose content an instruction touches.
func via(instr ssa.Instruction) (*types.Var, *ssa.Alloc, *ssa.Global) {
	v := accessed(instr)
	content := false
	for {
		switch x := v.(type) {
		case *ssa.IndexAddr:
			v, content = x.X, true
		case *ssa.UnOp:
			v, content = x.X, true
		case *ssa.FreeVar:
			v = effects.Binding(x)
		case *ssa.FieldAddr:
			if !content {
				v = x.X
				continue
			}
			if s, ok := x.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct); ok {
				return s.Field(x.Field).Origin(), nil, nil
			}
			return nil, nil, nil
		case *ssa.Alloc:
			if isVariable(x) {
				return nil, x, nil
			}
			return nil, nil, nil
		case *ssa.Global:
			return nil, nil, x
		default:
			return nil, nil, nil
		}
	}
}

// accessed returns the address, map or slice that an instruction reads or writes.
func accessed(instr ssa.Instruction) ssa.Value {
	switch instr := instr.(type) {
	case *ssa.UnOp:
		return instr.X
	case *ssa.Store:
		return instr.Addr
	case *ssa.MapUpdate:
		return instr.Map
	case *ssa.Lookup:
		return instr.X
	case *ssa.Range:
		return instr.X
	case *ssa.Next:
		if r, ok := instr.Iter.(*ssa.Range); ok {
			return r.X
		}
	case *ssa.Call:
		if len(instr.Common().Args) > 0 {
			return instr.Common().Args[0]
		}
	}
	return nil
}

func lockNames(locks []Lock) []string {
	var names []string
	for _, l := range locks {
		names = append(names, l.Name)
	}
	return names
}

// lackOfLock says which goroutine goes without the lock that the other holds.
func lackOfLock(acc [2]Access) string {
	a, b := acc[0], acc[1]
	switch {
	case len(a.Held) > 0 && len(b.Held) == 0:
		return fmt.Sprintf(": goroutine %d does not hold %s", b.Lane+1, a.Held[0].Name)
	case len(b.Held) > 0 && len(a.Held) == 0:
		return fmt.Sprintf(": goroutine %d does not hold %s", a.Lane+1, b.Held[0].Name)
	case len(a.Held) > 0 && len(b.Held) > 0:
		return fmt.Sprintf(": goroutine %d holds %s, goroutine %d holds %s, and these are two locks", a.Lane+1, a.Held[0].Name, b.Lane+1, b.Held[0].Name)
	}
	return ": neither goroutine holds a lock"
}

// memory says what an access is about.
func (r *search) memory(s *state, a access) Memory {
	var m Memory
	switch site := r.objectKeys[a.obj].site.(type) {
	case *ssa.Alloc:
		m.Made = site
		if isVariable(site) {
			m.Variable = site
		}
	case ssa.Instruction:
		m.Made = site
	case *ssa.Global:
		m.Global = site
	}
	m.Element = r.isElement(s, a)
	if o := s.objects[a.obj]; o != nil {
		m.Map = o.kind == mapping
		if o.typ != nil {
			m.Field = fieldAt(o.typ, a.path)
		}
	}
	return m
}

func (r *search) stuckOutcome(src *source, st stuck) *Outcome {
	n := r.nodes[st.node]
	t := &teller{search: r, src: src, lanes: make(map[taskID]int)}
	ids := append([]taskID{st.task}, st.circle...)
	about := slices.Clone(ids)
	ended, isEnded := r.endedHolder(n.state, st.op)
	if isEnded {
		about = append(about, ended)
	}
	way := r.path(trail{node: st.node})
	t.fills = t.filling(way, n.state, st.op)
	t.tell(way, about, channelsOf(st.op)...)
	o := &Outcome{Kind: Stuck, Root: r.root, Guessed: r.guesses(n.state), unsure: n.state.unsure(), Relock: st.relock, RootStuck: st.rootStuck}
	for _, id := range ids {
		o.Blocked = append(o.Blocked, r.blocked(t, n.state, id, way))
	}
	if isEnded {
		p := st.op.target.(pointer)
		o.Blocked[0].Holder = &Ended{Lane: t.lane(ended)}
		if instr := t.acquisition(way, ended, p); instr != nil {
			o.Blocked[0].Holder.Fn, o.Blocked[0].Holder.Acquired = instr.Parent(), position(instr)
		}
	}
	if st.owed && n.state.task(st.owing) != nil {
		o.Blocked[0].Owing = t.lane(st.owing)
		if site := r.taskKeys[st.owing].site; site != nil {
			o.Blocked[0].OwingSpawn = position(site)
		}
	}
	if st.op.kind == opSend {
		o.Blocked[0].Itself = r.comesToReceive(n.state, st.task, st.op.target, -1)
	}
	if r.livesOn(st) {
		return nil
	}
	t.moment++
	for i, b := range o.Blocked {
		if t.waits(b) {
			continue
		}
		t.moment += min(i, 1)
		t.steps = append(t.steps, witness.Step{
			Goroutine: b.Lane, Moment: t.moment, Place: src.place(b.Pos), Action: t.action(n.state.task(ids[i]), r.operation(n.state.task(ids[i]))),
			Note: "waits", Held: t.heldNames(n.state, ids[i]), Channels: t.contents(n.state, ids[i], nil), Blocked: b.What(),
		})
	}
	o.Witness = t.witness()
	o.Witness.Outcome = stuckText(o)
	return o
}

// endless reports whether a call has no way to its end: it serves for ever.
func endless(f *frame) bool {
	returns := func(b *ssa.BasicBlock) bool {
		_, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		return ok
	}
	if returns(f.block) {
		return false
	}
	for b := range flow.After(f.block) {
		if returns(b) {
			return false
		}
	}
	return true
}

// livesOn reports whether a stuck task may be meant to live as long as the
// process does: one that an initialiser started, or main, which goes on itself,
// or one that has no way to its end.
func (r *search) livesOn(st stuck) bool {
	first := st.task
	for first != preludeTask && !r.initialisers[first] && r.taskKeys[first].site != nil {
		first = r.taskKeys[first].parent
	}
	if r.initialisers[first] || first == preludeTask && !r.root.Solo {
		return true
	}
	if st.rootStuck || st.op.kind == opSend || st.op.kind == opModel && (st.op.callee.op == syncmodel.Lock || st.op.callee.op == syncmodel.RLock) {
		return false
	}
	switch {
	case !st.op.parks():
	case st.task == rootTask:
		return r.mayRunUnseen()
	case r.isTest:
		return true // the other tests go on
	}
	if r.root.Kind == Program && endless(r.nodes[st.node].state.task(st.task).frames[0]) {
		return true
	}
	return r.root.Kind == Program && isMain(r.root)
}

// isAlone reports whether one goroutine is left, and no timer or file can bring another one.
func (r *search) isAlone(s *state) bool {
	return len(s.tasks) == 1 && !s.timersArmed() && len(s.io) == 0
}

// mayRunUnseen reports whether code that is not seen may have left a goroutine behind: that of
// packages which are not of the standard library, and calls that are not known to be harmless.
func (r *search) mayRunUnseen() bool {
	if slices.ContainsFunc(r.pkg.Pkg.Imports(), func(p *types.Package) bool { return !r.standard(p.Path()) && !r.has(p) }) {
		return true
	}
	for _, fn := range r.graph.Closure(r.root.functions()) {
		unseen := func(instr ssa.Instruction) bool {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				return false
			}
			callee := syncmodel.Callee(call.Common())
			return callee != nil && !r.has(callee.Pkg()) && syncmodel.Of(callee) == syncmodel.None && !syncmodel.IsBrief(callee)
		}
		if flow.Any(fn, unseen) {
			return true
		}
	}
	return false
}

// endedHolder returns the task that has ended while it held the lock of an operation.
func (r *search) endedHolder(s *state, op *operation) (taskID, bool) {
	holders, ok := r.holders(s, op)
	if !ok || len(holders) == 0 {
		return 0, false
	}
	if t := s.task(holders[0]); t != nil && t.status != exiting {
		return 0, false
	}
	return holders[0], true
}

// blocked describes a task that waits in a state.
func (r *search) blocked(t *teller, s *state, id taskID, way []taken) Blocked {
	task := s.task(id)
	op := r.operation(task)
	b := Blocked{Owing: -1, Lane: t.lane(id), Pos: op.pos(), Instr: op.instr}
	if caller := wrapped(op.instr, task.frames); caller != op.instr {
		b.Pos, b.Instr = position(caller), caller
	}
	b.Fn, b.Via = b.Instr.Parent(), r.entrance(b.Instr, id, task.frames)
	if site := r.taskKeys[id].site; site != nil {
		b.Spawn = position(site)
	}
	for _, f := range task.frames {
		b.stack = append(b.stack, f.code.fn)
	}
	for _, h := range s.held(id) {
		l := t.ownLock(s, id, h.lock, h.read)
		if instr := t.acquisition(way, id, h.lock); instr != nil {
			l.Pos, l.Instr, l.By = position(instr), instr, instr.Parent()
		}
		b.Held = append(b.Held, l)
	}
	switch op.kind {
	case opSend:
		b.For = WaitSend
		r.describeChannel(&b, s, id, op.target)
		b.ChannelName = t.channelName(task, op.instr)
	case opReceive:
		b.For = WaitReceive
		b.Range = t.src.isRange(b.Pos)
		r.describeChannel(&b, s, id, op.target)
		b.ChannelName = t.channelName(task, op.instr)
	case opSelect:
		b.For = WaitSelect
		sends, receives := 0, 0
		decisive := r.decisiveCase(op)
		r.describeChannel(&b, s, id, decisive.channel) // first, for it is the one to tell of
		for _, c := range op.states {
			if c.send {
				sends++
			} else {
				receives++
			}
			b.Sends = b.Sends || c.send
			isNil := b.Nil
			r.describeChannel(&b, s, id, c.channel)
			b.Nil = isNil // Done of a context that nobody can cancel is nil as well
		}
		if op.parks() {
			b.For, b.Parked = WaitOther, true
		} else if receives == 0 {
			b.For = WaitSend
		} else if sends == 0 && receives == 1 {
			b.For = WaitReceive
		}
		b.Pos = decisive.pos
	case opModel:
		switch op.callee.op {
		case syncmodel.Lock, syncmodel.RLock:
			b.For = WaitLock
			if p, ok := op.target.(pointer); ok {
				l := t.lock(s, p, op.callee.op == syncmodel.RLock)
				if text := t.operand(task, op); text != "" {
					l.Name = text
				}
				b.Lock = &l
			}
		case syncmodel.WaitGroupWait, syncmodel.GroupWait:
			b.For = WaitGroup
			b.Reached = r.passes[op.instr]
			if p, ok := op.target.(pointer); ok {
				b.Dones = r.dones[r.objectKeys[p.obj].site]
				b.Paid = t.paid(way, p)
			}
		case syncmodel.CondWait:
			b.For = WaitCond
			if p, ok := op.target.(pointer); ok {
				b.Signalled = r.dones[r.objectKeys[p.obj].site]
			}
		case syncmodel.OnceDo:
			b.For = WaitOnce
		}
	case opRunOnce:
		b.For = WaitOnce
	}
	return b
}

// decisiveCase returns the case of a select that a report points to: its only
// send, or its only case that is not a context's.
func (r *search) decisiveCase(op *operation) selectCase {
	var sends, others []selectCase
	for _, c := range op.states {
		if c.send {
			sends = append(sends, c)
		}
		if p, ok := c.channel.(pointer); ok {
			if _, isContext := r.objectKeys[p.obj].site.(doneSite); isContext {
				continue
			}
		}
		others = append(others, c)
	}
	switch {
	case len(sends) == 1:
		return sends[0]
	case len(others) == 1:
		return others[0]
	}
	return selectCase{pos: op.pos()}
}

// describeChannel says what is known of a channel that a task waits for.
func (r *search) describeChannel(b *Blocked, s *state, id taskID, ch value) {
	p, ok := ch.(pointer)
	if !ok {
		_, b.Nil = ch.(null)
		return
	}
	site := r.objectKeys[p.obj].site
	if instr, ok := site.(ssa.Instruction); ok && !b.Channel.IsValid() {
		b.Channel = position(instr)
		if o := s.objects[p.obj]; o != nil {
			b.Capacity = o.capacity
		}
	}
	if made, ok := site.(*ssa.MakeChan); ok && b.Made == nil {
		b.Made = made
	}
	if done, ok := site.(doneSite); ok {
		b.Context = done.instr
	}
	others := slices.ContainsFunc(r.received[site], func(other taskID) bool { return other != id })
	b.Received = b.Received || others
	b.ReceivedItself = b.ReceivedItself || !others && len(r.received[site]) > 0
	b.Sent = b.Sent || r.sent[site]
	b.Closed = b.Closed || r.closed[site]
}

// stuckText says how a story of stuck goroutines ends.
func stuckText(o *Outcome) string {
	if len(o.Blocked) > 1 {
		var parts []string
		for _, b := range o.Blocked {
			part := fmt.Sprintf("%d ", b.Lane+1)
			if len(b.Held) > 0 {
				part += "holds " + strings.Join(lockNames(b.Held), ", ") + " and "
			}
			parts = append(parts, part+"waits for "+b.What())
		}
		return "nobody can move: " + strings.Join(parts, ", ")
	}
	b := o.Blocked[0]
	because := ""
	switch {
	case o.Relock && b.For == WaitLock:
		because = ": it holds " + b.Lock.Name + " itself"
	case o.Relock:
		because = ": it runs the function of that Once itself"
	case b.Holder != nil:
		because = fmt.Sprintf(": goroutine %d has ended and still holds %s", b.Holder.Lane+1, b.Lock.Name)
	case b.Nil:
		because = ": the channel is nil"
	case b.For == WaitSend && !b.Received && b.ReceivedItself:
		because = ": no other goroutine receives"
	case b.For == WaitSend && !b.Received:
		because = ": no goroutine receives"
	case b.For == WaitSend:
		because = ": whoever received has left"
	case b.For == WaitReceive && b.Range:
		because = ": nobody closes the channel"
	case b.For == WaitReceive && !b.Sent && !b.Closed:
		because = ": no goroutine sends or closes"
	case b.For == WaitReceive:
		because = ": whoever sent has left"
	case b.For == WaitGroup:
		because = ": the counter never reaches zero"
	case b.For == WaitCond:
		because = ": nobody signals any more"
	}
	return fmt.Sprintf("goroutine %d waits for ever%s", b.Lane+1, because)
}

// What names what a goroutine waits for, to follow "waits for".
func (b Blocked) What() string {
	channel := "a channel"
	if b.ChannelName != "" {
		channel = b.ChannelName
	}
	switch b.For {
	case WaitSend:
		return "a receiver of " + channel
	case WaitReceive:
		if b.Closed && !b.Sent {
			return "the close of " + channel
		}
		return "a sender of " + channel
	case WaitSelect:
		return "one of several channels"
	case WaitLock:
		if b.Lock == nil {
			return "a lock"
		}
		return b.Lock.Name
	case WaitGroup:
		return "the goroutines of a group"
	case WaitCond:
		return "a signal"
	case WaitOnce:
		return "a Once"
	}
	return "others"
}

// A Crashed is an operation that panics.
type Crashed struct {
	Panic string // what the runtime says
	Instr ssa.Instruction
	Pos   token.Pos
	Via   Entrance
	Lane  int
	Fn    *ssa.Function
	// Name is what the goroutine calls the channel, lock or WaitGroup; "" without a name.
	Name string
	// Of a send on, or a close of, a closed channel: where it was closed, and by whom.
	Closed     token.Pos
	ClosedLane int
}

// believable reports whether a crash says something about the code: not where
// calls were only supposed to run side by side (a second Close, a use after
// Close), nor where the primitive came from outside and may be in another state.
func (r *search) believable(c *crashFound) bool {
	if r.root.Kind == Driver || c.state.unsure() && r.scale == nil || r.testsWithOthersData(c.state) {
		return false
	}
	if r.root.Kind == Program {
		return true
	}
	if c.state.decisions.rest(byAtomic) {
		return false // it may count who is still at work
	}
	for _, s := range slices.Backward(r.path(c.trail)) {
		if r.stoodAt(s, c.crash) {
			p, ok := r.operation(s.state.task(c.crash.task)).target.(pointer)
			return !ok || r.objectKeys[p.obj].task >= 0
		}
	}
	return true
}

// firstCrashes returns the earliest crash of each operation.
func (r *search) firstCrashes() []*crashFound {
	list := slices.Clone(r.crashes)
	slices.SortStableFunc(list, func(a, b *crashFound) int {
		return cmp.Or(cmp.Compare(len(a.state.decisions), len(b.state.decisions)), cmp.Compare(len(r.path(a.trail)), len(r.path(b.trail))))
	})
	type key struct {
		instr  ssa.Instruction
		reason string
	}
	seen := make(map[key]bool)
	return slices.DeleteFunc(list, func(c *crashFound) bool {
		k := key{c.crash.instr, c.crash.reason}
		again := seen[k]
		seen[k] = true
		return again
	})
}

// testsWithOthersData reports whether a test came to a state by what code outside
// gave it. A test's data are fixed, and its author has seen it end: that the other
// answer would hang it is no news. A benchmark computes its counts from b.N, so that
// smaller numbers instead of them may not fit each other.
func (r *search) testsWithOthersData(s *state) bool {
	if isBenchmark(r.root) {
		return r.guesses(s)
	}
	if r.isTest && r.root.Kind == Function {
		return s.decisions.rest(byOthers) // what tests share is given its data by them
	}
	return r.isTest && s.guessed && r.scale == nil
}

// isBenchmark reports whether a root is one, or what benchmarks share.
func isBenchmark(r *Root) bool { return isGiven(r, "*testing.B") }

// isTest reports whether a root is a test, what tests share, or the method of a suite, which
// code outside calls with the test to use.
func isTest(r *Root) bool {
	return r.Kind == Program && !isMain(r) || r.Kind == Function && isGiven(r, "*testing.T")
}

// isGiven reports whether a parameter of the root's first call has a type.
func isGiven(r *Root, of string) bool {
	for p := range r.Calls[0].Fn.Signature.Params().Variables() {
		if p.Type().String() == of {
			return true
		}
	}
	return false
}

// stoodAt reports whether a step was the operation that crashed.
func (r *search) stoodAt(s taken, c *crash) bool {
	op := r.operationIn(s.state, c.task)
	return s.task == c.task && op != nil && op.instr == c.instr
}

func (r *search) crashOutcome(src *source, c *crashFound) *Outcome {
	t := &teller{search: r, src: src, lanes: make(map[taskID]int)}
	// What deferred calls did afterwards is another story.
	way := r.path(c.trail)
	for len(way) > 1 && !r.stoodAt(way[len(way)-1], c.crash) {
		way = way[:len(way)-1]
	}
	last := way[len(way)-1]
	about := []taskID{c.crash.task}
	var closer taken
	var target value
	task, op := last.state.task(c.crash.task), (*operation)(nil)
	if r.stoodAt(last, c.crash) {
		op = r.operation(task)
		target = op.target
		if op.kind == opSelect && last.index < len(op.states) {
			target = op.states[last.index].channel
		}
	}
	closed := false
	if target != nil {
		for _, s := range way[:len(way)-1] {
			if op := r.operationIn(s.state, s.task); op != nil && op.kind == opClose && op.target == target {
				closer, closed = s, true
				about = append(about, s.task)
			}
		}
	}
	var channels []objID
	if p, ok := target.(pointer); ok && closed {
		channels = append(channels, p.obj)
	}
	t.tell(way, about, channels...)
	o := &Outcome{Kind: Crash, Root: r.root, Guessed: r.guesses(c.state), unsure: c.state.unsure()}
	crashed := &Crashed{Panic: c.crash.reason, Instr: c.crash.instr, Pos: position(c.crash.instr), Via: c.crash.via, Lane: t.lane(c.crash.task), Fn: c.crash.instr.Parent()}
	if closed {
		crashed.Closed, crashed.ClosedLane = position(r.operation(closer.state.task(closer.task)).instr), t.lane(closer.task)
	}
	if op != nil {
		crashed.Name = t.channelName(task, op.instr)
		if op.kind == opModel {
			crashed.Name = t.operand(task, op)
		}
		if op.kind == opSelect && last.index < len(op.states) {
			crashed.Pos = op.states[last.index].pos
		}
	}
	if len(t.steps) > 0 {
		t.steps[len(t.steps)-1].Note = "panics"
	}
	o.Crash = crashed
	o.Witness = t.witness()
	o.Witness.Outcome = fmt.Sprintf("goroutine %d panics: %s", crashed.Lane+1, crashed.Panic)
	return o
}

// channelsOf lists the channels that an operation waits for.
func channelsOf(op *operation) []objID {
	var list []objID
	add := func(ch value) {
		if p, ok := ch.(pointer); ok {
			list = append(list, p.obj)
		}
	}
	switch op.kind {
	case opSend, opReceive:
		add(op.target)
	case opSelect:
		for _, c := range op.states {
			add(c.channel)
		}
	}
	return list
}

// circle returns the tasks that a task waits for, when each waits for a lock
// that the next one holds and the last one's is held by the task itself.
func (r *search) circle(s *state, id taskID) []taskID {
	var chain []taskID
	at := id
	for range len(s.tasks) {
		op := r.operationIn(s, at)
		if op == nil || op.kind != opModel || op.callee.op != syncmodel.Lock && op.callee.op != syncmodel.RLock {
			return nil
		}
		p, ok := op.target.(pointer)
		if !ok {
			return nil
		}
		l, ok := s.read(p).(mutex)
		if !ok || l.writer == 0 {
			return nil
		}
		next := l.writer - 1
		if next == id {
			return chain
		}
		if slices.Contains(chain, next) {
			return nil
		}
		chain = append(chain, next)
		at = next
	}
	return nil
}
