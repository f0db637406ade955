package lockuse

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// wakesUnequal reports a Signal on a condition variable at which each goroutine waits for a
// number of its own: the one that is woken may need more than there is and sleep again, while
// another one, which could go on, was not told. What one gives back may also be enough for
// several.
func wakesUnequal(pass *analysis.Pass, summaries *effects.Result, signal *ssa.Call, found []finding.Finding) (finding.Finding, bool) {
	none := finding.Finding{}
	if syncmodel.OfCall(signal.Common()) != syncmodel.CondSignal {
		return none, false
	}
	cond, ok := effects.PathOf(signal.Call.Args[0])
	if !ok || wakesMore(summaries, signal, cond) {
		return none, false
	}
	for _, wait := range waitsOn(summaries, cond) {
		own := ownNumber(wait)
		if own == nil || !isAtMany(summaries, wait) || wakes(summaries, wait.Parent(), cond, 0) > 0 {
			continue
		}
		f := finding.New(pass.Files, "cond-never-signalled", rules.Likely, signal.Pos(),
			fmt.Sprintf("deadlock: each goroutine that waits at line %d waits for its own %s; this Signal may wake one that has to go on waiting, while another one could go; Broadcast wakes all",
				pass.Fset.Position(wait.Pos()).Line, own.Name()))
		f.Relate(pass.Files, wait.Pos(), diagnosis.FunctionName(wait.Parent())+" waits here until there is enough for its "+own.Name())
		f.Fixes = broadcast(pass, signal)
		told := slices.ContainsFunc(found, func(other finding.Finding) bool { return other.Pos == f.Pos || other.Pos == f.Related[0].Pos })
		return f, !told
	}
	return none, false
}

// ownNumber returns the parameter, a number, by which the loop around a Wait decides, together
// with something that all share; nil if there is none.
func ownNumber(wait *ssa.Call) *ssa.Parameter {
	loops := flow.Loops(wait)
	if len(loops) == 0 {
		return nil
	}
	for _, b := range loops[0] {
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok || !flow.OnlyAfter(b, 0, wait.Block()) && !flow.OnlyAfter(b, 1, wait.Block()) {
			continue
		}
		shared := false
		loads(branch.Cond, 0, func(effects.Path) { shared = true })
		if number := numberIn(branch.Cond, 0); number != nil && shared {
			return number
		}
	}
	return nil
}

// numberIn returns a parameter that is a number from which a value is computed, or nil.
func numberIn(v ssa.Value, depth int) *ssa.Parameter {
	if depth > maxTerms {
		return nil
	}
	switch v := v.(type) {
	case *ssa.Parameter:
		if b, ok := v.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsNumeric != 0 {
			return v
		}
	case *ssa.BinOp:
		if number := numberIn(v.X, depth+1); number != nil {
			return number
		}
		return numberIn(v.Y, depth+1)
	case *ssa.Convert:
		return numberIn(v.X, depth+1)
	}
	return nil
}
