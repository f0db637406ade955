package effects

import (
	"cmp"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// maxDisjuncts bounds the lock states that are told apart at one place; beyond
// it nothing is known there.
const maxDisjuncts = 8

// A lockState is what is held at one place: one list for each way to get there.
// The nil lockState is a place that is not reached; unknown says that there were
// too many ways.
type lockState struct {
	ways    [][]Held
	unknown bool
}

func (s *lockState) add(way []Held) (changed bool) {
	if s.unknown || slices.ContainsFunc(s.ways, func(w []Held) bool { return equalHeld(w, way) }) {
		return false
	}
	if len(s.ways) == maxDisjuncts {
		*s = lockState{unknown: true}
		return true
	}
	s.ways = append(s.ways, way)
	return true
}

func equalHeld(a, b []Held) bool {
	return slices.EqualFunc(a, b, func(x, y Held) bool { return x.Read == y.Read && x.Path.Same(y.Path) })
}

// must returns the locks held on every way, may those held on some way.
func (s *lockState) must() []Held {
	if s.unknown || len(s.ways) == 0 {
		return nil
	}
	var list []Held
	for _, h := range s.ways[0] {
		if !slices.ContainsFunc(s.ways[1:], func(w []Held) bool { return !holds(w, h) }) {
			list = append(list, h)
		}
	}
	return list
}

func (s *lockState) may() []Held {
	var list []Held
	for _, w := range s.ways {
		for _, h := range w {
			if !holds(list, h) {
				list = append(list, h)
			}
		}
	}
	return list
}

func holds(list []Held, h Held) bool {
	return slices.ContainsFunc(list, func(x Held) bool { return x.Path.Same(h.Path) && (!x.Read || h.Read) })
}

func without(list []Held, p Path) []Held {
	var rest []Held
	for _, h := range list {
		if !h.Path.Same(p) {
			rest = append(rest, h)
		}
	}
	return rest
}

func with(list []Held, h Held) []Held {
	next := append(slices.Clone(list), h)
	slices.SortStableFunc(next, func(a, b Held) int { return cmp.Compare(a.Path.String(), b.Path.String()) })
	return next
}

// summarise computes the summary of one function from those of its callees.
func (s *summariser) summarise(fn *ssa.Function) {
	if len(fn.Blocks) == 0 || len(fn.Blocks) > maxBlocks {
		return
	}
	old := s.result.Functions[fn]
	f := &Function{Task: old.Task, Starters: old.Starters, Callers: old.Callers, Unknown: old.Unknown, Once: old.Once, Lent: old.Lent}
	in := s.lockStates(fn)
	deferred := s.deferredUnlocks(fn)
	var returns, failures lockState
	var surely []Leaving
	for _, b := range fn.Blocks {
		out := s.flow(b, in[b.Index], func(instr ssa.Instruction, before *lockState) { s.note(f, instr, before) })
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		var here lockState
		for _, way := range out.ways {
			for _, p := range deferred {
				way = without(way, p)
			}
			here.add(way)
			returns.add(way)
			if fails(ret) {
				failures.add(way)
			}
		}
		if fails(ret) || len(ret.Results) == 0 {
			for _, h := range here.must() {
				surely = append(surely, Leaving{Held: h, At: ret})
			}
		}
	}
	f.Net = returns.must()
	failing := failures.may()
	for _, h := range returns.may() {
		if holds(f.Net, h) {
			continue
		}
		l := Leaving{Held: h, Failing: holds(failing, h)}
		if i := slices.IndexFunc(surely, func(s Leaving) bool { return equalHeld([]Held{s.Held}, []Held{h}) }); i >= 0 {
			l.At = surely[i].At
		}
		f.Leaves = append(f.Leaves, l)
	}
	if len(f.Net) != len(old.Net) || len(f.Acquires) != len(old.Acquires) || len(f.Drops) != len(old.Drops) {
		s.changed = true
	}
	s.result.Functions[fn] = f
}

// Bounds on what a summary holds; beyond them it is silent.
const (
	maxBlocks   = 2000
	maxAcquires = 32
)

// lockStates returns the lock state at the entry of each block.
func (s *summariser) lockStates(fn *ssa.Function) []lockState {
	in := make([]lockState, len(fn.Blocks))
	in[0].add(nil)
	work := []*ssa.BasicBlock{fn.Blocks[0]}
	for len(work) > 0 {
		b := work[0]
		work = work[1:]
		out := s.flow(b, in[b.Index], nil)
		for _, succ := range b.Succs {
			to := &in[succ.Index]
			changed := false
			if out.unknown && !to.unknown {
				*to, changed = lockState{unknown: true}, true
			}
			for _, way := range out.ways {
				changed = to.add(way) || changed
			}
			if changed {
				work = append(work, succ)
			}
		}
	}
	return in
}

// fails reports whether a return says by its last result that nothing came of the call:
// false, nil, or an error that is made there or has a name.
func fails(ret *ssa.Return) bool {
	if len(ret.Results) == 0 {
		return false
	}
	last := ret.Results[len(ret.Results)-1]
	isError := types.Identical(last.Type(), types.Universe.Lookup("error").Type())
	switch v := last.(type) {
	case *ssa.Const:
		return !isError && (v.Value == nil || v.Value.Kind() == constant.Bool && !constant.BoolVal(v.Value))
	case *ssa.MakeInterface:
		return isError
	case *ssa.Call:
		callee := v.Call.StaticCallee()
		return isError && callee != nil && (callee.String() == "errors.New" || callee.String() == "fmt.Errorf")
	case *ssa.UnOp:
		_, named := v.X.(*ssa.Global)
		return isError && named
	}
	return false
}

// deferredUnlocks lists the locks that the function releases when it ends: by a deferred
// Unlock, by a deferred literal that unlocks on each of its ways, or by a deferred function
// of which it is known.
func (s *summariser) deferredUnlocks(fn *ssa.Function) []Path {
	var list []Path
	add := func(c *ssa.CallCommon) {
		switch operationOf(c) {
		case syncmodel.Unlock, syncmodel.RUnlock:
			if p, ok := lockPath(c.Args[0]); ok {
				list = append(list, p)
			}
		}
	}
	for instr := range flow.Instructions(fn) {
		d, ok := instr.(*ssa.Defer)
		if !ok {
			continue
		}
		add(d.Common())
		list = append(list, s.calleeSummary(d.Common()).drops...)
		if closure, ok := d.Call.Value.(*ssa.MakeClosure); ok {
			for instr := range flow.Instructions(closure.Fn.(*ssa.Function)) {
				if call, ok := instr.(*ssa.Call); ok && alwaysRuns(call) {
					add(call.Common())
				}
			}
		}
	}
	return list
}

// alwaysRuns reports whether every way through its function leads over an instruction.
func alwaysRuns(instr ssa.Instruction) bool {
	return !slices.ContainsFunc(instr.Parent().Blocks, func(b *ssa.BasicBlock) bool {
		_, returns := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		return returns && b != instr.Parent().Recover && !instr.Block().Dominates(b)
	})
}

// operationOf classifies a call whose first argument is what it works on, as that of
// an interface's method is not.
func operationOf(c *ssa.CallCommon) syncmodel.Op {
	if c.IsInvoke() {
		return syncmodel.None
	}
	return syncmodel.OfCall(c)
}

// isWrapper reports whether SSA made the function around a method: for a method
// value, or for a method that is promoted from an embedded field. It bears the
// method's name, but takes other arguments.
func isWrapper(fn *ssa.Function) bool { return fn.Synthetic != "" && len(fn.Blocks) > 0 }

// lockCall returns what a direct call does to a lock, and to which one.
func lockCall(call *ssa.Call) (syncmodel.Op, Held, bool) {
	op := operationOf(call.Common())
	switch op {
	case syncmodel.Lock, syncmodel.RLock, syncmodel.Unlock, syncmodel.RUnlock, syncmodel.TryLock, syncmodel.TryRLock:
		p, ok := lockPath(call.Common().Args[0])
		return op, Held{p, op == syncmodel.RLock || op == syncmodel.TryRLock}, ok
	}
	return op, Held{}, false
}

// lockPath returns the path of a lock; of one that has none, because it is reached
// through a map, a slice or a result, the field that it is, without a root.
func lockPath(lock ssa.Value) (Path, bool) {
	if p, ok := PathOf(lock); ok {
		return p, true
	}
	f, ok := lock.(*ssa.FieldAddr)
	if !ok {
		return Path{}, false
	}
	last := FieldOf(f)
	return Path{Fields: "." + last.Name(), Last: last}, true
}

// flow runs a block from a lock state and returns the state at its end. visit,
// if not nil, is called before each instruction with the state there.
func (s *summariser) flow(b *ssa.BasicBlock, in lockState, visit func(ssa.Instruction, *lockState)) lockState {
	state := lockState{ways: slices.Clone(in.ways), unknown: in.unknown}
	each := func(change func([]Held) []Held) {
		next := lockState{unknown: state.unknown}
		for _, way := range state.ways {
			next.add(change(way))
		}
		state = next
	}
	for _, instr := range b.Instrs {
		if visit != nil && !state.unknown && len(state.ways) > 0 {
			visit(instr, &state)
		}
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		op, lock, isLock := lockCall(call)
		switch {
		case isLock && (op == syncmodel.Unlock || op == syncmodel.RUnlock):
			each(func(way []Held) []Held { return without(way, lock.Path) })
		case isLock:
			// After TryLock both outcomes go on, as if it had the lock: silence is the safe side.
			each(func(way []Held) []Held { return with(way, lock) })
		case op == syncmodel.None:
			summary := s.calleeSummary(call.Common())
			for _, d := range summary.drops {
				each(func(way []Held) []Held { return without(way, d) })
			}
			for _, h := range summary.net {
				each(func(way []Held) []Held { return with(way, h) })
			}
		}
	}
	return state
}

// VisitHeld calls visit for the instructions of a function, in the order of its blocks, with the locks that
// are held there on every way, those that every caller holds included. It passes over what is not reached,
// and over functions that are too large to summarise.
func (r *Result) VisitHeld(fn *ssa.Function, visit func(instr ssa.Instruction, must []Held)) {
	if r.lockStates != nil && r.Functions[fn] != nil {
		r.lockStates(fn, visit)
	}
}

func (s *summariser) visitHeld(fn *ssa.Function, visit func(ssa.Instruction, []Held)) {
	if len(fn.Blocks) == 0 || len(fn.Blocks) > maxBlocks {
		return
	}
	entry := s.result.Functions[fn].Entry
	in := s.lockStates(fn)
	for _, b := range fn.Blocks {
		s.flow(b, in[b.Index], func(instr ssa.Instruction, before *lockState) { visit(instr, slices.Concat(entry, before.must())) })
	}
}

// note adds what an instruction does to a summary.
func (s *summariser) note(f *Function, instr ssa.Instruction, before *lockState) {
	noteChannels(f, before, instr)
	if call, ok := instr.(ssa.CallInstruction); ok && len(Spawned(call)) > 0 {
		f.Starts = append(f.Starts, Start{call, before.may()})
	}
	switch instr := instr.(type) {
	case *ssa.UnOp:
		if instr.Op == token.MUL && !flow.OnlyCounts(instr) {
			noteAccess(f, before, instr, instr.X, false)
		}
	case *ssa.Store:
		noteAccess(f, before, instr, instr.Addr, true)
	case *ssa.MapUpdate:
		if !takenOut(instr.Map, instr) {
			noteAccess(f, before, instr, loaded(instr.Map), true)
		}
	case *ssa.Lookup:
		if !takenOut(instr.X, instr) {
			noteAccess(f, before, instr, loaded(instr.X), false)
		}
	case *ssa.Call:
		if changed := Changed(instr.Common()); changed != nil {
			if part, ok := changed.(*ssa.Slice); ok {
				changed = part.X
			}
			noteAccess(f, before, instr, loaded(changed), true)
		}
		if object, write := plainUse(instr.Common()); object != nil {
			if held := loaded(object); held != nil {
				object = held // a pointer to it
			}
			noteAccess(f, before, instr, object, write)
		}
		op, lock, isLock := lockCall(instr)
		switch {
		case isLock && (op == syncmodel.Lock || op == syncmodel.RLock):
			if len(f.Acquires) >= maxAcquires {
				break
			}
			f.Acquires = append(f.Acquires, Acquire{Lock: lock, Held: before.may(), Pos: instr.Pos()})
		case isLock && lock.Path.Root != nil && !slices.ContainsFunc(before.may(), func(h Held) bool { return h.Path.Same(lock.Path) }):
			f.Drops = append(f.Drops, lock.Path)
		case syncmodel.IsAtomic(op):
			noteAtomic(f, before, instr, instr.Call.Args[0], op != syncmodel.AtomicLoad)
		case op == syncmodel.None:
			s.noteAtomicsInside(f, before, instr)
			noteLending(f, before, instr)
			s.noteExposed(f, before, instr)
			nested := func(list []Acquire, held []Held) {
				for _, a := range list {
					if len(f.Acquires) >= maxAcquires {
						break
					}
					held := slices.Clone(held)
					for _, h := range a.Held {
						held = with(held, h)
					}
					f.Acquires = append(f.Acquires, Acquire{Lock: a.Lock, Held: held, Pos: instr.Pos()})
				}
			}
			nested(s.acquiredBy(instr.Common()), before.may())
			for _, l := range s.lentBy(instr) {
				if f := s.result.Functions[l.fn]; f != nil {
					nested(f.Acquires, slices.Concat(before.may(), l.held))
				}
			}
		}
	}
}

// noteExposed notes the locks that stay locked if a function that is not known panics.
func (s *summariser) noteExposed(f *Function, state *lockState, call *ssa.Call) {
	held := state.must()
	if len(held) == 0 || !s.isUnknown(call.Common()) {
		return
	}
	for _, p := range s.deferredUnlocks(call.Parent()) {
		held = without(held, p)
	}
	for _, h := range held {
		f.Exposed = with(f.Exposed, h)
	}
}

// isUnknown reports whether a call is of a function value, or of a method of one of the
// package's own interfaces: code that somebody else writes.
func (s *summariser) isUnknown(c *ssa.CallCommon) bool {
	if c.IsInvoke() {
		return c.Method.Pkg() == s.pass.Pkg
	}
	_, builtin := c.Value.(*ssa.Builtin)
	return c.StaticCallee() == nil && !builtin
}

// loaded returns the address from which a map or slice value was loaded, or nil.
func loaded(v ssa.Value) ssa.Value {
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		return load.X
	}
	return nil
}

