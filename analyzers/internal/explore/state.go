package explore

import (
	"cmp"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A taskID names a task: the same number for the same (parent, go statement,
// index) in every state of a search. The root is task 0.
type taskID int

type objectKind byte

const (
	cell    objectKind = iota // a variable, struct or array
	channel                   // made by make, a timer or a context
	mapping
	contextObject
	timerObject
)

// An object lives on the abstract heap. It is immutable but for the state that
// that made it (see state.writable).
type object struct {
	owner   *epoch
	encoded string // its bytes, once it does not change any more
	kind    objectKind
	typ     types.Type // of the content; of the element for channels

	// environment: code that the search does not see can reach the object. A
	// channel of the environment may always be ready, or never.
	environment bool

	content value // cell; contextObject: pointer to its Done channel; timerObject: pointer to its channel or the function

	// channel
	capacity int
	buffer   []value
	closed   bool

	// timerObject: virtual time until it fires, and again; armed when it will
	armed           bool
	remaining, tick int64
	fires           value // function, or nil when it sends on its channel
	site            ssa.Instruction

	// mapping: entries in order of insertion. unknownKeys says that an entry
	// under an unknown key was stored, so that no look-up is certain.
	keys, entries []value
	unknownKeys   bool
	// everyKey: the first entry stands for all; see Root.OneOfEach.
	everyKey bool

	// contextObject: contexts derived from this one; channel: its timer
	children []objID
}

// An access is a read or write of shared memory.
type access struct {
	obj    objID
	path   path
	write  bool
	atomic bool
	instr  ssa.Instruction
	via    Entrance
}

func (a access) conflicts(b access) bool {
	return a.obj == b.obj && (a.write || b.write) && !(a.atomic && b.atomic) && a.path.overlaps(b.path)
}

// after says what happens when a frame returns, beside handing on its results.
type after byte

const (
	nothing    after = iota
	endOnce          // the function of Once.Do
	doneGroup        // the function of WaitGroup.Go and errgroup.Go
	forget           // a deferred call, or a callback: its results are dropped
	discard          // a callback before another one, the initialisation before the program
	again            // the body of a loop over an iterator without a body, see turnOf
	endSubtest       // the function of testing.T.Run
)

// A frame is one call on a task's stack.
type frame struct {
	owner *epoch
	code  *code
	block *ssa.BasicBlock
	pc    int
	regs  []value

	defers []deferred
	after  after
	target pointer // of after

	// unwinding: the frame runs its deferred calls because of a panic or Goexit
	unwinding bool
	recovered bool

	// returned: the function is done, but its after is still to happen
	returned bool
	results  value
}

type deferred struct {
	instr ssa.CallInstruction // a defer, or the go statement that starts a goroutine of it
	callee
}

// values lists what the deferred call holds on to.
func (d deferred) values() []value {
	list := append(slices.Clone(d.args), d.free...)
	if d.native != nil {
		list = append(list, *d.native)
	}
	return list
}

type taskStatus byte

const (
	running taskStatus = iota
	// exiting tasks have nothing left to do but to end. Their end is an action
	// of its own, or races with what they did last would vanish.
	exiting
	spinning // see spin.go
)

// A task is one goroutine.
type task struct {
	owner    *epoch
	id       taskID
	status   taskStatus
	watched  map[objID]*object // of a task that spins: what it has read, as it was
	frames   []*frame
	standsAt *operation // see search.operation; nil while it is not known
	pending  []access   // made since its last visible operation
	phase    int        // of an operation that takes several steps
	// inSection: its last operation took a lock
	inSection bool
	wake      int64 // Sleep: virtual time that is left

	// paused: a parallel subtest that waits until the test around it has returned
	paused bool
	within parallel // the test around it

	result   value   // of its function, kept for the prelude
	cleanups []value // of testing.T.Cleanup, last one first

	panicking bool
	panicked  value // with what, see recover
	goexit    bool
	reason    *crash // the operation that panicked; nil for a panic of the program's own
}

// parallel names the frame of a test whose parallel subtest a task is.
type parallel struct {
	is    bool // it is one
	of    taskID
	depth int
}

func (t *task) top() *frame { return t.frames[len(t.frames)-1] }

// An epoch is the time between two clonings of a state. What was made in the
// state's own epoch is not shared and may be changed in place.
type epoch struct{ _ byte }

// A state is one configuration of the explored program. States share what they
// did not change.
type state struct {
	search  *search
	epoch   *epoch
	objects []*object // by objID; nil: free
	tasks   []*task   // by id
	assume  assumptions

	// guessed: the path to here rests on scaled, widened or supposed data
	guessed bool
	// decisions are the branches on the way that depend on what the program computes
	// in ways that the search does not follow: the way may not exist. A state that is
	// reached either way rests on none of the two.
	decisions decisions
	// rootReturned: the function under test has returned
	rootReturned bool
	// io holds the tasks that have read or written a file, pipe or connection, supposed
	// those that went on because code that is not seen did something to a channel: what
	// they say to each other there orders them in ways that the search does not see
	io, supposed string
	// handlers are those that were registered for HTTP requests
	handlers []value
	// bubble: the program runs in a synctest bubble
	bubble bool

	// exited: the process has ended, or the path is cut: nothing more is known
	exited, cut bool
	crash       *crash // the operation whose panic ended the process
}

// clone returns a copy that shares everything; from here on neither of the two
// may write to what they share.
func (s *state) clone() *state {
	s.epoch = new(epoch)
	c := *s
	c.epoch = new(epoch)
	c.objects = slices.Clone(s.objects)
	c.tasks = slices.Clone(s.tasks)
	return &c
}

func (s *state) task(id taskID) *task {
	i, ok := slices.BinarySearchFunc(s.tasks, id, func(t *task, id taskID) int { return cmp.Compare(t.id, id) })
	if !ok {
		return nil
	}
	return s.tasks[i]
}

// writableTask returns the task for changing, cloned when another state shares it.
func (s *state) writableTask(id taskID) *task {
	i, ok := slices.BinarySearchFunc(s.tasks, id, func(t *task, id taskID) int { return cmp.Compare(t.id, id) })
	if !ok {
		panic("explore: no such task")
	}
	t := s.tasks[i]
	if t.owner != s.epoch {
		c := *t
		c.owner = s.epoch
		c.frames = slices.Clone(t.frames)
		c.pending = slices.Clip(t.pending) // both append to it
		t = &c
		s.tasks[i] = t
	}
	t.standsAt = nil
	return t
}

// writableFrame returns the top frame of a task that writableTask returned.
func (s *state) writableFrame(t *task) *frame {
	i := len(t.frames) - 1
	f := t.frames[i]
	if f.owner != s.epoch {
		c := *f
		c.owner = s.epoch
		c.regs = slices.Clone(f.regs)
		c.defers = slices.Clone(f.defers)
		f = &c
		t.frames[i] = f
	}
	return f
}

func (s *state) writable(id objID) *object {
	o := s.objects[id]
	if o.owner != s.epoch {
		c := *o
		c.owner = s.epoch
		s.objects[id] = &c
		o = &c
	}
	o.encoded = ""
	return o
}

func (s *state) addTask(t *task) {
	i, _ := slices.BinarySearchFunc(s.tasks, t.id, func(t *task, id taskID) int { return cmp.Compare(t.id, id) })
	s.tasks = slices.Insert(s.tasks, i, t)
}

func (s *state) removeTask(id taskID) {
	s.tasks = slices.DeleteFunc(slices.Clone(s.tasks), func(t *task) bool { return t.id == id })
}

func (s *state) setAssume(sym symbol, truth bool) {
	s.assume = s.assume.with(sym, truth)
	s.search.spent += len(s.assume) / assumptionsPerInstruction
}

// allocate puts a new object on the heap under the smallest free identity of
// (task, site); it reports failure when too many of them are alive.
func (s *state) allocate(t taskID, site any, o *object) (objID, bool) {
	for index := range s.search.maxInstances {
		id := s.search.objectID(objectKey{t, site, index})
		for int(id) >= len(s.objects) {
			s.objects = append(s.objects, nil)
		}
		if s.objects[id] == nil {
			o.owner = s.epoch
			s.objects[id] = o
			return id, true
		}
	}
	return 0, false
}

// A marker finds what is alive: objects, symbols, and which tasks reach an object.
type marker struct {
	s       *state
	reach   []uint32 // per object: bit per task index (the last bit is shared by the tasks beyond)
	env     []bool
	symbols []bool
	bit     uint32
	visited int // values, for the budget
	inEnv   bool
}

// newMarker makes one for a state; it takes over the memory of the search's last one.
func (s *state) newMarker() *marker {
	m := &s.search.marker
	m.s, m.visited = s, 0
	m.reach = slices.Grow(m.reach[:0], len(s.objects))[:len(s.objects)]
	m.env = slices.Grow(m.env[:0], len(s.objects))[:len(s.objects)]
	m.symbols = slices.Grow(m.symbols[:0], len(s.search.symbols.exprs))[:len(s.search.symbols.exprs)]
	clear(m.reach)
	clear(m.env)
	clear(m.symbols)
	return m
}

func (m *marker) object(id objID) {
	if m.s.objects[id] == nil {
		return
	}
	if m.reach[id]&m.bit == m.bit && (m.env[id] || !m.inEnv) {
		return
	}
	m.reach[id] |= m.bit
	if m.inEnv {
		m.env[id] = true
	}
	o := m.s.objects[id]
	m.value(o.content)
	m.value(o.fires)
	for _, v := range o.buffer {
		m.value(v)
	}
	for _, v := range o.keys {
		m.value(v)
	}
	for _, v := range o.entries {
		m.value(v)
	}
	for _, c := range o.children {
		m.object(c)
	}
}

func (m *marker) value(v value) {
	m.visited++
	switch v := v.(type) {
	case pointer:
		m.object(v.obj)
	case slice:
		m.object(v.array.obj)
	case symbol:
		if len(m.s.assume) == 0 || m.symbols[v] {
			return
		}
		m.symbols[v] = true
		for _, leaf := range m.s.search.symbols.under[v] {
			m.symbols[leaf] = true
		}
	case *function:
		for _, f := range v.free {
			m.value(f)
		}
	case iface:
		m.value(v.val)
	case *aggregate:
		for _, e := range v.elems {
			m.value(e)
		}
	case cond:
		m.value(v.lock)
	case group:
		m.value(v.cancel)
	case native:
		m.object(v.obj)
	}
}

func (m *marker) task(t *task) {
	for _, c := range t.cleanups {
		m.value(c)
	}
	for _, f := range t.frames {
		m.value(f.target)
		m.value(f.results)
		if f.returned {
			continue
		}
		for _, d := range f.defers {
			for _, v := range d.values() {
				m.value(v)
			}
		}
		live := f.code.liveBefore(f.block, f.pc)
		for i, v := range f.regs {
			if v != nil && live.has(i) {
				m.value(v)
			}
		}
	}
}

// settle brings a state into its normal form after a segment: dead objects are
// freed, what the environment can reach is marked so, private accesses and
// assumptions about dead symbols are dropped.
func (s *state) settle() {
	m := s.newMarker()
	const sharedBit = 1 << 31
	m.bit = sharedBit
	for id, o := range s.objects {
		if o == nil {
			continue
		}
		if s.search.permanent[objID(id)] || o.kind == timerObject && o.armed && o.fires != nil {
			m.object(objID(id))
		}
		if o.environment {
			m.inEnv = true
			m.object(objID(id))
			m.inEnv = false
		}
	}
	for _, h := range s.handlers {
		m.value(h)
	}
	for i, t := range s.tasks {
		m.bit = 1 << min(i, 30)
		m.task(t)
	}
	s.search.spent += (m.visited + len(s.objects)) / valuesPerInstruction
	for id, o := range s.objects {
		switch {
		case o == nil:
		case m.reach[id] == 0:
			s.objects[id] = nil
		case m.env[id] && !o.environment:
			s.writable(objID(id)).environment = true
		}
	}
	for i, t := range s.tasks {
		if len(t.pending) == 0 {
			continue
		}
		own := uint32(1) << min(i, 30)
		shared := func(a access) bool {
			return s.objects[a.obj] != nil && (m.reach[a.obj]&^own != 0 || i >= 30)
		}
		if !slices.ContainsFunc(t.pending, func(a access) bool { return !shared(a) }) {
			continue
		}
		t = s.writableTask(t.id)
		t.pending = slices.DeleteFunc(slices.Clone(t.pending), func(a access) bool { return !shared(a) })
	}
	s.assume = s.assume.without(func(sym symbol) bool {
		dead := false
		s.search.symbols.leaves(sym, func(leaf symbol) { dead = dead || !m.symbols[leaf] && !s.search.symbols.permanent(leaf) })
		return dead
	})
}

// encode returns the state as bytes, which stand until the next call for a state of
// the same search; equal states have equal bytes.
func (s *state) encode() []byte {
	e := encoder{tables: s.search.tables, buf: s.search.encoding[:0]}
	for _, t := range s.tasks {
		e.tag('|')
		e.int(int(t.id))
		e.int(int(t.status))
		e.int(t.phase)
		e.int(int(t.wake))
		for _, f := range t.frames {
			e.frame(f)
		}
		e.tag('a')
		for _, a := range t.pending {
			e.pointer(pointer{a.obj, a.path})
			e.int(number(s.search.accessSites, accessSite{a.instr, a.write, a.atomic}))
		}
		e.values(t.cleanups)
		if t.panicking {
			e.tag('p')
			e.value(t.panicked)
		}
		if t.goexit {
			e.tag('x')
		}
		if t.paused {
			e.tag('P')
		}
	}
	for id, o := range s.objects {
		if o != nil {
			e.tag('#')
			e.int(id)
			if o.encoded == "" {
				from := len(e.buf)
				e.object(o)
				o.encoded = string(e.buf[from:])
			} else {
				e.buf = append(e.buf, o.encoded...)
			}
		}
	}
	e.values(s.handlers)
	for _, a := range s.assume {
		e.value(a.sym)
		e.value(a.truth)
	}
	// io, supposed and decisions are left out: a state keeps those of the way on which
	// it was first reached, which is the way that its story tells.
	for _, flag := range []bool{s.guessed, s.rootReturned, s.bubble, s.exited} {
		e.value(flag)
	}
	s.search.encoding = e.buf
	return e.buf
}

func (e *encoder) frame(f *frame) {
	e.tag('(')
	e.int(e.function(f.code.fn))
	e.int(f.block.Index)
	e.int(f.pc)
	e.int(int(f.after))
	e.pointer(f.target)
	if f.unwinding {
		e.tag('u')
	}
	if f.recovered {
		e.tag('r')
	}
	if f.returned {
		e.tag('R')
		e.value(f.results)
		return
	}
	if f.after == again {
		e.value(f.results)
	}
	for _, d := range f.defers {
		e.tag('d')
		e.int(d.instr.Block().Index)
		e.int(slices.Index(d.instr.Block().Instrs, ssa.Instruction(d.instr)))
		if d.fn != nil {
			e.int(e.function(d.fn))
		}
		e.values(d.values())
	}
	live := f.code.liveBefore(f.block, f.pc)
	for i, v := range f.regs {
		if v != nil && live.has(i) {
			e.int(i)
			e.value(v)
		}
	}
}

func (e *encoder) object(o *object) {
	e.int(int(o.kind))
	e.value(o.environment)
	e.value(o.content)
	switch o.kind {
	case channel:
		e.int(o.capacity)
		e.values(o.buffer)
		e.value(o.closed)
	case mapping:
		e.values(o.keys)
		e.values(o.entries)
		e.value(o.unknownKeys)
	case contextObject:
		for _, c := range o.children {
			e.int(int(c))
		}
	case timerObject:
		e.value(o.armed)
		e.value(o.remaining)
		e.value(o.tick)
	}
}

// A decision is a branch that was taken without knowing.
type decision struct {
	branch *ssa.If
	truth  bool
	reason doubt
}

// A doubt is why a branch could not be followed.
type doubt uint8

const (
	byComputation doubt = iota // on what the program computes in ways that the search does not follow
	byAtomic                   // on what an atomic holds
	byOthers                   // on what code outside gave a test, other than that there was no error
)

// decisions are those of one way, or those that several ways have in common.
type decisions []decision

// rest reports whether a way rests on a branch of a kind.
func (ds decisions) rest(reason doubt) bool {
	return slices.ContainsFunc(ds, func(d decision) bool { return d.reason == reason })
}

// common returns the decisions on which a state rests to which two ways lead. A
// branch that one of them took one way and the other the other way does not matter,
// unless they differ in more: a && b is false in two ways, and still rests on both.
func (ds decisions) common(other decisions) decisions {
	only := func(a, b decisions) (list decisions) {
		for _, d := range a {
			if !slices.Contains(b, d) {
				list = append(list, d)
			}
		}
		return list
	}
	mine, theirs := only(ds, other), only(other, ds)
	switch {
	case len(theirs) == 0:
		return slices.Clone(other) // all that they rest on, this way rests on too
	case len(mine) == 0:
		return ds
	}
	opposite := func(d decision) bool {
		return slices.ContainsFunc(theirs, func(e decision) bool { return e.branch == d.branch && e.truth != d.truth })
	}
	if !slices.ContainsFunc(mine, func(d decision) bool { return !opposite(d) }) && len(mine) == len(theirs) {
		return slices.DeleteFunc(slices.Clone(ds), opposite)
	}
	return ds
}

// unsure reports whether the way to a state rests on a value that was computed in
// ways that the search does not follow.
func (s *state) unsure() bool { return s.decisions.rest(byComputation) }

// maxDecisions bounds the decisions that are told apart on one way.
const maxDecisions = 16

// decide notes a decision. In a loop the same branch may be taken both ways.
func (s *state) decide(d decision) {
	if slices.Contains(s.decisions, d) || len(s.decisions) >= maxDecisions {
		return
	}
	s.decisions = append(s.decisions[:len(s.decisions):len(s.decisions)], d)
}

// reachedAlso keeps only the decisions on which two ways to one state agree.
func (s *state) reachedAlso(other *state) { s.decisions = s.decisions.common(other.decisions) }
