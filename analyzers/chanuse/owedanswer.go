package chanuse

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/rules"
)

// owedAnswers reports waits for the answer to a request, where the goroutine that takes the
// requests goes on to the next one on some way without an answer: whoever asked waits for ever.
//
// Silent where a request may want no answer: one is sent without a channel for it, or the one
// who answers asks whether there is one.
func (t *traffic) owedAnswers(pass *analysis.Pass, fns []*ssa.Function) (list []finding.Finding) {
	summaries := pass.ResultOf[effects.Analyzer].(*effects.Result)
	for _, channel := range t.channels {
		field, ok := channel.(*types.Var)
		if !ok || !field.IsField() || len(t.sends[channel]) == 0 {
			continue
		}
		d := &debt{t, summaries, field, make(map[*ssa.Function]ssa.Instruction)}
		wait := d.wantedByAll(fns)
		if wait == nil {
			continue
		}
		takes, out := d.unpaid(fns)
		if out == nil {
			continue
		}
		f := finding.New(pass.Files, "receive-without-sender", rules.Likely, wait.Pos(),
			fmt.Sprintf("deadlock: the receive from %s waits for ever when %s gives no answer to this request", field.Name(), diagnosis.FunctionName(takes.Parent())))
		message := "on this way there is no answer"
		if out == takes {
			message = "the next request is taken here, although this one may have got no answer"
		}
		f.Relate(pass.Files, out.Pos(), message)
		list = append(list, f)
	}
	return list
}

// A debt is an answer that is owed for each request, on the channel in a field of it.
type debt struct {
	*traffic
	summaries *effects.Result
	field     *types.Var
	// left holds, for functions that are given a request, a way out without an answer.
	left map[*ssa.Function]ssa.Instruction
}

// carries reports whether a value of a type is a request, a pointer to one, or the channel for
// its answer.
func (d *debt) carries(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if s, ok := t.Underlying().(*types.Struct); ok {
		return slices.ContainsFunc(slices.Collect(s.Fields()), func(f *types.Var) bool { return f.Origin() == d.field })
	}
	return types.Identical(t, d.field.Type())
}

// wantedByAll returns where somebody waits for an answer and for nothing else, if all who send
// requests do; else nil.
func (d *debt) wantedByAll(fns []*ssa.Function) (wait ssa.Instruction) {
	var waits []ssa.Instruction
	for _, receive := range d.receives[d.field] {
		if _, plain := receive.(*ssa.UnOp); plain {
			waits = append(waits, receive)
		}
	}
	if len(waits) == 0 {
		return nil // the whole package need not be read for that
	}
	for _, fn := range fns {
		if flow.Any(fn, d.asksWhether) {
			return nil
		}
		if !flow.Any(fn, d.sendsRequest) {
			continue
		}
		i := slices.IndexFunc(waits, func(receive ssa.Instruction) bool { return receive.Parent() == fn })
		if i < 0 || len(d.makers(fn, d.field)) == 0 {
			return nil
		}
		if wait == nil {
			wait = waits[i]
		}
	}
	return wait
}

// sendsRequest reports whether an instruction sends one.
func (d *debt) sendsRequest(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Send:
		return d.carries(instr.X.Type())
	case *ssa.Select:
		return slices.ContainsFunc(instr.States, func(s *ssa.SelectState) bool { return s.Dir == types.SendOnly && d.carries(s.Send.Type()) })
	}
	return false
}

// asksWhether reports whether an instruction asks if there is a request, or a channel for its answer.
func (d *debt) asksWhether(instr ssa.Instruction) bool {
	b, ok := instr.(*ssa.BinOp)
	return ok && (b.Op == token.EQL || b.Op == token.NEQ) && d.carries(b.X.Type())
}

// unpaid returns an instruction that takes requests, and what a way without an answer leads to
// from there; nil if there is none.
func (d *debt) unpaid(fns []*ssa.Function) (takes, out ssa.Instruction) {
	for _, fn := range fns {
		for instr := range flow.Instructions(fn) {
			if out := d.forgotten(instr); out != nil {
				return instr, out
			}
		}
	}
	return nil, nil
}

// forgotten returns, of an instruction that takes a request in a loop, what a way without an
// answer leads to: the same instruction again, or a return of what it was given to. It returns
// nil if there is no such way, or none with an answer.
func (d *debt) forgotten(instr ssa.Instruction) ssa.Instruction {
	if !flow.InLoop(instr) {
		return nil
	}
	again := func(other ssa.Instruction) bool { return other == instr }
	for _, start := range d.taken(instr) {
		if d.pays(start) {
			continue
		}
		if out := d.lost(start, again); out != nil {
			return out
		}
	}
	return nil
}

