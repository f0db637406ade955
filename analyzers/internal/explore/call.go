package explore

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// A callee is what a call turned out to call, with its arguments; a method's
// receiver is the first of them.
type callee struct {
	op      syncmodel.Op
	fn      *ssa.Function // has a body
	free    []value
	native  *native
	builtin string
	panics  bool // nil function
	// iterator: it is one that the standard library made, see makeIterator.
	iterator *aggregate

	object *types.Func // when known
	args   []value
}

// resolve finds the callee of a call in a frame.
func (r *search) resolve(f *frame, common *ssa.CallCommon) callee {
	c := callee{}
	list := make([]value, 1, len(common.Args)+1) // before them, the receiver of a method
	for _, a := range common.Args {
		list = append(list, r.valueOf(f, a))
	}
	c.args = list[1:]
	if common.IsInvoke() {
		receiver := r.valueOf(f, common.Value)
		c.object = common.Method
		if i, ok := receiver.(iface); ok {
			list[0], c.args = i.val, list
			if i.typ == readLocker {
				c.op = readLockerOps[common.Method.Name()]
				return c
			}
			fn := r.pkg.Prog.LookupMethod(i.typ, common.Method.Pkg(), common.Method.Name())
			if fn != nil {
				return r.function(c, &function{fn: fn})
			}
			return c
		}
		if _, isNull := receiver.(null); isNull {
			c.panics = true
		}
		list[0], c.args = receiver, list
		c.op = r.opOf(common.Method)
		return c
	}
	switch v := common.Value.(type) {
	case *ssa.Builtin:
		c.builtin = v.Name()
		return c
	case *ssa.Function:
		return r.function(c, &function{fn: v})
	}
	switch v := r.valueOf(f, common.Value).(type) {
	case *function:
		return r.function(c, v)
	case native:
		if v.op == stopAfterFunc {
			c.op, c.args = syncmodel.TimerStop, []value{pointer{obj: v.obj}}
			return c
		}
		c.native = &v
	case *aggregate:
		c.iterator = v
	case null:
		c.panics = true
	}
	return c
}

func (r *search) function(c callee, f *function) callee {
	// A wrapper that SSA made around a method bears its name, but takes other
	// arguments; its body makes the real call.
	wraps := f.fn.Synthetic != "" && len(f.fn.Blocks) > 0
	if obj, ok := f.fn.Object().(*types.Func); ok && !wraps {
		c.object = obj
		c.op = r.opOf(obj)
	}
	switch {
	case c.op != syncmodel.None:
	case len(f.fn.Blocks) > 0:
		c.fn, c.free = f.fn, f.free
	case len(c.args) > 0:
		r.wrapper(&c)
	}
	return c
}

// wrapper makes a call of another package's Lock or Unlock method what it is.
func (r *search) wrapper(c *callee) {
	op, fields, ok := r.lockWrapper(c.object)
	if !ok {
		return
	}
	p, known := c.args[0].(pointer)
	if !known {
		return
	}
	t := c.object.Signature().Params()
	var typ types.Type
	if recv := c.object.Signature().Recv(); recv != nil {
		typ = recv.Type()
	} else if t.Len() > 0 {
		typ = t.At(0).Type()
	}
	for name := range strings.SplitSeq(strings.TrimPrefix(fields, "."), ".") {
		if ptr, ok := typ.Underlying().(*types.Pointer); ok {
			typ = ptr.Elem()
		}
		s, ok := typ.Underlying().(*types.Struct)
		if !ok {
			return
		}
		i := slices.IndexFunc(slices.Collect(s.Fields()), func(f *types.Var) bool { return f.Name() == name })
		if i < 0 {
			return
		}
		p = pointer{p.obj, p.path.add(i)}
		typ = s.Field(i).Type()
	}
	if syncmodel.IsLock(typ) {
		c.op = op
		c.args = append([]value{p}, c.args[1:]...)
	}
}

