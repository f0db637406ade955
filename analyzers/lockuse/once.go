package lockuse

import (
	"fmt"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// localOnce reports a Once or a lock that is a local variable which only the function's
// own calls use: it does nothing once, and locks nobody out. So does a Once that is a field of a local struct.
func localOnce(pass *analysis.Pass, v *ssa.Alloc) (finding.Finding, bool) {
	kind, places := syncmodel.KindOf(v.Type().(*types.Pointer).Elem()), []ssa.Value{v}
	if kind == syncmodel.Plain {
		kind, places = syncmodel.Once, onceFields(v)
	}
	if kind != syncmodel.Once && kind != syncmodel.Mutex && kind != syncmodel.RWMutex || diagnosis.InTest(pass, v.Pos()) {
		return finding.Finding{}, false
	}
	var calls []ssa.CallInstruction
	for _, place := range places {
		for _, ref := range flow.Referrers(place) {
			call, ok := ref.(ssa.CallInstruction)
			_, starts := ref.(*ssa.Go)
			if !ok || starts || syncmodel.OfCall(call.Common()) == syncmodel.None || call.Common().Args[0] != place {
				return finding.Finding{}, false
			}
			calls = append(calls, call)
		}
	}
	fn := v.Parent()
	switch {
	case len(calls) == 0:
		return finding.Finding{}, false
	case kind == syncmodel.Once:
		if len(calls) > 1 || flow.InLoop(calls[0]) && !flow.InLoop(v) {
			return finding.Finding{}, false // once in this call
		}
		return finding.New(pass.Files, "local-once", rules.Certain, v.Pos(),
			fmt.Sprintf("not once: each call of %s makes a Once of its own, so its function runs each time", fn.Name())), true
	case !writesShared(fn):
		return finding.Finding{}, false
	}
	return finding.New(pass.Files, "local-once", rules.Certain, v.Pos(),
		fmt.Sprintf("no protection: each call of %s makes a lock of its own, so two calls never wait for each other", fn.Name())), true
}

// onceFields lists the places of the one Once in a local struct that the function uses field by field; none if it is used in
// another way, or has several.
func onceFields(v *ssa.Alloc) (places []ssa.Value) {
	field := -1
	for _, ref := range flow.Referrers(v) {
		at, ok := ref.(*ssa.FieldAddr)
		if !ok {
			return nil
		}
		if syncmodel.KindOf(effects.FieldOf(at).Type()) != syncmodel.Once {
			continue
		}
		if field >= 0 && at.Field != field {
			return nil
		}
		field = at.Field
		places = append(places, at)
	}
	return places
}

// writesShared reports whether a function writes what others may use: a package
// variable, or something that it was given.
func writesShared(fn *ssa.Function) bool {
	for instr := range flow.Instructions(fn) {
		var place ssa.Value
		switch instr := instr.(type) {
		case *ssa.Store:
			place = instr.Addr
		case *ssa.MapUpdate:
			place = instr.Map
		default:
			continue
		}
		if p, ok := effects.PathOf(place); ok {
			if _, local := p.Root.(*ssa.Alloc); !local {
				return true
			}
		}
	}
	return false
}

// runsOnce reports whether a function is one that each process executes once: main, init
// or a test.
func runsOnce(fn *ssa.Function) bool {
	if fn.Parent() != nil || fn.Signature.Recv() != nil {
		return false
	}
	isTest := strings.HasPrefix(fn.Name(), "Test") && len(fn.Params) == 1 && fn.Params[0].Type().String() == "*testing.T"
	return effects.IsMain(fn) || strings.HasPrefix(fn.Name(), "init#") || isTest
}

// inlineOnce reports a function from OnceFunc or OnceValue that has no other use than
// one call of it.
func inlineOnce(pass *analysis.Pass, made *ssa.Call) (finding.Finding, bool) {
	op := syncmodel.OfCall(made.Common())
	refs := flow.Referrers(made)
	if op != syncmodel.OnceFunc && op != syncmodel.OnceValue || len(refs) != 1 || made.Parent().Synthetic != "" {
		return finding.Finding{}, false
	}
	call, ok := refs[0].(*ssa.Call)
	if !ok || call.Call.Value != made || flow.InLoop(call) && !flow.InLoop(made) {
		return finding.Finding{}, false
	}
	if !flow.InLoop(made) && runsOnce(made.Parent()) {
		return finding.Finding{}, false
	}
	name := syncmodel.CalleeName(made.Common())
	f := finding.New(pass.Files, "once-func-inline", rules.Certain, made.Pos(),
		fmt.Sprintf("not once: each call of %s makes a new function with %s, calls it, and throws it away with its memory of having run", made.Parent().Name(), name))
	if call.Pos() != made.Pos() {
		f.Relate(pass.Files, call.Pos(), "its only call is here")
	}
	return f, true
}
