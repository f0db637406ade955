package sharedstate

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// refills reports a buffer that a loop sends, or hands to a new goroutine, and that the next
// turn fills again, when nothing in between can come from the one who has it now.
func (r *reporter) refills(fn *ssa.Function, found []finding.Finding) (list []finding.Finding) {
	for instr := range flow.Instructions(fn) {
		for _, h := range handovers(r.summaries, instr) {
			if f, ok := r.refilled(h); ok && !slices.ContainsFunc(found, func(race finding.Finding) bool { return r.tells(race, f) }) {
				list = append(list, f)
				break
			}
		}
	}
	return list
}

// A handover gives a value, or the variable that holds it, to another goroutine.
type handover struct {
	at    ssa.Instruction
	value ssa.Value
	pos   token.Pos
	state int // of a select, else 0
}

// handovers lists what an instruction hands to other goroutines.
func handovers(summaries *effects.Result, instr ssa.Instruction) (list []handover) {
	switch instr := instr.(type) {
	case *ssa.Send:
		if !staysHere(instr.Chan) {
			list = append(list, handover{at: instr, value: instr.X, pos: instr.Pos()})
		}
	case *ssa.Select:
		for i, state := range instr.States {
			if state.Dir == types.SendOnly && !staysHere(state.Chan) {
				list = append(list, handover{instr, state.Send, state.Pos, i})
			}
		}
	case *ssa.Go:
		callee := summaries.Local(instr.Common())
		for i, arg := range instr.Call.Args {
			if callee == nil || i < len(callee.Params) && usesAll(callee.Params[i]) {
				list = append(list, handover{at: instr, value: arg, pos: instr.Pos()})
			}
		}
		list = append(list, captured(instr, instr.Call.Value)...)
	case *ssa.Call:
		if op := syncmodel.OfCall(instr.Common()); op == syncmodel.WaitGroupGo || op == syncmodel.GroupGo {
			list = append(list, captured(instr, instr.Call.Args[1])...)
		}
	}
	return list
}

// captured lists the variables that a function literal takes along.
func captured(at ssa.Instruction, v ssa.Value) (list []handover) {
	closure, ok := v.(*ssa.MakeClosure)
	if !ok {
		return nil
	}
	for i, bound := range closure.Bindings {
		if slices.ContainsFunc(flow.Referrers(closure.Fn.(*ssa.Function).FreeVars[i]), func(ref ssa.Instruction) bool {
			load, ok := ref.(*ssa.UnOp)
			return ok && usesAll(load)
		}) {
			list = append(list, handover{at: at, value: bound, pos: at.Pos()})
		}
	}
	return list
}

// usesAll reports whether a function looks into a slice at places that it was not told: those
// that it was told may be its own.
func usesAll(v ssa.Value) bool {
	return slices.ContainsFunc(flow.Referrers(v), func(use ssa.Instruction) bool {
		switch use := use.(type) {
		case *ssa.IndexAddr:
			return !wasTold(use.Index, 0)
		case *ssa.Slice:
			return use.Low == nil || !wasTold(use.Low, 0)
		case *ssa.Call:
			return !isBuiltin(use, "len", "cap")
		case *ssa.Store:
			cell, ok := use.Addr.(*ssa.Alloc) // a parameter that a literal captures
			return !ok || cell.Parent() != use.Parent() || len(*cell.Referrers()) > 1
		}
		return true
	})
}

// wasTold reports whether a number comes from a parameter or a captured variable.
func wasTold(v ssa.Value, depth int) bool {
	if depth > 4 {
		return true
	}
	switch v := v.(type) {
	case *ssa.Const:
		return false
	case *ssa.BinOp:
		return wasTold(v.X, depth+1) || wasTold(v.Y, depth+1)
	case *ssa.Convert:
		return wasTold(v.X, depth+1)
	case *ssa.Phi:
		return slices.ContainsFunc(v.Edges, func(e ssa.Value) bool {
			sum, ok := e.(*ssa.BinOp)
			return !(ok && (sum.X == v || sum.Y == v)) && wasTold(e, depth+1)
		})
	}
	return true
}

// staysHere reports whether only the function that makes a channel uses it.
func staysHere(ch ssa.Value) bool {
	if turned, ok := ch.(*ssa.ChangeType); ok {
		ch = turned.X
	}
	made, ok := ch.(*ssa.MakeChan)
	return ok && !slices.ContainsFunc(flow.Referrers(made), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.Send, *ssa.UnOp, *ssa.Select:
			return false
		case *ssa.Call:
			return !isBuiltin(ref, "len", "cap", "close")
		}
		return true
	})
}