// opOf is syncmodel.Of, remembered: it is asked at every instruction.
func (r *search) opOf(obj *types.Func) syncmodel.Op {
	op, ok := r.ops[obj]
	if !ok {
		op = syncmodel.Of(obj)
		r.ops[obj] = op
	}
	return op
}

// fullName is a function's name as its FullName has it, which takes longer than most calls.
func (r *search) fullName(obj *types.Func) string {
	name, ok := r.names[obj]
	if !ok {
		name = obj.FullName()
		r.names[obj] = name
	}
	return name
}

// valueOf reads a register of a frame, or what stands for a constant or global.
func (r *search) valueOf(f *frame, v ssa.Value) value {
	switch v := v.(type) {
	case *ssa.Const:
		return r.scale.value(constantValue(v), v)
	case *ssa.Global:
		if id, ok := r.globals[v]; ok {
			return pointer{obj: id}
		}
		return nil
	case *ssa.Function:
		return &function{fn: v}
	case *ssa.Builtin:
		return nil
	}
	if r, ok := f.code.registerOf(v); ok {
		return f.regs[r]
	}
	return nil
}

func (m *machine) call(instr *ssa.Call) {
	c := m.resolve(m.f, instr.Common())
	m.invoke(c, instr)
}

// invoke performs a call that is no visible operation. instr is nil when a deferred
// call is run; its results are dropped then.
func (m *machine) invoke(c callee, instr *ssa.Call) {
	finish := func(v value) {
		if instr != nil {
			m.set(instr, v)
			m.next()
		}
	}
	switch {
	case c.panics:
		m.implicitPanic()
	case c.builtin != "":
		m.callBuiltin(c, instr, finish)
	case c.op != syncmodel.None:
		m.model(c, instr, finish)
	case c.fn != nil:
		then := nothing
		if instr == nil {
			then = forget
		}
		m.push(c.fn, c.args, c.free, then, pointer{})
	default:
		if instr != nil {
			m.usePlain(c, instr)
			m.useElements(c, instr)
			if v, ok := m.scan(c, instr); ok {
				finish(v)
				return
			}
			m.fill(c, instr)
			m.sort(c, instr)
			if makesPlain(c.object) {
				m.finishWith(finish, instr, &object{kind: cell, typ: instr.Type().(*types.Pointer).Elem()})
				return
			}
		}
		if body := yieldOf(c); body != nil {
			m.turnOf(c.iterator, 0, body, func(m *machine) { m.next() })
			return
		}
		if list := m.callbacks(c); len(list) > 0 {
			m.callBack(c, list)
			return
		}
		if instr != nil {
			if v, ok := m.compute(c, instr); ok {
				finish(v)
				return
			}
		}
		if m.synchronises(c.object) {
			m.s.io = withTask(m.s.io, m.t.id)
			m.t.pending = nil // who waited for this call comes after what was done before it
		}
		if m.mayReceive(c.object) {
			m.suppose()
		}
		m.escape(c)
		m.mayReorder(c, instr)
		if m.mayPanic(c) {
			m.fork(func(other *machine) { other.panics(nil) })
		}
		if instr != nil {
			finish(m.unknown(instr, instr.Type()))
		}
	}
}

// inSource returns an instruction, or the call around it where it stands in a function that has
// no source here: an instance of a generic one of the library.
func (m *machine) inSource(instr ssa.Instruction) ssa.Instruction {
	if n := len(m.t.frames); instr != nil && instr.Parent().Syntax() == nil && n > 1 {
		f := m.t.frames[n-2]
		return f.block.Instrs[min(f.pc, len(f.block.Instrs)-1)]
	}
	return instr
}

// mayPanic reports whether a call is of code that somebody else writes, and that somebody
// around expects to panic. What a handler calls as a method is not suspected of it.
func (m *machine) mayPanic(c callee) bool {
	if c.object == nil && syncmodel.IsHandler(m.t.frames[0].code.fn.Signature) {
		return true
	}
	own := c.object == nil || m.has(c.object.Pkg())
	return own && m.recovers()
}

