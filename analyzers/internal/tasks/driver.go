package tasks

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// A finder looks for drivers in a package; it remembers what it found out about it.
type finder struct {
	*buildssa.SSA
	made     map[types.Type]*ssa.Function // who makes which type
	graph    *flow.Graph
	owners   map[effects.Class]*types.TypeName // see lockOwners
	takers   map[*ssa.Function]bool            // see takesOut
	ways     map[*ssa.Function][]effects.Entrance
	hidden   map[*ssa.Function]bool
	taken    map[*ssa.Function][]effects.Class // see lockClasses
	users    map[*types.Var][]*ssa.Function    // see lookAtParts
	starters map[*ssa.Function]bool            // likewise

	keeping     map[*types.TypeName][]*ssa.Function        // see findKeeping
	namedBy     map[*ssa.Function][]*ssa.Function          // likewise
	introducers map[*types.TypeName]map[*ssa.Function]bool // what introducing has answered
}

// guardDrivers puts each use of a field without its lock beside a write that
// holds the lock, on one object.
func guardDrivers(in *finder, summaries *effects.Result) []*Driver {
	var drivers []*Driver
	for _, g := range summaries.Guards {
		for _, unlocked := range g.Unlocked {
			if len(drivers) >= maxDrivers {
				return drivers
			}
			if !unlocked.Write && ownerReads(g) {
				continue
			}
			if unlocked.Instr.Parent().Name() == "reset" {
				continue // it makes an object fit for use anew, when nobody has it
			}
			if unlocked.Write && (summaries.Functions[unlocked.Instr.Parent()].Once || onlyMaker(g, unlocked)) {
				continue
			}
			for _, locked := range g.Locked {
				if !locked.Write && !unlocked.Write || !locked.Overlaps(unlocked) {
					continue
				}
				d, owner := pair(in, summaries, g, unlocked, locked)
				if d == nil {
					continue
				}
				before := len(drivers)
				if drivers = add(drivers, d); len(drivers) == before {
					continue
				}
				if owner == nil {
					d.Why = fmt.Sprintf("the package has the lock %s, so its functions are meant for several goroutines", g.Name())
				} else {
					d.Why = fmt.Sprintf("%s has the lock %s, so its methods are meant for several goroutines", typeName(owner), g.Name())
					in.age(d, summaries, owner)
				}
				break // one witness for a use is enough
			}
		}
	}
	return drivers
}

// maxAge bounds the methods that are called before a search.
const maxAge = 3

// age gives a driver whose object has a constructor the methods that may have been called before.
func (in *finder) age(d *Driver, summaries *effects.Result, owner types.Type) {
	if d.Make != nil {
		d.Age = in.changers(summaries, owner)
	}
}

// changers lists exported methods of a type that change what its lock guards, but for those
// that end its use.
func (in *finder) changers(summaries *effects.Result, owner types.Type) (list []*ssa.Function) {
	for _, g := range summaries.Guards {
		for _, a := range g.Locked {
			fn := a.Instr.Parent()
			if !a.Write || len(list) == maxAge || slices.Contains(list, fn) || !effects.Exported(fn) || fn.Signature.Recv() == nil || !sameType(fn.Params[0].Type(), owner) {
				continue
			}
			if !slices.ContainsFunc(effects.WordsOf(fn.Name()), func(word string) bool {
				return slices.Contains([]string{"close", "stop", "shutdown", "reset", "clear"}, word)
			}) {
				list = append(list, fn)
			}
		}
	}
	return list
}

// ownerReads reports whether the one function that writes a guarded field also reads
// it without the lock. Then one goroutine owns the field, and takes the lock only
// to let others read it; the other reads without may be the owner's as well. An owner
// does not look again once it has the lock.
func ownerReads(g effects.Guard) bool {
	return slices.ContainsFunc(g.Unlocked, func(a effects.Access) bool {
		return !a.Write && onlyWriter(g, a.Instr.Parent()) && !looksAgain(g, a.Instr.Parent())
	})
}