// takenOut reports whether a map or slice was loaded from a variable that has been given another
// one before an instruction: then its content belongs to who took it out.
func takenOut(v ssa.Value, by ssa.Instruction) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	from, ok := PathOf(load.X)
	return ok && flow.Any(load.Parent(), func(instr ssa.Instruction) bool {
		store, ok := instr.(*ssa.Store)
		if !ok || !flow.Dominates(load, store) || !flow.Dominates(store, by) || sharesMemory(store.Val, load, 0) {
			return false
		}
		to, ok := PathOf(store.Addr)
		return ok && to.Same(from)
	})
}

// sharesMemory reports whether a map or slice may be another one, or made of it.
func sharesMemory(v, with ssa.Value, depth int) bool {
	if v == with || depth > maxDepth {
		return true
	}
	switch v := v.(type) {
	case *ssa.Slice:
		return sharesMemory(v.X, with, depth+1)
	case *ssa.Phi:
		return slices.ContainsFunc(v.Edges, func(edge ssa.Value) bool { return sharesMemory(edge, with, depth+1) })
	case *ssa.Call:
		return slices.ContainsFunc(v.Call.Args, func(arg ssa.Value) bool { return sharesMemory(arg, with, depth+1) })
	}
	return false
}

// noteAccess notes the access to a field. An element belongs to the field that
// holds the slice, map or array.
func noteAccess(f *Function, state *lockState, instr ssa.Instruction, address ssa.Value, write bool) {
	for address != nil {
		element, ok := address.(*ssa.IndexAddr)
		if !ok {
			break
		}
		if takenOut(element.X, instr) {
			return
		}
		if address = loaded(element.X); address == nil {
			address = element.X
		}
	}
	if address == nil {
		return
	}
	pos := instr.Pos()
	if !pos.IsValid() {
		pos = address.Pos()
	}
	for part := ""; ; {
		p, ok := PathOf(address)
		if ok {
			noteGlobal(f, state, instr, p, write)
		}
		if field, reached := address.(*ssa.FieldAddr); !ok && reached && part == "" {
			// Of an object that was looked up or returned: only its type is known.
			f.Found = append(f.Found, Access{Instr: instr, Pos: pos, Path: Path{Last: FieldOf(field)}, Write: write, Must: state.must(), May: state.may()})
		}
		if !ok || p.Last == nil {
			return
		}
		if syncmodel.KindOf(p.Last.Type()) == syncmodel.Plain {
			a := Access{Instr: instr, Pos: pos, Path: p, Part: part, Write: write, Must: state.must(), May: state.may()}
			if part == "" {
				f.Accesses = append(f.Accesses, a)
			} else {
				f.Parts = append(f.Parts, a)
			}
		}
		field, ok := address.(*ssa.FieldAddr)
		if !ok {
			return
		}
		if address, ok = field.X.(*ssa.FieldAddr); !ok {
			return
		}
		part = "." + p.Last.Name() + part
	}
}

