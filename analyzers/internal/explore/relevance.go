package explore

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// A relevance says which numbers, strings and booleans of a package can decide
// where control goes or what a primitive does. All others are not followed: a
// counter that is only printed would tell apart states that behave alike (program
// slicing; Weiser, ICSE 1981, with branches and synchronisation as the criterion).
// References are always followed; they carry the heap.
//
// It is flow-insensitive. Memory is told apart by field, variable or, where the
// address says no more, by type; a place known by type only stands for every
// place of that type. SSA has generic code once for all its instances: where its types are
// parameters, they stand for every type.
type relevance struct {
	fns    []*ssa.Function
	values map[ssa.Value]bool
	places map[any]bool

	stores  map[any][]ssa.Value       // what is stored to each place
	through map[typePlace][]ssa.Value // what is stored behind pointers of which only the type is known
	returns map[*ssa.Function][]*ssa.Return
	calls   map[*ssa.Function][]*ssa.CallCommon
	dynamic map[string][]*ssa.CallCommon // calls of function values and interface methods, by signature
	generic []*ssa.CallCommon            // of them, those with types that are parameters
	results map[int]*typeutil.Map        // the types of results, by their place, of which all returns are marked
	work    []ssa.Value
}

// Places that are known by the type of what they hold.
type (
	typePlace    string // behind a pointer
	elementPlace string // in a slice, array, map or channel
	boxPlace     string // in an interface
)

// anyShape is the shape of a type that is a parameter, or is made of one.
const anyShape = "any type"

func newRelevance(fns []*ssa.Function) *relevance {
	r := &relevance{
		fns: fns, values: make(map[ssa.Value]bool), places: make(map[any]bool), stores: make(map[any][]ssa.Value), through: make(map[typePlace][]ssa.Value),
		returns: make(map[*ssa.Function][]*ssa.Return), calls: make(map[*ssa.Function][]*ssa.CallCommon), dynamic: make(map[string][]*ssa.CallCommon),
		results: make(map[int]*typeutil.Map),
	}
	r.each(r.index)
	r.each(r.seed)
	for len(r.work) > 0 {
		v := r.work[len(r.work)-1]
		r.work = r.work[:len(r.work)-1]
		r.propagate(v)
	}
	return r
}

func (r *relevance) each(visit func(ssa.Instruction)) {
	for _, fn := range r.fns {
		for instr := range flow.Instructions(fn) {
			visit(instr)
		}
	}
}

// follows reports whether a register's content is worth keeping.
func (r *relevance) follows(v ssa.Value) bool { return !isScalar(v.Type()) || r.values[v] }

// mayBeScalar reports whether a type is a number, string or boolean in some instance.
func mayBeScalar(t types.Type) bool {
	_, parameter := types.Unalias(t).(*types.TypeParam)
	return parameter || isScalar(t)
}

// keeps reports whether what is stored at an address is worth keeping.
func (r *relevance) keeps(address ssa.Value) bool {
	p, ok := address.Type().Underlying().(*types.Pointer)
	if !ok || !isScalar(p.Elem()) {
		return true
	}
	return r.places[place(address)] || r.places[typePlace(shape(p.Elem()))]
}

// place returns the place that an address names.
func place(address ssa.Value) any {
	switch a := address.(type) {
	case *ssa.FieldAddr:
		if s, ok := a.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct); ok {
			return s.Field(a.Field).Origin()
		}
	case *ssa.Global:
		return a
	case *ssa.Alloc:
		return a
	case *ssa.FreeVar:
		if b := effects.Binding(a); b != nil {
			return place(b)
		}
	case *ssa.IndexAddr:
		return element(a.Type().Underlying().(*types.Pointer).Elem())
	}
	if p, ok := address.Type().Underlying().(*types.Pointer); ok {
		return typePlace(shape(p.Elem()))
	}
	return nil
}

func element(t types.Type) elementPlace { return elementPlace(shape(t)) }

// box returns the place in an interface of what has a type.
func box(t types.Type) boxPlace {
	if isGeneric(t) {
		return anyShape
	}
	return boxPlace(t.String())
}

