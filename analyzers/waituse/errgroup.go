package waituse

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// groups looks at the errgroups that a function makes.
func (r *reporter) groups(fn *ssa.Function) {
	for instr := range flow.Instructions(fn) {
		switch instr := instr.(type) {
		case *ssa.Alloc:
			if ptr, ok := instr.Type().(*types.Pointer); ok && syncmodel.KindOf(ptr.Elem()) == syncmodel.ErrGroup {
				r.waitMissing(instr)
			}
		case *ssa.Extract:
			call, ok := instr.Tuple.(*ssa.Call)
			if !ok || syncmodel.OfCall(call.Common()) != syncmodel.GroupWithContext {
				continue
			}
			if instr.Index == 0 {
				r.waitMissing(instr)
			} else {
				r.contextAfterWait(call, instr)
			}
		}
	}
}

// members are the calls that code makes on one errgroup.
type members struct {
	starts, waits []ssa.Instruction
	elsewhere     bool // other code has it too
}

// waitMissing reports an errgroup that starts functions and is not waited for, by the
// only function that has it.
func (r *reporter) waitMissing(group ssa.Value) {
	var m members
	m.collect(group, make(map[ssa.Value]bool))
	if m.elsewhere || len(m.starts) == 0 {
		return
	}
	first := m.starts[0]
	if len(m.waits) == 0 {
		if !slices.ContainsFunc(m.starts, func(start ssa.Instruction) bool { return !r.heardOtherwise(start) }) {
			return
		}
		r.findings.Add(r.pass.Files, "errgroup-wait-missing", rules.Certain, first.Pos(), fmt.Sprintf("lost goroutines: nothing waits for this group, so %s goes on while they run, and their errors reach nobody", first.Parent().Name()))
		return
	}
	for _, s := range m.starts {
		if s.Parent() != group.Parent() || slices.ContainsFunc(m.waits, func(w ssa.Instruction) bool { return w.Parent() != s.Parent() }) {
			continue
		}
		out := flow.Find(s, isReturn, func(instr ssa.Instruction) bool { return slices.Contains(m.waits, instr) }, nil)
		if out == nil || slices.ContainsFunc(m.waits, func(w ssa.Instruction) bool { _, deferred := w.(*ssa.Defer); return deferred }) {
			continue
		}
		f := r.findings.Add(r.pass.Files, "errgroup-wait-missing", rules.Likely, s.Pos(), fmt.Sprintf("lost goroutines: on some way %s returns without Wait, while the functions of this group still run", s.Parent().Name()))
		f.Relate(r.pass.Files, out.Pos(), "this return does not wait")
		return
	}
}

// heardOtherwise reports whether a function of a group has no error to tell, and who starts it
// learns in another way how far it has come.
func (r *reporter) heardOtherwise(started ssa.Instruction) bool {
	s, ok := r.startOf(started)
	return ok && !flow.Any(s.body, returnsError) && r.hearsAround(started, flow.MayFollow, r.wordsOf(s.body, effects.Path{}))
}

// returnsError reports whether an instruction returns what may be an error, or stores that into
// the result of a function with deferred calls.
func returnsError(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Return:
		return slices.ContainsFunc(instr.Results, func(v ssa.Value) bool {
			load, ok := v.(*ssa.UnOp)
			return !flow.IsNil(v) && (!ok || load.Op != token.MUL)
		})
	case *ssa.Store:
		return isError(instr.Val.Type()) && !flow.IsNil(instr.Val)
	}
	return false
}