// noteGlobal notes the access to a package variable of this package. To load a map and to look
// something up in it are one use.
func noteGlobal(f *Function, state *lockState, instr ssa.Instruction, p Path, write bool) {
	g, ok := p.Root.(*ssa.Global)
	if !ok || p.Last != nil || g.Pkg != instr.Parent().Pkg || syncmodel.KindOf(g.Type().(*types.Pointer).Elem()) != syncmodel.Plain {
		return
	}
	p.Last, ok = g.Object().(*types.Var)
	if !ok {
		return // the compiler's own
	}
	f.Globals = slices.DeleteFunc(f.Globals, func(a Access) bool {
		load, ok := a.Instr.(ssa.Value)
		return ok && slices.ContainsFunc(instr.Operands(nil), func(op *ssa.Value) bool { return *op == load })
	})
	f.Globals = append(f.Globals, Access{Instr: instr, Pos: instr.Pos(), Path: p, Write: write, Must: state.must(), May: state.may()})
}

// noteAtomic notes what a function of sync/atomic does to a field; the methods of its
// types leave no other way to use theirs.
func noteAtomic(f *Function, state *lockState, call *ssa.Call, address ssa.Value, write bool) {
	p, ok := PathOf(address)
	if ok && p.Last != nil && syncmodel.KindOf(p.Last.Type()) == syncmodel.Plain {
		f.Atomics = append(f.Atomics, Access{Instr: call, Pos: call.Pos(), Path: p, Write: write, Must: state.must(), May: state.may()})
	}
}

