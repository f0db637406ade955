package explore

import (
	"cmp"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// A machine runs one task of one state up to its next visible operation.
// Everything that it executes is invisible to other tasks but for the accesses
// to memory, which it records.
type machine struct {
	*search
	s       *state
	t       *task
	f       *frame
	started []taskID        // goroutines that the present operation started
	forks   []way           // other outcomes of branches that the data does not decide
	steps   *int            // budget of the segment, shared by its forks
	failed  bool            // the path was cut because a test fails there
	turns   turning         // of loops in this segment
	laps    map[lap]*rounds // of all loops in this segment, see spin.go
}

// A way is a state in the middle of a segment.
type way struct {
	*state
	turns turning
}

// A turning counts how often branches in loops were gone through without knowing.
type turning map[*ssa.If]int

// run lets the task go on until it stops before a visible operation or ends.
// It takes ownership of s and returns every state that may come out.
func (r *search) run(s *state, id taskID) []*state {
	var done []*state
	ended := 0 // by a test that fails
	steps := maxSegment
	if !r.experimenting {
		steps = min(steps, max(r.limit-r.spent, 0))
	}
	before := steps
	work := []way{{state: s}}
	for len(work) > 0 {
		w := work[len(work)-1]
		work = work[:len(work)-1]
		s := w.state
		m := &machine{search: r, s: s, steps: &steps, turns: w.turns}
		m.t = s.writableTask(id)
		m.loop()
		work = append(work, m.forks...)
		r.spent += before - steps
		before = steps
		if m.failed {
			// A loop of assertions ends in as many ways; they all tell that more may follow.
			if ended++; ended > maxEnded {
				continue
			}
		}
		done = append(done, s)
		if len(done)+len(work) > maxForks {
			for _, w := range work {
				w.cut = true
				done = append(done, w.state)
			}
			return done
		}
	}
	return done
}

func (m *machine) loop() {
	for !m.s.cut && !m.s.exited && m.t.status == running {
		if len(m.t.frames) == 0 {
			m.t.status = exiting
			return
		}
		if *m.steps--; *m.steps < 0 {
			if !m.experimenting && m.spent+maxSegment > m.limit {
				m.cut(budgetUsedUp)
			} else {
				m.cut("a segment is too long")
			}
			return
		}
		m.f = m.s.writableFrame(m.t)
		if op := m.nextOperation(m.t); op != nil {
			m.arrive(op)
			return
		}
		if m.f.unwinding {
			m.unwind()
		} else {
			m.instruction()
		}
	}
}

func (m *machine) cut(reason string) {
	m.s.cut = true
	m.gaveUp[reason]++
}

// fork returns a copy of the present configuration that is explored as well;
// change is applied to it.
func (m *machine) fork(change func(*machine)) {
	s := m.copyState()
	other := &machine{search: m.search, s: s, steps: m.steps, turns: maps.Clone(m.turns)}
	other.t = s.writableTask(m.t.id)
	other.f = s.writableFrame(other.t)
	change(other)
	m.forks = append(m.forks, way{s, other.turns})
	m.forks = append(m.forks, other.forks...)
}

// copyState returns a copy of the present state. Both lose the right to write in place by it:
// the machine fetches its own again.
func (m *machine) copyState() *state {
	s := m.s.clone()
	m.t = m.s.writableTask(m.t.id)
	m.f = m.s.writableFrame(m.t)
	return s
}

func (m *machine) get(v ssa.Value) value { return m.valueOf(m.f, v) }

// set stores the content of a register, unless it can decide nothing.
func (m *machine) set(v ssa.Value, x value) {
	if r, ok := m.f.code.registerOf(v); ok {
		m.f.regs[r] = x
	}
}

func (m *machine) next() { m.f.pc++ }

func (m *machine) jump(to *ssa.BasicBlock) {
	from := m.f.block
	var pred int
	for i, p := range to.Preds {
		if p == from {
			pred = i
			break
		}
	}
	m.f.block, m.f.pc = to, 0
	var incoming []value
	for _, instr := range to.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		incoming = append(incoming, m.get(phi.Edges[pred]))
	}
	for i, v := range incoming {
		m.set(to.Instrs[i].(*ssa.Phi), v)
	}
	m.f.pc = len(incoming)
	if to.Dominates(from) {
		m.turned(to)
	}
}

