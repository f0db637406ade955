package link_test

import (
	"bytes"
	"encoding/gob"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/txtar"

	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/link"
)

// module is written for a test into a folder that it returns.
func module(t *testing.T, files string) string {
	t.Helper()
	dir := t.TempDir()
	archive := txtar.Parse([]byte("-- go.mod --\nmodule linked\n\ngo 1.26\n" + files))
	if err := os.CopyFS(dir, must(txtar.FS(archive))); err != nil {
		t.Fatal(err)
	}
	return dir
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// analyze runs the analyzer over a module and returns its actions on the module's packages, by ID.
func analyze(t *testing.T, dir string) map[string]*checker.Action {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: dir, Tests: true, Env: append(os.Environ(), "GOWORK=off")}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{link.Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	actions := make(map[string]*checker.Action)
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Fatalf("%v: %v", act, act.Err)
		}
		actions[act.Package.ID] = act
	}
	return actions
}

// linked puts a package of a module together.
func linked(t *testing.T, dir, id string) *link.Program {
	t.Helper()
	act := analyze(t, dir)[id]
	if act == nil {
		t.Fatalf("no package %s", id)
	}
	p, err := act.Result.(*link.Linker).Link()
	if err != nil {
		t.Fatal(err)
	}
	if p == nil {
		t.Fatalf("%s was not linked", id)
	}
	return p
}

// app uses what is hard to carry from one package to another.
const app = `
-- app/main.go --
package main

import (
	"fmt"
	. "linked/shelf"
	kept "linked/shelf/keep"
	_ "linked/quiet"
	"sync"
)

type box struct {
	*Shelf[string]
	sync.Mutex
	inner struct{ n int }
}

func (b *box) Size() int { return b.inner.n }

type sizer interface{ Size() int }

var total = kept.Default

func init() { total++ }

func each[T any](list []T, do func(T)) {
	for _, v := range list {
		do(v)
	}
}

func main() {
	b := &box{Shelf: New[string]()}
	put := b.Put
	defer func() { recover() }()
	go put("a")
	each([]string{"b"}, b.Put)
	for v := range b.All() {
		if v == "" {
			break
		}
		fmt.Println(v, sizer(b).Size(), total, Mode)
	}
}
-- shelf/shelf.go --
package shelf

import (
	"cmp"
	"io/fs"
	"iter"
	"maps"
	"os"
	"slices"
	"sync/atomic"
	"time"
	"unsafe"

	"linked/shelf/keep"
)

type Shelf[T comparable] struct {
	keep.Keeper
	things map[T]bool
	last   atomic.Pointer[T]
	since  time.Time
}

const Mode = os.ModeDir | fs.ModePerm

const word = unsafe.Sizeof(uintptr(0))

func New[T comparable]() *Shelf[T] {
	return &Shelf[T]{things: make(map[T]bool), since: time.Now()}
}

func (s *Shelf[T]) Put(v T) {
	s.Lock()
	defer s.Unlock()
	s.things[v] = true
	s.last.Store(&v)
	fmt(os.Stdout, time.Second)
}

func (s *Shelf[T]) All() iter.Seq[T] { return maps.Keys(s.things) }

func fmt(f *os.File, d time.Duration) {
	list := []time.Duration{d, 2 * d}
	slices.SortFunc(list, cmp.Compare[time.Duration])
	if _, err := f.WriteString(list[0].String()); err != nil {
		os.Exit(int(word))
	}
}
-- shelf/keep/keep.go --
package keep

import "sync"

type Keeper struct{ sync.Mutex }

var Default = 3
-- quiet/quiet.go --
package quiet

import _ "embed"

func init() { println("quiet") }
`

func TestAProgramOfSeveralPackages(t *testing.T) {
	dir := module(t, app)
	p := linked(t, dir, "linked/app")
	t.Run("has the code of what it imports", func(t *testing.T) { hasTheCode(t, p) })
	t.Run("has an original for every instruction of the package", func(t *testing.T) { hasOriginals(t, p) })
	t.Run("has places in the files of other packages", func(t *testing.T) { hasPlaces(t, p, dir) })
}

func hasTheCode(t *testing.T, p *link.Program) {
	var paths []string
	for _, pkg := range p.Imported {
		paths = append(paths, pkg.Pkg.Path())
	}
	if got, want := strings.Join(paths, " "), "linked/quiet linked/shelf/keep linked/shelf"; got != want {
		t.Errorf("linked packages %s, want %s", got, want)
	}
	names := make(map[string]*ssa.Function)
	for _, fn := range p.Functions {
		names[fn.String()] = fn
	}
	for _, name := range []string{"linked/app.main", "linked/app.init", "(*linked/app.box).Size", "linked/shelf.New", "(*linked/shelf.Shelf[T]).Put", "linked/shelf.fmt", "linked/shelf/keep.init", "linked/quiet.init#1"} {
		if fn := names[name]; fn == nil || len(fn.Blocks) == 0 {
			t.Errorf("%s has no body", name)
		}
	}
	// A call leads into the other package.
	if !callsInstanceOf(names["linked/app.main"], names["linked/shelf.New"]) {
		t.Error("main does not call the linked New")
	}
}

func callsInstanceOf(fn, callee *ssa.Function) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		call, ok := instr.(ssa.CallInstruction)
		return ok && call.Common().StaticCallee() != nil && call.Common().StaticCallee().Origin() == callee
	})
}