// shape is a type's underlying type as text; most are numbers and strings, whose names are
// at hand.
func shape(t types.Type) string {
	if isGeneric(t) {
		return anyShape
	}
	if basic, ok := t.Underlying().(*types.Basic); ok {
		return basic.Name()
	}
	return t.Underlying().String()
}

// index notes who stores, returns and calls what.
func (r *relevance) index(instr ssa.Instruction) {
	store := func(at any, v ssa.Value) { r.stores[at] = append(r.stores[at], v) }
	switch instr := instr.(type) {
	case *ssa.Store:
		if !mayBeScalar(instr.Val.Type()) {
			return
		}
		at := place(instr.Addr)
		store(at, instr.Val)
		// A place known by type stands for all places of the type, and they for it.
		if byType := typePlace(shape(instr.Val.Type())); at != any(byType) {
			store(byType, instr.Val)
		} else {
			r.through[byType] = append(r.through[byType], instr.Val)
		}
	case *ssa.MapUpdate:
		store(element(instr.Value.Type()), instr.Value)
	case *ssa.Send:
		store(element(instr.X.Type()), instr.X)
	case *ssa.Select:
		for _, s := range instr.States {
			if s.Send != nil {
				store(element(s.Send.Type()), s.Send)
			}
		}
	case *ssa.MakeInterface:
		store(box(instr.X.Type()), instr.X)
	case *ssa.Return:
		r.returns[instr.Parent()] = append(r.returns[instr.Parent()], instr)
	}
	if call, ok := instr.(ssa.CallInstruction); ok {
		c := call.Common()
		if callee := c.StaticCallee(); callee != nil {
			r.calls[callee] = append(r.calls[callee], c)
		} else if _, builtin := c.Value.(*ssa.Builtin); !builtin {
			key := signatureKey(c.Signature())
			r.dynamic[key] = append(r.dynamic[key], c)
			if isGeneric(c.Signature()) {
				r.generic = append(r.generic, c)
			}
		}
	}
}

// signatureKey is equal for functions that one call of a function value or
// interface method may reach: receivers and the names of parameters do not count.
func signatureKey(sig *types.Signature) string {
	var key strings.Builder
	for _, tuple := range []*types.Tuple{sig.Params(), sig.Results()} {
		for v := range tuple.Variables() {
			key.WriteString(types.TypeString(v.Type(), nil))
			key.WriteByte(',')
		}
		key.WriteByte(';')
	}
	return key.String()
}

// isGeneric reports whether a type is a parameter or is made of one.
func isGeneric(t types.Type) bool {
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		return true
	case *types.Named:
		for arg := range t.TypeArgs().Types() {
			if isGeneric(arg) {
				return true
			}
		}
	case *types.Pointer:
		return isGeneric(t.Elem())
	case *types.Slice:
		return isGeneric(t.Elem())
	case *types.Array:
		return isGeneric(t.Elem())
	case *types.Chan:
		return isGeneric(t.Elem())
	case *types.Map:
		return isGeneric(t.Key()) || isGeneric(t.Elem())
	case *types.Signature:
		return isGeneric(t.Params()) || isGeneric(t.Results())
	case *types.Tuple:
		for v := range t.Variables() {
			if isGeneric(v.Type()) {
				return true
			}
		}
	case *types.Struct:
		for field := range t.Fields() {
			if isGeneric(field.Type()) {
				return true
			}
		}
	}
	return false
}

// mayBe reports whether two types are one, in some instance of generic code.
func mayBe(t, u types.Type) bool { return isGeneric(t) || isGeneric(u) || types.Identical(t, u) }

// takesAsMany reports whether two functions have as many parameters and results.
func takesAsMany(f, g *types.Signature) bool {
	return f.Params().Len() == g.Params().Len() && f.Results().Len() == g.Results().Len()
}

