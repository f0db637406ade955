// Package tasks says which goroutines may run beside which: the roots from which
// a search is worth starting.
package tasks

import (
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/ssa"
)

// Analyzer finds the roots of a package. Its result is a *Result.
var Analyzer = &analysis.Analyzer{
	Name:       "tasks",
	Doc:        "find the programs, functions and pairs of calls whose interleavings are worth a search",
	Requires:   []*analysis.Analyzer{buildssa.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[*Result](),
}

// A Result lists roots in a fixed order.
type Result struct {
	Programs  []*ssa.Function // main, tests
	Functions []*ssa.Function // functions that make a primitive and start goroutines
	Drivers   []Driver
}

// A Driver is a set of calls that are supposed to run side by side.
type Driver struct {
	Calls []*ssa.Function
	// Same[i][j] numbers the object that parameter j of call i is; -1: one of its own.
	Same [][]int
	Make *ssa.Function // makes object 0, or nil
}

func run(pass *analysis.Pass) (any, error) {
	in := pass.ResultOf[buildssa.Analyzer].(*buildssa.SSA)
	res := &Result{}
	for _, fn := range in.SrcFuncs {
		switch {
		case fn.Parent() != nil:
		case isProgram(fn):
			res.Programs = append(res.Programs, fn)
		case startsWithPrimitive(fn):
			res.Functions = append(res.Functions, fn)
		}
	}
	return res, nil
}