func hasOriginals(t *testing.T, p *link.Program) {
	seen := 0
	for _, fn := range flow.NewGraph(nil).Closure(p.Functions) {
		if fn.Pkg != p.Package {
			if fn.Pkg != nil && link.IsForeign(fn.Pos()) && p.Original(fn) != nil {
				t.Errorf("%s is another package's, but has an original", fn)
			}
			continue
		}
		if original := p.Original(fn); original == nil || p.Linked(original) != fn {
			t.Errorf("%s: original %v", fn, original)
		}
		for instr := range flow.Instructions(fn) {
			seen++
			original := p.OriginalInstr(instr)
			if original == nil || original == instr || original.String() != instr.String() && reflect.TypeOf(original) != reflect.TypeOf(instr) {
				t.Errorf("%s: %v: original %v", fn, instr, original)
			}
		}
	}
	if seen < 40 {
		t.Errorf("only %d instructions", seen)
	}
	inner := p.Package.Pkg.Scope().Lookup("box")
	for _, field := range fieldsOf(inner.Type()) {
		if original := p.OriginalObject(field); original == nil || original == field || original.Name() != field.Name() {
			t.Errorf("field %v: original %v", field, original)
		}
	}
	if g := p.Package.Var("total"); p.OriginalGlobal(g) == nil || p.OriginalGlobal(g) == g {
		t.Error("total has no original")
	}
}

func hasPlaces(t *testing.T, p *link.Program, dir string) {
	var put *ssa.Function
	for _, fn := range p.Functions {
		if fn.Name() == "Put" {
			put = fn
		}
	}
	if !link.IsForeign(put.Pos()) || link.IsForeign(p.Package.Func("main").Pos()) {
		t.Fatal("positions of the packages are not told apart")
	}
	at := p.Publish(put.Pos())
	if link.IsForeign(at) || p.Publish(put.Pos()) != at {
		t.Errorf("published as %d, then as %d", at, p.Publish(put.Pos()))
	}
	for _, place := range []token.Position{p.FileSet(put.Pos()).Position(put.Pos()), p.FileSet(at).Position(at)} {
		if want := filepath.Join(dir, "shelf", "shelf.go"); !sameFile(t, place.Filename, want) || place.Line != 32 {
			t.Errorf("Put is at %v, want %s:32", place, want)
		}
	}
}

func sameFile(t *testing.T, a, b string) bool {
	t.Helper()
	x, err := os.Stat(a)
	if err != nil {
		t.Error(err)
		return false
	}
	return os.SameFile(x, must(os.Stat(b)))
}

// Caches key on a fact's bytes: they are the same each time and on every machine.
func TestTheFactIsTheSameEverywhere(t *testing.T) {
	files := "\n-- box/box.go --\npackage box\n\nimport (\n\t\"slices\"\n\t\"strings\"\n\t\"sync\"\n)\n\nvar _ = slices.Max[[]int]\n\nvar _ = strings.ToUpper\n\nvar _ sync.Mutex\n"
	first, second := encoded(t, module(t, files)), encoded(t, module(t, files))
	if len(first) == 0 || !bytes.Equal(first, second) {
		t.Errorf("facts of %d and %d bytes differ", len(first), len(second))
	}
}

func encoded(t *testing.T, dir string) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, fact := range analyze(t, dir)["linked/box"].AllPackageFacts() {
		if fact.Package.Path() == "linked/box" {
			if err := gob.NewEncoder(&b).Encode(fact.Fact); err != nil {
				t.Fatal(err)
			}
		}
	}
	return b.Bytes()
}

func TestAnExternalTestIsLinkedWithoutWhatOnlyTheTestsDeclare(t *testing.T) {
	p := linked(t, module(t, `
-- box/box.go --
package box

func Open() int { return 1 }
-- box/export_test.go --
package box

var Hidden = 2
-- box/box_test.go --
package box_test

import (
	"testing"

	"linked/box"
)

func TestOpen(t *testing.T) { box.Open() }

func TestHidden(t *testing.T) { println(box.Hidden) }
`), "linked/box_test [linked/box.test]")
	if fn := p.Package.Func("TestOpen"); len(fn.Blocks) == 0 {
		t.Error("TestOpen has no body")
	}
	if fn := p.Package.Func("TestHidden"); len(fn.Blocks) != 0 {
		t.Error("TestHidden has a body, which uses what is not linked")
	}
}

func TestWhatCannotBeLinkedStaysAlone(t *testing.T) {
	large := "\n-- box/box.go --\npackage box\n\nfunc Open() {}\n\n" + strings.Repeat("// Nothing that matters.\n", 10000)
	user := "\n-- app/main.go --\npackage main\n\nimport \"linked/box\"\n\nfunc main() { box.Open() }\n"
	for _, c := range []struct{ name, files string }{
		{"a package without imports of its module", "\n-- app/main.go --\npackage main\n\nfunc main() {}\n"},
		{"too much source", large + user},
		{"assembly and no Go body", "\n-- box/box.go --\npackage box\n\nfunc Open()\n-- box/box.s --\n" + user},
	} {
		p, err := analyze(t, module(t, c.files))["linked/app"].Result.(*link.Linker).Link()
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if c.name != "assembly and no Go body" && p != nil {
			t.Errorf("%s: linked", c.name)
		}
	}
}

func fieldsOf(t types.Type) (list []*types.Var) {
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for f := range s.Fields() {
		list = append(append(list, f), fieldsOf(f.Type())...)
	}
	return slices.DeleteFunc(list, func(f *types.Var) bool { return f.Pkg().Path() != "linked/app" })
}
