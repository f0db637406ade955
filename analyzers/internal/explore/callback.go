package explore

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// callbacks lists the functions of the program that a function of the standard
// library calls before it returns: function arguments, methods of what it takes
// as an interface, and String or Error of what fmt prints.
func (m *machine) callbacks(c callee) []callee {
	if c.object == nil || c.object.Pkg() == nil || !callsBack(c.object) {
		return nil
	}
	switch c.object.Pkg().Path() {
	case "container/heap":
		return m.heapMethod(c)
	case "sort", "slices", "maps":
		// Of a collection with less than two elements there is nothing to compare.
		list := first(c.args)
		if i, ok := list.(iface); ok {
			list = i.val // sort.Slice takes any
		}
		if elems, known := m.elements(list); known && len(elems) < 2 {
			return nil
		}
	}
	sorts := c.object.Pkg().Path() == "sort"
	sig := c.object.Signature()
	offset := 0
	if sig.Recv() != nil {
		offset = 1
	}
	var list []callee
	add := func(v value, t types.Type) {
		switch v := v.(type) {
		case *function:
			if len(v.fn.Blocks) > 0 {
				list = append(list, callee{fn: v.fn, free: v.free})
			}
		case iface:
			list = append(list, m.methodsFor(c.object, v, t)...)
		}
	}
	for i, a := range c.args[min(offset, len(c.args)):] {
		if i >= sig.Params().Len() {
			break
		}
		t := sig.Params().At(i).Type()
		if s, ok := t.Underlying().(*types.Slice); ok && sig.Variadic() && i == sig.Params().Len()-1 {
			var asked []bool
			byLayout := false
			if layout, ok := c.args[max(offset+i-1, 0)].(string); ok && takesLayout(c.object) {
				asked, byLayout = askedForText(layout)
			}
			elems, _ := m.elements(a)
			for j, e := range elems {
				if !byLayout || j < len(asked) && asked[j] {
					add(e, s.Elem())
				}
			}
			continue
		}
		add(a, t)
	}
	return slices.DeleteFunc(list, func(c callee) bool {
		swaps := sorts && c.fn.Name() == "Swap" && synchronisable(c.fn.Params[0].Type()) // see sort
		return swaps || m.code(c.fn).computes
	})
}

// heapMethod is the method of a heap that grows or shrinks it.
func (m *machine) heapMethod(c callee) []callee {
	h, ok := first(c.args).(iface)
	name := c.object.Name()
	if name == "Remove" {
		name = "Pop"
	}
	if !ok || name != "Push" && name != "Pop" {
		return nil
	}
	fn := m.methodOf(h.typ, name)
	if fn == nil || len(fn.Blocks) == 0 {
		return nil
	}
	args := []value{h.val}
	if name == "Push" {
		args = append(args, c.args[1])
	}
	return []callee{{fn: fn, args: args}}
}

func first(args []value) value {
	if len(args) == 0 {
		return nil
	}
	return args[0]
}

// yields reports whether a function is the body of a range over a function.
func yields(fn *ssa.Function) bool {
	return fn.Synthetic == "range-over-func yield" && len(fn.Blocks) > 0
}

// callsBack reports whether a function of the standard library calls what it is given.
func callsBack(fn *types.Func) bool {
	switch fn.Pkg().Path() {
	case "sort", "slices", "maps", "container/heap":
		return true
	case "fmt":
		return !strings.Contains(fn.Name(), "can")
	case "log":
		return strings.HasPrefix(fn.Name(), "Print") || strings.HasPrefix(fn.Name(), "Fatal") || strings.HasPrefix(fn.Name(), "Panic")
	case "testing":
		return strings.HasPrefix(fn.Name(), "Log") || strings.HasPrefix(fn.Name(), "Skip")
	case "encoding/json":
		return strings.HasPrefix(fn.Name(), "Marshal") || fn.Name() == "Encode"
	case "strings", "bytes":
		return strings.HasSuffix(fn.Name(), "Func") || fn.Name() == "Map"
	case "io":
		return strings.HasPrefix(fn.Name(), "Copy") || strings.HasPrefix(fn.Name(), "Read") || fn.Name() == "WriteString"
	case "io/fs", "path/filepath":
		return strings.HasPrefix(fn.Name(), "Walk")
	}
	return false
}

// methodsFor lists the methods that a function of the library will call on an operand.
func (m *machine) methodsFor(by *types.Func, v iface, param types.Type) []callee {
	target, ok := param.Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var names []string
	if target.NumMethods() == 0 {
		names = textMethods(by)
	}
	for method := range target.Methods() {
		names = append(names, method.Name())
	}
	var list []callee
	for _, name := range names {
		fn := m.methodOf(v.typ, name)
		if fn == nil || len(fn.Blocks) == 0 {
			continue
		}
		if target.NumMethods() == 0 && fn.Signature.Params().Len() != 0 {
			continue
		}
		list = append(list, callee{fn: fn, args: []value{v.val}})
		if target.NumMethods() == 0 {
			break
		}
	}
	return list
}

// A methodKey names a method of a type.
type methodKey struct {
	typ  types.Type
	name string
}

// methodOf returns the method of a type, or nil; it remembers the answer.
func (m *machine) methodOf(t types.Type, name string) *ssa.Function {
	key := methodKey{t, name}
	fn, known := m.methods[key]
	if !known {
		if sel := m.pkg.Prog.MethodSets.MethodSet(t).Lookup(m.pkg.Pkg, name); sel != nil {
			fn = m.pkg.Prog.MethodValue(sel)
		}
		m.methods[key] = fn
	}
	return fn
}

// callBack calls functions one after the other, then goes on behind the call that
// asked for them; its result is not known, unless a heap gives it.
func (m *machine) callBack(c callee, list []callee) {
	then := forget
	if c.object != nil && c.object.Pkg().Path() == "container/heap" {
		then = nothing
	}
	m.pushAll(list, then)
}

// pushAll calls functions one after the other; then says what happens after the last one.
func (m *machine) pushAll(list []callee, then after) {
	for i := len(list) - 1; i >= 0; i-- {
		m.push(list[i].fn, list[i].args, list[i].free, then, pointer{})
		then = discard
	}
}