// push starts a call of a function with a body in the running task.
func (m *machine) push(fn *ssa.Function, args, free []value, then after, target pointer) {
	if len(m.t.frames) >= maxFrames {
		m.cut("calls nest too deeply")
		return
	}
	f := m.frame(fn, args, free)
	f.owner = m.s.epoch
	f.after, f.target = then, target
	m.t.frames = append(m.t.frames, f)
}

func (r *search) frame(fn *ssa.Function, args, free []value) *frame {
	c := r.code(fn)
	f := &frame{code: c, block: fn.Blocks[0], regs: make([]value, c.size)}
	for i, p := range fn.Params {
		if r, ok := c.registerOf(p); ok && i < len(args) {
			f.regs[r] = args[i]
		}
	}
	for i, v := range fn.FreeVars {
		if r, ok := c.registerOf(v); ok && i < len(free) {
			f.regs[r] = free[i]
		}
	}
	return f
}

// synchronises reports whether a method of another package's type seems to be made
// for goroutines to wait for each other, by its name.
func (r *search) synchronises(method *types.Func) bool {
	if r.pipes && method != nil && readsOn[r.fullName(method)] {
		return true
	}
	if method == nil || method.Signature().Recv() == nil || method.Pkg() == nil || r.standard(method.Pkg().Path()) {
		return false
	}
	switch method.Name() {
	case "Acquire", "Release", "Lock", "Unlock", "RLock", "RUnlock", "Wait", "Done", "Signal", "Broadcast", "Notify", "Send", "Recv", "Receive":
		return true
	}
	return false
}

// mayReceive reports whether a function of another package, that is not the standard library's,
// is given a channel from which it may receive.
func (r *search) mayReceive(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil || r.standard(fn.Pkg().Path()) {
		return false
	}
	for param := range fn.Signature().Params().Variables() {
		if ch, ok := param.Type().Underlying().(*types.Chan); ok && ch.Dir() != types.SendOnly {
			return true
		}
	}
	return false
}

// readsOn holds what reads a pipe until its other end has said something, or all.
var readsOn = map[string]bool{
	"io.Copy": true, "io.CopyN": true, "io.CopyBuffer": true, "io.ReadAll": true, "io.ReadFull": true, "io.ReadAtLeast": true,
	"(*bufio.Scanner).Scan": true,
}

func isError(t types.Type) bool {
	return types.Identical(t, errorType)
}

func (m *machine) deferCall(instr *ssa.Defer) {
	f := m.f
	if instr.DeferStack != nil {
		// The body of a range-over-func loop defers to the function around it.
		if depth, ok := m.get(instr.DeferStack).(int64); ok && int(depth) < len(m.t.frames) {
			if target := m.t.frames[depth]; target != f {
				c := *target
				c.owner = m.s.epoch
				c.defers = append(c.defers[:len(c.defers):len(c.defers)], deferred{instr, m.resolve(f, instr.Common())})
				m.t.frames[depth] = &c
				m.next()
				return
			}
		}
	}
	f.defers = append(f.defers[:len(f.defers):len(f.defers)], deferred{instr, m.resolve(f, instr.Common())})
	m.next()
}

// runDeferred runs the last deferred call of the frame, when it is invisible.
func (m *machine) runDeferred() {
	last := m.f.defers[len(m.f.defers)-1]
	m.f.defers = m.f.defers[:len(m.f.defers)-1]
	m.invoke(last.callee, nil)
}

// unwind goes on with a panic or Goexit in the top frame.
func (m *machine) unwind() {
	f := m.f
	f.unwinding = true
	if len(f.defers) > 0 {
		m.runDeferred()
		return
	}
	if f.recovered {
		f.unwinding, f.recovered = false, false
		if f.code.fn.Recover != nil {
			f.block, f.pc = f.code.fn.Recover, 0
			return
		}
		m.deliver(zero(f.code.fn.Signature.Results()))
		return
	}
	if f.after == doneGroup && m.t.goexit {
		f.returned = true
		return
	}
	m.t.frames = m.t.frames[:len(m.t.frames)-1]
	if len(m.t.frames) > 0 {
		top := m.writableTop()
		top.unwinding = true
		if m.t.panicking {
			top.recovered = false // what was recovered was another panic
		}
		return
	}
	if m.t.goexit || syncmodel.IsHandler(f.code.fn.Signature) {
		return // net/http recovers from what a handler panics with
	}
	m.s.exited = true
	m.s.crash = m.t.reason
}