// refilled reports a handover if what it hands over is filled again.
func (r *reporter) refilled(h handover) (finding.Finding, bool) {
	for _, loop := range flow.Loops(h.at) {
		t := turn{r.summaries, loop, h.at}
		for _, m := range t.memories(h.value, 0) {
			if fill := r.fillAfter(h, m); fill != nil {
				return r.refillFinding(h, fill), true
			}
		}
	}
	return finding.Finding{}, false
}

// memories lists the memory to which a value leads, through pointers and the fields of structs
// as well. What is known of it may be nothing.
func (t turn) memories(v ssa.Value, depth int) (list []*memory) {
	if depth > 4 {
		return nil
	}
	switch v.Type().Underlying().(type) {
	case *types.Slice:
		return []*memory{t.memoryOf(v)}
	case *types.Interface:
		if boxed, ok := v.(*ssa.MakeInterface); ok {
			return t.memories(boxed.X, depth+1)
		}
		return nil
	case *types.Struct:
		if load, ok := v.(*ssa.UnOp); ok {
			return t.fields(load.X, depth+1)
		}
		return nil
	case *types.Pointer:
		cell, ok := v.(*ssa.Alloc)
		if !ok {
			return nil
		}
		switch cell.Type().Underlying().(*types.Pointer).Elem().Underlying().(type) {
		case *types.Array:
			return []*memory{t.memoryOf(cell)}
		case *types.Slice:
			m := t.newMemory()
			m.cell(cell)
			return []*memory{m}
		}
		if slices.Contains(t.loop, cell.Block()) {
			return t.fields(cell, depth+1)
		}
		// An object that lasts longer is not there to carry this turn's buffer.
	}
	return nil
}

// fields lists the memory to which the fields of a struct lead that a function makes.
func (t turn) fields(address ssa.Value, depth int) (list []*memory) {
	object, ok := address.(*ssa.Alloc)
	if !ok {
		return nil
	}
	for _, ref := range *object.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			for _, use := range *ref.Referrers() {
				if store, ok := use.(*ssa.Store); ok && store.Addr == ref {
					list = append(list, t.memories(store.Val, depth+1)...)
				}
			}
		case *ssa.Store:
			if ref.Addr == object {
				list = append(list, t.memories(ref.Val, depth+1)...)
			}
		}
	}
	return list
}

// fillAfter finds where a turn fills a memory that it has handed over, before anything that
// may be the answer of the one who has it; nil if it does not.
func (r *reporter) fillAfter(h handover, m *memory) ssa.Instruction {
	if m.unknown {
		return nil
	}
	fills := func(instr ssa.Instruction) bool {
		return slices.Contains(m.loop, instr.Block()) && instr.Pos().IsValid() && m.filledBy(instr)
	}
	a := &answers{r, make(map[*ssa.Function]bool)}
	stops := func(instr ssa.Instruction) bool {
		return m.madeBy(instr) || instr != m.hand && a.may(instr)
	}
	return flow.Find(h.at, fills, stops, h.passesBy)
}

// passesBy reports whether a way from a select is that of another case.
func (h handover) passesBy(from, to *ssa.BasicBlock) bool {
	branch, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If)
	if !ok {
		return false
	}
	test, ok := branch.Cond.(*ssa.BinOp)
	if !ok || test.Op != token.EQL {
		return false
	}
	chosen, ok := test.X.(*ssa.Extract)
	if !ok || any(chosen.Tuple) != any(h.at) || chosen.Index != 0 {
		return false
	}
	state, ok := test.Y.(*ssa.Const)
	return ok && (state.Int64() == int64(h.state)) != (to == from.Succs[0])
}

// filledBy reports whether an instruction overwrites a memory from its beginning, or at places
// that are the same in each turn.
func (m *memory) filledBy(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Store:
		at, ok := instr.Addr.(*ssa.IndexAddr)
		return ok && m.fixed(at.Index, nil) && m.is(m.memoryOf(at.X))
	case *ssa.Call:
		for origin := range m.origins {
			if of, ok := origin.(lender); ok {
				return of.overwrittenBy(instr)
			}
		}
		filled := m.filledArgument(instr)
		return filled != nil && m.is(m.memoryOf(filled))
	}
	return false
}

// overwrittenBy reports whether a call gives the buffer of an object another content.
func (l lender) overwrittenBy(call *ssa.Call) bool {
	fn := syncmodel.Callee(call.Common())
	if fn == nil || fn.Signature().Recv() == nil || call.Call.IsInvoke() {
		return false
	}
	return objectOf(call.Call.Args[0]) == l.object && slices.Contains(overwriters[l.method], fn.Name())
}

