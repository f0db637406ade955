package sharedstate

import (
	"fmt"
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

// Bugs that no race detector sees, because each access is synchronised, and those
// that show in one function alone.

// byForm reports what the code of single functions shows, beside the races that were found.
func (r *reporter) byForm(found []finding.Finding) (list []finding.Finding) {
	for _, fn := range r.summaries.Order {
		list = append(list, r.escapes(fn)...)
		list = append(list, r.handsOut(fn)...)
		list = append(list, r.handsOutContent(fn)...)
		list = append(list, r.runsLater(fn)...)
		list = append(list, r.decisions(fn)...)
		list = append(list, r.sleeps(fn)...)
		list = append(list, r.refills(fn, found)...)
		list = append(list, r.ownBuffer(fn, found)...)
		list = append(list, r.lateOptions(fn)...)
		list = append(list, r.publishedMaps(fn)...)
		list = append(list, r.spareRoom(fn)...)
		for instr := range flow.Instructions(fn) {
			switch call := instr.(type) {
			case *ssa.Call:
				list = append(list, r.usedAfterPut(call)...)
				list = append(list, r.loadThenStore(call)...)
				list = append(list, r.addPastLimit(call)...)
				list = append(list, r.storeBeyond(call)...)
				list = append(list, r.throughAccessors(call)...)
				list = append(list, r.mapStore(call)...)
			case *ssa.Defer:
				list = append(list, r.returnedAfterPut(call)...)
			}
		}
	}
	return list
}

// sleeps notes a Sleep in main or a test after a goroutine was started, when nothing comes
// after it that waits for one: it waits for some time, not for the goroutine.
func (r *reporter) sleeps(fn *ssa.Function) (list []finding.Finding) {
	if fn.Parent() != nil || fn.Signature.Recv() != nil || fn.Name() != "main" && !strings.HasPrefix(fn.Name(), "Test") {
		return nil
	}
	var started ssa.Instruction
	for instr := range flow.Instructions(fn) {
		if _, ok := instr.(*ssa.Go); ok && started == nil {
			started = instr
		}
	}
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok || started == nil || syncmodel.OfCall(call.Common()) != syncmodel.Sleep || !flow.MayFollow(started, call) || flow.InLoop(call) || flow.Find(call, waitsForOther, never, nil) != nil {
			continue
		}
		f := r.form("sleep-as-sync", rules.Hint, call.Pos(), "this Sleep waits for some time, not for the goroutine: on a slow day it is too short; a WaitGroup or a channel waits exactly")
		f.Relate(r.pass.Files, started.Pos(), "the goroutine is started here")
		list = append(list, f)
	}
	return list
}

func never(ssa.Instruction) bool { return false }

// waitsForOther reports whether an instruction waits for another goroutine.
func waitsForOther(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.UnOp:
		return instr.Op == token.ARROW
	case *ssa.Select:
		return instr.Blocking
	case *ssa.Call:
		op := syncmodel.OfCall(instr.Common())
		return op == syncmodel.WaitGroupWait || op == syncmodel.GroupWait
	}
	return false
}

func (r *reporter) form(rule rules.Name, confidence rules.Confidence, pos token.Pos, message string) finding.Finding {
	return finding.New(r.pass.Files, rule, confidence, pos, message)
}

