package waituse

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/diagnosis"
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

// members are the calls that code makes on one errgroup: those of the function that has it and of its
// literals, and calls of functions to which it gives the group.
type members struct {
	summaries     *effects.Result
	starts, waits []ssa.Instruction
	inside        map[ssa.Instruction][]ssa.Instruction // starts in the function that such a call names
	elsewhere     bool                                  // other code has it too
}

// membersOf follows a group, or a variable that holds one.
func (r *reporter) membersOf(group ssa.Value) *members { return membersOf(r.summaries, group, 0) }

// membersOf follows it in a function that is so many calls away from the one that makes it.
func membersOf(summaries *effects.Result, group ssa.Value, depth int) *members {
	m := &members{summaries: summaries, inside: make(map[ssa.Instruction][]ssa.Instruction)}
	m.collect(group, depth, make(map[ssa.Value]bool))
	return m
}

// waitMissing reports an errgroup that starts functions and is not waited for, by the
// only function that has it.
func (r *reporter) waitMissing(group ssa.Value) {
	m := r.membersOf(group)
	if m.elsewhere || len(m.starts) == 0 {
		return
	}
	first := m.starts[0]
	if len(m.waits) == 0 {
		if !slices.ContainsFunc(m.starts, func(start ssa.Instruction) bool {
			if inside := m.inside[start]; len(inside) > 0 {
				return slices.ContainsFunc(inside, r.hasErrors)
			}
			return !r.heardOtherwise(start)
		}) {
			return
		}
		r.findings.Add(r.pass.Files, "errgroup-wait-missing", rules.Certain, first.Pos(), fmt.Sprintf("lost goroutines: nothing waits for this group, so %s goes on while they run, and their errors reach nobody", first.Parent().Name()))
		return
	}
	for _, s := range m.starts {
		if s.Parent() != group.Parent() || slices.Contains(m.waits, s) || slices.ContainsFunc(m.waits, func(w ssa.Instruction) bool { return w.Parent() != s.Parent() }) {
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

// hasErrors reports whether a function of a group has errors to tell.
func (r *reporter) hasErrors(started ssa.Instruction) bool {
	s, ok := r.startOf(started)
	return ok && flow.Any(s.body, returnsError)
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

// collect follows a group, or a variable that holds one, through its function, the literals that capture it, and
// functions of the package that are given it, so many calls deep.
func (m *members) collect(v ssa.Value, depth int, seen map[ssa.Value]bool) {
	if seen[v] {
		return
	}
	seen[v] = true
	for _, ref := range flow.Referrers(v) {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.UnOp:
			m.collect(ref, depth, seen)
		case *ssa.Store:
			variable, ok := ref.Addr.(*ssa.Alloc)
			switch {
			case ref.Addr == v:
			case ok:
				m.collect(variable, depth, seen)
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
					m.collect(ref.Fn.(*ssa.Function).FreeVars[i], depth, seen)
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
				m.handOver(ref, v, depth)
			}
		default:
			m.elsewhere = true
		}
	}
}

// handOver counts a call that is given a group for what the function does with it: for a start if it starts
// something, and for a wait if it waits on every way.
func (m *members) handOver(call ssa.CallInstruction, group ssa.Value, depth int) {
	callee := m.summaries.Local(call.Common())
	if _, plain := call.(*ssa.Call); !plain || callee == nil || depth == maxCalls {
		m.elsewhere = true
		return
	}
	for i, arg := range call.Common().Args {
		if arg != group {
			continue
		}
		there := membersOf(m.summaries, callee.Params[i], depth+1)
		m.elsewhere = m.elsewhere || there.elsewhere
		if len(there.starts) > 0 {
			m.starts = append(m.starts, call)
			m.inside[call] = there.starts
		}
		switch {
		case len(there.waits) == 0:
		case slices.ContainsFunc(there.waits, flow.Always):
			m.waits = append(m.waits, call)
		default:
			m.elsewhere = true // on some ways, which its answer tells perhaps
		}
	}
}

// keptGroups looks at the errgroups in objects that a function makes and keeps to itself.
func (r *reporter) keptGroups(fn *ssa.Function) {
	for _, s := range r.operations(fn, 0, syncmodel.GroupGo, syncmodel.GroupTryGo) {
		object, made := s.on.Root.(*ssa.Alloc)
		if !made || object.Parent() != fn || s.on.Last == nil || !staysInside(object) {
			continue
		}
		var waits []ssa.Instruction
		for _, w := range of(r.operations(fn, 0, syncmodel.GroupWait), s.on) {
			waits = append(waits, w.at)
		}
		if len(waits) == 0 || slices.Contains(waits, s.at) {
			continue
		}
		out := flow.Find(s.at, isReturn, func(instr ssa.Instruction) bool { return slices.Contains(waits, instr) }, nil)
		if out == nil {
			continue
		}
		f := r.findings.Add(r.pass.Files, "errgroup-wait-missing", rules.Likely, s.at.Pos(), fmt.Sprintf("lost goroutines: on some way %s returns without Wait, while the functions of this group still run", diagnosis.FunctionName(fn)))
		f.Relate(r.pass.Files, out.Pos(), "this return does not wait")
		return
	}
}

// staysInside reports whether nobody but the function that makes an object, and what it calls, gets hold of it.
func staysInside(object *ssa.Alloc) bool {
	return !slices.ContainsFunc(flow.Referrers(object), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.FieldAddr, *ssa.UnOp, *ssa.Call, *ssa.DebugRef:
			return false
		case *ssa.Store:
			return ref.Val == object
		}
		return true
	})
}

// contextAfterWait reports work that is given the context of a group after Wait, which
// has cancelled it.
func (r *reporter) contextAfterWait(made *ssa.Call, ctx ssa.Value) {
	for _, wait := range r.waitsFor(made) {
		if _, ok := wait.(*ssa.Call); !ok || wait.Parent() != made.Parent() {
			continue
		}
		for _, use := range usesAfter(ctx, wait) {
			f := r.findings.Add(r.pass.Files, "errgroup-ctx-after-wait", rules.Certain, use.Pos(), fmt.Sprintf("cancelled context: %s is given the context of the group after Wait, which has cancelled it, also when all went well", syncmodel.CalleeName(use.Common())))
			f.Relate(r.pass.Files, wait.Pos(), "Wait cancels the context of its group")
		}
	}
}

// waitsFor lists the waits for the group that a call of WithContext makes: also where a field keeps it, by whom the function
// calls.
func (r *reporter) waitsFor(made *ssa.Call) (list []ssa.Instruction) {
	for _, ref := range flow.Referrers(made) {
		group, ok := ref.(*ssa.Extract)
		if !ok || group.Index != 0 {
			continue
		}
		list = append(list, r.membersOf(group).waits...)
		for _, ref := range flow.Referrers(group) {
			store, ok := ref.(*ssa.Store)
			if !ok || store.Val != group {
				continue
			}
			if kept, ok := effects.PathOf(store.Addr); ok && kept.Last != nil {
				for _, w := range of(r.operations(made.Parent(), 0, syncmodel.GroupWait), kept) {
					if flow.Dominates(store, w.at) && (w.by == w.at || flow.Always(w.by)) {
						list = append(list, w.at)
					}
				}
			}
		}
	}
	return list
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
			if kept, ok := effects.PathOf(ref.Addr); ok && kept.Last != nil {
				list = append(list, keptUsesAfter(ref, kept, wait)...)
			}
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

// keptUsesAfter is usesAfter for a context that a field keeps: what the function stores there, once, it loads again.
func keptUsesAfter(store *ssa.Store, kept effects.Path, wait ssa.Instruction) (list []*ssa.Call) {
	for instr := range flow.Instructions(store.Parent()) {
		switch instr := instr.(type) {
		case *ssa.Store:
			if p, ok := effects.PathOf(instr.Addr); ok && instr != store && p.Same(kept) {
				return nil
			}
		case *ssa.UnOp:
			if p, ok := effects.PathOf(instr.X); ok && instr.Op == token.MUL && p.Same(kept) && flow.Dominates(store, instr) {
				list = append(list, usesAfter(instr, wait)...)
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
	var name string
	switch fn := syncmodel.Callee(call.Common()); {
	case fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "log/slog":
		return true
	case fn != nil:
		name = strings.ToLower(fn.Name())
	default:
		given, ok := call.Call.Value.(*ssa.Parameter)
		if !ok {
			return true
		}
		name = strings.ToLower(given.Name())
	}
	return slices.ContainsFunc([]string{"log", "info", "warn", "error", "debug", "trace", "span", "print", "value", "from", "record", "metric", "cancel", "err"},
		func(word string) bool { return strings.Contains(name, word) })
}