// noteAtomicsInside notes what a function of the package does with sync/atomic to the fields
// whose addresses it is given.
func (s *summariser) noteAtomicsInside(f *Function, state *lockState, call *ssa.Call) {
	callee := staticCallee(call.Common())
	if s.result.Functions[callee] == nil {
		return
	}
	for i, arg := range call.Call.Args {
		if _, ok := arg.(*ssa.FieldAddr); !ok || i >= len(callee.Params) {
			continue
		}
		reads, writes := atomicUses(callee.Params[i])
		if reads || writes {
			noteAtomic(f, state, call, arg, writes)
		}
	}
}

// atomicUses tells how a function uses a parameter with sync/atomic.
func atomicUses(p *ssa.Parameter) (reads, writes bool) {
	for _, user := range *p.Referrers() {
		call, ok := user.(*ssa.Call)
		if !ok {
			continue
		}
		if op := syncmodel.OfCall(call.Common()); syncmodel.IsAtomic(op) && call.Call.Args[0] == ssa.Value(p) {
			reads = reads || op == syncmodel.AtomicLoad
			writes = writes || op != syncmodel.AtomicLoad
		}
	}
	return reads, writes
}

// propagateEntry computes which locks every caller holds when it calls a
// function that only this package can call.
func (s *summariser) propagateEntry() {
	var sites []callSite
	for _, caller := range s.result.Order {
		sites = append(sites, s.callSites(caller)...)
	}
	for range maxRounds {
		entries := make(map[*ssa.Function]*lockState)
		for _, site := range sites {
			s.entriesOfCallee(site, entries)
		}
		changed := false
		for fn, ways := range entries {
			f := s.result.Functions[fn]
			if calledFromOutside(fn) || f.Task || f.Unknown && !f.Lent {
				continue
			}
			if common := ways.must(); !equalHeld(common, f.Entry) {
				f.Entry = common
				changed = true
			}
		}
		if !changed {
			break
		}
	}
	for _, fn := range s.result.Order {
		f := s.result.Functions[fn]
		for i := range f.Channels {
			f.Channels[i].Must = append(f.Channels[i].Must, f.Entry...)
		}
		for _, list := range [][]Access{f.Accesses, f.Parts, f.Globals} {
			for i := range list {
				list[i].Must = append(list[i].Must, f.Entry...)
				list[i].May = append(list[i].May, f.Entry...)
			}
		}
	}
}

