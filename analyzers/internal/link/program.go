package link

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"math"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/ctrlflow"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/objectpath"

	"interleave/analyzers/internal/flow"
)

// A Program is a package together with what it imports from its module.
type Program struct {
	Package  *ssa.Package   // the package itself
	Imported []*ssa.Package // the others, dependencies first
	// Functions are those of all their source, literals left out, in a fixed order.
	Functions []*ssa.Function
	Files     []*ast.File // of Imported

	pass *analysis.Pass
	// fset holds the files of Imported, at positions that are none of the pass's. The pass's own
	// file set gets only those about which something is reported: it lives as long as an editor does.
	fset      *token.FileSet
	published map[*token.File]*token.File
	info      *types.Info                     // of the package itself
	originals map[string]*ssa.Function        // the pass's functions, by name
	linked    map[string]*ssa.Function        // those of the program
	found     map[*ssa.Function]*ssa.Function // what Original has found
	objects   map[types.Object]types.Object   // of the package itself, those of the pass
}

// firstForeign is the first position of an imported package's file.
const firstForeign = math.MaxInt / 2

// Link puts the package together with what it imports. It returns nil where it imports nothing
// from its module whose source is known, and an error where the parts do not fit: then the
// package can still be analysed on its own.
func (l *Linker) Link() (p *Program, err error) {
	if len(l.below) == 0 {
		return nil, nil
	}
	size := (&SourceFact{l.below}).size()
	for _, f := range l.pass.Files {
		size += int(f.FileEnd - f.FileStart)
	}
	if size > maxSource {
		return nil, fmt.Errorf("the whole is too large: %d bytes of source, where %d are linked", size, maxSource)
	}
	defer func() {
		if e := recover(); e != nil {
			p, err = nil, fmt.Errorf("linking %s: %v", l.pass.Pkg.Path(), e)
		}
	}()
	own := Package{Path: l.pass.Pkg.Path(), Name: l.pass.Pkg.Name()}
	if own.Uses, own.Objects, err = usesOf(l.pass, l.pass.Files, l.below); err != nil {
		return nil, err
	}
	imports := make(map[string]*types.Package)
	for _, part := range append(slices.Clone(l.below), own) {
		if err := part.restore(imports); err != nil {
			return nil, err
		}
	}
	p = &Program{pass: l.pass, fset: token.NewFileSet(), published: make(map[*token.File]*token.File), objects: make(map[types.Object]types.Object), found: make(map[*ssa.Function]*ssa.Function)}
	prog := ssa.NewProgram(l.pass.Fset, ssa.BuilderMode(0))
	prog.SetNoReturn(p.noReturn)
	others := []*types.Package{types.Unsafe}
	for _, path := range slices.Sorted(maps.Keys(imports)) {
		others = append(others, imports[path])
	}
	for _, part := range l.below {
		files, err := p.parse(part)
		if err != nil {
			return nil, err
		}
		pkg, files, info, err := check(l.pass, part.Path, p.fset, files, imports)
		if err != nil {
			return nil, err
		}
		imports[part.Path] = pkg
		p.Files = append(p.Files, files...)
		p.Imported = append(p.Imported, prog.CreatePackage(pkg, files, info, true))
	}
	pkg, files, info, err := check(l.pass, l.pass.Pkg.Path(), l.pass.Fset, l.pass.Files, imports)
	if err != nil {
		return nil, err
	}
	p.info = info
	p.Package = prog.CreatePackage(pkg, files, info, false)
	for id, obj := range info.Defs {
		if obj != nil {
			p.objects[obj] = l.pass.TypesInfo.Defs[id]
		}
	}
	parts := append(slices.Clone(p.Imported), p.Package)
	for _, part := range parts {
		others = append(others, part.Pkg.Imports()...)
	}
	for _, pkg := range others {
		if prog.Package(pkg) == nil {
			prog.CreatePackage(pkg, nil, nil, true)
		}
	}
	for _, part := range parts {
		part.Build()
	}
	p.list()
	p.match()
	return p, nil
}

