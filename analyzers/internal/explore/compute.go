package explore

import (
	"fmt"
	"go/types"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/syncmodel"
)

// What the standard library computes from what the search knows is computed, not
// guessed: programs choose their ways by it.

// processors names the number of processors: unknown, but always the same.
const processors = "runtime.NumCPU()"

// computed are functions of the library that only compute. Their arguments are
// known when they are called.
var computed = map[string]func(args []value) value{
	"strings.Contains":    text2(func(s, t string) value { return strings.Contains(s, t) }),
	"strings.ContainsAny": text2(func(s, t string) value { return strings.ContainsAny(s, t) }),
	"strings.HasPrefix":   text2(func(s, t string) value { return strings.HasPrefix(s, t) }),
	"strings.HasSuffix":   text2(func(s, t string) value { return strings.HasSuffix(s, t) }),
	"strings.EqualFold":   text2(func(s, t string) value { return strings.EqualFold(s, t) }),
	"strings.Index":       text2(func(s, t string) value { return int64(strings.Index(s, t)) }),
	"strings.LastIndex":   text2(func(s, t string) value { return int64(strings.LastIndex(s, t)) }),
	"strings.Count":       text2(func(s, t string) value { return int64(strings.Count(s, t)) }),
	"strings.Trim":        text2(func(s, t string) value { return strings.Trim(s, t) }),
	"strings.TrimLeft":    text2(func(s, t string) value { return strings.TrimLeft(s, t) }),
	"strings.TrimRight":   text2(func(s, t string) value { return strings.TrimRight(s, t) }),
	"strings.TrimPrefix":  text2(func(s, t string) value { return strings.TrimPrefix(s, t) }),
	"strings.TrimSuffix":  text2(func(s, t string) value { return strings.TrimSuffix(s, t) }),
	"strings.TrimSpace":   text1(func(s string) value { return strings.TrimSpace(s) }),
	"strings.ToUpper":     text1(func(s string) value { return strings.ToUpper(s) }),
	"strings.ToLower":     text1(func(s string) value { return strings.ToLower(s) }),
	"strings.Fields":      text1(func(s string) value { return texts(strings.Fields(s)) }),
	"strings.Split":       text2(func(s, t string) value { return texts(strings.Split(s, t)) }),
	"strings.Cut": text2(func(s, t string) value {
		before, after, found := strings.Cut(s, t)
		return &aggregate{[]value{before, after, found}}
	}),
	"strings.CutPrefix": text2(func(s, t string) value {
		after, found := strings.CutPrefix(s, t)
		return &aggregate{[]value{after, found}}
	}),
	"strings.CutSuffix": text2(func(s, t string) value {
		before, found := strings.CutSuffix(s, t)
		return &aggregate{[]value{before, found}}
	}),
	"strings.Compare":   text2(func(s, t string) value { return int64(strings.Compare(s, t)) }),
	"strings.IndexByte": func(args []value) value { return int64(strings.IndexByte(args[0].(string), byte(args[1].(int64)))) },
	"strings.IndexRune": func(args []value) value { return int64(strings.IndexRune(args[0].(string), rune(args[1].(int64)))) },
	"strings.ContainsRune": func(args []value) value {
		return strings.ContainsRune(args[0].(string), rune(args[1].(int64)))
	},
	"strings.ReplaceAll": func(args []value) value {
		return strings.ReplaceAll(args[0].(string), args[1].(string), args[2].(string))
	},
	"strings.Repeat": func(args []value) value {
		n := args[1].(int64)
		if n < 0 || int(n)*len(args[0].(string)) > maxText {
			return nil
		}
		return strings.Repeat(args[0].(string), int(n))
	},
	"strconv.Itoa": func(args []value) value { return strconv.FormatInt(args[0].(int64), 10) },
	"strconv.Atoi": text1(func(s string) value {
		n, err := strconv.Atoi(s)
		return &aggregate{[]value{int64(n), errorValue(err)}}
	}),
	"strconv.ParseBool": text1(func(s string) value {
		b, err := strconv.ParseBool(s)
		return &aggregate{[]value{b, errorValue(err)}}
	}),
	"strconv.Quote":    text1(func(s string) value { return strconv.Quote(s) }),
	"unicode.IsUpper":  char(unicode.IsUpper),
	"unicode.IsLower":  char(unicode.IsLower),
	"unicode.IsDigit":  char(unicode.IsDigit),
	"unicode.IsLetter": char(unicode.IsLetter),
	"unicode.IsSpace":  char(unicode.IsSpace),
	"unicode.IsPunct":  char(unicode.IsPunct),
	"unicode.ToUpper":  func(args []value) value { return int64(unicode.ToUpper(rune(args[0].(int64)))) },
	"unicode.ToLower":  func(args []value) value { return int64(unicode.ToLower(rune(args[0].(int64)))) },
}

