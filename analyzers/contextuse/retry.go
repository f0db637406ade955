package contextuse

import (
	"fmt"
	"go/constant"
	"go/token"
	"slices"
	"time"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// retriesOn reports a function that gives its context to what it tries, and waits some time before
// it tries again whatever the error was: once the context has ended every try fails, and the
// waits go on.
func (r *reporter) retriesOn(fn *ssa.Function) {
	if diagnosis.InTest(r.pass, fn.Pos()) || knowsEnd(fn) {
		return
	}
	for _, ctx := range r.contextsOf(fn) {
		given, ok := givenTo(ctx.values...)
		if !ok {
			continue
		}
		for instr := range flow.Instructions(fn) {
			loop, does := longPause(instr)
			if loop == nil {
				continue
			}
			tries := within(given, loop)
			if len(tries) == 0 || slices.ContainsFunc(tries, func(try *ssa.Call) bool { return !r.comesBack(try, instr) }) {
				continue
			}
			f := r.findings.Add(r.pass.Files, "ctx-ignored", rules.Likely, instr.Pos(), fmt.Sprintf("deaf to cancellation: when %s has ended, %s goes on %s here and trying again; it takes every error for one that may pass", ctx.name, diagnosis.FunctionName(fn), does))
			f.Relate(r.pass.Files, tries[0].Pos(), "only what is called here is given "+ctx.name)
			return
		}
	}
}

// A held is a context that a function has, and that its callers may end.
type held struct {
	name   string
	values []ssa.Value // what the function names it by
}

// contextsOf lists the contexts that a function is given, or that a literal takes from a function
// that is given them and does not look at them either.
func (r *reporter) contextsOf(fn *ssa.Function) (list []held) {
	for _, p := range fn.Params {
		if isNamedContext(p) && !r.neverEnds(p) {
			list = append(list, held{p.Name(), []ssa.Value{p}})
		}
	}
	for _, free := range fn.FreeVars {
		path, ok := effects.PathOf(free)
		p, isParam := path.Root.(*ssa.Parameter)
		if !ok || !isParam || path.Fields != "" || !isNamedContext(p) || r.neverEnds(p) || !isTree(p.Parent(), func(fn *ssa.Function) bool { return !knowsEnd(fn) }) {
			continue
		}
		h := held{name: p.Name()}
		for _, ref := range flow.Referrers(free) {
			if load, ok := ref.(*ssa.UnOp); ok {
				h.values = append(h.values, load)
			}
		}
		list = append(list, h)
	}
	return list
}

// isTree reports whether a function and all literals in it are of a kind.
func isTree(fn *ssa.Function, is func(*ssa.Function) bool) bool {
	return is(fn) && !slices.ContainsFunc(fn.AnonFuncs, func(literal *ssa.Function) bool { return !isTree(literal, is) })
}

// knowsEnd reports whether a function asks whether a context has ended, or names the errors
// that say so.
func knowsEnd(fn *ssa.Function) bool {
	return looksAtEnd(fn) || flow.Any(fn, func(instr ssa.Instruction) bool {
		load, ok := instr.(*ssa.UnOp)
		if !ok {
			return false
		}
		name, ok := load.X.(*ssa.Global)
		return ok && name.Pkg.Pkg.Path() == "context"
	})
}

// neverEnds reports whether the package's own calls, the only ones, all give a function the
// Background for a parameter.
func (r *reporter) neverEnds(p *ssa.Parameter) bool {
	fn, called := p.Parent(), false
	param := slices.Index(fn.Params, p)
	for _, caller := range r.summaries.Order {
		for instr := range flow.Instructions(caller) {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || r.summaries.Local(call.Common()) != fn {
				continue
			}
			called = true
			if made, ok := call.Common().Args[param].(*ssa.Call); !ok || syncmodel.OfCall(made.Common()) != syncmodel.ContextBackground {
				return false
			}
		}
	}
	return called && (!effects.Exported(fn) || r.pass.Pkg.Name() == "main")
}

// givenTo lists the calls that are given a context, one derived from it, or a request that has it;
// ok is false if anything else is done with it, which may be to listen.
func givenTo(contexts ...ssa.Value) (list []*ssa.Call, ok bool) {
	for _, ctx := range contexts {
		for _, ref := range flow.Referrers(ctx) {
			if _, ok := ref.(*ssa.FieldAddr); ok {
				continue // of a request
			}
			call, isCall := ref.(*ssa.Call)
			if !isCall || isReceiver(call, ctx) {
				return nil, false
			}
			carrier, carries := carrierOf(call)
			switch {
			case carries && carrier != nil:
				more, ok := givenTo(carrier)
				if !ok {
					return nil, false
				}
				list = append(list, more...)
			case carries:
			case syncmodel.OfCall(call.Common()) == syncmodel.None && !isRequestContext(call):
				list = append(list, call)
			default:
				return nil, false
			}
		}
	}
	return list, true
}

// carrierOf returns what a call makes to take a context along, and whether that is all that
// the call does: a context that is derived from it, or a request. It is nil if nothing takes it.
func carrierOf(call *ssa.Call) (carrier ssa.Value, carries bool) {
	switch syncmodel.OfCall(call.Common()) {
	case syncmodel.ContextWithCancel, syncmodel.ContextWithTimeout:
		return result(call, 0), true
	}
	switch {
	case isCallOf(call.Common(), "net/http.NewRequestWithContext"):
		return result(call, 0), true
	case isCallOf(call.Common(), "(*net/http.Request).WithContext"):
		return call, true
	}
	return nil, false
}

// within returns those of some calls that stand in a loop and have a result.
func within(list []*ssa.Call, loop []*ssa.BasicBlock) []*ssa.Call {
	return slices.DeleteFunc(slices.Clone(list), func(call *ssa.Call) bool {
		return !slices.Contains(loop, call.Block()) || call.Call.Signature().Results().Len() == 0
	})
}

// longPause returns the loop in which an instruction lets some time pass and does nothing else,
// and what it does; none where the code says that it is a short time for a few turns.
func longPause(instr ssa.Instruction) (loop []*ssa.BasicBlock, does string) {
	pause, does := pauseOf(instr)
	if does == "" {
		return nil, ""
	}
	loops := flow.Loops(instr)
	if len(loops) == 0 || isMoment(pause, loops[0]) {
		return nil, ""
	}
	return loops[0], does
}

// pauseOf returns how long an instruction waits for nothing but the time, nil if that is not
// known, and a word for what it does; none for other instructions.
func pauseOf(instr ssa.Instruction) (d ssa.Value, does string) {
	switch instr := instr.(type) {
	case *ssa.Call:
		if syncmodel.OfCall(instr.Common()) == syncmodel.Sleep {
			return instr.Call.Args[0], "sleeping"
		}
	case *ssa.UnOp:
		if instr.Op != token.ARROW {
			return nil, ""
		}
		switch clock := instr.X.(type) {
		case *ssa.Call:
			if op := syncmodel.OfCall(clock.Common()); op == syncmodel.TimeAfter || op == syncmodel.TimeTick {
				return clock.Call.Args[0], "waiting"
			}
		case *ssa.UnOp:
			if field, ok := clock.X.(*ssa.FieldAddr); ok && isClock(effects.FieldOf(field)) {
				return nil, "waiting"
			}
		}
	}
	return nil, ""
}

// isMoment reports whether a pause in each turn of a loop makes a short time in all, as the code
// says.
func isMoment(pause ssa.Value, loop []*ssa.BasicBlock) bool {
	each, fixed := number(pause)
	if !fixed {
		return false
	}
	head := loop[0]
	branch, ok := head.Instrs[len(head.Instrs)-1].(*ssa.If)
	if !ok {
		return false
	}
	less, ok := branch.Cond.(*ssa.BinOp)
	if !ok {
		return false
	}
	turns, fixed := number(less.Y)
	return fixed && time.Duration(each)*time.Duration(turns) < time.Second
}

// number returns the number that a value is, if the code says it.
func number(v ssa.Value) (n int64, ok bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
		return 0, false
	}
	return c.Int64(), true
}
