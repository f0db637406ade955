package lockuse

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
)

// A semaphore is a channel with room that bounds how many go on at a time: who sends has a
// place, and receives to give it back. Filled beforehand it works the other way round.
type semaphore struct {
	variable   any  // that holds the channel: a field, a package variable or a captured one
	filled     bool // to receive is to take
	complete   bool // every place is given back by those who took it
	makers     []*ssa.Function
	operations []operation
	calls      *callers
	known      map[*ssa.Function]bool // what gives has answered
}

// An operation is a send or receive on the channel.
type operation struct {
	instr ssa.Instruction
	state int // of a select
	send  bool
	pos   token.Pos
	named ssa.Value // the channel
}

// semaphoresOf lists the channels of a package that may be semaphores: all that happens to
// them is seen, and what they carry says nothing. Of one that is not complete, to keep a place may
// be meant: others give it back.
func semaphoresOf(summaries *effects.Result) (list []*semaphore) {
	calls := callersOf(summaries)
	var order []any
	found := make(map[any]*channel)
	of := func(v ssa.Value) *channel {
		variable := variableOf(v, 0)
		if variable == nil {
			return nil
		}
		if found[variable] == nil {
			found[variable] = &channel{}
			order = append(order, variable)
		}
		return found[variable]
	}
	for _, fn := range withInit(summaries) {
		for instr := range flow.Instructions(fn) {
			note(instr, of)
		}
	}
	for _, variable := range order {
		c := found[variable]
		if c.otherwise || len(c.makers) == 0 {
			continue
		}
		s := &semaphore{variable: variable, makers: c.makers, operations: c.operations, calls: calls, known: make(map[*ssa.Function]bool)}
		s.filled = s.sends(s.fills) && s.sends(func(fn *ssa.Function) bool { return !s.fills(fn) })
		s.complete = s.isComplete()
		list = append(list, s)
	}
	return list
}

// A channel is what the code does to one variable that holds a channel.
type channel struct {
	operations []operation
	makers     []*ssa.Function // those that make the channel
	otherwise  bool            // it is closed, carries data, has no room, or somebody else has it
}

// note notes what an instruction does to the channels that of knows.
func note(instr ssa.Instruction, of func(ssa.Value) *channel) {
	add := func(v ssa.Value, e operation, data bool) {
		if c := of(v); c != nil {
			e.named = v
			c.operations = append(c.operations, e)
			c.otherwise = c.otherwise || data && !isEmpty(v)
		}
	}
	switch instr := instr.(type) {
	case *ssa.Send:
		add(instr.Chan, operation{instr: instr, send: true, pos: instr.Pos()}, !isConstant(instr.X))
		return
	case *ssa.UnOp:
		if instr.Op == token.ARROW {
			add(instr.X, operation{instr: instr, pos: instr.Pos()}, instr.CommaOk || len(flow.Referrers(instr)) > 0)
			if c := of(instr.X); c != nil && instr.CommaOk {
				c.otherwise = true
			}
		}
		return
	case *ssa.Select:
		for i, s := range instr.States {
			send := s.Dir == types.SendOnly
			add(s.Chan, operation{instr, i, send, s.Pos, nil}, !send || !isConstant(s.Send))
		}
		return
	case *ssa.Store:
		c := of(instr.Addr)
		if c == nil {
			break
		}
		if made, ok := instr.Val.(*ssa.MakeChan); ok {
			size, known := made.Size.(*ssa.Const)
			c.makers = append(c.makers, instr.Parent())
			c.otherwise = c.otherwise || known && constant.Sign(size.Value) == 0
		} else if of(instr.Val) != c {
			c.otherwise = true
		}
		return
	case *ssa.ChangeType, *ssa.BinOp, *ssa.DebugRef:
		return
	case *ssa.Call:
		if b, ok := instr.Call.Value.(*ssa.Builtin); ok && (b.Name() == "len" || b.Name() == "cap") {
			return
		}
	}
	for _, op := range instr.Operands(nil) {
		if *op == nil {
			continue
		}
		if _, ok := (*op).Type().Underlying().(*types.Chan); ok {
			if c := of(*op); c != nil {
				c.otherwise = true
			}
		}
	}
}

// isEmpty reports whether a channel carries struct{}.
func isEmpty(ch ssa.Value) bool {
	c, ok := ch.Type().Underlying().(*types.Chan)
	if !ok {
		return false
	}
	s, ok := c.Elem().Underlying().(*types.Struct)
	return ok && s.NumFields() == 0
}

