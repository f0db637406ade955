package waituse

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// Words are the ways in which a goroutine may tell others how far it has come.
type words struct {
	channels []types.Type // elements of the channels that it uses
	done     bool         // it calls Done on groups
	signals  bool         // it signals condition variables
	anything bool         // it calls code that is not seen
}

// wordsOf lists those of a function and of all that it names; Done on one group is none.
func (r *reporter) wordsOf(fn *ssa.Function, group effects.Path) (w words) {
	for _, fn := range flow.NewGraph(nil).Closure([]*ssa.Function{fn}) {
		for instr := range flow.Instructions(fn) {
			w.channels = append(w.channels, elements(instr)...)
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			switch syncmodel.OfCall(call.Common()) {
			case syncmodel.WaitGroupDone, syncmodel.WaitGroupAdd:
				p, ok := effects.PathOf(call.Common().Args[0])
				w.done = w.done || !ok || p.Declaration() != group.Declaration()
			case syncmodel.CondSignal, syncmodel.CondBroadcast:
				w.signals = true
			}
			w.anything = w.anything || isUnseen(call.Common())
			if ch := syncmodel.ClosedBy(call.Common()); ch != nil {
				w.channels = append(w.channels, elementOf(ch))
			}
		}
	}
	return w
}

// elements lists what the channels carry on which an instruction sends or receives.
func elements(instr ssa.Instruction) (list []types.Type) {
	switch instr := instr.(type) {
	case *ssa.Send:
		list = append(list, elementOf(instr.Chan))
	case *ssa.UnOp:
		if instr.Op == token.ARROW {
			list = append(list, elementOf(instr.X))
		}
	case *ssa.Select:
		for _, s := range instr.States {
			list = append(list, elementOf(s.Chan))
		}
	}
	return list
}

func elementOf(ch ssa.Value) types.Type { return ch.Type().Underlying().(*types.Chan).Elem() }

// isUnseen reports whether a call runs code that is chosen elsewhere. To cancel a context
// runs none that matters.
func isUnseen(call *ssa.CallCommon) bool {
	if call.IsInvoke() {
		return syncmodel.OfCall(call) == syncmodel.None
	}
	_, builtin := call.Value.(*ssa.Builtin)
	return !builtin && call.StaticCallee() == nil && types.TypeString(call.Value.Type(), nil) != "context.CancelFunc"
}

// hearsAround reports whether a function may learn of what a goroutine tells, where it stands
// in some relation to an instruction.
func (r *reporter) hearsAround(at ssa.Instruction, related func(at, other ssa.Instruction) bool, told words) bool {
	return flow.Any(at.Parent(), func(instr ssa.Instruction) bool {
		return instr != at && related(at, instr) && r.hears(instr, told, 0)
	})
}

// hears reports whether an instruction may wait until a goroutine tells something. To send
// waits, too, for who receives.
func (r *reporter) hears(instr ssa.Instruction, told words, depth int) bool {
	if slices.ContainsFunc(elements(instr), func(t types.Type) bool {
		return told.anything || slices.ContainsFunc(told.channels, func(u types.Type) bool { return types.Identical(t, u) })
	}) {
		return true
	}
	call, ok := instr.(*ssa.Call)
	if !ok {
		return false
	}
	switch syncmodel.OfCall(call.Common()) {
	case syncmodel.WaitGroupWait:
		return told.done || told.anything
	case syncmodel.CondWait:
		return told.signals || told.anything
	case syncmodel.Lock, syncmodel.RLock, syncmodel.AtomicLoad, syncmodel.AtomicCompareAndSwap:
		return flow.InLoop(call) // it asks again and again
	}
	if callee := r.summaries.Local(call.Common()); callee != nil {
		return depth < maxCalls && flow.Any(callee, func(instr ssa.Instruction) bool { return r.hears(instr, told, depth+1) })
	}
	return told.anything && isUnseen(call.Common())
}