// seed marks what decides something by itself.
func (r *relevance) seed(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.If:
		r.mark(instr.Cond)
	case *ssa.IndexAddr:
		r.mark(instr.Index)
	case *ssa.Index:
		r.mark(instr.Index)
	case *ssa.MakeChan:
		r.mark(instr.Size)
	case *ssa.MakeSlice:
		r.mark(instr.Len)
		r.mark(instr.Cap)
	case *ssa.Slice:
		r.mark(instr.Low)
		r.mark(instr.High)
		r.mark(instr.Max)
	case *ssa.Return:
		if yields(instr.Parent()) {
			r.mark(instr.Results[0]) // whether the loop goes on
		}
	case *ssa.Lookup:
		r.mark(instr.Index)
	case *ssa.MapUpdate:
		r.mark(instr.Key)
	}
	if call, ok := instr.(ssa.CallInstruction); ok {
		if syncmodel.OfCall(call.Common()) != syncmodel.None || makesIterator(syncmodel.Callee(call.Common())) {
			for _, a := range call.Common().Args {
				r.mark(a)
			}
		}
		if less := comparison(call.Common()); less != nil {
			r.markReturns(less, 0)
		}
		if b, ok := call.Common().Value.(*ssa.Builtin); ok && b.Name() == "delete" {
			r.mark(call.Common().Args[1])
		}
	}
}

func (r *relevance) mark(v ssa.Value) {
	if v == nil || r.values[v] {
		return
	}
	r.values[v] = true
	r.work = append(r.work, v)
}

func (r *relevance) markPlace(at any) {
	if at == nil || r.places[at] {
		return
	}
	r.places[at] = true
	r.markStores(at)
	// In some instance of generic code a place whose type is a parameter is any of its kind.
	switch at := at.(type) {
	case typePlace:
		markAlike(r, at, anyShape)
	case elementPlace:
		markAlike(r, at, anyShape)
	case boxPlace:
		markAlike(r, at, anyShape)
	}
}

func (r *relevance) markStores(at any) {
	for _, v := range r.stores[at] {
		r.mark(v)
	}
}

// markAlike marks what may be one place with another one: all of its kind, if its type is not
// known, else what is stored where the type is not known.
func markAlike[P ~string](r *relevance, at, unknown P) {
	if at != unknown {
		r.markStores(unknown)
		return
	}
	for other := range r.stores {
		if other, ok := other.(P); ok {
			r.markPlace(other)
		}
	}
}

// markAddress marks the place that an address names, and the one that stands for its type.
func (r *relevance) markAddress(address ssa.Value) {
	r.markPlace(place(address))
	p, ok := address.Type().Underlying().(*types.Pointer)
	if !ok || !isScalar(p.Elem()) {
		return
	}
	byType := typePlace(shape(p.Elem()))
	if place(address) == any(byType) {
		return
	}
	// Stores through pointers of which only the type is known may hit it too.
	for _, v := range r.through[byType] {
		r.mark(v)
	}
}

// propagate marks what a relevant value is made of.
func (r *relevance) propagate(v ssa.Value) {
	switch v := v.(type) {
	case *ssa.BinOp:
		r.mark(v.X)
		r.mark(v.Y)
	case *ssa.UnOp:
		switch v.Op {
		case token.MUL:
			r.markAddress(v.X)
		case token.ARROW:
			r.markPlace(element(v.X.Type().Underlying().(*types.Chan).Elem()))
		default:
			r.mark(v.X)
		}
	case *ssa.Phi:
		for _, e := range v.Edges {
			r.mark(e)
		}
	case *ssa.Convert:
		r.mark(v.X)
	case *ssa.ChangeType:
		r.mark(v.X)
	case *ssa.Field:
		if s, ok := v.X.Type().Underlying().(*types.Struct); ok {
			r.markPlace(s.Field(v.Field).Origin())
		}
	case *ssa.Index:
		r.markPlace(element(v.Type()))
	case *ssa.Lookup:
		r.markPlace(element(v.Type()))
	case *ssa.TypeAssert:
		r.markPlace(box(v.AssertedType))
	case *ssa.MakeInterface:
		r.mark(v.X)
	case *ssa.Extract:
		r.markExtract(v)
	case *ssa.Call:
		if syncmodel.IsAtomic(syncmodel.OfCall(v.Common())) && len(v.Common().Args) > 0 {
			r.markAddress(v.Common().Args[0])
		}
		r.markResults(v.Common(), 0)
	case *ssa.Parameter:
		if yields(v.Parent()) {
			r.markPlace(element(v.Type())) // an iterator of the library may give it elements
		}
		r.markArguments(v)
	case *ssa.FreeVar:
		r.mark(effects.Binding(v))
	}
}