func (m *machine) writableTop() *frame {
	m.f = m.s.writableFrame(m.t)
	return m.f
}

func (m *machine) result(instr *ssa.Return) {
	var v value
	switch len(instr.Results) {
	case 0:
	case 1:
		v = m.get(instr.Results[0])
	default:
		a := &aggregate{}
		for _, res := range instr.Results {
			a.elems = append(a.elems, m.get(res))
		}
		v = a
	}
	if m.f.after == endOnce || m.f.after == doneGroup || m.f.after == endSubtest && m.s.hasSubtests(m.t.id, len(m.t.frames)-1) {
		m.f.returned, m.f.results = true, v
		return
	}
	m.deliver(v)
}

// deliver ends the top frame and hands its results to the caller.
func (m *machine) deliver(results value) {
	after, state := m.f.after, m.f.results
	m.t.frames = m.t.frames[:len(m.t.frames)-1]
	if len(m.t.frames) == 0 {
		if n := len(m.t.cleanups); n > 0 {
			last := m.t.cleanups[n-1]
			m.t.cleanups = m.t.cleanups[:n-1]
			if f, ok := last.(*function); ok && len(f.fn.Blocks) > 0 {
				m.push(f.fn, nil, f.free, forget, pointer{})
			}
			return
		}
		if m.t.id == preludeTask || m.t.id == sortTask {
			m.t.result = results
		}
		if m.t.id == rootTask && m.root.Kind != Driver {
			m.s.rootReturned = true
			m.s.escape(results, false)
		}
		return
	}
	if after == discard {
		return
	}
	f := m.writableTop()
	if f.unwinding {
		return
	}
	instr, ok := f.block.Instrs[f.pc].(*ssa.Call)
	if !ok {
		return // a deferred call: RunDefers goes on
	}
	if after == again {
		m.turnAgain(state.(*aggregate), results, func(m *machine) { m.next() })
		return
	}
	if after == forget || after == endSubtest {
		results = m.unknown(instr, instr.Type())
	}
	m.set(instr, results)
	m.next()
}

func (m *machine) callBuiltin(c callee, instr *ssa.Call, finish func(value)) {
	arg := func(i int) value {
		if i < len(c.args) {
			return c.args[i]
		}
		return nil
	}
	switch c.builtin {
	case "len", "cap":
		finish(m.length(c.builtin, arg(0), instr))
	case "append":
		m.appendTo(instr, arg(0), arg(1))
	case "copy":
		finish(m.copyElements(arg(0), arg(1), instr))
	case "delete":
		if p, ok := arg(0).(pointer); ok && m.s.objects[p.obj] != nil {
			if instr != nil {
				m.record(p, true, instr)
			}
			o := m.s.writable(p.obj)
			if i, known := o.find(arg(1)); known && i >= 0 {
				o.keys = append(append([]value(nil), o.keys[:i]...), o.keys[i+1:]...)
				o.entries = append(append([]value(nil), o.entries[:i]...), o.entries[i+1:]...)
			} else if !known {
				o.keys, o.entries, o.unknownKeys = nil, nil, true
			}
		}
		finish(nil)
	case "clear":
		if p, ok := arg(0).(pointer); ok && m.s.objects[p.obj] != nil && m.s.objects[p.obj].kind == mapping {
			if instr != nil {
				m.record(p, true, instr)
			}
			o := m.s.writable(p.obj)
			o.keys, o.entries, o.unknownKeys = nil, nil, false
		}
		finish(nil)
	case "panic":
		m.panics(arg(0))
	case "recover":
		n := len(m.t.frames)
		if m.t.panicking && n >= 2 && m.t.frames[n-2].unwinding {
			m.t.panicking = false
			c := *m.t.frames[n-2]
			c.owner = m.s.epoch
			c.recovered = true
			m.t.frames[n-2] = &c
			finish(m.t.panicked)
			return
		}
		finish(null{})
	case "ssa:wrapnilchk":
		finish(arg(0))
	case "ssa:deferstack":
		finish(int64(len(m.t.frames) - 1))
	case "min", "max":
		finish(m.extreme(c.builtin, c.args))
	default:
		finish(nil)
	}
}

