package explore

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// An iterator that the standard library makes of elements that the search knows is an
// aggregate: for each turn of the loop one aggregate, the arguments of yield.

// makesIterator reports whether makeIterator may know what a function returns.
func makesIterator(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "slices":
		return fn.Name() == "Values" || fn.Name() == "All" || fn.Name() == "Backward"
	case "maps":
		return fn.Name() == "Keys" || fn.Name() == "Values" || fn.Name() == "All"
	case "strings":
		return fn.Name() == "SplitSeq" || fn.Name() == "FieldsSeq" || fn.Name() == "Lines"
	}
	return false
}

// makeIterator performs the functions of the library, by their full names, that return such
// an iterator; ok is false for all others, and where the elements are not known.
func (m *machine) makeIterator(name string, c callee, instr *ssa.Call) (value, bool) {
	var turns []value
	turn := func(args ...value) { turns = append(turns, &aggregate{args}) }
	switch name {
	case "slices.Values", "slices.All", "slices.Backward":
		elems, known := m.elements(c.args[0])
		if !known {
			return nil, false
		}
		if s, ok := c.args[0].(slice); ok {
			m.recordElements(s, false, instr)
		}
		for i, e := range elems {
			if name == "slices.Values" {
				turn(e)
			} else {
				turn(int64(i), e)
			}
		}
		if name == "slices.Backward" {
			slices.Reverse(turns)
		}
	case "maps.Keys", "maps.Values", "maps.All":
		p, ok := c.args[0].(pointer)
		if !ok {
			_, empty := c.args[0].(null)
			return &aggregate{}, empty
		}
		m.record(p, false, instr)
		o := m.s.objects[p.obj]
		if o == nil || o.unknownKeys || o.environment {
			return nil, false
		}
		for i, k := range o.keys {
			switch name {
			case "maps.Keys":
				turn(k)
			case "maps.Values":
				turn(o.entries[i])
			default:
				turn(k, o.entries[i])
			}
		}
	case "strings.SplitSeq", "strings.FieldsSeq", "strings.Lines":
		for _, a := range c.args {
			if _, known := a.(string); !known {
				return nil, false
			}
		}
		text := c.args[0].(string)
		seq := strings.Lines(text)
		switch name {
		case "strings.SplitSeq":
			seq = strings.SplitSeq(text, c.args[1].(string))
		case "strings.FieldsSeq":
			seq = strings.FieldsSeq(text)
		}
		for s := range seq {
			turn(s)
		}
	default:
		return nil, false
	}
	return &aggregate{turns}, len(turns) <= maxElements
}

// collect performs the functions of the library that make a slice of an iterator.
func (m *machine) collect(c callee, instr *ssa.Call) (value, bool) {
	turns, known := c.args[0].(*aggregate)
	if !known {
		return nil, false
	}
	var elems []value
	for _, t := range turns.elems {
		elems = append(elems, t.(*aggregate).elems[0])
	}
	if c.object.Name() == "Sorted" && !sortKnown(elems) {
		return nil, false
	}
	return m.newSlice(instr, elementType(instr), elems)
}

// sortKnown sorts values that are all known numbers or all known texts.
func sortKnown(list []value) bool {
	numbers, texts := true, true
	for _, v := range list {
		_, isNumber := v.(int64)
		_, isText := v.(string)
		numbers, texts = numbers && isNumber, texts && isText
	}
	switch {
	case numbers:
		slices.SortFunc(list, func(a, b value) int { return cmp.Compare(a.(int64), b.(int64)) })
	case texts:
		slices.SortFunc(list, func(a, b value) int { return cmp.Compare(a.(string), b.(string)) })
	}
	return numbers || texts
}

// newSlice makes a slice of values that are known.
func (m *machine) newSlice(instr *ssa.Call, elem types.Type, list []value) (value, bool) {
	if len(list) > maxElements {
		return nil, false
	}
	id, ok := m.s.allocate(m.t.id, instr, &object{kind: cell, typ: types.NewArray(elem, -1), content: &aggregate{list}})
	if !ok {
		return nil, false
	}
	return slice{pointer{obj: id}, 0, len(list), len(list)}, true
}

// yieldOf returns the body of the loop that a call runs, when a range statement calls an
// iterator that has no body here; else nil.
func yieldOf(c callee) *function {
	if c.object != nil || len(c.args) != 1 {
		return nil
	}
	body, ok := c.args[0].(*function)
	if !ok || !yields(body.fn) {
		return nil
	}
	return body
}

// turnOf runs one turn of a range over an iterator without a body: the one with number at,
// counted from 0, or what comes after the loop.
func (m *machine) turnOf(turns *aggregate, at int, body *function, after func(*machine)) {
	next := func(m *machine, args []value) {
		if m.push(body.fn, args, body.free, again, pointer{}); m.s.cut {
			return
		}
		state := &aggregate{[]value{body, int64(at), nil}}
		if turns != nil {
			state.elems[2] = turns
		}
		m.t.frames[len(m.t.frames)-1].results = state
	}
	switch {
	case turns != nil && at < len(turns.elems):
		next(m, turns.elems[at].(*aggregate).elems)
	case turns == nil && at < maxGuessedTurns:
		m.s.guessed = true
		m.fork(after)
		next(m, nil)
	default:
		after(m)
	}
}

// turnAgain goes on behind a turn of such a loop: with the next one, unless yield has
// returned false.
func (m *machine) turnAgain(state *aggregate, more value, after func(*machine)) {
	switch more {
	case value(false):
		after(m)
		return
	case value(true):
	default:
		m.fork(after)
	}
	turns, _ := state.elems[2].(*aggregate)
	m.turnOf(turns, int(state.elems[1].(int64))+1, state.elems[0].(*function), after)
}
