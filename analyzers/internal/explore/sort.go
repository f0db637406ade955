package explore

import (
	"go/types"
	"maps"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/syncmodel"
)

// Locking several objects in the order of a key is the cure of a deadlock, and mostly the
// standard library puts them in that order. Such slices are sorted here as well, with the
// program's own comparison.

// comparison returns the function of the program by which a call sorts objects that have
// something to synchronise with; nil for other calls, whose order decides little.
func comparison(c *ssa.CallCommon) *ssa.Function {
	list := sortedObjects(c)
	switch {
	case list == nil:
		return nil
	case len(c.Args) == 1:
		return list.Parent().Prog.LookupMethod(list.Type(), nil, "Less")
	}
	return effects.FunctionOf(asWritten(c.Args[1]))
}

// sortedObjects returns the slice of such objects that a call sorts, or nil.
func sortedObjects(c *ssa.CallCommon) ssa.Value {
	fn := c.StaticCallee()
	if fn == nil {
		return nil
	}
	if generic := fn.Origin(); generic != nil {
		fn = generic
	}
	if obj, ok := fn.Object().(*types.Func); !ok || obj.Pkg() == nil || obj.Signature().Recv() != nil || !sorts(obj.Pkg().Path(), obj.Name()) {
		return nil
	}
	if list := asWritten(c.Args[0]); synchronisable(list.Type()) {
		return list
	}
	return nil
}

// sorts reports whether a function of the library sorts what it is given first.
func sorts(path, name string) bool {
	switch path {
	case "slices":
		return name == "SortFunc" || name == "SortStableFunc"
	case "sort":
		return name == "Slice" || name == "SliceStable" || name == "Sort" || name == "Stable"
	}
	return false
}

// asWritten returns the argument of a call as it is before it takes the type of a parameter.
func asWritten(arg ssa.Value) ssa.Value {
	switch arg := arg.(type) {
	case *ssa.ChangeType:
		return arg.X
	case *ssa.MakeInterface:
		return arg.X
	}
	return arg
}

// synchronisable reports whether a type is a slice of structs, or pointers to such, that hold
// a lock or the like.
func synchronisable(list types.Type) bool {
	s, ok := list.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	elem := s.Elem()
	if p, ok := elem.Underlying().(*types.Pointer); ok {
		elem = p.Elem()
	}
	object, ok := elem.Underlying().(*types.Struct)
	return ok && syncmodel.HasPrimitive(object)
}

// sort puts the elements of a slice in the order that a call of the library gives them. Where
// that is not known, neither is any more which element stands where.
func (m *machine) sort(c callee, instr *ssa.Call) {
	if sortedObjects(instr.Common()) == nil {
		return
	}
	list := c.args[0]
	boxed, isInterface := list.(iface)
	if isInterface {
		list = boxed.val
	}
	s, _ := list.(slice)
	elems, known := m.elements(list)
	if !known {
		return
	}
	by := sorter{m: m, list: s, byIndex: isInterface}
	if len(c.args) == 1 {
		by.compare, by.receiver = &function{fn: m.methodOf(boxed.typ, "Less")}, s
	} else {
		by.compare, _ = c.args[1].(*function)
	}
	if !by.sort(elems) {
		clear(elems)
	}
	m.recordElements(s, true, instr)
	m.rewrite(s, elems)
}

// mayReorder forgets which object stands where in the slices that code which somebody else
// writes is given.
func (m *machine) mayReorder(c callee, instr *ssa.Call) {
	if instr == nil || c.object != nil && c.object.Pkg() != nil && m.standard(c.object.Pkg().Path()) {
		return
	}
	receiver := len(c.args) - len(instr.Call.Args) // of an interface's method, it is no argument
	for i, arg := range instr.Call.Args {
		s, ok := c.args[receiver+i].(slice)
		if elems, known := m.elements(s); ok && known && synchronisable(arg.Type()) {
			clear(elems)
			m.rewrite(s, elems)
		}
	}
}

// rewrite puts other elements into a slice.
func (m *machine) rewrite(s slice, elems []value) {
	for i, e := range elems {
		m.s.write(s.place(i), e)
	}
}

// A sorter runs comparisons on a copy of the state.
type sorter struct {
	m        *machine
	list     slice
	compare  *function
	receiver value // of a method Less
	byIndex  bool  // it compares elements by where they stand
}

// sort puts the elements in order; it reports whether all comparisons had one known answer.
func (o *sorter) sort(elems []value) bool {
	if o.compare == nil || o.compare.fn == nil || len(o.compare.fn.Blocks) == 0 {
		return false
	}
	for i := 1; i < len(elems); i++ {
		for j := i; j > 0; j-- {
			before, known := o.less(elems, j, j-1)
			if !known {
				return false
			}
			if !before {
				break
			}
			elems[j], elems[j-1] = elems[j-1], elems[j]
		}
	}
	return true
}

const sortTask taskID = 1001

// less asks the program whether an element comes before another one.
func (o *sorter) less(elems []value, i, j int) (before, known bool) {
	m := o.m
	s := m.s.clone()
	// Both halves lost the right to write in place: fetch ours again.
	m.t = m.s.writableTask(m.t.id)
	m.f = m.s.writableFrame(m.t)
	args := []value{elems[i], elems[j]}
	if o.byIndex {
		for at, e := range elems {
			s.write(o.list.place(at), e)
		}
		args = []value{int64(i), int64(j)}
	}
	if o.receiver != nil {
		args = append([]value{o.receiver}, args...)
	}
	f := m.frame(o.compare.fn, args, o.compare.free)
	f.owner = s.epoch
	s.addTask(&task{owner: s.epoch, id: sortTask, frames: []*frame{f}})
	gaveUp := maps.Clone(m.gaveUp)
	states := m.search.run(s, sortTask)
	m.gaveUp = gaveUp
	if len(states) != 1 {
		return false, false
	}
	t := states[0].task(sortTask)
	if t == nil || t.status != exiting {
		return false, false
	}
	switch result := t.result.(type) {
	case bool:
		return result, true
	case int64:
		return result < 0, true
	}
	return false, false
}