func (m *machine) instruction() {
	switch instr := m.f.block.Instrs[m.f.pc].(type) {
	case *ssa.Alloc:
		elem := instr.Type().(*types.Pointer).Elem()
		id, ok := m.s.allocate(m.t.id, instr, &object{kind: cell, typ: elem, content: zero(elem)})
		if !ok {
			array, isArray := elem.Underlying().(*types.Array)
			m.tooMany(instr, isArray && (isScalar(array.Elem()) || instr.Comment == "varargs"))
			return
		}
		m.set(instr, pointer{obj: id})
		m.next()
	case *ssa.BinOp:
		if y, ok := m.get(instr.Y).(int64); ok && y == 0 && (instr.Op == token.QUO || instr.Op == token.REM) && isInteger(instr.X.Type()) {
			m.implicitPanic()
			return
		}
		if zero := value(int64(0)); (instr.Op == token.QUO || instr.Op == token.REM) && m.get(instr.Y) == zero && isInteger(instr.Type()) {
			m.implicitPanic()
			return
		}
		m.set(instr, m.binary(instr.Op, m.get(instr.X), m.get(instr.Y), instr))
		m.next()
	case *ssa.UnOp:
		m.unary(instr)
	case *ssa.Call:
		m.call(instr)
	case *ssa.ChangeInterface:
		m.set(instr, m.get(instr.X))
		m.next()
	case *ssa.ChangeType:
		m.set(instr, m.get(instr.X))
		m.next()
	case *ssa.Convert:
		if text, ok := m.get(instr.X).(string); ok && m.spell(instr, text) {
			return
		}
		if s, ok := m.get(instr.X).(slice); ok {
			m.recordElements(s, false, instr)
		}
		v := convert(m.get(instr.X), instr.X.Type(), instr.Type())
		if p, ok := v.(pointer); ok && isInteger(instr.Type()) {
			v = m.symbols.input("address", p.obj) // some number, always the same, of each object another
		}
		m.set(instr, v)
		m.next()
	case *ssa.MultiConvert:
		m.set(instr, nil)
		m.next()
	case *ssa.DebugRef:
		m.next()
	case *ssa.Defer:
		m.deferCall(instr)
	case *ssa.Extract:
		m.set(instr, m.extract(m.get(instr.Tuple), instr.Index))
		m.next()
	case *ssa.Field:
		m.set(instr, m.extract(m.get(instr.X), instr.Field))
		m.next()
	case *ssa.FieldAddr:
		m.address(instr, m.get(instr.X), instr.Field)
	case *ssa.If:
		m.branch(instr)
	case *ssa.Index:
		m.index(instr)
	case *ssa.IndexAddr:
		m.indexAddress(instr)
	case *ssa.Jump:
		m.jump(m.f.block.Succs[0])
	case *ssa.Lookup:
		m.lookup(instr)
	case *ssa.MakeChan:
		m.makeChannel(instr)
	case *ssa.MakeClosure:
		free := make([]value, len(instr.Bindings))
		for i, b := range instr.Bindings {
			free[i] = m.get(b)
		}
		m.set(instr, &function{instr.Fn.(*ssa.Function), free})
		m.next()
	case *ssa.MakeInterface:
		m.set(instr, iface{instr.X.Type(), m.get(instr.X)})
		m.next()
	case *ssa.MakeMap:
		id, ok := m.s.allocate(m.t.id, instr, &object{kind: mapping, typ: instr.Type()})
		if !ok {
			m.cut("too many instances of one allocation")
			return
		}
		m.set(instr, pointer{obj: id})
		m.next()
	case *ssa.MakeSlice:
		m.makeSlice(instr)
	case *ssa.MapUpdate:
		m.mapUpdate(instr)
	case *ssa.Next:
		m.iterate(instr)
	case *ssa.Panic:
		m.panics(m.get(instr.X))
	case *ssa.Range:
		it := &aggregate{[]value{m.get(instr.X), int64(0), nil}}
		if p, ok := m.get(instr.X).(pointer); ok {
			m.record(p, false, instr)
			if o := m.s.objects[p.obj]; o != nil {
				it.elems[2] = &aggregate{o.keys} // the loop may delete them on its way
			}
		}
		m.set(instr, it)
		m.next()
	case *ssa.Return:
		m.result(instr)
	case *ssa.RunDefers:
		if len(m.f.defers) == 0 {
			m.next()
			return
		}
		m.runDeferred()
	case *ssa.Slice:
		m.sliceOf(instr)
	case *ssa.SliceToArrayPointer:
		if sl, ok := m.get(instr.X).(slice); ok && sl.lo == 0 {
			m.set(instr, sl.array)
		} else {
			m.set(instr, nil)
		}
		m.next()
	case *ssa.Store:
		v := m.get(instr.Val)
		if !m.relevance.keeps(instr.Addr) {
			v = nil
		}
		m.store(m.get(instr.Addr), v, instr)
		m.next()
	case *ssa.TypeAssert:
		m.typeAssert(instr)
	default:
		m.cut("an instruction that the search does not know")
	}
}

func (m *machine) unary(instr *ssa.UnOp) {
	x := m.get(instr.X)
	var result value
	switch instr.Op {
	case token.MUL:
		if _, isNull := x.(null); isNull {
			m.implicitPanic()
			return
		}
		if flow.OnlyCounts(instr) {
			break
		}
		result = m.load(x, instr)
		if g, ok := instr.X.(*ssa.Global); ok && result == nil && isError(instr.Type()) {
			// Another package's, which nobody changes. os gives its errors those of io/fs.
			result = iface{errorType, strings.Replace(g.RelString(nil), "os.Err", "io/fs.Err", 1)}
		}
		if result == nil {
			p, known := x.(pointer)
			known = known && !(m.s.objects[p.obj] != nil && m.s.objects[p.obj].environment)
			result = m.unknownValue(instr, instr.Type(), known)
		}
	case token.NOT:
		switch x := x.(type) {
		case bool:
			result = !x
		case symbol:
			result = m.symbols.derive(token.NOT, x, -1)
		}
	case token.SUB:
		switch n := x.(type) {
		case int64:
			result = -n
		case float64:
			result = -n
		}
	}
	m.set(instr, result)
	m.next()
}

