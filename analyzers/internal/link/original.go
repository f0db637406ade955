package link

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
)

// The package itself was built from the same syntax as the pass's, by the same builder: the two
// correspond function by function and instruction by instruction.

// match pairs the functions and fields of the package itself with those of the pass.
func (p *Program) match() {
	in := p.pass.ResultOf[buildssa.Analyzer].(*buildssa.SSA)
	p.originals = byName(append(slices.Clone(in.SrcFuncs), in.Pkg.Func("init")))
	p.linked = byName(p.Functions)
	for _, f := range p.pass.Files {
		for n := range ast.Preorder(f) {
			// Embedded fields are defined by no identifier of their own.
			if typ, ok := n.(*ast.StructType); ok {
				p.matchFields(p.info.TypeOf(typ), p.pass.TypesInfo.TypeOf(typ))
			}
		}
	}
}

func byName(fns []*ssa.Function) map[string]*ssa.Function {
	named := make(map[string]*ssa.Function)
	for _, fn := range flow.NewGraph(nil).Closure(fns) {
		if _, known := named[fn.String()]; !known {
			named[fn.String()] = fn
		}
	}
	return named
}

func (p *Program) matchFields(linked, original types.Type) {
	s, ok := linked.(*types.Struct)
	t, same := original.(*types.Struct)
	if !ok || !same || s.NumFields() != t.NumFields() {
		return
	}
	for i := range s.NumFields() {
		p.objects[s.Field(i)] = t.Field(i)
	}
}

// Linked returns the program's counterpart of a function of the pass, or nil.
func (p *Program) Linked(fn *ssa.Function) *ssa.Function { return p.linked[fn.String()] }

// Original returns what the pass knows a function of the program as: nil for one whose source
// the pass does not have.
func (p *Program) Original(fn *ssa.Function) *ssa.Function {
	if fn == nil || p.IsImported(fn) {
		return nil
	}
	original, known := p.found[fn]
	if !known {
		original = p.originals[fn.String()]
		if original != nil && len(original.Blocks) != len(fn.Blocks) {
			original = nil
		}
		p.found[fn] = original
	}
	return original
}

// IsImported reports whether a function is not the package's own.
func (p *Program) IsImported(fn *ssa.Function) bool {
	if fn.Pkg == nil {
		return IsForeign(fn.Pos()) // made around a method
	}
	return fn.Pkg != p.Package
}

// OriginalInstr returns what the pass knows an instruction of the program as, or nil.
func (p *Program) OriginalInstr(instr ssa.Instruction) ssa.Instruction {
	fn := p.Original(instr.Parent())
	if fn == nil {
		return nil
	}
	b := instr.Block()
	list := fn.Blocks[b.Index].Instrs
	at := slices.Index(b.Instrs, instr)
	if at >= len(list) || reflect.TypeOf(list[at]) != reflect.TypeOf(instr) || list[at].Pos() != instr.Pos() {
		return nil
	}
	return list[at]
}

// OriginalGlobal returns what the pass knows a variable of the program as, or nil.
func (p *Program) OriginalGlobal(g *ssa.Global) *ssa.Global {
	in := p.pass.ResultOf[buildssa.Analyzer].(*buildssa.SSA)
	if g.Pkg != p.Package {
		return nil
	}
	return in.Pkg.Var(g.Name())
}

// IsForeign reports whether a position lies in the source of an imported package.
func IsForeign(pos token.Pos) bool { return pos >= firstForeign }

// FileSet returns the one that has a position.
func (p *Program) FileSet(pos token.Pos) *token.FileSet {
	if IsForeign(pos) {
		return p.fset
	}
	return p.pass.Fset
}

// Publish returns a position anywhere in the program as one in the pass's file set.
func (p *Program) Publish(pos token.Pos) token.Pos {
	if !IsForeign(pos) {
		return pos
	}
	file := p.fset.File(pos)
	public := p.published[file]
	if public == nil {
		public = p.pass.Fset.AddFile(file.Name(), -1, file.Size())
		public.SetLines(file.Lines())
		p.published[file] = public
	}
	return public.Pos(file.Offset(pos))
}

// Source is the way back from Publish, for a position of an imported package: its file, and the
// position in that. It reports false for all other positions.
func (p *Program) Source(published token.Pos) (fset *token.FileSet, file *ast.File, pos token.Pos, ok bool) {
	for own, public := range p.published {
		if public.Base() <= int(published) && int(published) <= public.Base()+public.Size() {
			pos = own.Pos(public.Offset(published))
			i := slices.IndexFunc(p.Files, func(f *ast.File) bool { return f.FileStart <= pos && pos <= f.FileEnd })
			return p.fset, p.Files[i], pos, true
		}
	}
	return nil, nil, token.NoPos, false
}
