package explore

import (
	"go/token"
	"iter"
	mathbits "math/bits"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// A code is a function prepared for interpretation: values whose content can decide
// something have registers, and it is known which of these are still needed at each
// instruction.
type code struct {
	fn       *ssa.Function
	size     int // how many registers there are
	values   map[ssa.Value]int
	register []int                    // of each value; none where it is never made
	liveIn   []bits                   // values, per block
	live     map[ssa.Instruction]bits // registers
	computes bool                     // it does nothing but compute its result
	idle     map[*ssa.If]bool         // see leavesIdle
	waysOut  map[*ssa.If]wayOut
	failings map[*ssa.If]failing
}

// none is the register of a value that has none.
const none = -1

// A wayOut tells which answer to a condition leads out of the innermost loop around it, if one
// does and the other does not, and where each turn of that loop begins.
type wayOut struct {
	truth, ok bool
	head      *ssa.BasicBlock
}

func (c *code) wayOut(branch *ssa.If) wayOut {
	way, known := c.waysOut[branch]
	if !known {
		if loops := flow.Loops(branch); len(loops) > 0 {
			succs := branch.Block().Succs
			yes, no := slices.Contains(loops[0], succs[0]), slices.Contains(loops[0], succs[1])
			way = wayOut{no, yes != no, loops[0][0]}
		}
		c.waysOut[branch] = way
	}
	return way
}

// A failing tells on which answer to a condition a test does nothing but fail, if on one.
type failing struct{ truth, ok bool }

func (c *code) failing(branch *ssa.If) failing {
	way, known := c.failings[branch]
	if !known {
		for side, next := range branch.Block().Succs {
			if !way.ok && failsTest(branch, side == 0) && !slices.ContainsFunc(next.Instrs, mayBeNoticed) {
				way = failing{side == 0, true}
			}
		}
		c.failings[branch] = way
	}
	return way
}

// bits is a set of small numbers.
type bits []uint64

func (b bits) has(i int) bool { return b[i/64]&(1<<(i%64)) != 0 }
func (b bits) set(i int)      { b[i/64] |= 1 << (i % 64) }
func (b bits) clear(i int)    { b[i/64] &^= 1 << (i % 64) }

// all yields the numbers of a set in order.
func (b bits) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for w, word := range b {
			for ; word != 0; word &= word - 1 {
				if !yield(w*64 + mathbits.TrailingZeros64(word)) {
					return
				}
			}
		}
	}
}

func newCode(fn *ssa.Function, rel *relevance) *code {
	c := &code{fn: fn, live: make(map[ssa.Instruction]bits), idle: make(map[*ssa.If]bool), waysOut: make(map[*ssa.If]wayOut), failings: make(map[*ssa.If]failing)}
	var given, made []ssa.Value
	for _, p := range fn.Params {
		if rel.follows(p) {
			given = append(given, p)
		}
	}
	for _, f := range fn.FreeVars {
		given = append(given, f)
	}
	for instr := range flow.Instructions(fn) {
		if v, ok := instr.(ssa.Value); ok && rel.follows(v) {
			made = append(made, v)
		}
	}
	c.values = make(map[ssa.Value]int, len(given)+len(made))
	for _, v := range append(given, made...) {
		c.values[v] = len(c.values)
	}
	c.computeLiveness()
	c.allocateRegisters(len(given))
	c.computes = len(fn.FreeVars) == 0 && !flow.Any(fn, func(instr ssa.Instruction) bool { return !computesOnly(instr) })
	return c
}

// computesOnly reports whether nobody can notice that an instruction is executed, but for its result.
func computesOnly(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.BinOp, *ssa.Phi, *ssa.If, *ssa.Jump, *ssa.Return, *ssa.Convert, *ssa.ChangeType, *ssa.Extract, *ssa.Field, *ssa.DebugRef:
		return true
	case *ssa.UnOp:
		return instr.Op != token.ARROW && instr.Op != token.MUL
	case *ssa.Call:
		callee := syncmodel.Callee(instr.Common())
		return callee != nil && callee.Pkg() != nil && slices.Contains([]string{"unicode", "unicode/utf8", "strings", "cmp", "math"}, callee.Pkg().Path()) && callee.Signature().Recv() == nil
	}
	return false
}

// computeLiveness is the textbook backward analysis (Appel, Modern Compiler
// Implementation, section 10.1). States hold live registers only: dead ones
// would tell apart states that behave alike, and loops would never close.
func (c *code) computeLiveness() {
	words := len(c.values)/64 + 1
	c.liveIn = make([]bits, len(c.fn.Blocks))
	for i := range c.liveIn {
		c.liveIn[i] = make(bits, words)
	}
	for changed := true; changed; {
		changed = false
		for i := len(c.fn.Blocks) - 1; i >= 0; i-- {
			b := c.fn.Blocks[i]
			set := c.liveOut(b)
			for j := len(b.Instrs) - 1; j >= 0; j-- {
				c.transfer(set, b.Instrs[j])
			}
			for w := range set {
				if set[w]&^c.liveIn[i][w] != 0 {
					changed = true
				}
				c.liveIn[i][w] |= set[w]
			}
		}
	}
}