// filledArgument returns the slice that a call fills, or nil.
func (m *memory) filledArgument(call *ssa.Call) ssa.Value {
	if changed := effects.Changed(call.Common()); changed != nil {
		return changed
	}
	if base, ok := appended(call).(*ssa.Slice); ok {
		if endsAtZero(base) {
			return base
		}
		return nil
	}
	if fn := m.summaries.Local(call.Common()); fn != nil {
		for i, p := range fn.Params {
			if isSlice(p.Type()) && fillsParameter(m.summaries, p) {
				return call.Call.Args[i]
			}
		}
		return nil
	}
	if fn := syncmodel.Callee(call.Common()); fn != nil && fillsFirst(fn) {
		return firstSlice(call.Common())
	}
	return nil
}

// endsAtZero reports whether a slice expression is one like buf[:0].
func endsAtZero(part *ssa.Slice) bool {
	high, ok := part.High.(*ssa.Const)
	return ok && high.Value != nil && constant.Sign(high.Value) == 0
}

// fillsParameter reports whether a function itself fills a slice that it is given.
func fillsParameter(summaries *effects.Result, p *ssa.Parameter) bool {
	return slices.ContainsFunc(flow.Referrers(p), func(use ssa.Instruction) bool {
		switch use := use.(type) {
		case *ssa.Call:
			fn := syncmodel.Callee(use.Common())
			return effects.Changed(use.Common()) == p || fn != nil && fillsFirst(fn) && firstSlice(use.Common()) == p
		case *ssa.IndexAddr:
			return !wasTold(use.Index, 0) && slices.ContainsFunc(flow.Referrers(use), func(ref ssa.Instruction) bool {
				store, ok := ref.(*ssa.Store)
				return ok && store.Addr == use
			})
		}
		return false
	})
}

// fillsFirst reports whether a function that is known by its name fills the first slice that
// it is given: a Read method, or one of the library that reads or encodes into it.
func fillsFirst(fn *types.Func) bool {
	if fn.Signature().Recv() != nil && (fn.Name() == "Read" || fn.Name() == "ReadAt") {
		return true
	}
	if _, writes := syncmodel.Elements(fn); writes {
		return true
	}
	if fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "encoding/binary":
		return strings.HasPrefix(fn.Name(), "Put") || fn.Name() == "Encode"
	case "encoding/hex", "encoding/base64", "encoding/base32":
		return fn.Name() == "Encode" || fn.Name() == "Decode"
	}
	return false
}

// tells reports whether a race that was found is the one of a refilled buffer.
func (r *reporter) tells(race, refill finding.Finding) bool {
	line := func(pos token.Pos) string { return diagnosis.At(r.pass, pos) }
	at := []string{line(refill.Pos), line(refill.Related[0].Pos)}
	return slices.Contains(at, line(race.Pos)) || slices.ContainsFunc(race.Related, func(side finding.Related) bool { return slices.Contains(at, line(side.Pos)) })
}

func (r *reporter) refillFinding(h handover, fill ssa.Instruction) finding.Finding {
	name := r.sliceName(h)
	does, who := "sends "+name+" itself", "the receiver"
	copied := "send a copy"
	switch h.at.(type) {
	case *ssa.Go, *ssa.Call:
		does, who, copied = "hands "+name+" to a new goroutine", "the goroutine", "hand over a copy"
	}
	when := "the next turn of the loop overwrites it at line %d"
	if flow.Dominates(h.at, fill) {
		when = "line %d overwrites it"
	}
	f := r.form("use-after-send", rules.Likely, h.pos, fmt.Sprintf("data race: %s %s; "+when+" while %s may still read it; %s",
		diagnosis.FunctionName(h.at.Parent()), does, r.pass.Fset.Position(fill.Pos()).Line, who, copied))
	f.Relate(r.pass.Files, fill.Pos(), "the buffer is filled again here")
	return f
}

// sliceName is what the code calls the slice or array that a statement hands over.
func (r *reporter) sliceName(h handover) string {
	if cell, ok := h.value.(*ssa.Alloc); ok && isSlice(cell.Type().Underlying().(*types.Pointer).Elem()) {
		return cell.Comment
	}
	name := ""
	for _, n := range finding.Enclosing(r.pass.Files, h.pos) {
		switch n.(type) {
		case *ast.SendStmt, *ast.GoStmt:
		default:
			continue
		}
		ast.Inspect(n, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.Ident, *ast.SelectorExpr:
				if e := n.(ast.Expr); name == "" && isSlice(r.pass.TypesInfo.TypeOf(e)) {
					name = types.ExprString(e)
				}
			}
			return name == ""
		})
		break
	}
	if name == "" {
		return "the buffer"
	}
	return name
}
