package lockuse

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
)

// A need is what has to change before a goroutine goes on that waits: there has to be more,
// or less, of a number, or of the elements of something. Of a flag and of a pointer, set is
// more.
type need struct {
	of     any // the declaration of the number or of what has the elements
	length bool
	more   bool
}

// needs lists what a Wait waits for: each of them has to be missing for the loop around it to
// come to it.
func needs(summaries *effects.Result, wait *ssa.Call) (list []need) {
	loops := flow.Loops(wait)
	if len(loops) == 0 {
		return nil
	}
	for _, b := range loops[0] {
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		for side, holds := range []bool{true, false} {
			if flow.OnlyAfter(b, side, wait.Block()) {
				list = append(list, missing(summaries, branch.Cond, holds, 0)...)
			}
		}
	}
	return list
}

// missing lists what there is too little or too much of while a condition holds, or does not.
func missing(summaries *effects.Result, cond ssa.Value, holds bool, depth int) []need {
	if depth > maxTerms {
		return nil
	}
	switch cond := cond.(type) {
	case *ssa.UnOp:
		if cond.Op == token.NOT {
			return missing(summaries, cond.X, !holds, depth+1)
		}
		return quantity(cond, !holds)
	case *ssa.BinOp:
		return compared(cond, holds)
	case *ssa.Call:
		// A function that does nothing but compute the condition.
		if fn := summaries.Local(cond.Common()); fn != nil && len(fn.Blocks) == 1 {
			if ret, ok := fn.Blocks[0].Instrs[len(fn.Blocks[0].Instrs)-1].(*ssa.Return); ok && len(ret.Results) == 1 {
				return missing(summaries, ret.Results[0], holds, depth+1)
			}
		}
	}
	return nil
}

// opposites of comparisons.
var opposites = map[token.Token]token.Token{
	token.EQL: token.NEQ, token.NEQ: token.EQL,
	token.LSS: token.GEQ, token.GEQ: token.LSS, token.GTR: token.LEQ, token.LEQ: token.GTR,
}

// compared is missing for a comparison. That something equals a bound which is not zero is
// taken for the end of what there may be: the buffer is full.
func compared(cond *ssa.BinOp, holds bool) []need {
	op := cond.Op
	if !holds {
		op = opposites[op]
	}
	switch op {
	case token.EQL:
		switch {
		case isZero(cond.X):
			return quantity(cond.Y, true)
		case isZero(cond.Y):
			return quantity(cond.X, true)
		}
		return append(quantity(cond.X, false), quantity(cond.Y, false)...)
	case token.NEQ:
		switch {
		case isZero(cond.X):
			return quantity(cond.Y, false)
		case isZero(cond.Y):
			return quantity(cond.X, false)
		}
	case token.LSS, token.LEQ:
		return append(quantity(cond.X, true), quantity(cond.Y, false)...)
	case token.GTR, token.GEQ:
		return append(quantity(cond.X, false), quantity(cond.Y, true)...)
	}
	return nil
}

// quantity is the need of more or less of what a value was loaded from, or of what it is the
// length of; none for other values.
func quantity(v ssa.Value, more bool) []need {
	length := false
	if call, ok := v.(*ssa.Call); ok {
		b, ok := call.Call.Value.(*ssa.Builtin)
		if !ok || b.Name() != "len" {
			return nil
		}
		v, length = call.Call.Args[0], true
	}
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return nil
	}
	p, ok := effects.PathOf(load.X)
	if !ok {
		return nil
	}
	return []need{{p.Declaration(), length, more}}
}

// isZero reports whether a value is the constant nil or 0.
func isZero(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && (c.Value == nil || c.Value.Kind() == constant.Int && constant.Sign(c.Value) == 0)
}