// extreme is min or max of whole numbers. That of numbers which are not known is the same wherever
// they are.
func (m *machine) extreme(builtin string, args []value) value {
	op := opMin
	if builtin == "max" {
		op = opMax
	}
	best := args[0]
	for _, a := range args[1:] {
		x, known := best.(int64)
		y, ok := a.(int64)
		if known && ok {
			if op == opMin {
				best = min(x, y)
			} else {
				best = max(x, y)
			}
			continue
		}
		u, ok := m.symbols.operand(best)
		v, fine := m.symbols.operand(a)
		if !ok || !fine {
			return nil
		}
		best = m.symbols.derive(op, u, v)
	}
	return best
}

// boundsLoop reports whether a length is what a loop counts up to: how many turns that
// makes is nothing that the program asks.
func boundsLoop(length *ssa.Call) bool {
	return slices.ContainsFunc(flow.Referrers(length), func(ref ssa.Instruction) bool {
		return strings.HasSuffix(ref.Block().Comment, ".loop")
	})
}

func (m *machine) length(builtin string, v value, instr ssa.Instruction) value {
	switch v := v.(type) {
	case slice:
		if builtin == "cap" && v.size >= 0 {
			return int64(v.size)
		}
		if builtin == "len" && v.n >= 0 {
			return int64(v.n)
		}
	case symbol:
		if call, ok := instr.(*ssa.Call); ok && !boundsLoop(call) {
			return m.unknownValue(call, call.Type(), m.symbols.computed(v))
		}
	case string:
		return int64(len(v))
	case null:
		return int64(0)
	case pointer:
		o := m.s.objects[v.obj]
		if o == nil {
			return nil
		}
		switch o.kind {
		case channel:
			if builtin == "cap" {
				return int64(o.capacity)
			}
		case mapping:
			m.record(v, false, instr)
			if !o.unknownKeys {
				return int64(len(o.keys))
			}
		}
	}
	return nil
}

// copyElements is copy(to, from). It returns how many it copied, nil when that is not known.
func (m *machine) copyElements(to, from value, instr *ssa.Call) value {
	dst, ok := to.(slice)
	src, also := from.(slice)
	if instr != nil {
		if ok && dst.n != 0 {
			m.recordElements(dst, true, instr)
		}
		if also {
			m.recordElements(src, false, instr)
		}
	}
	list, known := m.elements(from)
	if ok && also && known && dst.n >= 0 {
		list = slices.Clone(list[:min(len(list), dst.n)])
		for i, v := range list {
			m.s.write(dst.place(i), v)
		}
		return int64(len(list))
	}
	for _, v := range list {
		m.s.escape(v, false) // it lives on in an array whose content the search does not follow
	}
	if ok && m.s.objects[dst.array.obj] != nil {
		m.s.write(dst.array, nil)
	}
	return nil
}

