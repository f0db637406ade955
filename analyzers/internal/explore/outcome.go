package explore

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
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

	Accesses [2]Access // Race: in the order of the schedule
	Memory   Memory    // Race
	Blocked  []Blocked // Stuck: the task first; with it those that it waits for in a circle of locks
	Panic    string    // Crash: what the runtime says
	Pos      token.Pos // Crash
}

// An Access is one side of a race.
type Access struct {
	Instr  ssa.Instruction
	Pos    token.Pos
	Write  bool
	Atomic bool
	Name   string // "c.n"
	Held   []Lock
	Lane   int // index in Witness.Goroutines
	// Of a slice's or map's content: the field or variable that holds the slice or map.
	ViaField    *types.Var
	ViaVariable *ssa.Alloc
}

// A Lock is a lock that somebody holds or waits for.
type Lock struct {
	Name  string     // "c.mu"
	Field *types.Var // the field that it is, or nil
	Read  bool       // held for reading
	class any        // equal for locks that are instances of one declaration
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
	Field    *types.Var // the innermost field, or nil
	Map      bool       // the content of a map
	Whole    bool       // the variable itself, not a part of it
}

// A Blocked is a task that waits for ever.
type Blocked struct {
	Lane     int
	Pos      token.Pos
	Instr    ssa.Instruction
	Send     bool // in a send, or a select whose cases all send
	Receive  bool
	Lock     *Lock     // waits for this lock
	Channel  token.Pos // Send, Receive: where the channel was made
	Capacity int       // Send, Receive: room in the channel's buffer
	// ChannelName is what the goroutine calls the channel, if it has a name.
	ChannelName string
	Received    bool          // Send: somebody is seen to receive from the channel elsewhere
	Spawn       token.Pos     // the go statement of the task; NoPos for the root's
	Fn          *ssa.Function // in which it waits
}

// outcomes turns what a search found into data that outlives it.
func (r *search) outcomes(src *source) []*Outcome {
	var list []*Outcome
	for _, race := range r.races {
		if !r.speaks(race.state, race.tasks[0]) || !r.speaks(race.state, race.tasks[1]) {
			list = append(list, r.raceOutcome(src, race))
		}
	}
	for _, st := range r.findStuck() {
		if s := r.nodes[st.node].state; containsTask(s.io, st.task) && len(s.io) > 1 {
			continue
		}
		if o := r.stuckOutcome(src, st); o != nil {
			list = append(list, o)
		}
	}
	for _, c := range r.crashes {
		list = append(list, &Outcome{Kind: Crash, Root: r.root, Guessed: r.guesses(c.state), Panic: c.crash.reason, Pos: position(c.crash.instr)})
	}
	return list
}