// looksAgain reports whether a function that decides on what it read of a field without the
// lock decides anew on what it reads with it.
func looksAgain(g effects.Guard, fn *ssa.Function) bool {
	decisions := func(list []effects.Access) []effects.Access {
		return slices.DeleteFunc(slices.Clone(list), func(a effects.Access) bool { return a.Write || a.Instr.Parent() != fn || !decides(a.Instr) })
	}
	return slices.ContainsFunc(decisions(g.Unlocked), func(first effects.Access) bool {
		return slices.ContainsFunc(decisions(g.Locked), func(again effects.Access) bool { return flow.MayFollow(first.Instr, again.Instr) })
	})
}

// decides reports whether a branch hangs on what an instruction reads.
func decides(instr ssa.Instruction) bool {
	v, ok := instr.(ssa.Value)
	return ok && slices.ContainsFunc(flow.Referrers(v), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.If:
			return true
		case *ssa.BinOp:
			return ref.Type().Underlying() == types.Typ[types.Bool] && decides(ref)
		case *ssa.UnOp, *ssa.Extract, *ssa.Lookup:
			return decides(ref)
		}
		return false
	})
}

// onlyWriter reports whether all writes of a guarded field are in one function.
func onlyWriter(g effects.Guard, fn *ssa.Function) bool {
	for _, a := range slices.Concat(g.Locked, g.Unlocked) {
		if a.Write && a.Instr.Parent() != fn {
			return false
		}
	}
	return true
}

// pair makes the driver of two accesses, when both can be reached through a
// parameter of one type, which it returns as well, or both are to the same package variable.
func pair(in *finder, summaries *effects.Result, g effects.Guard, unlocked, locked effects.Access) (*Driver, types.Type) {
	for _, u := range in.entrances(summaries, unlocked.Instr.Parent()) {
		for _, l := range in.entrances(summaries, locked.Instr.Parent()) {
			if d, owner := besideMade(in, summaries, g, u, l); d != nil {
				return d, owner
			}
			if isProgram(u.Fn) || isProgram(l.Fn) || isConstructor(u.Fn) || isConstructor(l.Fn) || summaries.WantsLock(u.Fn) || summaries.WantsLock(l.Fn) {
				continue
			}
			if u.Fn == l.Fn && (u.Starts || l.Starts || waitsInLoop(u.Fn)) {
				continue // how it goes on with its own goroutines is in its own code
			}
			if unlocked.Write && effects.Prepares(u.Fn) {
				continue
			}
			if !unlocked.Write && asksWhetherPublished(summaries, u.Fn, locked) {
				continue
			}
			if _, ok := unlocked.Path.Root.(*ssa.Global); ok {
				if unlocked.Path.Root != locked.Path.Root || u.Starts || l.Starts {
					continue
				}
				return &Driver{Calls: []*ssa.Function{l.Fn, u.Fn}, Same: [][]int{shareNone(l.Fn), shareNone(u.Fn)}}, nil
			}
			if g.Global != nil && unlocked.Path.Parameter() < 0 {
				continue
			}
			i, j := ownerParameter(u.Fn, g), ownerParameter(l.Fn, g)
			if i < 0 || j < 0 || !sameType(u.Fn.Params[i].Type(), l.Fn.Params[j].Type()) {
				continue
			}
			owner := u.Fn.Params[i].Type()
			if inTest(in, owner) {
				continue // all calls of it are there to be searched
			}
			d := &Driver{
				Calls:  []*ssa.Function{l.Fn, u.Fn},
				Same:   [][]int{shareOne(l.Fn, j), shareOne(u.Fn, i)},
				Make:   constructor(in, owner),
				Before: l.Starts != u.Starts,
			}
			if u.Starts && !l.Starts {
				d.Calls[0], d.Calls[1] = d.Calls[1], d.Calls[0]
				d.Same[0], d.Same[1] = d.Same[1], d.Same[0]
			}
			return d, owner
		}
	}
	return nil, nil
}