// implicitPanic is a nil dereference, an index out of range and the like. Where
// nobody recovers from them the path ends: they would end the program, whatever
// its goroutines do.
func (m *machine) implicitPanic() {
	if m.recovers() {
		m.panics(iface{errorType, nil}) // a runtime.Error
		return
	}
	m.cut("an implicit panic")
}

// recovers reports whether some call around recovers from a panic.
func (m *machine) recovers() bool {
	for _, f := range m.t.frames {
		for _, d := range f.defers {
			if d.fn != nil && flow.Recovers(d.fn) {
				return true
			}
		}
	}
	return false
}

// panics begins a panic with a value.
func (m *machine) panics(v value) {
	if _, ok := v.(iface); !ok {
		v = iface{types.Typ[types.String], nil}
	}
	m.t.panicking, m.t.reason, m.t.panicked = true, nil, v
	m.f.unwinding = true
}

// load reads memory.
func (m *machine) load(address value, instr ssa.Instruction) value {
	p, ok := address.(pointer)
	if !ok {
		return nil
	}
	m.record(p, false, instr)
	return m.s.read(p)
}

// condLocker is the index of the field L of sync.Cond.
const condLocker = 1

func (s *state) read(p pointer) value {
	o := s.objects[p.obj]
	if o == nil {
		return nil
	}
	v := o.content
	for rest := p.path; len(rest) > 0; rest = rest[2:] {
		if c, ok := v.(cond); ok && rest.head() == condLocker {
			return c.lock
		}
		a, ok := v.(*aggregate)
		if ok && rest.head() == unknownElement {
			if v = anyElement(a); v == nil {
				return nil
			}
			continue
		}
		if !ok || rest.head() >= len(a.elems) {
			return nil
		}
		v = a.elems[rest.head()]
	}
	return v
}

// anyElement returns the pointer that all elements of an array are, or nil.
func anyElement(a *aggregate) value {
	if len(a.elems) == 0 {
		return nil
	}
	first, ok := a.elems[0].(pointer)
	if !ok || slices.ContainsFunc(a.elems, func(v value) bool { p, ok := v.(pointer); return !ok || p != first }) {
		return nil
	}
	return first
}

func (m *machine) store(address, v value, instr ssa.Instruction) {
	p, ok := address.(pointer)
	if !ok {
		m.s.escape(v, false) // into a place that others may know
		return
	}
	// A parameter that is captured is copied at entry, when nobody else knows the copy.
	if st, ok := instr.(*ssa.Store); !ok || !isParameter(st.Val) || !isAlloc(st.Addr) {
		m.record(p, true, instr)
	}
	m.s.write(p, v)
}

func isParameter(v ssa.Value) bool {
	_, ok := v.(*ssa.Parameter)
	return ok
}

func isAlloc(v ssa.Value) bool {
	_, ok := v.(*ssa.Alloc)
	return ok
}

func (s *state) write(p pointer, v value) {
	if s.objects[p.obj] == nil {
		return
	}
	o := s.writable(p.obj)
	o.content = replace(o.content, p.path, v)
}

// replace returns whole with the part at path replaced. An element that is not
// known may be any: they all become unknown.
func replace(whole value, at path, v value) value {
	if len(at) == 0 {
		return v
	}
	if c, ok := whole.(cond); ok && at.head() == condLocker {
		c.lock = v
		return c
	}
	a, ok := whole.(*aggregate)
	if !ok {
		return whole
	}
	i := at.head()
	if i == unknownElement {
		elems := make([]value, len(a.elems))
		return &aggregate{elems}
	}
	if i >= len(a.elems) {
		return whole
	}
	return a.with(i, replace(a.elems[i], at[2:], v))
}

// record notes an access to memory. One under an unknown index may be to an
// element that nobody shares: it is no evidence and left out.
func (m *machine) record(p pointer, write bool, instr ssa.Instruction) {
	m.recordAs(p, write, false, instr)
}

func (m *machine) recordAs(p pointer, write, atomic bool, instr ssa.Instruction) {
	for rest := p.path; len(rest) > 0; rest = rest[2:] {
		if rest.head() == unknownElement {
			return
		}
	}
	a := access{obj: p.obj, path: p.path, write: write, atomic: atomic, instr: m.inSource(instr), via: m.entrance(instr, m.t.id, m.t.frames)}
	for i, b := range m.t.pending {
		if b.obj != a.obj || b.path != a.path || b.atomic != a.atomic {
			continue
		}
		// A write conflicts with all that a read conflicts with; the first of a kind tells the story.
		if b.write || !a.write {
			return
		}
		pending := append([]access(nil), m.t.pending...)
		pending[i] = a
		m.t.pending = pending
		return
	}
	if len(m.t.pending) >= maxPending {
		return
	}
	if m.t.pending == nil {
		m.t.pending = make([]access, 0, somePending)
	}
	m.t.pending = append(m.t.pending, a)
}