// appendTo is append(base, more...). Growing always makes a new array of exactly
// the length needed.
func (m *machine) appendTo(instr *ssa.Call, base, more value) {
	if instr == nil {
		return
	}
	elem := func() types.Type {
		if s, ok := instr.Type().Underlying().(*types.Slice); ok {
			return s.Elem()
		}
		return types.Typ[types.Invalid]
	}()
	if b, ok := base.(slice); ok && b.n > 0 {
		m.recordElements(b, false, instr)
	}
	if a, ok := more.(slice); ok {
		m.recordElements(a, false, instr)
	}
	old, oldKnown := m.elements(base)
	added, addedKnown := m.elements(more)
	o := &object{kind: cell, typ: types.NewArray(elem, -1)}
	result := slice{n: -1, size: -1}
	if oldKnown && addedKnown && len(old)+len(added) <= maxElements {
		if b, ok := base.(slice); ok && b.n+len(added) <= b.size {
			for i, v := range added {
				p := b.place(b.n + i)
				m.record(p, true, instr)
				m.s.write(p, v)
			}
			m.set(instr, slice{b.array, b.lo, b.n + len(added), b.size})
			m.next()
			return
		}
		all := append(append([]value(nil), old...), added...)
		if len(all) == 0 {
			m.set(instr, base)
			m.next()
			return
		}
		o.content = &aggregate{all}
		result.n, result.size = len(all), len(all)
	} else {
		for _, v := range append(old, added...) {
			m.s.escape(v, false) // it lives on in an array whose content the search does not follow
		}
	}
	id, ok := m.s.allocate(m.t.id, instr, o)
	if !ok {
		m.tooMany(instr, isScalar(elem))
		return
	}
	result.array = pointer{obj: id}
	m.set(instr, result)
	m.next()
}

// recordElements notes the access to each element of a slice. Of a slice whose
// length is not known but that begins where its array does, that is the whole array.
func (m *machine) recordElements(s slice, write bool, instr ssa.Instruction) {
	if s.n < 0 && s.lo == 0 {
		m.record(s.array, write, instr)
	}
	for i := range s.n {
		m.record(s.place(i), write, instr)
	}
}

// find returns the index of a key, -1 when it is not there; known is false when
// the key, or some key of the map, is not known.
func (o *object) find(key value) (index int, known bool) {
	if !isKey(key) {
		return -1, false
	}
	for i, k := range o.keys {
		if k == key {
			return i, true
		}
	}
	return -1, !o.unknownKeys
}

// key returns the key that an instruction uses; nil for one that may be another each
// time the instruction is executed.
func (m *machine) key(v ssa.Value) value {
	key := m.get(v)
	if sym, ok := key.(symbol); ok && !m.symbols.permanent(sym) {
		return nil
	}
	return key
}

// isKey reports whether a map key is known well enough to be told from others.
func isKey(key value) bool {
	switch key := key.(type) {
	case int64, string, bool, pointer, null:
		return true
	case iface:
		return isKey(key.val)
	case symbol:
		return true
	}
	return false
}

func (m *machine) lookup(instr *ssa.Lookup) {
	var v value
	var found value
	elem := instr.Type()
	if instr.CommaOk {
		elem = instr.Type().(*types.Tuple).At(0).Type()
	}
	switch x := m.get(instr.X).(type) {
	case pointer:
		m.record(x, false, instr)
		o := m.s.objects[x.obj]
		if o == nil {
			break
		}
		key := m.key(instr.Index)
		i, known := o.find(key)
		_, symbolic := key.(symbol)
		switch {
		case i >= 0:
			v, found = o.entries[i], true
		case o.everyKey && len(o.entries) > 0:
			v, found = o.entries[0], m.symbols.part(m.symbols.result(m.t.id, instr, false), 1)
		case known && !o.environment && !(symbolic && len(o.keys) > 0):
			v, found = zero(elem), false
		default:
			for _, e := range o.entries {
				m.s.escape(e, false) // what is done to one of them is not followed
			}
			if sym, ok := key.(symbol); ok && o.environment && len(o.entries) == 0 {
				if v = m.environmentEntry(x.obj, sym, elem); v != nil {
					found = m.symbols.part(m.symbols.result(m.t.id, instr, false), 1)
					if isComparedWithNil(instr) && m.isMissing(instr, x.obj, sym) {
						v = null{}
					}
				}
			}
		}
	case null:
		v, found = zero(elem), false
	}
	if v == nil && found == nil {
		sym := m.symbols.result(m.t.id, instr, m.root.Kind == Program)
		v = m.unknownValue(instr, elem, m.root.Kind == Program)
		found = m.symbols.part(sym, 1)
	}
	if instr.CommaOk {
		v = &aggregate{[]value{v, found}}
	}
	m.set(instr, v)
	m.next()
}