func text1(f func(s string) value) func([]value) value {
	return func(args []value) value { return f(args[0].(string)) }
}

func text2(f func(s, t string) value) func([]value) value {
	return func(args []value) value { return f(args[0].(string), args[1].(string)) }
}

func char(f func(rune) bool) func([]value) value {
	return func(args []value) value { return f(rune(args[0].(int64))) }
}

// texts is a result that becomes a slice of strings.
type texts []string

// errorType is the type of an error that the search made.
var errorType = types.Universe.Lookup("error").Type()

func errorValue(err error) value {
	if err == nil {
		return null{}
	}
	return iface{errorType, err.Error()}
}

// compute performs a call of a function that only computes, if all that it needs
// is known.
func (m *machine) compute(c callee, instr *ssa.Call) (value, bool) {
	if c.object == nil || c.object.Pkg() == nil {
		return nil, false
	}
	name := m.fullName(c.object)
	switch name {
	case "fmt.Sprintf", "fmt.Sprint", "fmt.Sprintln":
		return m.format(c.object.Name(), c.args)
	case "strings.Join":
		return m.join(c.args)
	case "slices.Clone", "slices.Contains", "slices.Index", "slices.Compact", "slices.Delete":
		return m.slices(c.object.Name(), instr, c.args)
	case "slices.Collect", "slices.Sorted":
		return m.collect(c, instr)
	case "runtime.NumCPU", "runtime.GOMAXPROCS":
		return m.symbols.input(processors, -1), true
	}
	if made, ok := m.makeIterator(name, c, instr); ok {
		return made, true
	}
	f, ok := computed[name]
	if !ok {
		return nil, false
	}
	params := c.object.Signature().Params()
	for i := range params.Len() {
		if i >= len(c.args) || !fits(c.args[i], params.At(i).Type()) {
			return nil, false
		}
	}
	switch v := f(c.args).(type) {
	case nil:
		return nil, false
	case string:
		return v, len(v) <= maxText
	case texts:
		list := make([]value, len(v))
		for i, s := range v {
			list[i] = s
		}
		return m.newSlice(instr, types.Typ[types.String], list)
	default:
		return v, true
	}
}

// slices performs a function of package slices on a slice that is known.
func (m *machine) slices(name string, instr *ssa.Call, args []value) (value, bool) {
	elems, known := m.elements(args[0])
	s, isSlice := args[0].(slice)
	if isSlice {
		m.recordElements(s, name == "Delete" || name == "Compact", instr)
	}
	switch name {
	case "Clone":
		if !known || !isSlice {
			return args[0], known
		}
		return m.newSlice(instr, elementType(instr), elems)
	case "Contains", "Index":
		for i, e := range elems {
			if !isKey(e) || !isKey(args[1]) {
				return nil, false
			}
			if e == args[1] {
				if name == "Contains" {
					return true, true
				}
				return int64(i), true
			}
		}
		if name == "Contains" {
			return false, known
		}
		return int64(-1), known
	case "Compact":
		var rest []value
		for _, e := range elems {
			if !isKey(e) {
				return nil, false
			}
			if len(rest) == 0 || rest[len(rest)-1] != e {
				rest = append(rest, e)
			}
		}
		if !known || !isSlice {
			return nil, false
		}
		for i, e := range rest {
			m.s.write(s.place(i), e)
		}
		return slice{s.array, s.lo, len(rest), s.size}, true
	}
	from, ok := args[1].(int64)
	to, also := args[2].(int64)
	if !known || !isSlice || !ok || !also || from < 0 || from > to || int(to) > len(elems) {
		return nil, false
	}
	rest := append(slices.Clone(elems[:from]), elems[to:]...)
	for i := range elems {
		var v value = null{}
		if i < len(rest) {
			v = rest[i]
		}
		m.s.write(s.place(i), v)
	}
	return slice{s.array, s.lo, len(rest), s.size}, true
}

func elementType(v ssa.Value) types.Type {
	if s, ok := v.Type().Underlying().(*types.Slice); ok {
		return s.Elem()
	}
	return types.Typ[types.Invalid]
}