func (m *machine) extract(tuple value, i int) value {
	switch tuple := tuple.(type) {
	case *aggregate:
		if i < len(tuple.elems) {
			return tuple.elems[i]
		}
	case symbol:
		return m.symbols.part(tuple, i)
	}
	return nil
}

func (m *machine) address(instr *ssa.FieldAddr, base value, field int) {
	switch base := base.(type) {
	case pointer:
		m.set(instr, pointer{base.obj, base.path.add(field)})
	case null:
		m.implicitPanic()
		return
	default:
		m.set(instr, nil)
	}
	m.next()
}

func (m *machine) branch(instr *ssa.If) {
	cond := m.get(instr.Cond)
	if sym, ok := cond.(symbol); ok {
		if truth, known := m.decide(sym); known {
			cond = truth
		} else if n, bounds := m.boundFromOutside(sym); bounds && n >= maxGuessedNumber && flow.InLoop(instr) {
			m.s.setAssume(sym, false) // in the small world the bound is no larger
			cond = false
		} else if bounds && n == 0 && startsOrFills(instr) {
			m.s.setAssume(sym, true) // nobody asks for no worker, or for a semaphore without places
			cond = true
		}
	}
	take := func(m *machine, truth bool) {
		switch cond := m.get(instr.Cond).(type) {
		case symbol:
			m.s.setAssume(cond, truth)
		}
		if _, isConst := instr.Cond.(*ssa.Const); !isConst {
			m.set(instr.Cond, truth)
		}
		if truth {
			m.jump(m.f.block.Succs[0])
		} else {
			m.jump(m.f.block.Succs[1])
		}
	}
	if truth, ok := cond.(bool); ok {
		take(m, truth && !m.leavesIdle(instr) && !m.walkedEnough(instr))
		return
	}
	// Without an identity a value was computed from what the search does not follow,
	// or blurred by scaling. What comes from outside may be
	// anything: a program that asks has to expect both, but it is no certain schedule.
	sym, ok := cond.(symbol)
	computed := !ok || m.symbols.computed(sym)
	if computed && comparesErrors(instr.Cond) && !m.comparesOwn(instr.Cond) {
		computed = false
	}
	if computed && m.comparesInput(instr.Cond) {
		computed = false
	}
	atomic := ok && m.symbols.restsOnAtomic(sym)
	if !computed && m.root.Kind == Program && m.scale == nil {
		m.s.guessed = true
	}
	decide := func(m *machine, truth bool) {
		switch {
		case atomic:
			m.s.decide(decision{instr, truth, byAtomic})
		case computed:
			m.s.decide(decision{instr, truth, byComputation})
		case m.isTest && !(comparesErrors(instr.Cond) && truth == withoutError(instr.Cond)) && !failsTest(instr, !truth):
			m.s.decide(decision{instr, truth, byOthers})
		}
		take(m, truth)
	}
	if out := m.f.code.failing(instr); out.ok && !atomic {
		m.gaveUp[testEndsEarly]++ // as it would at once
		decide(m, !out.truth)
		return
	}
	if out, ok := m.turnedEnough(instr); ok {
		decide(m, out)
		return
	}
	m.fork(func(other *machine) { decide(other, false) })
	decide(m, true)
}

// comparesInput reports whether a condition compares the size of a number with one that came
// from outside: whatever the first is, there is a second for which it is met, and one for which not.
func (m *machine) comparesInput(cond ssa.Value) bool {
	b, ok := cond.(*ssa.BinOp)
	if !ok || m.root.Kind == Program || b.Op != token.LSS && b.Op != token.LEQ && b.Op != token.GTR && b.Op != token.GEQ {
		return false
	}
	isInput := func(v ssa.Value) bool {
		sym, ok := m.get(v).(symbol)
		_, known := m.symbols.number(sym)
		return ok && !known && !m.symbols.computed(sym)
	}
	return isInput(b.X) || isInput(b.Y)
}

// turnedEnough reports whether a loop that what is not known bounds has had its turns, and
// which way leads out of it. Only turns without a visible operation count: those with one
// come back to a state that is known.
func (m *machine) turnedEnough(branch *ssa.If) (out, ok bool) {
	way := m.f.code.wayOut(branch)
	if !way.ok || m.endsSoon(way.head) {
		return false, false
	}
	return way.truth, m.countTurn(branch) > maxGuessedTurns
}

// walkedEnough reports whether a walk has seen enough turns of a loop that counts to a number
// that is known, without a visible operation in them: it goes on behind the loop then.
func (m *machine) walkedEnough(branch *ssa.If) bool {
	compared, ok := branch.Cond.(*ssa.BinOp)
	if !ok || !m.walks || compared.Op != token.LSS {
		return false
	}
	if way := m.f.code.wayOut(branch); !way.ok || way.truth {
		return false
	}
	if m.countTurn(branch) <= maxWalkedTurns {
		return false
	}
	m.s.guessed = true
	return true
}