// taken lists from where the code goes on that has taken a request.
func (d *debt) taken(instr ssa.Instruction) (starts []ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.UnOp:
		if instr.Op == token.ARROW && d.carries(instr.X.Type().Underlying().(*types.Chan).Elem()) {
			starts = append(starts, instr)
		}
	case *ssa.Select:
		for i, s := range instr.States {
			if s.Dir != types.RecvOnly || !d.carries(s.Chan.Type().Underlying().(*types.Chan).Elem()) {
				continue
			}
			for _, ref := range flow.Referrers(instr) {
				if e, ok := ref.(*ssa.Extract); ok && e.Index == 0 {
					starts = append(starts, chosen(e, int64(i))...)
				}
			}
		}
	}
	return starts
}

// chosen lists the first instructions of what is executed where an index has a value.
func chosen(index ssa.Value, value int64) (list []ssa.Instruction) {
	for _, ref := range flow.Referrers(index) {
		b, ok := ref.(*ssa.BinOp)
		if !ok || b.Op != token.EQL {
			continue
		}
		if c, ok := b.Y.(*ssa.Const); !ok || c.Int64() != value {
			continue
		}
		for _, use := range flow.Referrers(b) {
			if branch, ok := use.(*ssa.If); ok {
				list = append(list, branch.Block().Succs[0].Instrs[0])
			}
		}
	}
	return list
}

// lost returns what a way without an answer leads to, that is an end or, if a call on it forgets
// the answer, the return of what is called; nil if there is none.
func (d *debt) lost(from ssa.Instruction, end func(ssa.Instruction) bool) ssa.Instruction {
	out := flow.Find(from, end, d.pays, isNoCase)
	if out == nil {
		return nil
	}
	var within ssa.Instruction
	flow.Find(from, func(instr ssa.Instruction) bool {
		if call, ok := instr.(*ssa.Call); ok && within == nil && d.passed(call.Common()) {
			within = d.left[d.summaries.Local(call.Common())]
		}
		return false
	}, d.pays, isNoCase)
	if within != nil {
		return within
	}
	if !flow.Any(from.Parent(), d.pays) {
		return nil // it has nothing to do with answers
	}
	return out
}

// isNoCase reports whether a value that a switch looks at is none of its cases where control
// goes from one block to another: it is taken to have all that there are.
func isNoCase(from, to *ssa.BasicBlock) bool {
	branch, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If)
	if !ok || to != from.Succs[1] {
		return false
	}
	is, ok := branch.Cond.(*ssa.BinOp)
	if !ok || is.Op != token.EQL {
		return false
	}
	if _, constant := is.Y.(*ssa.Const); !constant {
		return false
	}
	return !slices.ContainsFunc(to.Instrs, func(instr ssa.Instruction) bool {
		next, ok := instr.(*ssa.BinOp)
		return ok && next.Op == token.EQL && next.X == is.X
	})
}

// passed reports whether a call is given a request, or the channel for its answer.
func (d *debt) passed(c *ssa.CallCommon) bool {
	return slices.ContainsFunc(c.Args, func(a ssa.Value) bool { return d.carries(a.Type()) })
}

// pays reports whether an instruction gives the answer, or leaves that to others: it sends or
// closes, keeps the request, or passes it to a function that does not forget it.
func (d *debt) pays(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Send:
		return d.channelOf(instr.Chan, 0) == d.field || d.carries(instr.X.Type())
	case *ssa.Select:
		return slices.ContainsFunc(instr.States, func(s *ssa.SelectState) bool {
			return s.Dir == types.SendOnly && (d.channelOf(s.Chan, 0) == d.field || d.carries(s.Send.Type()))
		})
	case *ssa.MakeClosure:
		return slices.ContainsFunc(instr.Bindings, func(b ssa.Value) bool { return d.carries(b.Type()) })
	case *ssa.MakeInterface:
		return d.carries(instr.X.Type())
	case *ssa.Store:
		_, local := instr.Addr.(*ssa.Alloc)
		return !local && d.carries(instr.Val.Type())
	case *ssa.MapUpdate:
		return d.carries(instr.Value.Type())
	case *ssa.Call:
		if ch := closing(instr); ch != nil {
			return d.channelOf(ch, 0) == d.field
		}
		return d.passed(instr.Common()) && !d.forgets(d.summaries.Local(instr.Common()))
	case ssa.CallInstruction:
		return d.passed(instr.Common())
	}
	return false
}

// forgets reports whether a function of the package that is given a request may return without
// an answer, although it gives one on another way.
func (d *debt) forgets(fn *ssa.Function) bool {
	if fn == nil {
		return false
	}
	out, known := d.left[fn]
	if !known {
		d.left[fn] = nil // as long as it calls itself
		first := fn.Blocks[0].Instrs[0]
		if !d.pays(first) && flow.Any(fn, d.pays) {
			out = flow.Find(first, func(instr ssa.Instruction) bool { _, ok := instr.(*ssa.Return); return ok }, d.pays, isNoCase)
		}
		d.left[fn] = out
	}
	return out != nil
}