// besideMade makes the driver of two entrances one of which is a constructor that starts a
// goroutine: the object comes with it, and the other is called while it runs.
func besideMade(in *finder, summaries *effects.Result, g effects.Guard, x, y effects.Entrance) (*Driver, types.Type) {
	if y.Starts && isConstructor(y.Fn) {
		x, y = y, x
	}
	if !x.Starts || !isConstructor(x.Fn) || y.Starts || isProgram(y.Fn) || isConstructor(y.Fn) || summaries.WantsLock(y.Fn) {
		return nil, nil
	}
	i := ownerParameter(y.Fn, g)
	if i < 0 || x.Fn.Signature.Results().Len() == 0 || !sameType(x.Fn.Signature.Results().At(0).Type(), y.Fn.Params[i].Type()) {
		return nil, nil
	}
	owner := y.Fn.Params[i].Type()
	if inTest(in, owner) {
		return nil, nil
	}
	return &Driver{Calls: []*ssa.Function{y.Fn}, Same: [][]int{shareOne(y.Fn, i)}, Make: x.Fn}, owner
}

// inTest reports whether a type is declared in a test file.
func inTest(in *finder, t types.Type) bool {
	named, ok := deref(t).(*types.Named)
	return ok && strings.HasSuffix(in.Pkg.Prog.Fset.Position(named.Obj().Pos()).Filename, "_test.go")
}

// onlyMaker reports whether a write puts a new map or channel into a guarded field, and no other
// function does: then nobody can use it before.
func onlyMaker(g effects.Guard, write effects.Access) bool {
	store, ok := write.Instr.(*ssa.Store)
	if !ok {
		return false
	}
	switch store.Val.(type) {
	case *ssa.MakeMap, *ssa.MakeChan:
	default:
		return false
	}
	return !slices.ContainsFunc(slices.Concat(g.Locked, g.Unlocked), func(a effects.Access) bool {
		_, replaces := a.Instr.(*ssa.Store)
		return replaces && a.Instr.Parent() != write.Instr.Parent()
	})
}

// sameType reports whether two types are one, or the same generic type in the
// type parameters of two methods.
func sameType(t, u types.Type) bool {
	if types.Identical(t, u) {
		return true
	}
	p, ok := t.(*types.Pointer)
	q, also := u.(*types.Pointer)
	if !ok || !also {
		return false
	}
	n, ok := types.Unalias(p.Elem()).(*types.Named)
	m, also := types.Unalias(q.Elem()).(*types.Named)
	return ok && also && n.Origin() == m.Origin()
}

// ownerParameter returns the parameter through which the function reaches the
// struct whose field is guarded: the struct itself, or one that contains it.
func ownerParameter(fn *ssa.Function, g effects.Guard) int {
	for i, p := range fn.Params {
		ptr, ok := p.Type().Underlying().(*types.Pointer)
		if ok && effects.Holds(ptr.Elem(), g.Field, 3) {
			return i
		}
	}
	return -1
}

// shareOne numbers the parameters of a call: the one at index is object 0, the others are their own.
func shareOne(fn *ssa.Function, index int) []int {
	same := shareNone(fn)
	same[index] = 0
	return same
}

// shareNone numbers the parameters of a call: each is its own.
func shareNone(fn *ssa.Function) []int { return slices.Repeat([]int{-1}, len(fn.Params)) }

func typeName(t types.Type) string {
	t = deref(t)
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Name()
	}
	return t.String()
}

// isConstructor reports whether the function makes the object that it works on.
func isConstructor(fn *ssa.Function) bool {
	name := strings.ToLower(fn.Name())
	return fn.Signature.Recv() == nil && (strings.HasPrefix(name, "new") || strings.HasPrefix(name, "make") || name == "init" || strings.HasPrefix(name, "init#"))
}

