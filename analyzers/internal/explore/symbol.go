package explore

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/syncmodel"
)

// symbols is the table of symbolic expressions: equal expressions are one
// symbol, so that two branches on the same unknown condition agree.
type symbols struct {
	exprs   []expression
	numbers []wholeNumber // for each expression, if it is one
	under   [][]symbol    // for each expression its leaves, each once
	index   map[expression]symbol
}

// assumptions are what the branches on the way to a state say of symbols, in the order of
// the symbols. States share them; they are never changed in place.
type assumptions []assumption

type assumption struct {
	sym   symbol
	truth bool
}

func (as assumptions) find(sym symbol) (place int, known bool) {
	return slices.BinarySearchFunc(as, sym, func(a assumption, sym symbol) int { return cmp.Compare(a.sym, sym) })
}

// of returns what is assumed of a symbol.
func (as assumptions) of(sym symbol) (truth, known bool) {
	i, known := as.find(sym)
	return known && as[i].truth, known
}

// with returns the assumptions and one more, which takes the place of another one about
// the same symbol.
func (as assumptions) with(sym symbol, truth bool) assumptions {
	i, known := as.find(sym)
	rest := as[i:]
	if known {
		rest = rest[1:]
	}
	next := make(assumptions, 0, len(as)+1)
	return append(append(append(next, as[:i]...), assumption{sym, truth}), rest...)
}

// without returns the assumptions that are not about symbols to drop.
func (as assumptions) without(drop func(symbol) bool) assumptions {
	about := func(a assumption) bool { return drop(a.sym) }
	if !slices.ContainsFunc(as, about) {
		return as
	}
	return slices.DeleteFunc(slices.Clone(as), about)
}

// An expression is a leaf (op ILLEGAL) or an operation on symbols.
type expression struct {
	op   token.Token
	x, y symbol // y is -1 for unary operations

	// leaves
	task  taskID
	instr ssa.Instruction // the call or load that gave the value
	part  int             // of a tuple: index plus one
	name  string          // a constant, or a part of the root's input
	input objID           // the object of the input it belongs to, plus one
	// computed: the program determines the value, only the search cannot follow it
	computed bool
}

// Operations for which Go has no token of their own.
const (
	opMin = token.LBRACE
	opMax = token.RBRACE
)

func newSymbols() *symbols { return &symbols{index: make(map[expression]symbol, someSymbols)} }

func (s *symbols) intern(e expression) symbol {
	if sym, ok := s.index[e]; ok {
		return sym
	}
	sym := symbol(len(s.exprs))
	s.exprs = append(s.exprs, e)
	s.numbers = append(s.numbers, numberOf(e))
	s.under = append(s.under, s.leavesOf(e, sym))
	s.index[e] = sym
	return sym
}

// leavesOf lists the leaves of a new expression. Expressions share their parts: to
// walk them as trees would take exponential time.
func (s *symbols) leavesOf(e expression, sym symbol) []symbol {
	if e.op == token.ILLEGAL {
		return []symbol{sym}
	}
	list := slices.Clone(s.under[e.x])
	if e.y >= 0 {
		for _, leaf := range s.under[e.y] {
			if !slices.Contains(list, leaf) {
				list = append(list, leaf)
			}
		}
	}
	return list
}

func (s *symbols) expr(sym symbol) expression { return s.exprs[sym] }

// result is the unknown value that instr gave to a task.
func (s *symbols) result(t taskID, instr ssa.Instruction, computed bool) symbol {
	return s.intern(expression{task: t, instr: instr, x: -1, y: -1, computed: computed})
}

// computed reports whether an expression contains a value that the program
// determines.
func (s *symbols) computed(sym symbol) bool {
	found := false
	s.leaves(sym, func(l symbol) { found = found || s.exprs[l].computed })
	return found
}

// input is a part of the root's input that never changes.
func (s *symbols) input(name string, of objID) symbol {
	return s.intern(expression{name: name, input: of + 1, x: -1, y: -1})
}

func (s *symbols) constant(text string) symbol {
	return s.intern(expression{name: "=" + text, x: -1, y: -1})
}

// part is one component of an unknown tuple or struct.
func (s *symbols) part(of symbol, i int) symbol {
	return s.intern(expression{op: token.PERIOD, x: of, y: -1, part: i + 1})
}

func (s *symbols) derive(op token.Token, x, y symbol) symbol {
	if op == token.NOT && s.exprs[x].op == token.NOT {
		return s.exprs[x].x
	}
	if op == token.EQL && x > y {
		x, y = y, x
	}
	return s.intern(expression{op: op, x: x, y: y})
}

// compare returns the symbol of a comparison in terms of == and <, and of a sum with
// a constant; other operations give an opaque symbol.
func (s *symbols) compare(op token.Token, x, y symbol) symbol {
	not := func(sym symbol) symbol { return s.derive(token.NOT, sym, -1) }
	switch op {
	case token.NEQ:
		return not(s.derive(token.EQL, x, y))
	case token.GTR:
		return s.derive(token.LSS, y, x)
	case token.GEQ:
		return not(s.derive(token.LSS, x, y))
	case token.LEQ:
		return not(s.derive(token.LSS, y, x))
	case token.ADD:
		if n, ok := s.number(y); ok {
			return s.plus(x, n)
		}
		if n, ok := s.number(x); ok {
			return s.plus(y, n)
		}
	case token.SUB:
		if n, ok := s.number(y); ok {
			return s.plus(x, -n)
		}
	}
	return s.derive(op, x, y)
}

// operand returns the symbol that stands for a value in an expression.
func (s *symbols) operand(v value) (symbol, bool) {
	switch v := v.(type) {
	case symbol:
		return v, true
	case null:
		return s.constant("nil"), true
	case int64, float64, string, bool:
		return s.constant(fmt.Sprintf("%T %v", v, v)), true
	}
	return 0, false
}

// leaves calls yield for each leaf of the expression.
func (s *symbols) leaves(sym symbol, yield func(symbol)) {
	for _, leaf := range s.under[sym] {
		yield(leaf)
	}
}

func (s *symbols) mentions(sym, leaf symbol) bool {
	found := false
	s.leaves(sym, func(l symbol) { found = found || l == leaf })
	return found
}

// permanent reports whether the symbol means the same for the whole search.
func (s *symbols) permanent(sym symbol) bool {
	permanent := true
	s.leaves(sym, func(l symbol) { permanent = permanent && (s.exprs[l].name != "" || s.exprs[l].input != 0) })
	return permanent
}

// distinct reports whether two symbols are taken to differ: the same field of
// two different objects of the input, which is how programs tell them apart.
func (s *symbols) distinct(x, y symbol) bool {
	a, b := s.exprs[x], s.exprs[y]
	return a.input != 0 && b.input != 0 && a.input != b.input && a.name == b.name
}

// restsOnAtomic reports whether an expression contains what an atomic load gave.
func (s *symbols) restsOnAtomic(sym symbol) bool {
	return slices.ContainsFunc(s.under[sym], func(leaf symbol) bool {
		call, ok := s.exprs[leaf].instr.(*ssa.Call)
		return ok && syncmodel.IsAtomic(syncmodel.OfCall(call.Common()))
	})
}