// collect follows a group, or a variable that holds one, through its function and the
// literals that capture it.
func (m *members) collect(v ssa.Value, seen map[ssa.Value]bool) {
	if seen[v] {
		return
	}
	seen[v] = true
	for _, ref := range flow.Referrers(v) {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.UnOp:
			m.collect(ref, seen)
		case *ssa.Store:
			variable, ok := ref.Addr.(*ssa.Alloc)
			switch {
			case ref.Addr == v:
			case ok:
				m.collect(variable, seen)
			default:
				m.elsewhere = true
			}
		case *ssa.MakeClosure:
			if ref.Fn.(*ssa.Function).Synthetic != "" { // a method value
				m.elsewhere = true
				continue
			}
			for i, b := range ref.Bindings {
				if b == v {
					m.collect(ref.Fn.(*ssa.Function).FreeVars[i], seen)
				}
			}
		case ssa.CallInstruction:
			switch syncmodel.OfCall(ref.Common()) {
			case syncmodel.GroupGo, syncmodel.GroupTryGo:
				m.starts = append(m.starts, ref)
			case syncmodel.GroupWait:
				m.waits = append(m.waits, ref)
			case syncmodel.GroupSetLimit:
			default:
				m.elsewhere = true
			}
		default:
			m.elsewhere = true
		}
	}
}

// contextAfterWait reports work that is given the context of a group after Wait, which
// has cancelled it.
func (r *reporter) contextAfterWait(made *ssa.Call, ctx ssa.Value) {
	var m members
	for _, ref := range flow.Referrers(made) {
		if e, ok := ref.(*ssa.Extract); ok && e.Index == 0 {
			m.collect(e, make(map[ssa.Value]bool))
		}
	}
	for _, wait := range m.waits {
		if _, ok := wait.(*ssa.Call); !ok || wait.Parent() != made.Parent() {
			continue
		}
		for _, use := range usesAfter(ctx, wait) {
			f := r.findings.Add(r.pass.Files, "errgroup-ctx-after-wait", rules.Certain, use.Pos(), fmt.Sprintf("cancelled context: %s is given the context of the group after Wait, which has cancelled it, also when all went well", syncmodel.CalleeName(use.Common())))
			f.Relate(r.pass.Files, wait.Pos(), "Wait cancels the context of its group")
		}
	}
}

// usesAfter lists the calls that are given a context once an instruction was executed.
// What writes logs or reads values does not mind that the context has ended.
func usesAfter(ctx ssa.Value, wait ssa.Instruction) (list []*ssa.Call) {
	for _, ref := range flow.Referrers(ctx) {
		switch ref := ref.(type) {
		case *ssa.Call:
			if flow.Dominates(wait, ref) && slices.Contains(ref.Call.Args, ctx) && syncmodel.OfCall(ref.Common()) == syncmodel.None && !reads(ref) {
				list = append(list, ref)
			}
		case *ssa.Store:
			variable, ok := ref.Addr.(*ssa.Alloc)
			if !ok || !isLastStore(ref, variable) {
				continue
			}
			for _, load := range flow.Referrers(variable) {
				if load, ok := load.(*ssa.UnOp); ok && flow.Dominates(ref, load) {
					list = append(list, usesAfter(load, wait)...)
				}
			}
		}
	}
	return list
}

// isLastStore reports whether all other assignments to a variable come before one.
func isLastStore(store *ssa.Store, variable *ssa.Alloc) bool {
	return !slices.ContainsFunc(flow.Referrers(variable), func(ref ssa.Instruction) bool {
		other, ok := ref.(*ssa.Store)
		return ok && other != store && !(flow.Dominates(other, store) && !flow.MayFollow(store, other))
	})
}

// reads reports whether a call is one that logs, or reads the values of a context.
func reads(call *ssa.Call) bool {
	fn := syncmodel.Callee(call.Common())
	if fn == nil {
		return true
	}
	if fn.Pkg() != nil && fn.Pkg().Path() == "log/slog" {
		return true
	}
	name := strings.ToLower(fn.Name())
	return slices.ContainsFunc([]string{"log", "info", "warn", "error", "debug", "trace", "span", "print", "value", "from", "record", "metric", "cancel", "err"},
		func(word string) bool { return strings.Contains(name, word) })
}