// constructor finds the function of the package that makes a value of type t
// ("NewCounter"), or nil.
func constructor(in *finder, t types.Type) *ssa.Function {
	if fn, known := in.made[t]; known {
		return fn
	}
	fn := findConstructor(in, t)
	in.made[t] = fn
	return fn
}

func findConstructor(in *finder, t types.Type) *ssa.Function {
	var named, others []*ssa.Function // Open, Dial, Start are constructors too, but do not say so
	for _, fn := range in.SrcFuncs {
		results := fn.Signature.Results()
		switch {
		case fn.Parent() != nil || results.Len() == 0 || !sameType(results.At(0).Type(), t):
		case isConstructor(fn):
			named = append(named, fn)
		case fn.Signature.Recv() == nil && effects.Exported(fn) && !effects.InTest(fn) && allocates(fn, deref(t)):
			others = append(others, fn)
		}
	}
	for _, found := range [][]*ssa.Function{named, others} {
		if len(found) > 0 {
			return slices.MinFunc(found, func(a, b *ssa.Function) int { return int(a.Pos() - b.Pos()) })
		}
	}
	return nil
}

// allocates reports whether a function makes a value of a type itself.
func allocates(fn *ssa.Function, t types.Type) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		alloc, ok := instr.(*ssa.Alloc)
		return ok && alloc.Heap && types.Identical(deref(alloc.Type()), t)
	})
}

// orderDrivers puts a function that locks two of its parameters beside itself
// with the two exchanged.
func orderDrivers(in *finder, summaries *effects.Result) []*Driver {
	var drivers []*Driver
	for _, fn := range summaries.Order {
		f := summaries.Functions[fn]
		if fn.Parent() != nil {
			continue
		}
		// The callers of one that only the package calls may have put the arguments in order.
		offered := len(f.Callers) == 0 || effects.Exported(fn)
		for _, keys := range keysOfLocks(fn) {
			if offered {
				drivers = add(drivers, exchanged(fn, keys[0], keys[1]))
			}
		}
		for _, a := range f.Acquires {
			for _, h := range a.Held {
				i, j := h.Path.Parameter(), a.Lock.Path.Parameter()
				if i < 0 || j < 0 || i == j || !types.Identical(fn.Params[i].Type(), fn.Params[j].Type()) {
					continue
				}
				if h.Path.Last == nil || h.Path.Last != a.Lock.Path.Last || !offered && !givenInAnyOrder(summaries, fn, i, j) {
					continue
				}
				drivers = add(drivers, exchanged(fn, i, j))
			}
		}
	}
	return drivers
}

// exchanged puts a function beside itself, with two of its parameters exchanged.
func exchanged(fn *ssa.Function, i, j int) *Driver {
	return &Driver{
		Calls: []*ssa.Function{fn, fn},
		Same:  [][]int{exchange(fn, i, j, 0, 1), exchange(fn, i, j, 1, 0)},
		Why:   fmt.Sprintf("%s can be called for the same two by two goroutines, in either order", fn.Name()),
	}
}

// keysOfLocks finds the pairs of parameters that are keys of one map, under each of which
// the function finds an object whose lock it takes: one while it holds the other's, perhaps.
func keysOfLocks(fn *ssa.Function) (pairs [][2]int) {
	type locked struct {
		lock *types.Var
		key  int
	}
	var list []locked
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok || len(call.Call.Args) == 0 {
			continue
		}
		switch syncmodel.OfCall(call.Common()) {
		case syncmodel.Lock, syncmodel.RLock:
		default:
			continue
		}
		address, ok := call.Call.Args[0].(*ssa.FieldAddr)
		if !ok {
			continue
		}
		if key := keyOf(address.X); key != nil {
			if i := slices.Index(fn.Params, key); i >= 0 {
				list = append(list, locked{effects.FieldOf(address), i})
			}
		}
	}
	for i, a := range list {
		for _, b := range list[i+1:] {
			if a.lock == b.lock && a.key != b.key && types.Identical(fn.Params[a.key].Type(), fn.Params[b.key].Type()) {
				pairs = append(pairs, [2]int{a.key, b.key})
			}
		}
	}
	return pairs
}