// A callSite is a call of one of the package's functions, with the locks that its caller takes before
// it on every way.
type callSite struct {
	call *ssa.Call
	held []Held
}

// callSites lists the calls in a function of which the callee is known.
func (s *summariser) callSites(caller *ssa.Function) (list []callSite) {
	if len(caller.Blocks) == 0 || len(caller.Blocks) > maxBlocks {
		return nil
	}
	in := s.lockStates(caller)
	for _, b := range caller.Blocks {
		s.flow(b, in[b.Index], func(instr ssa.Instruction, before *lockState) {
			call, ok := instr.(*ssa.Call)
			if !ok {
				return
			}
			if common := call.Common(); common.IsInvoke() && !common.Method.Exported() && len(before.may()) > 0 {
				s.markUnknown(common.Method.Name()) // which lock that is to the method is not known
			}
			if s.result.Functions[staticCallee(call.Common())] != nil {
				list = append(list, callSite{call, before.must()})
			}
		})
	}
	return list
}

// entriesOfCallee adds the locks held at a call, in the callee's terms.
func (s *summariser) entriesOfCallee(site callSite, entries map[*ssa.Function]*lockState) {
	callee, entry := staticCallee(site.call.Common()), s.result.Functions[site.call.Parent()].Entry
	for _, l := range s.lentBy(site.call) {
		if f := s.result.Functions[l.fn]; f != nil {
			f.Lent = true
			entries[l.fn] = new(lockState)
			entries[l.fn].add(slices.Concat(site.held, entry, l.held))
		}
	}
	if entries[callee] == nil {
		entries[callee] = new(lockState)
	}
	var held []Held
	for _, h := range slices.Concat(site.held, entry) {
		held = append(held, inTermsOf(callee, site.call.Common().Args, h)...)
	}
	entries[callee].add(held)
}

// inTermsOf turns a lock that the caller holds into the callee's terms: the
// inverse of substitution.
func inTermsOf(callee *ssa.Function, args []ssa.Value, h Held) []Held {
	if _, ok := h.Path.Root.(*ssa.Global); ok {
		return []Held{h}
	}
	var list []Held
	for i, p := range callee.Params {
		base, ok := PathOf(args[i])
		if !ok || base.Root != h.Path.Root {
			continue
		}
		if rest, ok := strings.CutPrefix(h.Path.Fields, base.Fields); ok && strings.HasPrefix(rest, ".") {
			list = append(list, Held{Path{Root: p, Fields: rest, Last: h.Path.Last}, h.Read})
		}
	}
	return list
}