// countTurn counts a turn, in this segment, of the loop that a condition leads out of.
func (m *machine) countTurn(branch *ssa.If) int {
	if m.turns == nil {
		m.turns = make(turning)
	}
	m.turns[branch]++
	return m.turns[branch]
}

// endsSoon reports whether the loop with this head counts to a number that is known and small:
// it ends by itself, and each of its turns may be looked at.
func (m *machine) endsSoon(head *ssa.BasicBlock) bool {
	branch, ok := head.Instrs[len(head.Instrs)-1].(*ssa.If)
	if !ok {
		return false
	}
	compared, ok := branch.Cond.(*ssa.BinOp)
	if !ok || compared.Op != token.LSS {
		return false
	}
	at, ok := m.get(compared.X).(int64)
	to, known := m.get(compared.Y).(int64)
	return ok && known && at < to && to <= maxCountedTurns
}

// boundFromOutside reports whether a condition asks, in a function whose input is supposed,
// whether a number that came from outside is larger than one that is known, n.
func (m *machine) boundFromOutside(sym symbol) (n int64, ok bool) {
	e := m.symbols.expr(sym)
	if m.root.Kind == Program || e.op != token.LSS || m.symbols.computed(sym) {
		return 0, false
	}
	n, known := m.symbols.number(e.x)
	_, fixed := m.symbols.number(e.y)
	return n, known && !fixed
}

// startsOrFills reports whether what a condition leads to when it is met is a loop that starts
// goroutines in its turns, or sends.
func startsOrFills(condition *ssa.If) bool {
	b := condition.Block().Succs[0]
	return flow.Any(b.Parent(), func(instr ssa.Instruction) bool {
		call, ok := instr.(ssa.CallInstruction)
		_, sends := instr.(*ssa.Send)
		return (sends || ok && len(effects.Spawned(call)) > 0) && flow.Reaches(b, instr.Block()) && flow.Reaches(instr.Block(), b)
	})
}

// withoutError is what a condition that asks for an error gives when there is none.
func withoutError(cond ssa.Value) bool {
	b, ok := cond.(*ssa.BinOp)
	return ok && b.Op == token.EQL
}

// comparesOwn reports whether the error that errors.Is or errors.As is asked about is
// one of the program's own: what it is does not depend on the world.
func (m *machine) comparesOwn(cond ssa.Value) bool {
	call, ok := cond.(*ssa.Call)
	if !ok || len(call.Call.Args) == 0 {
		return false
	}
	_, own := m.get(call.Call.Args[0]).(iface)
	return own
}

// comparesErrors reports whether a condition asks for an error: code that asks
// says that there may be one.
func comparesErrors(cond ssa.Value) bool {
	switch cond := cond.(type) {
	case *ssa.BinOp:
		return isError(cond.X.Type())
	case *ssa.Call:
		return len(cond.Common().Args) > 0 && isError(cond.Common().Args[0].Type()) // errors.Is, errors.As
	}
	return false
}

// failsTest reports whether a test fails where a branch goes one way: the other way is the one
// that it expects.
func failsTest(branch *ssa.If, truth bool) bool {
	next := branch.Block().Succs[0]
	if !truth {
		next = branch.Block().Succs[1]
	}
	return slices.ContainsFunc(next.Instrs, func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		return ok && syncmodel.OfCall(call.Common()) == syncmodel.TestFatal
	})
}

// mayBeNoticed reports whether others may notice an instruction on the way to the failure of a test,
// or the search may find something in what it calls.
func mayBeNoticed(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Send, *ssa.Select, *ssa.Go, *ssa.Defer, *ssa.MapUpdate:
		return true
	case *ssa.Store:
		_, printed := instr.Addr.(*ssa.IndexAddr)
		return !printed
	case *ssa.UnOp:
		return instr.Op == token.ARROW
	case *ssa.Call:
		callee := instr.Call.StaticCallee()
		return callee == nil || len(callee.Blocks) > 0
	}
	return false
}

// decide evaluates a symbolic condition under the state's assumptions.
func (m *machine) decide(sym symbol) (truth, known bool) {
	if truth, known := m.s.assume.of(sym); known {
		return truth, true
	}
	e := m.symbols.expr(sym)
	switch e.op {
	case token.NOT:
		truth, known := m.decide(e.x)
		return !truth, known
	case token.EQL:
		if m.symbols.distinct(e.x, e.y) {
			return false, true
		}
		for _, ordered := range [2][2]symbol{{e.x, e.y}, {e.y, e.x}} {
			if less, known := m.s.assume.of(m.symbols.derive(token.LSS, ordered[0], ordered[1])); known && less {
				return false, true
			}
		}
	case token.LSS:
		if less, known := m.s.assume.of(m.symbols.derive(token.LSS, e.y, e.x)); known {
			if less {
				return false, true
			}
			if m.symbols.distinct(e.x, e.y) {
				return true, true
			}
		}
		if equal, known := m.s.assume.of(m.symbols.derive(token.EQL, e.x, e.y)); known && equal {
			return false, true
		}
	default:
		return false, false
	}
	return m.compareIntervals(e)
}