// keyOf returns the parameter under which a value was looked up in a map, or nil.
func keyOf(v ssa.Value) *ssa.Parameter {
	if e, ok := v.(*ssa.Extract); ok {
		v = e.Tuple
	}
	if l, ok := v.(*ssa.Lookup); ok {
		key, _ := l.Index.(*ssa.Parameter)
		return key
	}
	return nil
}

// A nesting is a lock taken by a function while it holds another one.
type nesting struct {
	fn           *ssa.Function
	outer, inner any // classes: the field or the package variable that each lock is
	owner        int // the parameter through which both are reached; -1 for package variables
}

// nestings lists, for the functions that others may call, which locks they take
// under which others.
func nestings(summaries *effects.Result) (list []nesting) {
	class := func(p effects.Path) (any, int) {
		if p.Root == nil {
			return nil, -1 // graphDrivers know what to do with it
		}
		if g, ok := p.Root.(*ssa.Global); ok {
			if p.Last != nil {
				return p.Last, -1
			}
			return g, -1
		}
		return p.Last, p.Parameter()
	}
	for _, fn := range summaries.Order {
		f := summaries.Functions[fn]
		if fn.Parent() != nil || isProgram(fn) || isConstructor(fn) || len(f.Callers) > 0 && !effects.Exported(fn) || summaries.WantsLock(fn) {
			continue
		}
		for _, a := range f.Acquires {
			inner, i := class(a.Lock.Path)
			for _, h := range a.Held {
				outer, j := class(h.Path)
				if inner == nil || outer == nil || inner == outer || i >= 0 && j >= 0 && i != j {
					continue
				}
				list = append(list, nesting{fn, outer, inner, max(i, j)})
			}
		}
	}
	return list
}

// nestingDrivers puts two functions beside each other that take the same two locks
// of one object, or of the package, in opposite orders.
func nestingDrivers(in *finder, summaries *effects.Result) []*Driver {
	var drivers []*Driver
	list := nestings(summaries)
	for i, a := range list {
		for _, b := range list[i+1:] {
			if a.fn == b.fn || a.outer != b.inner || a.inner != b.outer {
				continue
			}
			d := &Driver{Calls: []*ssa.Function{a.fn, b.fn}}
			for _, n := range []nesting{a, b} {
				same := shareNone(n.fn)
				if n.owner >= 0 {
					same[n.owner] = 0
				}
				d.Same = append(d.Same, same)
			}
			if a.owner >= 0 && b.owner >= 0 {
				owner := a.fn.Params[a.owner].Type()
				if !sameType(owner, b.fn.Params[b.owner].Type()) {
					continue
				}
				d.Make = constructor(in, owner)
				d.Why = fmt.Sprintf("%s has locks, so its methods are meant for several goroutines", typeName(owner))
			} else {
				d.Why = "the locks are the package's, so its functions are meant for several goroutines"
			}
			drivers = add(drivers, d)
		}
	}
	return drivers
}

// leaveDrivers puts a function that returns with a lock on some ways beside itself:
// whoever comes second waits for a lock that nobody gives back.
func leaveDrivers(in *finder, summaries *effects.Result) []*Driver {
	var drivers []*Driver
	for fn, h := range summaries.Forgotten() {
		f := summaries.Functions[fn]
		if fn.Parent() != nil || isProgram(fn) || len(f.Callers) > 0 && !effects.Exported(fn) {
			continue
		}
		if i := h.Path.Parameter(); i >= 0 {
			d := &Driver{Calls: []*ssa.Function{fn, fn}, Same: [][]int{shareOne(fn, i), shareOne(fn, i)}, Make: constructor(in, fn.Params[i].Type())}
			in.age(d, summaries, fn.Params[i].Type())
			d.Why = fmt.Sprintf("%s has a lock, so %s is meant for several calls", typeName(fn.Params[i].Type()), fn.Name())
			drivers = add(drivers, d)
		}
	}
	return drivers
}

