// Package holding says which locks are held at the calls and channel operations of a package: where a
// goroutine can wait, and what it keeps from others meanwhile.
//
// It reports nothing. The session asks it about programs that hang, to say more than a goroutine
// dump does.
package holding

import (
	"go/token"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
)

// Analyzer lists the places of a package at which locks are surely held. Its result is a []Place, in
// source order within each function.
var Analyzer = &analysis.Analyzer{
	Name:       "holding",
	Doc:        "say which locks are held at calls and channel operations",
	Requires:   []*analysis.Analyzer{effects.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[[]Place](),
}

// A Place is a call or a channel operation.
type Place struct {
	Pos   token.Pos
	Locks []string // as the function names them, "a.mu"; held on every way to here, before the operation
}

func run(pass *analysis.Pass) (any, error) {
	summaries := pass.ResultOf[effects.Analyzer].(*effects.Result)
	var places []Place
	for _, fn := range summaries.Order {
		summaries.VisitHeld(fn, func(instr ssa.Instruction, must []effects.Held) {
			if len(must) == 0 || !instr.Pos().IsValid() || !mayWait(instr) {
				return
			}
			place := Place{Pos: instr.Pos()}
			for _, h := range must {
				place.Locks = append(place.Locks, h.Path.String())
			}
			places = append(places, place)
		})
	}
	return places, nil
}

// mayWait reports whether a goroutine can stand at an instruction for long.
func mayWait(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Call, *ssa.Send, *ssa.Select:
		return true
	case *ssa.UnOp:
		return instr.Op == token.ARROW
	}
	return false
}