// speaks reports whether a task has read or written a file, pipe or connection,
// or a channel that code outside the search uses, or is about to. What happens between two that do may be ordered there.
func (r *search) speaks(s *state, id taskID) bool {
	if containsTask(s.io, id) || containsTask(s.supposed, id) {
		return true
	}
	t := s.task(id)
	if t == nil || t.status == exiting {
		return false
	}
	op := r.operation(t)
	switch {
	case op == nil:
		return false
	case op.kind == opSend, op.kind == opReceive:
		return s.ofEnvironment(op.target)
	case op.kind == opSelect:
		return slices.ContainsFunc(op.states, func(c selectCase) bool { return s.ofEnvironment(c.channel) })
	}
	return op.kind == opModel && op.callee.op == syncmodel.IO
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
	o := &Outcome{Kind: Race, Root: r.root, Guessed: r.guesses(race.state), Memory: r.memory(race.state, race.acc[0])}
	t.tell(r.path(race.trail), race.tasks[:])
	t.lane(race.tasks[0])
	t.lane(race.tasks[1])
	t.moment++
	for i, a := range race.acc {
		id := race.tasks[i]
		stack := race.state.task(id)
		access := Access{Instr: a.instr, Pos: position(a.instr), Write: a.write, Atomic: a.atomic, Lane: t.lane(id)}
		access.Name = t.accessName(a, stack)
		access.ViaField, access.ViaVariable = via(a.instr)
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

// via finds what holds the slice or map whose content an instruction touches.
func via(instr ssa.Instruction) (*types.Var, *ssa.Alloc) {
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
				return s.Field(x.Field).Origin(), nil
			}
			return nil, nil
		case *ssa.Alloc:
			if isVariable(x) {
				return nil, x
			}
			return nil, nil
		default:
			return nil, nil
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
	m := Memory{Whole: len(a.path) == 0}
	switch site := r.objectKeys[a.obj].site.(type) {
	case *ssa.Alloc:
		if isVariable(site) {
			m.Variable = site
		}
	case *ssa.Global:
		m.Global = site
	}
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
	ids := []taskID{st.task}
	ids = append(ids, r.circle(n.state, st.task)...)
	t.tell(r.path(trail{node: st.node}), ids, channelsOf(st.op)...)
	o := &Outcome{Kind: Stuck, Root: r.root, Guessed: r.guesses(n.state)}
	for _, id := range ids {
		task := n.state.task(id)
		op := r.operation(task)
		b := Blocked{Lane: t.lane(id), Pos: op.pos(), Instr: op.instr, Fn: op.instr.Parent()}
		if site := r.taskKeys[id].site; site != nil {
			b.Spawn = position(site)
		}
		r.describeBlocked(&b, t, n.state, op)
		o.Blocked = append(o.Blocked, b)
	}
	if r.root.Kind == Program && isMain(r.root) && n.state.rootReturned && o.Blocked[0].Receive {
		return nil // it lives as long as the process does
	}
	t.moment++
	for i, b := range o.Blocked {
		if t.waits(b) {
			continue
		}
		t.moment += min(i, 1)
		t.steps = append(t.steps, witness.Step{
			Goroutine: b.Lane, Moment: t.moment, Place: src.place(b.Pos), Action: t.action(n.state.task(ids[i]), r.operation(n.state.task(ids[i]))),
			Note: "waits", Held: t.heldNames(n.state, ids[i]), Blocked: "for ever",
		})
	}
	o.Witness = t.witness()
	o.Witness.Outcome = stuckText(o, t, n.state, ids)
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

func stuckText(o *Outcome, t *teller, s *state, ids []taskID) string {
	if len(o.Blocked) > 1 {
		var parts []string
		for i, b := range o.Blocked {
			parts = append(parts, fmt.Sprintf("%d holds %s and waits for %s", b.Lane+1, strings.Join(t.heldNames(s, ids[i]), ", "), b.Lock.Name))
		}
		return "nobody can move: " + strings.Join(parts, ", ")
	}
	b := o.Blocked[0]
	switch {
	case b.Send && !b.Received:
		return fmt.Sprintf("goroutine %d waits for ever: no goroutine receives", b.Lane+1)
	case b.Send:
		return fmt.Sprintf("goroutine %d waits for ever: whoever received has left", b.Lane+1)
	case b.Receive:
		return fmt.Sprintf("goroutine %d waits for ever: no goroutine sends or closes", b.Lane+1)
	}
	return fmt.Sprintf("goroutine %d waits for ever", b.Lane+1)
}

func (r *search) describeBlocked(b *Blocked, t *teller, s *state, op *operation) {
	made := func(ch value) {
		p, ok := ch.(pointer)
		if !ok {
			return
		}
		site := r.objectKeys[p.obj].site
		if instr, ok := site.(ssa.Instruction); ok && !b.Channel.IsValid() {
			b.Channel = position(instr)
		}
		if o := s.objects[p.obj]; o != nil {
			b.Capacity = o.capacity
		}
		b.Received = b.Received || r.received[site]
	}
	switch op.kind {
	case opSend:
		b.Send = true
		made(op.target)
		b.ChannelName = t.name(s.task(t.taskOf(b.Lane)).frames, t.taskOf(b.Lane), op.instr.(*ssa.Send).Chan)
	case opReceive:
		b.Receive = true
		made(op.target)
	case opSelect:
		b.Send, b.Receive = len(op.states) > 0, false
		for _, c := range op.states {
			b.Send = b.Send && c.send
			b.Receive = b.Receive || !c.send
			made(c.channel)
		}
	case opModel:
		if op.callee.op != syncmodel.Lock && op.callee.op != syncmodel.RLock {
			return
		}
		if p, ok := op.target.(pointer); ok {
			l := t.lock(s, p, op.callee.op == syncmodel.RLock)
			if text := t.operand(s.task(t.taskOf(b.Lane)), op); text != "" {
				l.Name = text
			}
			b.Lock = &l
		}
	}
}

// circle returns the tasks that a task waits for, when each waits for a lock
// that the next one holds and the last one's is held by the task itself.
func (r *search) circle(s *state, id taskID) []taskID {
	var chain []taskID
	at := id
	for range len(s.tasks) {
		t := s.task(at)
		if t == nil || t.status == exiting {
			return nil
		}
		op := r.operation(t)
		if op.kind != opModel || op.callee.op != syncmodel.Lock && op.callee.op != syncmodel.RLock {
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
