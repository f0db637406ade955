package explore

import (
	"encoding/binary"
	"go/constant"
	"go/types"
	"math"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/syncmodel"
)

// A value is what a register or a memory cell holds:
//
//	nil                    unknown, without identity
//	int64, float64, string, bool   a known scalar
//	null                   nil of any type
//	symbol                 unknown, but the same unknown wherever it stands
//	native                 a function that the library made: cancel, stop, once
//	pointer                also the reference that a channel, map or context is
//	slice, *function, iface, *aggregate (struct, array, tuple)
//	mutex, waitGroup, once, cond, group: the state of one primitive
//
// Values are immutable and compare by encoding.
type value any

type null struct{}

// A symbol is an index into the search's table of symbolic expressions.
type symbol int32

// An objID names an object on the abstract heap. It is the same number for the
// same (task, site, index) in every state of a search.
type objID int32

// A path leads from an object to a part of it: two bytes for each field or element index.
type path string

// unknownElement is the path component of an index that is not known.
const unknownElement = math.MaxUint16

func (p path) add(i int) path {
	if i < 0 || i > unknownElement {
		i = unknownElement
	}
	return p + path([]byte{byte(i >> 8), byte(i)})
}

func (p path) head() int { return int(p[0])<<8 | int(p[1]) }

// overlaps reports whether one of the two places contains the other.
func (p path) overlaps(q path) bool {
	for len(p) > 0 && len(q) > 0 {
		a, b := p.head(), q.head()
		if a != b && a != unknownElement && b != unknownElement {
			return false
		}
		p, q = p[2:], q[2:]
	}
	return true
}

type pointer struct {
	obj  objID
	path path
}

// A slice is a window on an array object; length is -1 when it is not known.
type slice struct {
	array       pointer
	lo, n, size int
}

// place is where an element stands.
func (s slice) place(i int) pointer { return pointer{s.array.obj, s.array.path.add(s.lo + i)} }

type function struct {
	fn   *ssa.Function
	free []value
}

// A native is a function value made by the library: what it does is its op
// applied to obj.
type native struct {
	op  nativeOp
	obj objID
}

type nativeOp byte

const (
	cancelContext nativeOp = iota
	callOnce
	stopAfterFunc // what context.AfterFunc returned
)

type iface struct {
	typ types.Type
	val value
}

type aggregate struct{ elems []value }

func (a *aggregate) with(i int, v value) *aggregate {
	elems := make([]value, len(a.elems))
	copy(elems, a.elems)
	elems[i] = v
	return &aggregate{elems}
}

// A mutex is the state of a Mutex or RWMutex; tasks are stored plus one, so
// that the zero value is an unlocked lock.
type mutex struct {
	writer  taskID
	readers string // one byte a reader, sorted; the same task twice stands twice
	waiting string // writers that announced themselves: new readers wait for them
}

func (m mutex) free() bool { return m.writer == 0 && m.readers == "" }

// readable reports whether a reader gets the lock at once.
func (m mutex) readable() bool { return m.writer == 0 && m.waiting == "" }

type waitGroup struct{ n int }

type once struct {
	done bool
	by   taskID // the task (plus one) that runs the function now
}

type cond struct {
	lock    value
	waiting string // tasks in Wait, in order
	woken   string // tasks that a Signal let go
}

// group is the state of an errgroup.Group.
type group struct {
	n, limit int // limit 0: none
	cancel   value
}

// zero returns the zero value of a type; unknown for type parameters and for what has
// too many parts: [32][32][32][32]int would fill the memory.
func zero(t types.Type) value {
	if parts(t, maxParts+1) > maxParts {
		return nil
	}
	return zeroOf(t)
}

// parts counts the scalars that a type is made of, up to a most.
func parts(t types.Type, most int) int {
	switch u := t.Underlying().(type) {
	case *types.Struct:
		n := 0
		for field := range u.Fields() {
			if n += parts(field.Type(), most-n); n >= most {
				return most
			}
		}
		return n
	case *types.Array:
		if u.Len() <= maxElements { // else its elements are not told apart
			return min(most, int(u.Len())*parts(u.Elem(), most))
		}
	}
	return 1
}

