package explore

import (
	"cmp"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/syncmodel"
)

// Site keys of objects that one call of the library makes beside each other.
type (
	timerSite   struct{ instr ssa.Instruction }
	doneSite    struct{ instr ssa.Instruction }
	contextSite struct{ instr ssa.Instruction }
)

// model performs a call of the library that other tasks do not notice.
func (m *machine) model(c callee, instr *ssa.Call, finish func(value)) {
	arg := func(i int) value {
		if i < len(c.args) {
			return c.args[i]
		}
		return nil
	}
	if instr == nil {
		switch c.op {
		case syncmodel.TimerStop:
			m.stopTimer(arg(0))
		case syncmodel.Exit:
			m.s.exited = true
		default:
			m.letGo(c)
		}
		return
	}
	switch c.op {
	case syncmodel.Compare:
		if order, known := compareKnown(arg(0), arg(1)); known {
			finish(order)
			return
		}
		x, xKnown := m.symbols.operand(arg(0))
		y, yKnown := m.symbols.operand(arg(1))
		if !xKnown || !yKnown {
			finish(m.unknown(instr, instr.Type()))
			return
		}
		finish(m.symbols.derive(token.SUB, x, y))
	case syncmodel.NewError:
		v, ok := m.newError(instr, c.args)
		if !ok {
			v = iface{errorType, nil}
		}
		finish(v)
		m.pushAll(m.callbacks(c), discard) // Errorf asks its operands for their texts
	case syncmodel.IsError:
		if v := m.isError(arg(0), arg(1), maxWrapped); v != nil {
			finish(v)
			return
		}
		finish(m.unknown(instr, instr.Type()))
	case syncmodel.RLocker:
		finish(newReadLocker(arg(0)))
	case syncmodel.NewCond:
		m.finishWith(finish, instr, &object{kind: cell, typ: instr.Type(), content: cond{lock: arg(0)}})
	case syncmodel.OnceFunc, syncmodel.OnceValue:
		o := &object{kind: cell, typ: instr.Type(), content: &aggregate{[]value{once{}, arg(0), nil}}}
		id, ok := m.s.allocate(m.t.id, instr, o)
		if !ok {
			finish(nil)
			return
		}
		finish(native{callOnce, id})
	case syncmodel.ContextBackground:
		m.finishWith(finish, instr, &object{kind: contextObject, content: null{}})
	case syncmodel.ContextWithValue:
		m.s.escape(arg(2), false) // what a context carries is not followed
		finish(arg(0))
	case syncmodel.ContextWithoutCancel:
		m.finishWith(finish, instr, &object{kind: contextObject, content: null{}})
	case syncmodel.ContextWithCancel, syncmodel.ContextWithTimeout:
		ctx, ok := m.newContext(instr, arg(0))
		if !ok {
			return
		}
		if c.op == syncmodel.ContextWithTimeout {
			m.expire(instr, ctx, arg(1))
		}
		finish(&aggregate{[]value{pointer{obj: ctx}, native{cancelContext, ctx}}})
	case syncmodel.GroupWithContext:
		ctx, ok := m.newContext(instr, arg(0))
		if !ok {
			return
		}
		id, ok := m.s.allocate(m.t.id, instr, &object{kind: cell, content: group{cancel: native{cancelContext, ctx}}})
		if !ok {
			m.cut("too many instances of one allocation")
			return
		}
		finish(&aggregate{[]value{pointer{obj: id}, pointer{obj: ctx}}})
	case syncmodel.GroupSetLimit:
		if p, ok := arg(0).(pointer); ok {
			if g, ok := m.s.read(p).(group); ok {
				if n, ok := arg(1).(int64); ok && n > 0 {
					g.limit = int(n)
					m.s.write(p, g)
				}
			}
		}
		finish(nil)
	case syncmodel.ContextDone:
		finish(m.done(arg(0)))
	case syncmodel.TestContext:
		ctx, ok := m.newContext(instr, nil) // the testing package cancels it
		if ok {
			finish(pointer{obj: ctx})
		}
	case syncmodel.TimeAfter, syncmodel.TimeTick, syncmodel.NewTimer, syncmodel.NewTicker:
		m.newTimer(c.op, instr, arg(0), finish)
	case syncmodel.TimeAfterFunc:
		m.afterFunc(instr, arg(0), arg(1), finish)
	case syncmodel.ContextAfterFunc:
		m.afterCancel(instr, arg(0), arg(1), finish)
	case syncmodel.TimerStop:
		finish(m.stopTimer(arg(0)))
	case syncmodel.TimerReset:
		if p, ok := arg(0).(pointer); ok && m.s.objects[p.obj] != nil && m.s.objects[p.obj].kind == timerObject {
			o := m.s.writable(p.obj)
			o.armed = true
			o.remaining = duration(arg(1))
			if o.tick > 0 {
				o.tick = o.remaining
			}
		}
		finish(m.unknown(instr, instr.Type()))
	case syncmodel.Exit:
		m.s.exited = true
	case syncmodel.Goexit:
		m.t.goexit = true
		m.f.unwinding = true
	case syncmodel.TestFatal:
		m.cut(testEndsEarly)
		m.failed = true
	case syncmodel.TestCleanup:
		// Whoever registers them, the test's own goroutine runs them, one after the other.
		owner := m.t
		if m.s.task(rootTask) != nil {
			owner = m.s.writableTask(rootTask)
		}
		owner.cleanups = append(owner.cleanups[:len(owner.cleanups):len(owner.cleanups)], arg(1))
		finish(nil)
	case syncmodel.TestRun, syncmodel.SynctestRun:
		fn, ok := arg(len(c.args) - 1).(*function)
		if !ok || len(fn.fn.Blocks) == 0 {
			finish(m.unknown(instr, instr.Type()))
			return
		}
		m.s.bubble = m.s.bubble || c.op == syncmodel.SynctestRun
		then := forget
		if c.op == syncmodel.TestRun {
			then = endSubtest
		}
		m.push(fn.fn, []value{arg(0)}, fn.free, then, pointer{})
	case syncmodel.HTTPHandle:
		if h := m.handlerOf(arg(len(c.args) - 1)); h != nil {
			m.s.handlers = append(m.s.handlers[:len(m.s.handlers):len(m.s.handlers)], h)
		}
		if !m.root.program {
			m.letGo(c) // whoever serves it is not here
		}
		finish(nil)
	default:
		m.letGo(c)
		finish(m.unknown(instr, instr.Type()))
	}
}