// escapes reports a function that takes the lock, reads a guarded map or slice and
// returns it as it is, when other code changes its content in place: the caller
// then reads it without the lock. A map or slice that is only ever replaced as a
// whole may be handed out.
func (r *reporter) escapes(fn *ssa.Function) (list []finding.Finding) {
	for _, a := range r.summaries.Functions[fn].Accesses {
		load, ok := a.Instr.(*ssa.UnOp)
		if !ok || a.Write || load.Type() == nil {
			continue
		}
		if _, element := load.X.(*ssa.IndexAddr); element {
			continue // an element of it, which stays as it is when others are put in its place
		}
		what := contentName(load.Type())
		if what == "" {
			continue
		}
		guard := r.guardOf(a.Path.Last)
		if guard == nil || guard.Sibling == nil || !slices.ContainsFunc(guard.Locked, func(l effects.Access) bool { return l.Instr == a.Instr }) {
			continue
		}
		ret := returned(load)
		replaced := slices.ContainsFunc(r.summaries.Functions[fn].Accesses, func(w effects.Access) bool {
			_, isStore := w.Instr.(*ssa.Store)
			return isStore && w.Path.Same(a.Path)
		})
		who := fn
		if ret != nil && heldAtEntry(r.summaries.Functions[fn], guard) {
			who, ret = r.handsOn(fn, guard) // it is told what its callers let out
		}
		if ret == nil || replaced || waitsFirst(fn, load) {
			continue
		}
		changed := r.changedInPlace(a.Path.Last, itself)
		if changed == nil {
			continue
		}
		name := a.Path.String()
		lock, changer := siblingName(name, guard.Name()), changed.Parent().Name()
		confidence, message := rules.Likely, fmt.Sprintf("data race: %s returns the %s %s itself, not a copy; whoever reads it does so without %s, which %s holds when it changes it", who.Name(), what, name, lock, changer)
		switch {
		case r.summaries.SharesResult(who):
			confidence, message = rules.Hint, fmt.Sprintf("%s returns the %s %s itself, as its comment says; whoever reads it while %s changes it, under %s, needs that lock too", who.Name(), what, name, changer, lock)
		case changesNewest(changed):
			confidence, message = rules.Hint, fmt.Sprintf("%s returns the %s %s itself, not a copy; whoever reads its newest element while %s still changes that, under %s, needs that lock too", who.Name(), what, name, changer, lock)
		}
		f := r.form("guarded-escape", confidence, ret.Pos(), message)
		f.Relate(r.pass.Files, changed.Pos(), "the content is changed here, under the lock")
		list = append(list, f)
	}
	return list
}

// handsOn returns a caller of a function that is called under a lock which returns what it gets, and gives back the lock
// that it has taken for that itself; nil if there is none.
func (r *reporter) handsOn(fn *ssa.Function, guard *effects.Guard) (*ssa.Function, *ssa.Return) {
	for _, caller := range r.summaries.Functions[fn].Callers {
		f := r.summaries.Functions[caller]
		if heldAtEntry(f, guard) || r.summaries.WantsLock(caller) || slices.ContainsFunc(f.Net, func(h effects.Held) bool { return h.Path.Last == guard.Sibling }) {
			continue
		}
		for _, call := range calls(caller) {
			if r.summaries.Local(call.Common()) != fn {
				continue
			}
			if ret := returned(call); ret != nil {
				return caller, ret
			}
		}
	}
	return nil, nil
}

// waitsFirst reports whether a function waits for other goroutines before it reads
// something: then nobody may be left who changes it.
func waitsFirst(fn *ssa.Function, read ssa.Instruction) bool {
	return slices.ContainsFunc(calls(fn), func(call *ssa.Call) bool { return isWait(call) && flow.Dominates(call, read) })
}

// returned finds the return statement that returns a value as it is, or a part of a slice, or nil.
func returned(v ssa.Value) *ssa.Return { return returnedAs(v, make(map[ssa.Value]bool)) }

func returnedAs(v ssa.Value, seen map[ssa.Value]bool) *ssa.Return {
	if seen[v] {
		return nil
	}
	seen[v] = true
	for _, ref := range flow.Referrers(v) {
		var ret *ssa.Return
		switch ref := ref.(type) {
		case *ssa.Return:
			return ref
		case *ssa.Slice:
			if ref.X == v {
				ret = returnedAs(ref, seen) // a part of it, in the same memory
			}
		case *ssa.Phi:
			ret = returnedAs(ref, seen)
		case *ssa.Call:
			if fn := syncmodel.Callee(ref.Common()); fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "bytes" && strings.HasPrefix(fn.Name(), "Trim") && ref.Call.Args[0] == v {
				ret = returnedAs(ref, seen) // likewise
			}
		case *ssa.Store:
			// A function with deferred calls stores its result before it returns it.
			if result, ok := ref.Addr.(*ssa.Alloc); ok {
				ret = reloaded(result, ref)
			}
		}
		if ret != nil {
			return ret
		}
	}
	return nil
}

