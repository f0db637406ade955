package tasks

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// maxSolos bounds the calls of a package that are looked at by themselves.
const maxSolos = 16

// soloDrivers call one method of an object that has just been made, with all that its maker has
// put into it and started: what it keeps behind an interface or a function value is known then.
// Callbacks may have been registered before, or work handed in. Four kinds of methods deserve
// it: those that call such a value under a lock of the object, those that send work to its
// goroutine, those that close a channel beside a goroutine that sends, and those that
// call Do of one Once at two places.
func soloDrivers(in *finder, summaries *effects.Result) []*Driver {
	var drivers []*Driver
	if in.Pkg.Pkg.Name() == "main" {
		return nil // it shows itself what it calls
	}
	for _, fn := range summaries.Order {
		f := summaries.Functions[fn]
		if fn.Parent() != nil || fn.Signature.Recv() == nil || !effects.Exported(fn) || effects.InTest(fn) || len(drivers) == maxSolos {
			continue
		}
		owner, ok := deref(fn.Params[0].Type()).(*types.Named)
		if !ok || deref(fn.Params[0].Type()) == fn.Params[0].Type() {
			continue
		}
		d := &Driver{Calls: []*ssa.Function{fn}, Same: [][]int{shareOne(fn, 0)}, Make: constructor(in, fn.Params[0].Type()), Solo: true, Why: fmt.Sprintf("one call of %s on a new %s is enough", fn.Name(), owner.Obj().Name())}
		locks := slices.ContainsFunc(f.Acquires, func(a effects.Acquire) bool { return a.Lock.Path.Parameter() == 0 })
		starts := d.Make != nil && flow.Any(d.Make, startsGoroutine)
		reached := in.graph.Closure([]*ssa.Function{fn})
		again := doesAgain(reached)
		if !locks && !starts && !again {
			continue
		}
		does := func(is func(ssa.Instruction) bool) bool {
			return slices.ContainsFunc(reached, func(fn *ssa.Function) bool { return flow.Any(fn, is) })
		}
		switch {
		case locks && does(callsValue):
			d.Age = in.others(summaries, fn, owner, registers)
		case starts && does(closes):
			d.Age = in.others(summaries, fn, owner, func(fn *ssa.Function) bool { return flow.Any(fn, sends) })
		case starts && does(sendsStruct):
		case again:
		default:
			continue
		}
		var names []string
		for _, before := range d.Age {
			names = append(names, before.Name())
		}
		if len(names) > 0 {
			d.Why += ", after " + strings.Join(names, " or ")
		}
		drivers = add(drivers, d)
	}
	return drivers
}

// doesAgain reports whether functions, one of which may be what a Once does, call Do of one Once at two places.
func doesAgain(fns []*ssa.Function) bool {
	called := make(map[any]bool)
	for _, fn := range fns {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(*ssa.Call)
			if !ok || syncmodel.OfCall(call.Common()) != syncmodel.OnceDo {
				continue
			}
			if p, ok := effects.PathOf(call.Call.Args[0]); ok {
				if called[p.Declaration()] {
					return true
				}
				called[p.Declaration()] = true
			}
		}
	}
	return false
}

// callsValue reports whether an instruction calls a function value, or a method of an interface.
func callsValue(instr ssa.Instruction) bool {
	call, ok := instr.(*ssa.Call)
	if !ok {
		return false
	}
	_, builtin := call.Call.Value.(*ssa.Builtin)
	return call.Call.IsInvoke() || call.Call.StaticCallee() == nil && !builtin
}

// sendsStruct reports whether an instruction sends a struct, or a pointer to one.
func sendsStruct(instr ssa.Instruction) bool {
	send, ok := instr.(*ssa.Send)
	if !ok {
		return false
	}
	_, ok = deref(send.X.Type()).Underlying().(*types.Struct)
	return ok
}

func sends(instr ssa.Instruction) bool {
	_, ok := instr.(*ssa.Send)
	return ok
}

func closes(instr ssa.Instruction) bool {
	call, ok := instr.(ssa.CallInstruction)
	return ok && syncmodel.ClosedBy(call.Common()) != nil
}

// others lists other exported methods of a type that are of a kind.
func (in *finder) others(summaries *effects.Result, but *ssa.Function, owner *types.Named, is func(*ssa.Function) bool) (list []*ssa.Function) {
	for _, fn := range summaries.Order {
		if fn != but && fn.Parent() == nil && fn.Signature.Recv() != nil && effects.Exported(fn) && len(list) < maxAge && deref(fn.Params[0].Type()) == types.Type(owner) && is(fn) {
			list = append(list, fn)
		}
	}
	return list
}

// registers reports whether a function is given one and makes another one of it, which it may
// leave behind.
func registers(fn *ssa.Function) bool {
	return slices.ContainsFunc(fn.Params, isFunction) && flow.Any(fn, makesClosure)
}

func isFunction(p *ssa.Parameter) bool {
	_, ok := p.Type().Underlying().(*types.Signature)
	return ok
}

func makesClosure(instr ssa.Instruction) bool {
	_, ok := instr.(*ssa.MakeClosure)
	return ok
}