// compareKnown orders two numbers or strings.
func compareKnown(a, b value) (order int64, known bool) {
	switch a := a.(type) {
	case int64:
		if b, ok := b.(int64); ok {
			return int64(cmp.Compare(a, b)), true
		}
	case float64:
		if b, ok := b.(float64); ok {
			return int64(cmp.Compare(a, b)), true
		}
	case string:
		if b, ok := b.(string); ok {
			return int64(cmp.Compare(a, b)), true
		}
	}
	return 0, false
}

// letGo lets go of the functions among the arguments of a call that is not
// modelled: they may be called at any time.
func (m *machine) letGo(c callee) {
	for _, a := range c.args {
		m.s.escapeFunctions(a)
	}
}

// finishWith ends the call with a pointer to a new object.
func (m *machine) finishWith(finish func(value), site ssa.Instruction, o *object) {
	id, ok := m.s.allocate(m.t.id, site, o)
	if !ok {
		m.cut("too many instances of one allocation")
		return
	}
	finish(pointer{obj: id})
}

// newContext makes a context that can be cancelled, derived from parent.
func (m *machine) newContext(instr ssa.Instruction, parent value) (objID, bool) {
	done, ok := m.s.allocate(m.t.id, doneSite{instr}, &object{kind: channel, typ: types.NewStruct(nil, nil)})
	if !ok {
		m.cut("too many instances of one allocation")
		return 0, false
	}
	ctx, ok := m.s.allocate(m.t.id, contextSite{instr}, &object{kind: contextObject, content: pointer{obj: done}})
	if !ok {
		m.cut("too many instances of one allocation")
		return 0, false
	}
	p, known := parent.(pointer)
	if known && m.s.objects[p.obj] != nil && m.s.objects[p.obj].kind == contextObject {
		o := m.s.writable(p.obj)
		o.children = append(o.children[:len(o.children):len(o.children)], ctx)
		if ch, ok := o.content.(pointer); ok && m.s.objects[ch.obj] != nil {
			m.s.objects[done].environment = m.s.objects[ch.obj].environment
			m.s.objects[done].closed = m.s.objects[ch.obj].closed
		}
	} else if _, isNull := parent.(null); !isNull {
		// A parent that is not known may be cancelled at any time.
		m.s.objects[done].environment = true
	}
	return ctx, true
}