// allocateRegisters gives each value a register that no other value needs meanwhile. Frames
// are copied at every step, and large functions have few values at once. In SSA form
// it is enough to walk down the dominator tree (Hack, Grund, Goos, "Register allocation
// for programs in SSA form", CC 2006). What the function is given, the first so many
// values, keeps its registers to the end, and so does what is needed after a panic.
func (c *code) allocateRegisters(given int) {
	register := make([]int, len(c.values))
	for i := range register {
		register[i] = none
		if i < given || c.fn.Recover != nil && c.liveIn[c.fn.Recover.Index].has(i) {
			register[i] = c.size
			c.size++
		}
	}
	lasting := c.size
	for _, b := range c.fn.DomPreorder() {
		taken := make([]bool, c.size, len(c.values))
		for i := range lasting {
			taken[i] = true
		}
		for i := range c.liveIn[b.Index].all() {
			if register[i] != none {
				taken[register[i]] = true
			}
		}
		last := c.lastUses(b)
		for j, instr := range b.Instrs {
			if v, ok := instr.(ssa.Value); ok {
				if i, followed := c.values[v]; followed && register[i] == none {
					r := slices.Index(taken, false)
					if r < 0 {
						r = len(taken)
						taken = append(taken, false)
					}
					register[i], taken[r] = r, true
				}
			}
			for _, i := range last[j] {
				if register[i] >= lasting {
					taken[register[i]] = false
				}
			}
		}
		c.size = max(c.size, len(taken))
	}
	c.register = register
}

// registerOf returns the register of a value, if it has one.
func (c *code) registerOf(v ssa.Value) (register int, ok bool) {
	i, followed := c.values[v]
	if !followed || c.register[i] == none {
		return none, false
	}
	return c.register[i], true
}

// lastUses lists for each instruction of a block the values that nothing needs behind it,
// of those that it uses or makes.
func (c *code) lastUses(b *ssa.BasicBlock) [][]int {
	last := make([][]int, len(b.Instrs))
	set := c.liveOut(b)
	for j, instr := range slices.Backward(b.Instrs) {
		note := func(v ssa.Value) {
			if i, ok := c.values[v]; ok && !set.has(i) && !slices.Contains(last[j], i) {
				last[j] = append(last[j], i)
			}
		}
		if v, ok := instr.(ssa.Value); ok {
			note(v)
		}
		if _, ok := instr.(*ssa.Phi); !ok {
			for _, op := range instr.Operands(nil) {
				if *op != nil {
					note(*op)
				}
			}
		}
		c.transfer(set, instr)
	}
	return last
}

func (c *code) liveOut(b *ssa.BasicBlock) bits {
	set := make(bits, len(c.values)/64+1)
	if c.fn.Recover != nil {
		// A panic may lead there from anywhere.
		copy(set, c.liveIn[c.fn.Recover.Index])
	}
	for _, succ := range b.Succs {
		for w, bitsOfSucc := range c.liveIn[succ.Index] {
			set[w] |= bitsOfSucc
		}
		// A phi's operands are needed at the end of the block they come from.
		for _, instr := range succ.Instrs {
			phi, ok := instr.(*ssa.Phi)
			if !ok {
				break
			}
			for k, pred := range succ.Preds {
				if pred == b {
					c.use(set, phi.Edges[k])
				}
			}
		}
	}
	return set
}

func (c *code) transfer(set bits, instr ssa.Instruction) {
	if v, ok := instr.(ssa.Value); ok {
		if i, followed := c.values[v]; followed {
			set.clear(i)
		}
	}
	if _, ok := instr.(*ssa.Phi); ok {
		return
	}
	for _, op := range instr.Operands(nil) {
		if *op != nil {
			c.use(set, *op)
		}
	}
}

func (c *code) use(set bits, v ssa.Value) {
	if i, ok := c.values[v]; ok {
		set.set(i)
	}
}

// liveBefore returns the registers needed by instr or by what follows it.
func (c *code) liveBefore(b *ssa.BasicBlock, pc int) bits {
	instr := b.Instrs[pc]
	if set, ok := c.live[instr]; ok {
		return set
	}
	set := c.liveOut(b)
	for j := len(b.Instrs) - 1; j >= pc; j-- {
		c.transfer(set, b.Instrs[j])
	}
	registers := make(bits, c.size/64+1)
	for i := range set.all() {
		if c.register[i] != none {
			registers.set(c.register[i])
		}
	}
	c.live[instr] = registers
	return registers
}