func (m *machine) binary(op token.Token, x, y value, instr *ssa.BinOp) value {
	if i, ok := x.(iface); ok {
		if j, ok := y.(iface); ok {
			if !types.Identical(i.typ, j.typ) {
				return boolFor(op, false)
			}
			return m.binary(op, i.val, j.val, instr)
		}
		if _, ok := y.(null); ok {
			return boolFor(op, false)
		}
		return nil
	}
	if _, ok := y.(iface); ok {
		if _, isSymbol := x.(symbol); !isSymbol {
			return m.binary(op, y, x, instr)
		}
		return nil
	}
	switch x := x.(type) {
	case int64:
		if y, ok := y.(int64); ok {
			if m.scale.blurs(instr, x, y) {
				m.s.guessed = true
				return nil
			}
			return wrap(arithmetic(op, x, y), instr.Type())
		}
	case float64:
		if y, ok := y.(float64); ok {
			return floating(op, x, y)
		}
	case string:
		switch y := y.(type) {
		case string:
			return textual(op, x, y)
		case pointer:
			return boolFor(op, false) // errors, one by its name and one made here
		}
	case bool:
		if y, ok := y.(bool); ok {
			return boolFor(op, x == y)
		}
	case null:
		switch y := y.(type) {
		case null:
			return boolFor(op, true)
		case pointer, slice, *function, native:
			return boolFor(op, false)
		case symbol:
			return m.symbols.compare(op, y, m.symbols.constant("nil"))
		}
	case pointer:
		switch y := y.(type) {
		case pointer:
			if op == token.LSS || op == token.GTR || op == token.LEQ || op == token.GEQ {
				return arithmetic(op, int64(x.obj), int64(y.obj))
			}
			return boolFor(op, x == y)
		case null, string:
			return boolFor(op, false)
		}
	case slice, *function, native:
		if _, ok := y.(null); ok {
			return boolFor(op, false)
		}
	case symbol:
		// What Compare returned is compared with zero as its operands are with each other.
		if e := m.symbols.expr(x); e.op == token.SUB && y == value(int64(0)) {
			return m.symbols.compare(op, e.x, e.y)
		}
		if other, ok := m.symbols.operand(y); ok {
			if x == other && !m.symbols.permanent(x) {
				return nil
			}
			return m.symbols.compare(op, x, other)
		}
	}
	if y, ok := y.(symbol); ok {
		if other, ok := m.symbols.operand(x); ok {
			return m.symbols.compare(op, other, y)
		}
	}
	return nil
}

// boolFor is the result of op, which compares for equality, when the operands are or are not equal.
func boolFor(op token.Token, equal bool) value {
	switch op {
	case token.EQL:
		return equal
	case token.NEQ:
		return !equal
	}
	return nil
}

// wrap gives a whole number the width of its type, as its operations do (Go
// specification, "Integer overflow"). Of what does not fit into an int64 nothing is known.
func wrap(v value, t types.Type) value {
	n, ok := v.(int64)
	if !ok {
		return v
	}
	b, ok := t.Underlying().(*types.Basic)
	if !ok {
		return v
	}
	switch b.Kind() {
	case types.Int8:
		return int64(int8(n))
	case types.Int16:
		return int64(int16(n))
	case types.Int32:
		return int64(int32(n))
	case types.Uint8:
		return int64(uint8(n))
	case types.Uint16:
		return int64(uint16(n))
	case types.Uint32:
		return int64(uint32(n))
	case types.Uint, types.Uint64, types.Uintptr:
		if n < 0 {
			return nil
		}
	}
	return n
}

func arithmetic(op token.Token, x, y int64) value {
	if v := calculated(op, x, y); v != nil {
		return v
	}
	switch op {
	case token.QUO:
		if y != 0 {
			return x / y
		}
	case token.REM:
		if y != 0 {
			return x % y
		}
	case token.SHL:
		if y >= 0 && y <= 30 {
			return x << y
		}
	case token.AND:
		return x & y
	case token.OR:
		return x | y
	case token.XOR:
		return x ^ y
	case token.AND_NOT:
		return x &^ y
	case token.SHR:
		if y >= 0 && y < 64 {
			return x >> y
		}
	}
	return nil
}

func floating(op token.Token, x, y float64) value {
	if op == token.QUO {
		return x / y
	}
	return calculated(op, x, y)
}

// calculated is what all numbers have in common; nil for other operators.
func calculated[T int64 | float64](op token.Token, x, y T) value {
	if truth, ok := ordered(op, x, y); ok {
		return truth
	}
	switch op {
	case token.ADD:
		return x + y
	case token.SUB:
		return x - y
	case token.MUL:
		return x * y
	}
	return nil
}

func textual(op token.Token, x, y string) value {
	if truth, ok := ordered(op, x, y); ok {
		return truth
	}
	if op == token.ADD && len(x)+len(y) <= maxText {
		return x + y
	}
	return nil
}

// ordered compares two known values; ok is false when op compares nothing.
func ordered[T cmp.Ordered](op token.Token, x, y T) (truth, ok bool) {
	switch op {
	case token.EQL:
		return x == y, true
	case token.NEQ:
		return x != y, true
	case token.LSS:
		return x < y, true
	case token.LEQ:
		return x <= y, true
	case token.GTR:
		return x > y, true
	case token.GEQ:
		return x >= y, true
	}
	return false, false
}