// rereadDrivers puts a function that takes a read lock twice beside one that takes
// it for writing: a writer in between stops both (package sync, RWMutex).
func rereadDrivers(in *finder, summaries *effects.Result) []*Driver {
	type writer struct {
		fn    *ssa.Function
		owner int
	}
	writers := make(map[*types.Var]writer)
	for _, fn := range summaries.Order {
		if fn.Parent() != nil || isProgram(fn) || isConstructor(fn) || len(summaries.Functions[fn].Callers) > 0 && !effects.Exported(fn) {
			continue
		}
		for _, a := range summaries.Functions[fn].Acquires {
			if i := a.Lock.Path.Parameter(); !a.Lock.Read && i >= 0 && len(a.Held) == 0 && writers[a.Lock.Path.Last].fn == nil {
				writers[a.Lock.Path.Last] = writer{fn, i}
			}
		}
	}
	var drivers []*Driver
	for _, fn := range summaries.Order {
		f := summaries.Functions[fn]
		if fn.Parent() != nil || isProgram(fn) || len(f.Callers) > 0 && !effects.Exported(fn) {
			continue
		}
		for _, a := range f.Acquires {
			i := a.Lock.Path.Parameter()
			again := slices.ContainsFunc(a.Held, func(h effects.Held) bool { return h.Read && h.Path.Same(a.Lock.Path) })
			w := writers[a.Lock.Path.Last]
			if i < 0 || !a.Lock.Read || !again || w.fn == nil || !sameType(fn.Params[i].Type(), w.fn.Params[w.owner].Type()) {
				continue
			}
			drivers = add(drivers, &Driver{
				Calls: []*ssa.Function{fn, w.fn}, Same: [][]int{shareOne(fn, i), shareOne(w.fn, w.owner)}, Make: constructor(in, fn.Params[i].Type()),
				Why: fmt.Sprintf("%s has a lock, so its methods are meant for several goroutines", typeName(fn.Params[i].Type())),
			})
		}
	}
	return drivers
}

// exchange numbers the parameters of one of two calls of a function: two of them
// change places, all others are the same for both.
func exchange(fn *ssa.Function, i, j, atI, atJ int) []int {
	same := make([]int, len(fn.Params))
	for k := range same {
		same[k] = 2 + k
	}
	same[i], same[j] = atI, atJ
	return same
}

// maxHandlers bounds the handlers of one type that are put beside each other.
const maxHandlers = 6

// handlerDrivers puts the HTTP handlers of each type beside each other and beside
// themselves: net/http calls them in a goroutine for each request.
func handlerDrivers(in *finder) []*Driver {
	var drivers []*Driver
	groups := make(map[string][]*ssa.Function)
	var order []string
	for _, fn := range in.SrcFuncs {
		if fn.Parent() != nil || !isHandler(fn) {
			continue
		}
		owner := ""
		if recv := fn.Signature.Recv(); recv != nil {
			owner = typeName(recv.Type())
		}
		if groups[owner] == nil {
			order = append(order, owner)
		}
		if len(groups[owner]) < maxHandlers {
			groups[owner] = append(groups[owner], fn)
		}
	}
	for _, owner := range order {
		list := groups[owner]
		for i, fn := range list {
			for _, other := range list[i:] {
				d := &Driver{Calls: []*ssa.Function{fn, other}, Handlers: true, Why: "net/http handles each request in a goroutine of its own"}
				for _, call := range d.Calls {
					same := shareNone(call)
					if owner != "" {
						same[0] = 0
					}
					d.Same = append(d.Same, same)
				}
				if owner != "" {
					d.Make = constructor(in, fn.Params[0].Type())
				}
				drivers = add(drivers, d)
			}
		}
	}
	return drivers
}