func isConstant(v ssa.Value) bool {
	_, ok := v.(*ssa.Const)
	return ok
}

// variableOf returns the variable that a channel, or its address, belongs to: a field, a
// package variable, or a local one that function literals capture; nil for all others, and
// for fields that other packages see.
func variableOf(v ssa.Value, depth int) any {
	if depth > maxTerms {
		return nil
	}
	switch v := v.(type) {
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return variableOf(v.X, depth+1)
		}
	case *ssa.ChangeType:
		return variableOf(v.X, depth+1)
	case *ssa.FieldAddr:
		if f := effects.FieldOf(v); holdsChannel(f.Type()) && (!f.Exported() || f.Pkg().Name() == "main") {
			return f
		}
	case *ssa.Global:
		if holdsChannel(v.Type().(*types.Pointer).Elem()) && v.Object() != nil && (!v.Object().Exported() || v.Pkg.Pkg.Name() == "main") {
			return v
		}
	case *ssa.FreeVar:
		if b := effects.Binding(v); b != nil {
			return variableOf(b, depth+1)
		}
	case *ssa.Alloc:
		if !holdsChannel(v.Type().(*types.Pointer).Elem()) {
			return nil
		}
		for _, ref := range flow.Referrers(v) {
			if store, ok := ref.(*ssa.Store); ok && store.Addr == v {
				if of := variableOf(store.Val, depth+1); of != nil {
					return of // another name for that one
				}
			}
		}
		return v
	}
	return nil
}

func holdsChannel(t types.Type) bool {
	_, ok := t.Underlying().(*types.Chan)
	return ok
}

// withInit lists the functions of a package, and the one that initialises its variables.
func withInit(summaries *effects.Result) []*ssa.Function {
	if len(summaries.Order) == 0 {
		return nil
	}
	if init := summaries.Order[0].Pkg.Func("init"); init != nil && summaries.Functions[init] == nil {
		return append([]*ssa.Function{init}, summaries.Order...)
	}
	return summaries.Order
}

// sends reports whether a function of a kind sends.
func (s *semaphore) sends(is func(*ssa.Function) bool) bool {
	return slices.ContainsFunc(s.operations, func(e operation) bool { return e.send && is(e.instr.Parent()) })
}

// isComplete reports whether every place is given back by those who took it: nobody gives who
// is not known to have taken.
func (s *semaphore) isComplete() bool {
	gives := false
	for _, e := range s.operations {
		if s.taking(e) {
			continue
		}
		fn := e.instr.Parent()
		if s.filled && s.fills(fn) {
			continue
		}
		gives = true
		if !s.accounted(fn, make(map[*ssa.Function]bool)) {
			return false
		}
	}
	return gives
}

// taking reports whether an operation takes a place; the others give one back.
func (s *semaphore) taking(e operation) bool { return e.send != s.filled }

// fills reports whether a function prepares the channel.
func (s *semaphore) fills(fn *ssa.Function) bool {
	return slices.Contains(s.makers, fn) || fn.Signature.Recv() == nil && fn.Parent() == nil && strings.HasPrefix(fn.Name(), "init")
}

// accounted reports whether a function that gives back has taken before, or the function
// around it, or all those that call it.
func (s *semaphore) accounted(fn *ssa.Function, seen map[*ssa.Function]bool) bool {
	if seen[fn] || s.calls.asValue[fn] {
		return false
	}
	seen[fn] = true
	if len(s.takes(fn)) > 0 {
		return true
	}
	if fn.Parent() != nil {
		return s.accounted(fn.Parent(), seen)
	}
	by := s.calls.by[fn]
	return !effects.Exported(fn) && len(by) > 0 && !slices.ContainsFunc(by, func(caller *ssa.Function) bool { return !s.accounted(caller, seen) })
}

// gives reports whether an instruction gives a place back, or names a function that does.
func (s *semaphore) gives(instr ssa.Instruction) bool {
	if slices.ContainsFunc(s.operations, func(e operation) bool { return e.instr == instr && !s.taking(e) }) {
		return true
	}
	return slices.ContainsFunc(functionsIn(instr), s.givesWithin)
}

// givesWithin reports whether a function gives a place back.
func (s *semaphore) givesWithin(fn *ssa.Function) bool {
	if answer, known := s.known[fn]; known {
		return answer
	}
	s.known[fn] = false // for those who ask while it is looked for
	s.known[fn] = flow.Any(fn, s.gives)
	return s.known[fn]
}