// expire cancels the context after d: in virtual time where the search runs a
// whole program, else at any time.
func (m *machine) expire(instr ssa.Instruction, ctx objID, d value) {
	if !m.root.program {
		if done, ok := m.s.objects[ctx].content.(pointer); ok {
			m.s.writable(done.obj).environment = true
		}
		return
	}
	o := &object{kind: timerObject, armed: true, remaining: duration(d), fires: native{cancelContext, ctx}, site: instr}
	if _, ok := m.s.allocate(m.t.id, timerSite{instr}, o); !ok {
		m.cut("too many instances of one allocation")
	}
}

func (m *machine) done(ctx value) value {
	p, ok := ctx.(pointer)
	if !ok || m.s.objects[p.obj] == nil || m.s.objects[p.obj].kind != contextObject {
		return nil
	}
	return m.s.objects[p.obj].content
}

func (m *machine) newTimer(op syncmodel.Op, instr *ssa.Call, d value, finish func(value)) {
	ch := &object{kind: channel, capacity: 1, typ: types.Typ[types.Invalid]}
	ch.environment = !m.root.program // fires at any time
	id, ok := m.s.allocate(m.t.id, instr, ch)
	if !ok {
		m.cut("too many instances of one allocation")
		return
	}
	o := &object{kind: timerObject, content: &aggregate{[]value{pointer{obj: id}}}, armed: m.root.program, remaining: duration(d), site: instr}
	if op == syncmodel.TimeTick || op == syncmodel.NewTicker {
		o.tick = o.remaining
	}
	timer, ok := m.s.allocate(m.t.id, timerSite{instr}, o)
	if !ok {
		m.cut("too many instances of one allocation")
		return
	}
	m.s.objects[id].children = []objID{timer}
	if op == syncmodel.TimeAfter || op == syncmodel.TimeTick {
		finish(pointer{obj: id})
		return
	}
	finish(pointer{obj: timer})
}

func (m *machine) afterFunc(instr *ssa.Call, d, fn value, finish func(value)) {
	o := &object{kind: timerObject, content: &aggregate{[]value{null{}}}, armed: m.root.program, remaining: duration(d), fires: fn, site: instr}
	if o.fires == nil {
		o.armed = false
	}
	if !m.root.program {
		m.s.escapeFunctions(fn) // it may run at any time
	}
	m.finishWith(finish, instr, o)
}

// afterCancel is context.AfterFunc: fn runs once the context is cancelled.
func (m *machine) afterCancel(instr *ssa.Call, ctx, fn value, finish func(value)) {
	p, known := ctx.(pointer)
	_, isFunction := fn.(*function)
	_, isCancel := fn.(native)
	if !known || !isFunction && !isCancel || m.s.objects[p.obj] == nil || m.s.objects[p.obj].kind != contextObject || m.s.objects[p.obj].environment || isCancel && m.s.ofEnvironment(m.s.objects[p.obj].content) {
		m.s.escapeFunctions(fn)
		finish(nil)
		return
	}
	timer, ok := m.s.allocate(m.t.id, instr, &object{kind: timerObject, content: &aggregate{[]value{null{}}}, fires: fn, site: instr})
	if !ok {
		m.cut("too many instances of one allocation")
		return
	}
	o := m.s.writable(p.obj)
	o.children = append(o.children[:len(o.children):len(o.children)], timer)
	if done, ok := o.content.(pointer); ok && m.s.objects[done.obj] != nil {
		if m.s.objects[done.obj].environment {
			m.s.escapeFunctions(fn) // it may run at any time
		}
		if m.s.objects[done.obj].closed {
			m.s.cancel(timer, canceled)
		}
	}
	finish(native{stopAfterFunc, timer})
}

func (m *machine) stopTimer(timer value) value {
	p, ok := timer.(pointer)
	if !ok || m.s.objects[p.obj] == nil || m.s.objects[p.obj].kind != timerObject {
		return nil
	}
	o := m.s.writable(p.obj)
	if call, ok := o.site.(*ssa.Call); ok && syncmodel.OfCall(call.Common()) == syncmodel.ContextAfterFunc {
		before := o.fires != nil
		o.armed, o.fires = false, nil
		return before // it had not run yet
	}
	wasArmed := o.armed
	o.armed = false
	return wasArmed
}

// duration is a virtual duration in nanoseconds; one that is not known takes a moment.
func duration(d value) int64 {
	if n, ok := d.(int64); ok && n > 0 {
		return n
	}
	return 1
}

// arrive prepares the operation at which the task has come to stand.
func (m *machine) arrive(op *operation) {
	if op.kind == opModel && op.callee.op == syncmodel.Sleep && m.root.program {
		m.t.wake = duration(op.callee.args[0])
	}
}
