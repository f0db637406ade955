package explore

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// A code is a function prepared for interpretation: its registers are numbered,
// and it is known which of them are still needed at each instruction.
type code struct {
	fn        *ssa.Function
	registers map[ssa.Value]int
	liveIn    []bits // per block
	live      map[ssa.Instruction]bits
	follows   bits             // registers whose content can decide something
	computes  bool             // it does nothing but compute its result
	idle      map[*ssa.If]bool // see leavesIdle
	waysOut   map[*ssa.If]wayOut
}

// A wayOut tells which answer to a condition leads out of the innermost loop around it, if one
// does and the other does not.
type wayOut struct{ truth, ok bool }

func (c *code) wayOut(branch *ssa.If) (truth, ok bool) {
	way, known := c.waysOut[branch]
	if !known {
		if loops := flow.Loops(branch); len(loops) > 0 {
			succs := branch.Block().Succs
			yes, no := slices.Contains(loops[0], succs[0]), slices.Contains(loops[0], succs[1])
			way = wayOut{no, yes != no}
		}
		c.waysOut[branch] = way
	}
	return way.truth, way.ok
}

// bits is a set of register numbers.
type bits []uint64

func (b bits) has(i int) bool { return b[i/64]&(1<<(i%64)) != 0 }
func (b bits) set(i int)      { b[i/64] |= 1 << (i % 64) }
func (b bits) clear(i int)    { b[i/64] &^= 1 << (i % 64) }

func newCode(fn *ssa.Function, rel *relevance) *code {
	c := &code{fn: fn, registers: make(map[ssa.Value]int), live: make(map[ssa.Instruction]bits), idle: make(map[*ssa.If]bool), waysOut: make(map[*ssa.If]wayOut)}
	for _, p := range fn.Params {
		c.registers[p] = len(c.registers)
	}
	for _, f := range fn.FreeVars {
		c.registers[f] = len(c.registers)
	}
	for instr := range flow.Instructions(fn) {
		if v, ok := instr.(ssa.Value); ok {
			c.registers[v] = len(c.registers)
		}
	}
	c.follows = make(bits, len(c.registers)/64+1)
	for v, r := range c.registers {
		if rel.follows(v) {
			c.follows.set(r)
		}
	}
	c.computeLiveness()
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
	words := len(c.registers)/64 + 1
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

func (c *code) liveOut(b *ssa.BasicBlock) bits {
	set := make(bits, len(c.registers)/64+1)
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
		set.clear(c.registers[v])
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
	if r, ok := c.registers[v]; ok {
		set.set(r)
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
	c.live[instr] = set
	return set
}
