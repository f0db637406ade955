package explore

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/link"
	"interleave/analyzers/witness"
)

// A source quotes the program's text.
type source struct {
	fset   *token.FileSet
	linked *link.Program // nil: all files are those of fset
	files  []*ast.File
	cache  map[token.Pos]string
}

// fileSet returns the one that has a position.
func (s *source) fileSet(pos token.Pos) *token.FileSet {
	if s.linked != nil {
		return s.linked.FileSet(pos)
	}
	return s.fset
}

// place resolves a position without //line comments: they may point anywhere.
func (s *source) place(pos token.Pos) witness.Place {
	if !pos.IsValid() {
		return witness.Place{}
	}
	p := s.fileSet(pos).PositionFor(pos, false)
	return witness.Place{File: p.Filename, Line: p.Line, Column: p.Column}
}

// node returns the smallest statement or call around a position that is worth
// quoting, or nil.
func (s *source) node(pos token.Pos) ast.Node {
	for _, f := range s.files {
		if f.FileStart > pos || pos >= f.FileEnd {
			continue
		}
		path, _ := astutil.PathEnclosingInterval(f, pos, pos)
		for _, n := range path {
			switch n := n.(type) {
			case *ast.SendStmt, *ast.GoStmt, *ast.DeferStmt, *ast.IncDecStmt, *ast.AssignStmt, *ast.ReturnStmt, *ast.ExprStmt, *ast.DeclStmt:
				return n
			case *ast.RangeStmt:
				return &ast.RangeStmt{Key: n.Key, Value: n.Value, Tok: n.Tok, X: n.X, Body: &ast.BlockStmt{}}
			case *ast.IfStmt:
				return n.Cond
			case *ast.ForStmt:
				if n.Cond != nil && n.Cond.Pos() <= pos && pos < n.Cond.End() {
					return n.Cond
				}
			case *ast.SelectStmt:
				return &ast.SelectStmt{Body: &ast.BlockStmt{}}
			case *ast.FuncLit, *ast.FuncDecl:
				return nil
			}
		}
	}
	return nil
}

// isRange reports whether the statement at a position is a range statement.
func (s *source) isRange(pos token.Pos) bool {
	_, ok := s.node(pos).(*ast.RangeStmt)
	return ok
}

// quote returns the learner's code at a position as one line.
func (s *source) quote(pos token.Pos) string {
	if text, ok := s.cache[pos]; ok {
		return text
	}
	text := ""
	if n := s.node(pos); n != nil {
		text = s.print(n)
	}
	s.cache[pos] = text
	return text
}

// print formats a node as one line; the bodies of functions are left out.
func (s *source) print(n ast.Node) string {
	var buf bytes.Buffer
	if err := format.Node(&buf, s.fileSet(n.Pos()), n); err != nil {
		return ""
	}
	text := strings.TrimSpace(buf.String())
	first, rest, long := strings.Cut(text, "\n")
	if !long {
		return text
	}
	lines := strings.Split(rest, "\n")
	return strings.TrimSpace(first) + " … " + strings.TrimSpace(lines[len(lines)-1])
}

// name describes a value in the learner's words ("a.mu"), seen from the frame
// of a stack: parameters are followed to the arguments that callers wrote.
// It returns "" when it finds no words.
func (r *search) name(stack []*frame, task taskID, v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.Alloc:
		if isVariable(v) {
			return v.Comment
		}
	case *ssa.Global:
		return v.Name()
	case *ssa.Const:
		if v.Value != nil {
			return v.Value.ExactString()
		}
		return "nil"
	case *ssa.FreeVar:
		return r.name(nil, task, effects.Binding(v))
	case *ssa.Parameter:
		if text := r.argument(stack, task, v); text != "" {
			return text
		}
		return v.Name()
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return r.name(stack, task, v.X)
		}
	case *ssa.FieldAddr:
		if base := r.name(stack, task, v.X); base != "" {
			return base + "." + fieldName(v.X.Type(), v.Field)
		}
	case *ssa.Field:
		if base := r.name(stack, task, v.X); base != "" {
			return base + "." + fieldName(v.X.Type(), v.Field)
		}
	case *ssa.IndexAddr:
		if base := r.name(stack, task, v.X); base != "" {
			index := "…"
			if text := r.name(stack, task, v.Index); text != "" {
				index = text
			}
			return base + "[" + index + "]"
		}
	case *ssa.Lookup:
		base, index := r.name(stack, task, v.X), r.name(stack, task, v.Index)
		if base != "" && index != "" {
			return base + "[" + index + "]"
		}
	case *ssa.Extract:
		if l, ok := v.Tuple.(*ssa.Lookup); ok && v.Index == 0 {
			return r.name(stack, task, l)
		}
	case *ssa.MakeInterface:
		return r.name(stack, task, v.X)
	case *ssa.ChangeType:
		return r.name(stack, task, v.X)
	case *ssa.ChangeInterface:
		return r.name(stack, task, v.X)
	case *ssa.Phi:
		if v.Comment != "" && token.IsIdentifier(v.Comment) {
			return v.Comment
		}
	}
	return ""
}

// argument names what the caller passed for a parameter.
func (r *search) argument(stack []*frame, task taskID, p *ssa.Parameter) string {
	index := -1
	for i, q := range p.Parent().Params {
		if q == p {
			index = i
		}
	}
	if len(stack) >= 2 {
		caller := stack[len(stack)-2]
		if call, ok := caller.block.Instrs[caller.pc].(*ssa.Call); ok && call.Common().StaticCallee() == p.Parent() && index < len(call.Common().Args) {
			return r.name(stack[:len(stack)-1], task, call.Common().Args[index])
		}
		return ""
	}
	key := r.taskKeys[task]
	if call, ok := key.site.(*ssa.Go); ok && call.Common().StaticCallee() == p.Parent() && index < len(call.Common().Args) {
		return r.name(nil, key.parent, call.Common().Args[index])
	}
	if r.root.Kind == Driver && key.parent == -1 && key.site == nil && key.index < len(r.root.Calls) {
		if c := r.root.Calls[key.index]; c.Fn == p.Parent() && index < len(c.Arguments) {
			return c.Arguments[index]
		}
	}
	return ""
}

// isVariable reports whether an allocation is a variable of the program.
func isVariable(a *ssa.Alloc) bool {
	switch a.Comment {
	case "", "new", "complit", "slicelit", "makeslice", "varargs":
		return false
	}
	return token.IsIdentifier(a.Comment)
}

// fieldName names a field of a struct, or of the struct that a pointer points to.
func fieldName(t types.Type, i int) string {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if s, ok := t.Underlying().(*types.Struct); ok && i < s.NumFields() {
		return s.Field(i).Name()
	}
	return "…"
}