// isMissing decides whether a map of the root's input has no entry under a key, for a look-up
// that asks for it: it may be one way and the other.
func (m *machine) isMissing(instr *ssa.Lookup, mapping objID, key symbol) bool {
	missing := m.symbols.input(fmt.Sprintf("missing[%d]", key), mapping)
	if truth, known := m.decide(missing); known {
		return truth
	}
	m.fork(func(other *machine) {
		other.s.setAssume(missing, true)
		other.set(instr, null{})
		other.next()
	})
	m.s.setAssume(missing, false)
	return false
}

// environmentEntry is what a map of the root's input holds under a key of the input: for
// equal keys the same object, for others another. It is nil, not known, unless entries are
// pointers to structs of the package.
func (m *machine) environmentEntry(mapping objID, key symbol, elem types.Type) value {
	p, ok := elem.Underlying().(*types.Pointer)
	if !ok || !m.isOwn(p.Elem()) {
		return nil
	}
	name := fmt.Sprintf("entry%d[%d]", mapping, key)
	if id, known := m.objectIDs[objectKey{-1, name, 0}]; known && int(id) < len(m.s.objects) && m.s.objects[id] != nil {
		return pointer{obj: id}
	}
	return m.environmentValue(m.s, elem, name, 1)
}

func (m *machine) mapUpdate(instr *ssa.MapUpdate) {
	switch x := m.get(instr.Map).(type) {
	case pointer:
		m.record(x, true, instr)
		if m.s.objects[x.obj] == nil {
			break
		}
		o := m.s.writable(x.obj)
		key, v := m.key(instr.Key), m.get(instr.Value)
		i, _ := o.find(key)
		switch {
		case i >= 0:
			o.entries = append([]value(nil), o.entries...)
			o.entries[i] = v
		case isKey(key) && len(o.keys) < maxElements:
			o.keys = append(o.keys[:len(o.keys):len(o.keys)], key)
			o.entries = append(o.entries[:len(o.entries):len(o.entries)], v)
		default:
			o.unknownKeys = true
			m.s.escape(v, false)
		}
	case null:
		m.implicitPanic()
		return
	}
	m.next()
}

// iterate is one turn of a range over a map or string.
func (m *machine) iterate(instr *ssa.Next) {
	it, ok := m.get(instr.Iter).(*aggregate)
	if !ok {
		m.cut("an iterator that is not known")
		return
	}
	at := it.elems[1].(int64)
	turn := func(m *machine, more bool, k, v value) {
		m.set(instr.Iter, it.with(1, at+1))
		m.set(instr, &aggregate{[]value{more, k, v}})
		m.next()
	}
	switch x := it.elems[0].(type) {
	case null:
		turn(m, false, nil, nil)
		return
	case string:
		if int(at) >= len(x) {
			turn(m, false, nil, nil)
			return
		}
		char, size := utf8.DecodeRuneInString(x[at:])
		m.set(instr.Iter, it.with(1, at+int64(size)))
		m.set(instr, &aggregate{[]value{true, at, int64(char)}})
		m.next()
		return
	case pointer:
		m.record(x, false, instr)
		keys, known := it.elems[2].(*aggregate)
		if o := m.s.objects[x.obj]; known && o != nil && !o.unknownKeys && (!o.environment || o.everyKey) {
			for ; int(at) < len(keys.elems); at++ {
				if i, _ := o.find(keys.elems[at]); i >= 0 {
					turn(m, true, o.keys[i], o.entries[i])
					return
				}
			}
			if o.everyKey && int(at) < maxGuessedTurns && len(o.entries) > 0 {
				m.fork(func(other *machine) { turn(other, true, o.keys[0], o.entries[0]) })
			}
			turn(m, false, nil, nil)
			return
		}
	}
	m.s.guessed = true
	if at < maxGuessedTurns {
		m.fork(func(other *machine) { turn(other, false, nil, nil) })
		turn(m, true, nil, nil)
		return
	}
	turn(m, false, nil, nil)
}
