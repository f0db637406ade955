package chanuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// A channels follows channels through the functions of a package, from one that makes and
// closes a channel to another that is handed it.
type channels struct{ fns []*ssa.Function }

// closedOnItsOwn returns a close of the channel that a parameter is, in a function that does
// nothing to channels but send to this one and close it: it is not told when the one who
// receives has left, and tells him nothing. It returns nil if there is none.
func (c channels) closedOnItsOwn(param *ssa.Parameter) ssa.Instruction {
	made := c.madeAt(param, 0)
	if len(made) == 0 {
		return nil
	}
	for _, fn := range c.fns {
		for instr := range flow.Instructions(fn) {
			ch := closing(instr)
			if ch != nil && slices.ContainsFunc(c.madeAt(ch, 0), func(m *ssa.MakeChan) bool { return slices.Contains(made, m) }) && c.onlyFills(fn, ch) {
				return instr
			}
		}
	}
	return nil
}

// closing returns the channel that an instruction closes, deferred perhaps, or nil.
func closing(instr ssa.Instruction) ssa.Value {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return nil
	}
	return syncmodel.ClosedBy(call.Common())
}

// maxHands bounds through how many hands a channel is followed.
const maxHands = 4

// madeAt lists where the channel may be made that a value is, as far as that shows.
func (c channels) madeAt(v ssa.Value, hands int) (list []*ssa.MakeChan) {
	if hands > maxHands {
		return nil
	}
	switch v := v.(type) {
	case *ssa.MakeChan:
		return []*ssa.MakeChan{v}
	case *ssa.ChangeType:
		return c.madeAt(v.X, hands)
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return c.madeAt(v.X, hands)
		}
	case *ssa.FreeVar:
		if bound := effects.Binding(v); bound != nil {
			return c.madeAt(bound, hands)
		}
	case *ssa.Alloc:
		for _, ref := range flow.Referrers(v) {
			if store, ok := ref.(*ssa.Store); ok && store.Addr == v {
				list = append(list, c.madeAt(store.Val, hands)...)
			}
		}
	case *ssa.Call:
		if fn := v.Call.StaticCallee(); fn != nil && fn.Signature.Results().Len() == 1 {
			for instr := range flow.Instructions(fn) {
				if ret, ok := instr.(*ssa.Return); ok {
					list = append(list, c.madeAt(ret.Results[0], hands+1)...)
				}
			}
		}
	case *ssa.Parameter:
		i := slices.Index(v.Parent().Params, v)
		for _, fn := range c.fns {
			for instr := range flow.Instructions(fn) {
				if call, ok := instr.(ssa.CallInstruction); ok && call.Common().StaticCallee() == v.Parent() {
					list = append(list, c.madeAt(call.Common().Args[i], hands+1)...)
				}
			}
		}
	}
	return list
}

// onlyFills reports whether a function does nothing but send to a channel and close it, as far
// as other goroutines see, and calls only what does not wait for them.
func (c channels) onlyFills(fn *ssa.Function, ch ssa.Value) bool {
	this := c.madeAt(ch, 0)
	is := func(v ssa.Value) bool { return slices.Equal(c.madeAt(v, 0), this) }
	return !flow.Any(fn, func(instr ssa.Instruction) bool {
		switch instr := instr.(type) {
		case *ssa.Send:
			return !is(instr.Chan)
		case *ssa.UnOp:
			return instr.Op == token.ARROW
		case *ssa.Select, *ssa.Go:
			return true
		case ssa.CallInstruction:
			if ch := closing(instr); ch != nil {
				return !is(ch)
			}
			return !keepsToItself(instr.Common())
		}
		return false
	})
}

// fillsAlone reports whether a close is that of a goroutine of its own, which does nothing but
// fill the channel: nobody learns of its end in another way.
func (c channels) fillsAlone(end *ast.CallExpr) bool {
	fn := enclosing(c.fns, end.Pos())
	return fn != nil && c.isGoroutine(fn) && flow.Any(fn, func(instr ssa.Instruction) bool {
		ch := closing(instr)
		return ch != nil && instr.(ssa.CallInstruction).Common().Pos() == end.Lparen && len(c.madeAt(ch, 0)) > 0 && c.onlyFills(fn, ch)
	})
}

// isGoroutine reports whether a function is only ever started in goroutines of its own.
func (c channels) isGoroutine(fn *ssa.Function) bool {
	started := false
	for _, other := range c.fns {
		for instr := range flow.Instructions(other) {
			if call, ok := instr.(ssa.CallInstruction); ok && call.Common().StaticCallee() == fn {
				if _, started = call.(*ssa.Go); !started {
					return false
				}
			}
		}
	}
	return started
}

// keepsToItself reports whether a call is of a builtin, or of a function of the standard library
// that is known to return at once or to sleep, and tells other goroutines nothing.
func keepsToItself(call *ssa.CallCommon) bool {
	if _, ok := call.Value.(*ssa.Builtin); ok || syncmodel.OfCall(call) == syncmodel.Sleep {
		return true
	}
	fn := syncmodel.Callee(call)
	return syncmodel.IsBrief(fn) && !slices.Contains([]string{"context", "sync", "sync/atomic"}, fn.Pkg().Path())
}

// parameterOf returns the parameter that a variable is of the function around a position, or nil.
func (c channels) parameterOf(variable types.Object, pos token.Pos) *ssa.Parameter {
	fn := enclosing(c.fns, pos)
	if fn == nil {
		return nil
	}
	i := slices.IndexFunc(fn.Params, func(p *ssa.Parameter) bool { return p.Object() == variable })
	if i < 0 {
		return nil
	}
	return fn.Params[i]
}