// reloaded finds the return statement that returns what was stored into a variable, or nil. The
// return after a recover stands nowhere in the source.
func reloaded(result *ssa.Alloc, store *ssa.Store) *ssa.Return {
	for _, again := range *result.Referrers() {
		load, ok := again.(*ssa.UnOp)
		if !ok || load.Block() != store.Block() && !flow.Reaches(store.Block(), load.Block()) {
			continue
		}
		for _, use := range *load.Referrers() {
			if ret, ok := use.(*ssa.Return); ok && ret.Pos().IsValid() {
				return ret
			}
		}
	}
	return nil
}

// heldAtEntry reports whether callers hold the guard already: then what they get
// is still protected.
func heldAtEntry(f *effects.Function, guard *effects.Guard) bool {
	return slices.ContainsFunc(f.Entry, func(h effects.Held) bool { return h.Path.Last == guard.Sibling })
}

// changedInPlace finds an instruction, outside constructors, that under a lock changes the content
// of the map or slice in a field, or of what parts takes from it, without replacing it; one that changes
// the newest element only if there is no other.
func (r *reporter) changedInPlace(field *types.Var, parts func(container ssa.Value) []ssa.Value) (newest ssa.Instruction) {
	for _, fn := range r.summaries.Order {
		for _, a := range r.summaries.Functions[fn].Accesses {
			load, ok := a.Instr.(*ssa.UnOp)
			if !ok || a.Path.Last != field || len(a.Must) == 0 || madeHere(a, fn) {
				continue
			}
			for _, part := range parts(load) {
				for _, ref := range flow.Referrers(part) {
					switch {
					case !changes(ref, part):
					case !changesNewest(ref):
						return ref
					case newest == nil:
						newest = ref
					}
				}
			}
		}
	}
	return newest
}

// changesNewest reports whether an instruction takes the last element of a slice, s[len(s)-1]. Where
// that alone changes, an element is at rest once the next one has come: whoever reads the slice when
// the work is over is safe, and when they do is not said in the code.
func changesNewest(instr ssa.Instruction) bool {
	element, ok := instr.(*ssa.IndexAddr)
	if !ok {
		return false
	}
	index, ok := element.Index.(*ssa.BinOp)
	if !ok || index.Op != token.SUB {
		return false
	}
	one, ok := index.Y.(*ssa.Const)
	length, isCall := index.X.(*ssa.Call)
	return ok && isCall && one.Value != nil && one.Int64() == 1 && isBuiltin(length, "len")
}

// itself is the whole of a map or slice, for changedInPlace.
func itself(container ssa.Value) []ssa.Value { return []ssa.Value{container} }

// changes reports whether an instruction changes the content of a map or slice.
func changes(instr ssa.Instruction, of ssa.Value) bool {
	switch instr := instr.(type) {
	case *ssa.MapUpdate:
		return instr.Map == of
	case *ssa.IndexAddr:
		return slices.ContainsFunc(*instr.Referrers(), func(ref ssa.Instruction) bool {
			switch ref := ref.(type) {
			case *ssa.Store:
				return ref.Addr == instr
			case *ssa.FieldAddr:
				return slices.ContainsFunc(*ref.Referrers(), func(use ssa.Instruction) bool {
					store, ok := use.(*ssa.Store)
					return ok && store.Addr == ref
				})
			}
			return false
		})
	case *ssa.Slice:
		// x[:i] that something is appended to overwrites what stood behind.
		return slices.ContainsFunc(*instr.Referrers(), func(ref ssa.Instruction) bool {
			call, ok := ref.(*ssa.Call)
			return ok && (isBuiltin(call, "append") && call.Call.Args[0] == instr || effects.Changed(call.Common()) == instr)
		})
	case *ssa.MakeInterface:
		return slices.ContainsFunc(*instr.Referrers(), func(ref ssa.Instruction) bool {
			call, ok := ref.(*ssa.Call)
			return ok && effects.Changed(call.Common()) == of
		})
	case *ssa.Call:
		return effects.Changed(instr.Common()) == of
	}
	return false
}