func (r *relevance) markExtract(v *ssa.Extract) {
	switch tuple := v.Tuple.(type) {
	case *ssa.Call:
		r.markResults(tuple.Common(), v.Index)
	case *ssa.TypeAssert:
		r.markPlace(box(tuple.AssertedType))
	default: // look-ups, receives, selects and ranges
		r.markPlace(element(v.Type()))
	}
}

func (r *relevance) markResults(c *ssa.CallCommon, index int) {
	if callee := c.StaticCallee(); callee != nil {
		if len(origin(callee).Blocks) == 0 { // an instance of the library's has code: it calls the generic function
			r.markOperands(c.Args) // what the library computes from them, see compute
		}
		r.markReturns(callee, index)
		return
	}
	if _, builtin := c.Value.(*ssa.Builtin); builtin {
		for _, a := range c.Args {
			r.mark(a)
		}
		return
	}
	result := c.Signature().Results().At(index).Type()
	if r.results[index] == nil {
		r.results[index] = new(typeutil.Map)
	}
	if r.results[index].Set(result, true) != nil {
		return
	}
	for _, fn := range r.fns {
		if results := fn.Signature.Results(); index < results.Len() && mayBe(results.At(index).Type(), result) {
			r.markReturns(fn, index)
		}
	}
}

// markOperands marks arguments and what slices among them hold.
func (r *relevance) markOperands(args []ssa.Value) {
	for _, a := range args {
		r.mark(a)
		list, ok := a.Type().Underlying().(*types.Slice)
		if !ok {
			continue
		}
		r.markPlace(element(list.Elem()))
		made, ok := a.(*ssa.Slice)
		if !ok {
			continue
		}
		array, ok := made.X.(*ssa.Alloc)
		if !ok {
			continue
		}
		for _, ref := range *array.Referrers() {
			at, ok := ref.(*ssa.IndexAddr)
			if !ok {
				continue
			}
			for _, use := range *at.Referrers() {
				if store, ok := use.(*ssa.Store); ok {
					r.mark(store.Val)
				}
			}
		}
	}
}

func (r *relevance) markReturns(fn *ssa.Function, index int) {
	for _, ret := range r.returns[fn] {
		if index < len(ret.Results) {
			r.mark(ret.Results[index])
		}
	}
}

func (r *relevance) markArguments(p *ssa.Parameter) {
	fn := p.Parent()
	for i, q := range fn.Params {
		if q != p {
			continue
		}
		for _, c := range r.calls[fn] {
			if i < len(c.Args) {
				r.mark(c.Args[i])
			}
		}
		// The function may also be called as a value, or as a method of an interface.
		offset := 0
		if fn.Signature.Recv() != nil {
			offset = 1
		}
		for _, c := range r.dynamicCalls(fn.Signature) {
			if i-offset >= 0 && i-offset < len(c.Args) {
				r.mark(c.Args[i-offset])
			}
		}
	}
}

// dynamicCalls lists the calls of function values and interface methods that may reach a
// function of some signature.
func (r *relevance) dynamicCalls(sig *types.Signature) []*ssa.CallCommon {
	calls := slices.Clone(r.dynamic[signatureKey(sig)])
	for _, c := range r.generic {
		if takesAsMany(sig, c.Signature()) {
			calls = append(calls, c)
		}
	}
	if isGeneric(sig) {
		for _, list := range r.dynamic {
			for _, c := range list {
				if takesAsMany(sig, c.Signature()) {
					calls = append(calls, c)
				}
			}
		}
	}
	return calls
}