func convert(v value, from, to types.Type) value {
	switch v := v.(type) {
	case int64:
		switch {
		case isInteger(to):
			return wrap(v, to)
		case isFloat(to):
			return float64(v)
		}
		return nil
	case float64:
		switch {
		case isFloat(to):
			return v
		case isInteger(to) && v > -1<<53 && v < 1<<53:
			return wrap(int64(v), to)
		}
		return nil
	case string:
		if b, ok := to.Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 {
			return v
		}
		return nil
	case symbol:
		if isScalar(from) && isScalar(to) {
			return v
		}
		return nil
	}
	return v
}

func (m *machine) index(instr *ssa.Index) {
	i, ok := m.get(instr.Index).(int64)
	if text, isText := m.get(instr.X).(string); ok && isText {
		if i < 0 || int(i) >= len(text) {
			m.implicitPanic()
			return
		}
		m.set(instr, int64(text[i]))
		m.next()
		return
	}
	a, isAggregate := m.get(instr.X).(*aggregate)
	switch {
	case !ok || !isAggregate:
		m.set(instr, nil)
	case i < 0 || int(i) >= len(a.elems):
		m.implicitPanic()
		return
	default:
		m.set(instr, a.elems[i])
	}
	m.next()
}

func (m *machine) indexAddress(instr *ssa.IndexAddr) {
	i, known := m.get(instr.Index).(int64)
	switch base := m.get(instr.X).(type) {
	case slice:
		if known && base.n >= 0 && (i < 0 || int(i) >= base.n) {
			m.implicitPanic()
			return
		}
		at := unknownElement
		if known && base.n >= 0 {
			at = base.lo + int(i)
		}
		m.set(instr, pointer{base.array.obj, base.array.path.add(at)})
	case pointer:
		at := unknownElement
		if known {
			at = int(i)
		}
		m.set(instr, pointer{base.obj, base.path.add(at)})
	case null:
		m.implicitPanic()
		return
	default:
		m.set(instr, nil)
	}
	m.next()
}

func (m *machine) makeChannel(instr *ssa.MakeChan) {
	o := &object{kind: channel, typ: instr.Type().Underlying().(*types.Chan).Elem()}
	n, known := m.get(instr.Size).(int64)
	if !known {
		// A capacity that depends on data is mostly the number of sends to come.
		n = roomy
		m.s.guessed = true
	}
	o.capacity = int(min(n, roomy))
	id, ok := m.s.allocate(m.t.id, instr, o)
	if !ok {
		m.cut("too many instances of one allocation")
		return
	}
	m.set(instr, pointer{obj: id})
	m.next()
}

func (m *machine) makeSlice(instr *ssa.MakeSlice) {
	elem := instr.Type().Underlying().(*types.Slice).Elem()
	n, known := m.get(instr.Len).(int64)
	size, sizeKnown := m.get(instr.Cap).(int64)
	o := &object{kind: cell, typ: types.NewArray(elem, -1)}
	sl := slice{n: -1, size: -1}
	if known && n >= 0 && n <= maxElements {
		if !sizeKnown || size > maxElements || size < n {
			size = n
		}
		a := &aggregate{make([]value, size)}
		for i := range a.elems {
			a.elems[i] = zero(elem)
		}
		o.content = a
		sl.n, sl.size = int(n), int(size)
	}
	id, ok := m.s.allocate(m.t.id, instr, o)
	if !ok {
		m.tooMany(instr, isScalar(elem))
		return
	}
	sl.array = pointer{obj: id}
	m.set(instr, sl)
	m.next()
}

// spell makes a slice of the bytes or runes of a text that is known, if they are few.
func (m *machine) spell(instr *ssa.Convert, text string) bool {
	list, ok := instr.Type().Underlying().(*types.Slice)
	if !ok || len(text) > maxElements {
		return false
	}
	a := &aggregate{}
	if basic, ok := list.Elem().Underlying().(*types.Basic); ok && basic.Kind() == types.Byte {
		for _, b := range []byte(text) {
			a.elems = append(a.elems, int64(b))
		}
	} else {
		for _, r := range text {
			a.elems = append(a.elems, int64(r))
		}
	}
	id, ok := m.s.allocate(m.t.id, instr, &object{kind: cell, typ: types.NewArray(list.Elem(), -1), content: a})
	if !ok {
		m.tooMany(instr, true)
		return true
	}
	m.set(instr, slice{array: pointer{obj: id}, n: len(a.elems), size: len(a.elems)})
	m.next()
	return true
}

// tooMany ends the path because there are too many objects of one kind; a slice of mere data
// becomes unknown instead.
func (m *machine) tooMany(instr ssa.Value, data bool) {
	if !data {
		m.cut("too many instances of one allocation")
		return
	}
	m.set(instr, nil)
	m.next()
}