func isBuiltin(call *ssa.Call, names ...string) bool {
	b, ok := call.Call.Value.(*ssa.Builtin)
	return ok && slices.Contains(names, b.Name())
}

// given returns what a call of Pool.Put gives away, and the value that goes into
// the interface; nil for other calls.
func given(c *ssa.CallCommon) (v ssa.Value, boxed *ssa.MakeInterface) {
	if syncmodel.OfCall(c) != syncmodel.PoolPut || len(c.Args) < 2 {
		return nil, nil
	}
	boxed, ok := c.Args[1].(*ssa.MakeInterface)
	if !ok {
		return nil, nil
	}
	if _, constant := boxed.X.(*ssa.Const); constant || boxed.X.Referrers() == nil {
		return nil, nil
	}
	return boxed.X, boxed
}

// returnedAfterPut reports a function that returns what its deferred Put gives away,
// or memory of it: the content of a bytes.Buffer.
func (r *reporter) returnedAfterPut(put *ssa.Defer) []finding.Finding {
	v, _ := given(put.Common())
	if v == nil {
		v = r.givenWithin(put.Common())
	}
	if v == nil || v.Referrers() == nil {
		return nil
	}
	for _, part := range append([]ssa.Value{v}, memoryOf(v)...) {
		if ret := returned(part); ret != nil {
			f := r.form("pool-use-after-put", rules.Certain, ret.Pos(), fmt.Sprintf("data race: this returns memory that the deferred Put at %s gives back; another goroutine may have it from Get already", diagnosis.At(r.pass, put.Pos())))
			f.Relate(r.pass.Files, put.Pos(), "Put gives the value away when the function returns")
			return []finding.Finding{f}
		}
	}
	return nil
}

// memoryOf lists what a function asks a value for that lies in the value's memory: the content of a bytes.Buffer.
func memoryOf(v ssa.Value) (list []ssa.Value) {
	for _, use := range flow.Referrers(v) {
		if call, ok := use.(*ssa.Call); ok {
			if fn := syncmodel.Callee(call.Common()); fn != nil && fn.FullName() == "(*bytes.Buffer).Bytes" {
				list = append(list, call)
			}
		}
	}
	return list
}

// givenWithin returns the argument that a function of the package gives to a Pool, or nil.
func (r *reporter) givenWithin(c *ssa.CallCommon) ssa.Value {
	callee := r.summaries.Local(c)
	if callee == nil {
		return nil
	}
	for instr := range flow.Instructions(callee) {
		put, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		if v, _ := given(put.Common()); v != nil {
			if i := slices.IndexFunc(callee.Params, func(p *ssa.Parameter) bool { return p == v }); i >= 0 {
				return c.Args[i]
			}
		}
	}
	return nil
}

// fails reports whether an instruction returns an error: nobody looks at what comes with it.
func fails(instr ssa.Instruction) bool {
	ret, ok := instr.(*ssa.Return)
	return ok && len(ret.Results) > 1 && refuses(flow.PutFor(ret, ret.Results[len(ret.Results)-1]))
}

// usedAfterPut reports the use of a value after Pool.Put has given it away.
func (r *reporter) usedAfterPut(call *ssa.Call) (list []finding.Finding) {
	v, boxed := given(call.Common())
	if v == nil {
		if v = r.givenWithin(call.Common()); v == nil || v.Referrers() == nil || diagnosis.InTest(r.pass, call.Pos()) {
			return nil
		}
		if _, variable := v.(*ssa.Alloc); variable || len(flow.Referrers(call)) > 0 {
			return nil // what is put into the variable then is another value; or the answer tells whether it went back
		}
	}
	uses := slices.Clone(flow.Referrers(v))
	for _, memory := range memoryOf(v) {
		uses = append(uses, flow.Referrers(memory)...)
	}
	for _, use := range uses {
		if use == ssa.Instruction(boxed) || use == call || use.Block() == nil || use.Parent() != call.Parent() {
			continue
		}
		if _, isPhi := use.(*ssa.Phi); !flow.Dominates(call, use) || isPhi || !use.Pos().IsValid() || fails(use) {
			continue
		}
		f := r.form("pool-use-after-put", rules.Certain, use.Pos(), fmt.Sprintf("data race: this value was given back by Put at %s; another goroutine may have it from Get already", diagnosis.At(r.pass, call.Pos())))
		f.Relate(r.pass.Files, call.Pos(), "Put gives the value away here")
		return append(list, f)
	}
	return list
}