// parse reads the files of an imported package.
func (p *Program) parse(part Package) (files []*ast.File, err error) {
	for _, f := range part.Files {
		// The parser takes the next free position of a file set: so the first file lies far behind
		// all of the pass.
		if p.fset.Base() < firstForeign {
			p.fset.AddFile("", firstForeign-1, 0)
		}
		file, err := parser.ParseFile(p.fset, filepath.Join(p.folder(part), f.Name), f.Text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

// folder returns where an imported package lies, as its module does: both packages belong to one.
func (p *Program) folder(part Package) string {
	own := filepath.ToSlash(filepath.Dir(fileName(p.pass, p.pass.Files[0])))
	if m := p.pass.Module; m != nil {
		within := strings.TrimPrefix(strings.TrimSuffix(plain(p.pass.Pkg.Path()), "_test"), m.Path)
		if root, ok := strings.CutSuffix(own, within); ok && strings.HasPrefix(part.Path, m.Path) {
			return filepath.FromSlash(path.Join(root, strings.TrimPrefix(part.Path, m.Path)))
		}
	}
	return part.Path
}

// check type-checks a part of the program. A function that does not fit the others stays without
// a body, and the files that are returned say so: an external test may use what the package's own
// tests declare for it, which is not linked.
func check(pass *analysis.Pass, path string, fset *token.FileSet, files []*ast.File, imports map[string]*types.Package) (*types.Package, []*ast.File, *types.Info, error) {
	var failed []types.Error
	config := types.Config{
		Sizes:     pass.TypesSizes,
		GoVersion: pass.Pkg.GoVersion(),
		Error: func(err error) {
			if e, ok := err.(types.Error); !ok || !e.Soft {
				failed = append(failed, e)
			}
		},
		Importer: importer(func(path string) (*types.Package, error) {
			if path == "unsafe" {
				return types.Unsafe, nil
			}
			if pkg := imports[path]; pkg != nil {
				return pkg, nil
			}
			// Nothing of it is used by name: it is imported for its effects.
			pkg := types.NewPackage(path, "unused")
			pkg.MarkComplete()
			return pkg, nil
		}),
	}
	for {
		info := &types.Info{
			Types:        make(map[ast.Expr]types.TypeAndValue),
			Defs:         make(map[*ast.Ident]types.Object),
			Uses:         make(map[*ast.Ident]types.Object),
			Implicits:    make(map[ast.Node]types.Object),
			Instances:    make(map[*ast.Ident]types.Instance),
			Scopes:       make(map[ast.Node]*types.Scope),
			Selections:   make(map[*ast.SelectorExpr]*types.Selection),
			FileVersions: make(map[*ast.File]string),
		}
		failed = nil
		pkg, _ := config.Check(path, fset, files, info)
		if len(failed) == 0 {
			return pkg, files, info, nil
		}
		var dropped bool
		if files, dropped = withoutBodies(files, failed); !dropped {
			return nil, nil, nil, failed[0]
		}
	}
}

// withoutBodies returns files in which the functions with errors have no body, and whether that
// makes a difference. The syntax that it is given stays as it is: others read it.
func withoutBodies(files []*ast.File, errs []types.Error) (changed []*ast.File, dropped bool) {
	changed = slices.Clone(files)
	for i, f := range files {
		for j, decl := range f.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || fn.Body == nil || !slices.ContainsFunc(errs, func(e types.Error) bool { return fn.Body.Pos() <= e.Pos && e.Pos < fn.Body.End() }) {
				continue
			}
			if changed[i] == f {
				copied := *f
				copied.Decls = slices.Clone(f.Decls)
				changed[i] = &copied
			}
			declared := *fn
			declared.Body = nil
			changed[i].Decls[j] = &declared
			dropped = true
		}
	}
	return changed, dropped
}

type importer func(path string) (*types.Package, error)

func (f importer) Import(path string) (*types.Package, error) { return f(path) }

// list notes the functions of the source.
func (p *Program) list() {
	for _, pkg := range append(slices.Clone(p.Imported), p.Package) {
		p.Functions = append(p.Functions, pkg.Func("init"))
		for _, name := range slices.Sorted(maps.Keys(pkg.Members)) {
			if fn, ok := pkg.Members[name].(*ssa.Function); ok {
				p.Functions = append(p.Functions, fn)
			}
		}
		p.Functions = slices.AppendSeq(p.Functions, flow.Methods(pkg))
	}
}

// noReturn reports whether a function is known not to return, as ctrlflow knows it.
func (p *Program) noReturn(fn *types.Func) bool {
	original, ok := p.OriginalObject(fn).(*types.Func)
	return ok && p.pass.ResultOf[ctrlflow.Analyzer].(*ctrlflow.CFGs).NoReturn(original)
}

// OriginalObject returns what the pass knows a declaration of the program as, or nil.
func (p *Program) OriginalObject(obj types.Object) types.Object {
	if obj.Pkg() == nil {
		return obj
	}
	if p.Package != nil && obj.Pkg() == p.Package.Pkg || p.objects[obj] != nil {
		return p.objects[obj]
	}
	pkg := find(p.pass.Pkg, plain(obj.Pkg().Path()))
	if pkg == nil {
		return nil
	}
	path, err := objectpath.For(obj)
	if err != nil {
		return nil
	}
	original, err := objectpath.Object(pkg, path)
	if err != nil {
		return nil
	}
	return original
}

// find returns the package of a path among those that a package imports.
func find(pkg *types.Package, path string) *types.Package {
	for _, imported := range pkg.Imports() {
		if plain(imported.Path()) == path {
			return imported
		}
	}
	return nil
}