// fits reports whether a value is a known one of a basic type.
func fits(v value, t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	if !ok {
		return false
	}
	switch v.(type) {
	case string:
		return b.Info()&types.IsString != 0
	case int64:
		return b.Info()&types.IsInteger != 0
	case bool:
		return b.Info()&types.IsBoolean != 0
	}
	return false
}

// elements lists what a slice holds, when that is known.
func (m *machine) elements(v value) ([]value, bool) {
	switch v := v.(type) {
	case null:
		return nil, true
	case slice:
		if v.n < 0 {
			return nil, false
		}
		list := make([]value, v.n)
		for i := range list {
			list[i] = m.s.read(v.place(i))
		}
		return list, true
	}
	return nil, false
}

func (m *machine) join(args []value) (value, bool) {
	elems, ok := m.elements(args[0])
	sep, isText := args[1].(string)
	if !ok || !isText {
		return nil, false
	}
	var list []string
	for _, e := range elems {
		s, ok := e.(string)
		if !ok {
			return nil, false
		}
		list = append(list, s)
	}
	text := strings.Join(list, sep)
	return text, len(text) <= maxText
}

// format is Sprintf and its like for operands of basic types.
func (m *machine) format(name string, args []value) (value, bool) {
	layout := ""
	if name == "Sprintf" {
		s, ok := args[0].(string)
		if !ok {
			return nil, false
		}
		layout, args = s, args[1:]
	}
	if len(args) != 1 {
		return nil, false
	}
	elems, ok := m.elements(args[0])
	if !ok {
		return nil, false
	}
	var operands []any
	for _, e := range elems {
		i, ok := e.(iface)
		if !ok {
			return nil, false
		}
		if _, basic := i.typ.(*types.Basic); !basic {
			return nil, false // it may have a String method
		}
		switch v := i.val.(type) {
		case int64:
			operands = append(operands, v)
		case string:
			operands = append(operands, v)
		case bool:
			operands = append(operands, v)
		default:
			return nil, false
		}
	}
	var text string
	switch name {
	case "Sprintf":
		text = fmt.Sprintf(layout, operands...)
	case "Sprint":
		text = fmt.Sprint(operands...)
	default:
		text = fmt.Sprintln(operands...)
	}
	return text, len(text) <= maxText
}

// newError makes an error with an identity of its own, around those that it wraps.
func (m *machine) newError(instr *ssa.Call, args []value) (value, bool) {
	o := &object{kind: cell, typ: types.NewStruct(nil, nil), content: &aggregate{m.errorsIn(args)}}
	id, ok := m.s.allocate(m.t.id, instr, o)
	if !ok {
		return nil, false
	}
	return iface{errorType, pointer{obj: id}}, true
}

// errorsIn lists the errors among arguments, those of a final ...any included.
func (m *machine) errorsIn(args []value) (list []value) {
	add := func(v value) {
		switch v := v.(type) {
		case iface:
			if types.Implements(v.typ, errorType.Underlying().(*types.Interface)) {
				list = append(list, v)
			}
		case symbol:
			list = append(list, v)
		}
	}
	for _, a := range args {
		if s, ok := a.(slice); ok {
			elems, _ := m.elements(s)
			for _, e := range elems {
				add(e)
			}
		} else if i, ok := a.(iface); ok {
			add(i)
		}
	}
	return list
}

// maxWrapped bounds the errors around an error that are looked through.
const maxWrapped = 4

// isError is errors.Is: nil when it is not known.
func (m *machine) isError(err, target value, depth int) value {
	switch err := err.(type) {
	case null:
		return target == value(null{})
	case iface:
		t, ok := target.(iface)
		if !ok {
			return nil
		}
		if err == t {
			return true
		}
		p, ok := err.val.(pointer)
		if !ok {
			_, named := err.val.(string)
			if named || syncmodel.KindOf(err.typ) != syncmodel.Plain {
				return false
			}
			return nil
		}
		if depth == 0 || !types.Identical(err.typ, errorType) {
			return nil // it may have a method Unwrap or Is
		}
		o := m.s.objects[p.obj]
		if o == nil {
			return nil
		}
		wrapped, ok := o.content.(*aggregate)
		if !ok {
			return nil
		}
		for _, e := range wrapped.elems {
			if v := m.isError(e, target, depth-1); v != value(false) {
				return v
			}
		}
		return false
	}
	return nil
}
