package explore

import (
	"fmt"
	"go/token"
	"math"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// An interval holds all that an unknown whole number may be, both ends included.
// Its ends stay so small that sums of a few of them do not overflow.
type interval struct{ lo, hi int64 }

const farthest = math.MaxInt64 / 8

var anyNumber = interval{-farthest, farthest}

// maxNested bounds how deep an expression is looked into for its interval.
const maxNested = 4

// number returns the whole number that a symbol stands for, if it is one.
func (s *symbols) number(sym symbol) (int64, bool) {
	n := s.numbers[sym]
	return n.value, n.ok
}

// A wholeNumber is the value of an expression that is a whole number.
type wholeNumber struct {
	value int64
	ok    bool
}

func numberOf(e expression) wholeNumber {
	text, ok := strings.CutPrefix(e.name, "=int64 ")
	if !ok {
		return wholeNumber{}
	}
	n, err := strconv.ParseInt(text, 10, 64)
	return wholeNumber{n, err == nil && n > -farthest && n < farthest}
}

// offset splits a sum with a constant into the rest and the constant, so that n and
// n+2 are known to be two apart.
func (s *symbols) offset(sym symbol) (base symbol, add int64) {
	e := s.exprs[sym]
	switch e.op {
	case token.ADD:
		if n, ok := s.number(e.y); ok {
			return e.x, n
		}
		if n, ok := s.number(e.x); ok {
			return e.y, n
		}
	case token.SUB:
		if n, ok := s.number(e.y); ok {
			return e.x, -n
		}
	}
	return sym, 0
}

// plus returns a symbol's value with a constant added to it.
func (s *symbols) plus(sym symbol, n int64) symbol {
	base, add := s.offset(sym)
	if add += n; add == 0 {
		return base
	}
	return s.derive(token.ADD, base, s.constant(fmt.Sprintf("int64 %d", add)))
}

// interval returns what an expression may be under the state's assumptions.
func (m *machine) interval(sym symbol, depth int) interval {
	if n, ok := m.symbols.number(sym); ok {
		return interval{n, n}
	}
	base, add := m.symbols.offset(sym)
	in := m.assumed(base)
	if add > 0 {
		in.lo = max(in.lo, 0) // code that writes n+2 means a count
	}
	e := m.symbols.expr(base)
	if depth < maxNested {
		switch e.op {
		case opMin, opMax:
			x, y := m.interval(e.x, depth+1), m.interval(e.y, depth+1)
			if e.op == opMin {
				in = in.and(interval{min(x.lo, y.lo), min(x.hi, y.hi)})
			} else {
				in = in.and(interval{max(x.lo, y.lo), max(x.hi, y.hi)})
			}
		case token.QUO:
			if by, ok := m.symbols.number(e.y); ok && by > 0 {
				of := m.interval(e.x, depth+1)
				in = in.and(interval{of.lo / by, of.hi / by})
			}
		case token.MUL:
			if by, ok := m.symbols.number(e.y); ok && by > 0 && by < 1<<20 {
				if of := m.interval(e.x, depth+1); of.lo > math.MinInt32 && of.hi < math.MaxInt32 {
					in = in.and(interval{of.lo * by, of.hi * by})
				}
			}
		}
	}
	return interval{max(in.lo+add, -farthest), min(in.hi+add, farthest)}
}

// assumed returns what the branches taken so far say about a symbol, or about its
// quotient by a constant.
func (m *machine) assumed(base symbol) interval {
	in := anyNumber
	if m.symbols.expr(base).name == processors {
		in.lo = 1
	}
	if call, ok := m.symbols.expr(base).instr.(*ssa.Call); ok {
		if b, ok := call.Call.Value.(*ssa.Builtin); ok && (b.Name() == "len" || b.Name() == "cap") {
			in.lo = 0
		}
	}
	m.spent += len(m.s.assume) / assumptionsPerInstruction
	for _, a := range m.s.assume {
		e, truth := m.symbols.expr(a.sym), a.truth
		if e.op == token.NOT {
			truth, e = !truth, m.symbols.expr(e.x)
		}
		if e.op != token.LSS && (e.op != token.EQL || !truth) {
			continue
		}
		says := anyNumber
		var about symbol
		if n, ok := m.symbols.number(e.y); ok {
			about = e.x
			switch {
			case e.op == token.EQL:
				says = interval{n, n}
			case truth:
				says.hi = n - 1
			default:
				says.lo = n
			}
		} else if n, ok := m.symbols.number(e.x); ok {
			about = e.y
			switch {
			case e.op == token.EQL:
				says = interval{n, n}
			case truth:
				says.lo = n + 1
			default:
				says.hi = n
			}
		} else {
			continue
		}
		of, add := m.symbols.offset(about)
		says = interval{max(says.lo-add, -farthest), min(says.hi-add, farthest)}
		if of == base {
			in = in.and(says)
			continue
		}
		if q := m.symbols.expr(of); q.op == token.QUO && q.x == base {
			if by, ok := m.symbols.number(q.y); ok && by > 0 && by < 1<<20 {
				if says.lo > 0 && says.lo < math.MaxInt32 {
					in.lo = max(in.lo, says.lo*by)
				}
				if says.hi >= 0 && says.hi < math.MaxInt32 {
					in.hi = min(in.hi, says.hi*by+by-1)
				}
			}
		}
	}
	return in
}

func (in interval) and(other interval) interval {
	return interval{max(in.lo, other.lo), min(in.hi, other.hi)}
}

// compareIntervals decides a comparison of whole numbers by what both sides may be.
func (m *machine) compareIntervals(e expression) (truth, known bool) {
	x, xAdd := m.symbols.offset(e.x)
	y, yAdd := m.symbols.offset(e.y)
	if x == y && m.symbols.permanent(x) {
		return e.op == token.LSS && xAdd < yAdd || e.op == token.EQL && xAdd == yAdd, true
	}
	a, b := m.interval(e.x, 0), m.interval(e.y, 0)
	switch {
	case a.hi < b.lo:
		return e.op == token.LSS, true
	case e.op == token.LSS && a.lo >= b.hi, e.op == token.EQL && a.lo > b.hi:
		return false, true
	case e.op == token.EQL && a.lo == a.hi && a == b:
		return true, true
	}
	return false, false
}