// mapStore reports a Store in a sync.Map under a key that the function has looked up
// before to decide about it, where two goroutines may do that for one map: the
// second Store replaces what the first one has given out.
func (r *reporter) mapStore(call *ssa.Call) (list []finding.Finding) {
	if !isMapMethod(call, "Store") || r.underLock(call) || !r.beside(call) && !r.storesState(call) {
		return nil
	}
	for _, other := range calls(call.Parent()) {
		if !isMapMethod(other, "Load") || !flow.Dominates(other, call) || !sameAddress(other.Call.Args[0], call.Call.Args[0]) || !sameKey(other.Call.Args[1], call.Call.Args[1]) {
			continue
		}
		if !slices.ContainsFunc(flow.BranchesOn(other), func(b *ssa.If) bool { return flow.Dominates(b, call) }) {
			continue
		}
		f := r.form("check-then-act", rules.Likely, call.Pos(), fmt.Sprintf("lost decision: %s looks the key up and then stores under it, in two steps; what another goroutine stores in between is lost: LoadOrStore does both at once", call.Parent().Name()))
		f.Relate(r.pass.Files, other.Pos(), "the key is looked up here")
		return append(list, f)
	}
	return list
}

// storesState reports whether a library puts a lock, or an object with a state of its own, into a map:
// two of them for one key do not know of each other.
func (r *reporter) storesState(call *ssa.Call) bool {
	boxed, ok := call.Call.Args[2].(*ssa.MakeInterface)
	if !ok {
		return false
	}
	p, ok := boxed.X.Type().Underlying().(*types.Pointer)
	return ok && r.isOffered(call.Parent()) && (syncmodel.IsLock(p.Elem()) || keepsState(boxed.X.Type()))
}

func isMapMethod(call *ssa.Call, name string) bool {
	fn := syncmodel.Callee(call.Common())
	return fn != nil && fn.FullName() == "(*sync.Map)."+name
}

// sameKey reports whether two values that were put into interfaces are one.
func sameKey(a, b ssa.Value) bool {
	if x, ok := a.(*ssa.MakeInterface); ok {
		if y, ok := b.(*ssa.MakeInterface); ok {
			a, b = x.X, y.X
		}
	}
	if x, ok := a.(*ssa.Const); ok {
		y, ok := b.(*ssa.Const)
		return ok && x.Value != nil && y.Value != nil && x.Value.ExactString() == y.Value.ExactString()
	}
	return a == b
}

// beside reports whether two goroutines were seen in the function of an atomic
// operation at once, for one variable.
func (r *reporter) beside(call *ssa.Call) bool {
	place, _ := effects.PathOf(call.Call.Args[0])
	return r.explored.Beside(call.Parent(), place)
}

// sameAddress reports whether two addresses are one place, within a function.
func sameAddress(a, b ssa.Value) bool {
	p, ok := effects.PathOf(a)
	q, also := effects.PathOf(b)
	return a == b || ok && also && p.Same(q)
}

func addressName(v ssa.Value) string {
	if p, ok := effects.PathOf(v); ok {
		return p.String()
	}
	return "the variable"
}

// underLock reports whether the function has taken some lock before the instruction.
func (r *reporter) underLock(at ssa.Instruction) bool {
	for instr := range flow.Instructions(at.Parent()) {
		if c, ok := instr.(*ssa.Call); ok && syncmodel.OfCall(c.Common()) == syncmodel.Lock && flow.MayFollow(c, at) {
			return true
		}
	}
	f := r.summaries.Functions[at.Parent()]
	return f == nil || len(f.Entry) > 0
}
