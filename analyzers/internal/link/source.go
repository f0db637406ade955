package link

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/gcexportdata"
)

// maxSource bounds a SourceFact and a Program, in bytes: some 4,000 lines. Where more comes together,
// the search of a program ends at its budget in any case, and the analysis would only take longer.
const maxSource = 128 << 10

// A SourceFact on a package is its source, and that of the packages of the module below it:
// facts about packages reach direct importers only.
type SourceFact struct {
	Packages []Package // dependencies before those that import them; the package itself is the last
}

// A Package is the source of one, tests left out.
type Package struct {
	Path, Name string
	Files      []File
	// Uses is export data of an invented package that has one declaration for each object
	// which the source uses of packages that are not linked; Objects says which they are.
	Uses    []byte
	Objects []Object
}

// A File is one of a package's files.
type File struct {
	Name string // without folder: facts are the same on every machine
	Text []byte
}

// An Object is a declaration of a package that is not linked.
type Object struct{ Package, PackageName, Name string }

// AFact marks SourceFact as a fact.
func (*SourceFact) AFact() {}

func (f *SourceFact) String() string {
	return fmt.Sprintf("source(%d packages, %d bytes)", len(f.Packages), f.size())
}

func (f *SourceFact) size() (n int) {
	for _, p := range f.Packages {
		n += len(p.Uses)
		for _, file := range p.Files {
			n += len(file.Text)
		}
	}
	return n
}

// importedSource lists the packages whose source has reached the pass, dependencies first.
func importedSource(pass *analysis.Pass) (list []Package) {
	imports := slices.Clone(pass.Pkg.Imports())
	slices.SortFunc(imports, func(a, b *types.Package) int { return cmp.Compare(a.Path(), b.Path()) })
	for _, imported := range imports {
		fact := &SourceFact{}
		if !pass.ImportPackageFact(imported, fact) {
			continue
		}
		for _, p := range fact.Packages {
			if !contains(list, p.Path) {
				list = append(list, p)
			}
		}
	}
	return list
}

func contains(list []Package, path string) bool {
	return slices.ContainsFunc(list, func(p Package) bool { return p.Path == path })
}

// errNoSource says that a package's source is not all that it is made of, or too large.
var errNoSource = errors.New("no source to link")

// sourceOf reads the source of the pass's package, its tests left out.
func sourceOf(pass *analysis.Pass, below []Package) (Package, error) {
	p := Package{Path: plain(pass.Pkg.Path()), Name: pass.Pkg.Name()}
	var files []*ast.File
	size := 0
	for _, f := range pass.Files {
		name := fileName(pass, f)
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		if !strings.HasSuffix(name, ".go") || importsC(f) {
			return Package{}, errNoSource
		}
		text, err := pass.ReadFile(name)
		if err != nil {
			return Package{}, errNoSource // it was made while the package was built
		}
		if size += len(text); size > maxSource {
			return Package{}, errNoSource
		}
		files = append(files, f)
		p.Files = append(p.Files, File{filepath.Base(name), text})
	}
	if len(files) == 0 {
		return Package{}, errNoSource
	}
	var err error
	p.Uses, p.Objects, err = usesOf(pass, files, below)
	return p, err
}

// plain is the path by which source code imports a package: one that is compiled anew for a test has
// a path like "m/p [m/p.test]".
func plain(path string) string {
	path, _, _ = strings.Cut(path, " [")
	return path
}

func fileName(pass *analysis.Pass, f *ast.File) string { return pass.Fset.File(f.FileStart).Name() }

func importsC(f *ast.File) bool {
	return slices.ContainsFunc(f.Imports, func(spec *ast.ImportSpec) bool { return spec.Path.Value == `"C"` })
}

// usesOf exports the declarations that some files of the pass use of packages that are not linked.
func usesOf(pass *analysis.Pass, files []*ast.File, below []Package) (data []byte, objects []Object, err error) {
	used := make(map[Object]types.Object)
	for _, f := range files {
		for n := range ast.Preorder(f) {
			id, ok := n.(*ast.Ident)
			if !ok {
				continue
			}
			obj := pass.TypesInfo.Uses[id]
			if obj == nil || obj.Pkg() == nil || obj.Pkg() == pass.Pkg || obj.Pkg() == types.Unsafe || obj.Parent() != obj.Pkg().Scope() || contains(below, plain(obj.Pkg().Path())) {
				continue
			}
			used[Object{plain(obj.Pkg().Path()), obj.Pkg().Name(), obj.Name()}] = obj
		}
	}
	for o := range used {
		objects = append(objects, o)
	}
	slices.SortFunc(objects, func(a, b Object) int { return cmp.Or(cmp.Compare(a.Package, b.Package), cmp.Compare(a.Name, b.Name)) })
	invented := types.NewPackage(usesPath(pass.Pkg.Path()), "uses")
	for i, o := range objects {
		invented.Scope().Insert(standIn(invented, usedName(i), used[o]))
	}
	invented.MarkComplete()
	defer func() {
		if p := recover(); p != nil {
			err = errNoSource // a declaration that export data has no form for
		}
	}()
	var b bytes.Buffer
	if err := gcexportdata.Write(&b, token.NewFileSet(), invented); err != nil {
		return nil, nil, errNoSource
	}
	return b.Bytes(), objects, nil
}

func usesPath(path string) string { return path + " uses" }

func usedName(i int) string { return fmt.Sprintf("U%d", i) }

// standIn declares under another name what an object is. Of a type it declares a variable,
// which brings the type with it.
func standIn(pkg *types.Package, name string, obj types.Object) types.Object {
	switch obj := obj.(type) {
	case *types.Const:
		return types.NewConst(token.NoPos, pkg, name, obj.Type(), obj.Val())
	case *types.Func:
		return types.NewFunc(token.NoPos, pkg, name, obj.Signature())
	}
	return types.NewVar(token.NoPos, pkg, name, obj.Type())
}

// restore declares in the packages that are not linked what a linked one uses of them. imports
// holds these packages by path, and gets those that are new.
func (p Package) restore(imports map[string]*types.Package) error {
	invented, err := gcexportdata.Read(bytes.NewReader(p.Uses), token.NewFileSet(), imports, usesPath(p.Path))
	if err != nil {
		return fmt.Errorf("uses of %s: %w", p.Path, err)
	}
	delete(imports, usesPath(p.Path))
	for path, pkg := range imports {
		imports[plain(path)] = pkg
	}
	for i, o := range p.Objects {
		pkg := imports[o.Package]
		if pkg == nil {
			pkg = types.NewPackage(o.Package, o.PackageName)
			imports[o.Package] = pkg
		}
		if pkg.Scope().Lookup(o.Name) != nil {
			continue // a type, or what another package uses as well
		}
		if obj := invented.Scope().Lookup(usedName(i)); obj != nil {
			pkg.Scope().Insert(standIn(pkg, o.Name, obj))
		}
	}
	for _, pkg := range imports {
		pkg.MarkComplete()
	}
	return nil
}