func zeroOf(t types.Type) value {
	switch syncmodel.KindOf(t) {
	case syncmodel.Mutex, syncmodel.RWMutex:
		return mutex{}
	case syncmodel.WaitGroup:
		return waitGroup{}
	case syncmodel.Once:
		return once{}
	case syncmodel.Cond:
		return cond{lock: null{}}
	case syncmodel.ErrGroup:
		return group{cancel: null{}}
	case syncmodel.Atomic:
		return zeroAtomic(t)
	case syncmodel.SyncMap, syncmodel.Pool, syncmodel.Timer:
		return nil
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch info := u.Info(); {
		case info&types.IsInteger != 0:
			return int64(0)
		case info&types.IsFloat != 0:
			return float64(0)
		case info&types.IsString != 0:
			return ""
		case info&types.IsBoolean != 0:
			return false
		case u.Kind() == types.UnsafePointer, u.Kind() == types.UntypedNil:
			return null{}
		}
		return nil
	case *types.Struct:
		a := &aggregate{make([]value, u.NumFields())}
		for i := range a.elems {
			a.elems[i] = zeroOf(u.Field(i).Type())
		}
		return a
	case *types.Array:
		if u.Len() > maxElements {
			return nil
		}
		a := &aggregate{make([]value, u.Len())}
		for i := range a.elems {
			a.elems[i] = zeroOf(u.Elem())
		}
		return a
	case *types.Tuple:
		a := &aggregate{make([]value, u.Len())}
		for i := range a.elems {
			a.elems[i] = zeroOf(u.At(i).Type())
		}
		return a
	case *types.TypeParam:
		return nil
	}
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return nil
	}
	return null{}
}

// zeroAtomic returns the zero content of a type of sync/atomic: a scalar or nil.
func zeroAtomic(t types.Type) value {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return nil
	}
	switch named.Obj().Name() {
	case "Bool":
		return false
	case "Int32", "Int64", "Uint32", "Uint64", "Uintptr":
		return int64(0)
	}
	return null{}
}

// constantValue converts a constant of the program.
func constantValue(c *ssa.Const) value {
	if c.Value == nil {
		return zero(c.Type())
	}
	if b, ok := c.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsFloat != 0 {
		f, _ := constant.Float64Val(c.Value)
		return f
	}
	switch c.Value.Kind() {
	case constant.Bool:
		return constant.BoolVal(c.Value)
	case constant.String:
		return constant.StringVal(c.Value)
	case constant.Int:
		if n, exact := constant.Int64Val(c.Value); exact && isInteger(c.Type()) {
			return n
		}
	}
	return nil
}

func isInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

func isFloat(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsFloat != 0
}

// isScalar reports whether values of the type carry no reference into the heap.
func isScalar(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() != types.UnsafePointer // SSA's iterators have that type
}

// An encoder writes states as bytes; equal states give equal bytes.
type encoder struct {
	buf []byte
	*tables
}

func (e *encoder) int(n int) { e.buf = binary.AppendVarint(e.buf, int64(n)) }

func (e *encoder) text(s string) {
	e.int(len(s))
	e.buf = append(e.buf, s...)
}

func (e *encoder) pointer(p pointer) {
	e.int(int(p.obj))
	e.text(string(p.path))
}

func (e *encoder) values(list []value) {
	e.int(len(list))
	for _, v := range list {
		e.value(v)
	}
}

func (e *encoder) tag(t byte) { e.buf = append(e.buf, t) }

func (e *encoder) value(v value) {
	switch v := v.(type) {
	case nil:
		e.tag('?')
	case int64:
		e.tag('i')
		e.buf = binary.AppendVarint(e.buf, v)
	case float64:
		e.tag('d')
		e.buf = binary.BigEndian.AppendUint64(e.buf, math.Float64bits(v))
	case string:
		e.tag('s')
		e.text(v)
	case bool:
		if v {
			e.tag('T')
		} else {
			e.tag('F')
		}
	case null:
		e.tag('0')
	case symbol:
		e.tag('$')
		e.int(int(v))
	case pointer:
		e.tag('p')
		e.pointer(v)
	case slice:
		e.tag('[')
		e.pointer(v.array)
		e.int(v.lo)
		e.int(v.n)
		e.int(v.size)
	case *function:
		e.tag('f')
		e.int(e.function(v.fn))
		e.values(v.free)
	case iface:
		e.tag('I')
		e.int(e.typ(v.typ))
		e.value(v.val)
	case *aggregate:
		e.tag('{')
		e.values(v.elems)
	case mutex:
		e.tag('m')
		e.int(int(v.writer))
		e.text(v.readers)
		e.text(v.waiting)
	case waitGroup:
		e.tag('w')
		e.int(v.n)
	case once:
		e.tag('o')
		if v.done {
			e.tag('T')
		}
		e.int(int(v.by))
	case cond:
		e.tag('c')
		e.value(v.lock)
		e.text(v.waiting)
		e.text(v.woken)
	case group:
		e.tag('g')
		e.int(v.n)
		e.int(v.limit)
		e.value(v.cancel)
	case native:
		e.tag('n')
		e.int(int(v.op))
		e.int(int(v.obj))
	default:
		panic("explore: value of unknown kind")
	}
}

// tables number what states refer to, so that an encoding never contains an address.
type tables struct {
	functions map[*ssa.Function]int
	types     map[types.Type]int
}

func (t *tables) function(fn *ssa.Function) int { return number(t.functions, fn) }
func (t *tables) typ(typ types.Type) int        { return number(t.types, typ) }

func number[K comparable](m map[K]int, k K) int {
	n, ok := m[k]
	if !ok {
		n = len(m)
		m[k] = n
	}
	return n
}
