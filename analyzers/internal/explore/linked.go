package explore

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/link"
	"interleave/analyzers/internal/syncmodel"
)

// Programs are searched with the code of the packages that they import from their module, as
// package link puts it together. What is found there is told in terms of the pass.

// original returns what the pass knows a function as; itself for one that is not the package's.
func (w *world) original(fn *ssa.Function) *ssa.Function {
	if w.linked != nil {
		if original := w.linked.Original(fn); original != nil {
			return original
		}
	}
	return fn
}

// lockWrapper is effects.Result.Wrapper.
func (w *world) lockWrapper(fn *types.Func) (op syncmodel.Op, fields string, ok bool) {
	if w.linked != nil && fn != nil {
		fn, _ = w.linked.OriginalObject(fn).(*types.Func)
	}
	return w.summaries.Wrapper(fn)
}

// An Entrance is how a goroutine got to a place in an imported package; zero for all other places.
type Entrance struct {
	Pos    token.Pos // the call or go statement in the package itself; NoPos if there is none
	again  bool      // imported code had called the package before that
	within bool      // imported code started the goroutine
}

// entrance tells how a task got to an instruction that it executes.
func (r *search) entrance(instr ssa.Instruction, id taskID, frames []*frame) (e Entrance) {
	if r.linked == nil || instr == nil || !r.linked.IsImported(instr.Parent()) {
		return e
	}
	site := r.taskKeys[id].site
	e.within = site != nil && r.linked.IsImported(site.Parent())
	for i, f := range slices.Backward(frames) {
		if r.linked.IsImported(f.code.fn) {
			continue
		}
		if e.Pos = position(f.block.Instrs[min(f.pc, len(f.block.Instrs)-1)]); e.Pos.IsValid() {
			e.again = slices.ContainsFunc(frames[:i], func(f *frame) bool { return r.linked.IsImported(f.code.fn) })
			return e
		}
	}
	switch {
	case e.within:
		e.Pos = r.startedVia[id]
	case site != nil:
		e.Pos = position(site)
	}
	return e
}

// translate puts an outcome into the terms of the pass: what belongs to the package itself becomes
// the pass's, and each place in an imported package one in the pass's file set. It reports false for
// one to which nothing in the package itself leads: that is another program's.
func (o *Outcome) translate(p *link.Program) bool {
	o.linked, o.InImported = p, o.isImporteds()
	own := slices.ContainsFunc(o.Places(), func(p Place) bool { return !link.IsForeign(p.Pos) || p.Via.Pos.IsValid() })
	lock := func(l *Lock) {
		if l == nil {
			return
		}
		l.Field, l.Pos, l.Instr, l.By = field(p, l.Field), p.Publish(l.Pos), instruction(p, l.Instr), originalOf(p, l.By)
	}
	root := *o.Root
	root.Calls = []Call{o.Root.Calls[0]}
	root.Calls[0].Fn = originalOf(p, root.Calls[0].Fn)
	o.Root = &root
	if o.Kind == Race {
		for i := range o.Accesses {
			a := &o.Accesses[i]
			a.Pos = p.Publish(a.Pos)
			a.Instr, a.ViaField, a.ViaVariable, a.ViaGlobal = instruction(p, a.Instr), field(p, a.ViaField), variable(p, a.ViaVariable), global(p, a.ViaGlobal)
			for j := range a.Held {
				lock(&a.Held[j])
			}
		}
	}
	m := &o.Memory
	m.Variable, m.Global, m.Field, m.Made, m.Sent = variable(p, m.Variable), global(p, m.Global), field(p, m.Field), instruction(p, m.Made), p.Publish(m.Sent)
	for i := range o.Blocked {
		b := &o.Blocked[i]
		b.Pos, b.Instr, b.Fn, b.Context = p.Publish(b.Pos), instruction(p, b.Instr), originalOf(p, b.Fn), instruction(p, b.Context)
		b.Spawn, b.Channel, b.OwingSpawn = p.Publish(b.Spawn), p.Publish(b.Channel), p.Publish(b.OwingSpawn)
		if b.Made != nil {
			b.Made, _ = instruction(p, b.Made).(*ssa.MakeChan)
		}
		for j := range b.Held {
			lock(&b.Held[j])
		}
		lock(b.Lock)
		if b.Holder != nil {
			b.Holder.Fn, b.Holder.Acquired = originalOf(p, b.Holder.Fn), p.Publish(b.Holder.Acquired)
		}
		for j, fn := range b.stack {
			b.stack[j] = originalOf(p, fn)
		}
	}
	if c := o.Crash; c != nil {
		c.Pos, c.Instr, c.Fn, c.Closed = p.Publish(c.Pos), instruction(p, c.Instr), originalOf(p, c.Fn), p.Publish(c.Closed)
	}
	return own
}

// Imported returns the syntax around a place of the outcome that lies in an imported package, and
// the place as a position in that; false for all other places. The syntax has its comments; its
// file set is not the pass's.
func (o *Outcome) Imported(pos token.Pos) (fset *token.FileSet, file *ast.File, inside token.Pos, ok bool) {
	if o.linked == nil {
		return nil, nil, token.NoPos, false
	}
	return o.linked.Source(pos)
}

func originalOf(p *link.Program, fn *ssa.Function) *ssa.Function {
	if original := p.Original(fn); original != nil {
		return original
	}
	return fn
}

func instruction(p *link.Program, instr ssa.Instruction) ssa.Instruction {
	if instr != nil {
		if original := p.OriginalInstr(instr); original != nil {
			return original
		}
	}
	return instr
}

func variable(p *link.Program, v *ssa.Alloc) *ssa.Alloc {
	if v == nil {
		return nil
	}
	return instruction(p, v).(*ssa.Alloc)
}

func global(p *link.Program, g *ssa.Global) *ssa.Global {
	if g != nil {
		if original := p.OriginalGlobal(g); original != nil {
			return original
		}
	}
	return g
}

func field(p *link.Program, v *types.Var) *types.Var {
	if v != nil {
		if original, ok := p.OriginalObject(v).(*types.Var); ok {
			return original
		}
	}
	return v
}