func (m *machine) sliceOf(instr *ssa.Slice) {
	bound := func(v ssa.Value, otherwise int) int {
		if v == nil {
			return otherwise
		}
		if n, ok := m.get(v).(int64); ok {
			return int(n)
		}
		return -1
	}
	var result value
	switch x := m.get(instr.X).(type) {
	case string:
		lo, hi := bound(instr.Low, 0), bound(instr.High, len(x))
		switch {
		case lo < 0 || hi < 0:
		case lo > hi || hi > len(x):
			m.implicitPanic()
			return
		default:
			result = x[lo:hi]
		}
	case slice:
		lo, hi := bound(instr.Low, 0), bound(instr.High, x.n)
		size := x.size
		if instr.Max != nil {
			size = bound(instr.Max, x.size)
		}
		switch {
		case lo < 0 || hi < 0 || x.n < 0:
			result = slice{x.array, -1, -1, -1}
			if lo >= 0 && x.lo >= 0 {
				result = slice{x.array, x.lo + lo, -1, -1}
			}
		case lo > hi || hi > x.size:
			m.implicitPanic()
			return
		default:
			result = slice{x.array, x.lo + lo, hi - lo, size - lo}
		}
	case pointer:
		if array, ok := instr.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Array); ok {
			n := int(array.Len())
			if a, ok := instr.X.(*ssa.Alloc); ok && a.Comment == "slicelit" && instr.High == nil {
				n = m.scale.length(n)
			}
			lo, hi := bound(instr.Low, 0), bound(instr.High, n)
			if n > maxElements || lo < 0 || hi < lo || hi > n {
				result = slice{x, lo, -1, -1}
			} else {
				result = slice{x, lo, hi - lo, n - lo}
			}
		}
	case null:
		result = x
	}
	m.set(instr, result)
	m.next()
}

func (m *machine) typeAssert(instr *ssa.TypeAssert) {
	x := m.get(instr.X)
	switch x := x.(type) {
	case iface:
		holds := types.Identical(x.typ, instr.AssertedType)
		result := x.val
		if target, ok := instr.AssertedType.Underlying().(*types.Interface); ok {
			holds = types.Implements(x.typ, target)
			result = x
		}
		m.asserted(instr, result, holds)
	case null:
		m.asserted(instr, nil, false)
	default:
		if !instr.CommaOk {
			m.set(instr, x)
			m.next()
			return
		}
		m.fork(func(other *machine) { other.asserted(instr, nil, false) })
		m.asserted(instr, x, true)
	}
}

func (m *machine) asserted(instr *ssa.TypeAssert, v value, holds bool) {
	if !instr.CommaOk {
		if !holds {
			m.implicitPanic()
			return
		}
		m.set(instr, v)
	} else {
		if !holds {
			v = zero(instr.AssertedType)
		}
		m.set(instr, &aggregate{[]value{v, holds}})
	}
	m.next()
}

// unknown is a value of which only its identity is known: unknown, but the same
// each time until the instruction runs again.
func (m *machine) unknown(instr ssa.Instruction, t types.Type) value {
	call, ok := instr.(ssa.CallInstruction)
	return m.unknownValue(instr, t, ok && computes(call.Common()) && !m.fromOutside(call.Common().Args))
}

// fromOutside reports whether one of some values is what the world gave: what is computed from
// it may be anything too.
func (m *machine) fromOutside(args []ssa.Value) bool {
	return slices.ContainsFunc(args, func(arg ssa.Value) bool {
		if s, ok := arg.Type().Underlying().(*types.Struct); ok && s.NumFields() == 0 {
			return false // it holds nothing: binary.BigEndian
		}
		sym, ok := m.get(arg).(symbol)
		return ok && !m.symbols.computed(sym)
	})
}

// computes reports whether a call is to a function without a body here that
// gives the same result for the same arguments, whatever the world does.
func computes(c *ssa.CallCommon) bool {
	callee := c.StaticCallee()
	if callee == nil || callee.Pkg == nil || len(callee.Blocks) > 0 {
		return false
	}
	switch callee.Pkg.Pkg.Path() {
	case "time":
		return callee.Name() != "Now" && callee.Name() != "Since" && callee.Name() != "Until"
	case "strings", "strconv", "bytes", "fmt", "math", "math/bits", "slices", "maps", "sort", "unicode", "unicode/utf8", "path", "path/filepath", "regexp",
		"errors", "cmp", "reflect", "container/list", "container/heap", "container/ring", "net/url", "net/netip", "html", "mime", "unicode/utf16", "math/big", "math/cmplx":
		return true
	case "crypto/rand":
		return false
	}
	for _, family := range []string{"encoding/", "hash", "crypto/", "text/", "go/"} {
		if strings.HasPrefix(callee.Pkg.Pkg.Path(), family) {
			return true
		}
	}
	return false
}

func (m *machine) unknownValue(instr ssa.Instruction, t types.Type, computed bool) value {
	if syncmodel.KindOf(t) != syncmodel.Plain {
		return nil
	}
	sym := m.symbols.result(m.t.id, instr, computed)
	m.s.assume = m.s.assume.without(func(assumed symbol) bool { return m.symbols.mentions(assumed, sym) })
	return sym
}
