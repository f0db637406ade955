package lockuse

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
)

// Callers knows where the functions of a package are used.
type callers struct {
	by      map[*ssa.Function][]*ssa.Function // who calls, defers or starts one by its name
	asValue map[*ssa.Function]bool            // named functions that are kept or handed on
}

// callersOf finds them. A method that may be called through an interface counts as a value.
func callersOf(summaries *effects.Result) *callers {
	c := &callers{make(map[*ssa.Function][]*ssa.Function), make(map[*ssa.Function]bool)}
	invoked := make(map[string]bool)
	for _, fn := range withInit(summaries) {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(ssa.CallInstruction)
			var callee *ssa.Function
			if ok {
				callee = summaries.Local(call.Common())
				c.by[callee] = append(c.by[callee], fn)
				if call.Common().IsInvoke() {
					invoked[call.Common().Method.Name()] = true
				}
			}
			for _, used := range functionsIn(instr) {
				if used != callee && used.Parent() == nil {
					c.asValue[used] = true
				}
			}
		}
	}
	for _, fn := range summaries.Order {
		if fn.Signature.Recv() != nil && invoked[fn.Name()] {
			c.asValue[fn] = true
		}
	}
	return c
}

// functionsIn lists the functions that an instruction names; for a method value the method.
func functionsIn(instr ssa.Instruction) (list []*ssa.Function) {
	for _, op := range instr.Operands(nil) {
		fn, ok := (*op).(*ssa.Function)
		if !ok {
			continue
		}
		if method, ok := fn.Object().(*types.Func); ok && fn.Synthetic != "" {
			fn = fn.Prog.FuncValue(method)
		}
		if fn != nil && fn.Origin() != nil {
			fn = fn.Origin()
		}
		if fn != nil {
			list = append(list, fn)
		}
	}
	return list
}
