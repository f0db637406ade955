package explore

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"testing"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"
)

// TestLiveValuesHaveRegistersOfTheirOwn looks at functions whose values are many, swap places,
// are needed after a panic, or are needed by nobody.
func TestLiveValuesHaveRegistersOfTheirOwn(t *testing.T) {
	const source = `package p

import "errors"

func swaps(a, b []int, n int) ([]int, []int) {
	for i := 0; i < n; i++ {
		a, b = b, a
		if len(a) > i {
			a = append(a, i)
		}
	}
	return a, b
}

func chain(n int) int {
	a := n + 1
	b := a * 2
	c := b - 3
	d := c * c
	e := d + 5
	f := e * 7
	return f - 1
}

func recovers(work func() (string, error)) (result string, err error) {
	done := make(chan string, 1)
	defer func() {
		if p := recover(); p != nil {
			err = errors.New("panicked")
		}
		done <- result
	}()
	result, err = work()
	if err != nil {
		_, _ = work()
		return "", err
	}
	return result, nil
}

func closures(list []func() int) (sum int) {
	add := func(n int) { sum += n }
	for i, f := range list {
		switch {
		case i%2 == 0:
			add(f())
		case f == nil:
			continue
		default:
			go add(i)
		}
	}
	select {}
}
`
	pkg := packageOf(t, source)
	var fns []*ssa.Function
	for fn := range ssautil.AllFunctions(pkg.Prog) {
		if fn.Pkg == pkg && len(fn.Blocks) > 0 {
			fns = append(fns, fn)
		}
	}
	relevance := newRelevance(fns)
	for _, fn := range fns {
		c := newCode(fn, relevance)
		for _, b := range fn.Blocks {
			set := c.liveOut(b)
			for _, instr := range slices.Backward(b.Instrs) {
				if v, ok := instr.(ssa.Value); ok {
					if i, followed := c.values[v]; followed {
						set.set(i) // also where nobody needs it: writing it must not hurt another one
					}
				}
				holds := make(map[int]int)
				for i := range set.all() {
					if other, taken := holds[c.register[i]]; taken {
						t.Errorf("%s: values %d and %d share register %d behind %s", fn, other, i, c.register[i], instr)
					}
					holds[c.register[i]] = i
				}
				c.transfer(set, instr)
			}
		}
	}
	if c := newCode(pkg.Func("swaps"), relevance); c.size >= len(c.values) {
		t.Errorf("%d registers for %d values: none is used twice", c.size, len(c.values))
	}
}

// packageOf builds a package of one file.
func packageOf(t *testing.T, source string) *ssa.Package {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	pkg, _, err := ssautil.BuildPackage(&types.Config{Importer: importer.ForCompiler(fset, "source", nil)}, fset, types.NewPackage("p", ""), []*ast.File{file}, ssa.InstantiateGenerics)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}
