package syncmodel

import (
	"go/importer"
	"go/token"
	"go/types"
	"strings"
	"testing"
)

// The table is text: a name that the library does not have would never match,
// and nobody would notice. errgroup is not part of the standard library; its
// names are checked against the methods that it is known to have.
func TestEveryNameOfTheTableExists(t *testing.T) {
	imp := importer.ForCompiler(token.NewFileSet(), "source", nil)
	for name, op := range ops {
		path, typeName, method := split(name)
		if path == "golang.org/x/sync/errgroup" {
			continue
		}
		pkg, err := imp.Import(path)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		fn := lookup(pkg, typeName, method)
		if fn == nil {
			t.Errorf("%s does not exist", name)
			continue
		}
		if fn.FullName() != name {
			t.Errorf("%s calls itself %s", name, fn.FullName())
		}
		if got := Of(fn); got != op {
			t.Errorf("Of(%s) = %d, want %d", name, got, op)
		}
	}
}

func TestErrgroupNames(t *testing.T) {
	known := map[string]bool{"Go": true, "TryGo": true, "Wait": true, "SetLimit": true, "WithContext": true}
	for name := range ops {
		if path, _, fn := split(name); path == "golang.org/x/sync/errgroup" {
			if !known[fn] {
				t.Errorf("%s", name)
			}
			delete(known, fn)
		}
	}
	if len(known) > 0 {
		t.Errorf("missing: %v", known)
	}
}

// split takes "(*sync.Mutex).Lock" or "sync.NewCond" apart.
func split(name string) (path, typeName, fn string) {
	if rest, ok := strings.CutPrefix(name, "("); ok {
		recv, fn, _ := strings.Cut(rest, ").")
		recv = strings.TrimPrefix(recv, "*")
		dot := strings.LastIndexByte(recv, '.')
		return recv[:dot], recv[dot+1:], fn
	}
	dot := strings.LastIndexByte(name, '.')
	return name[:dot], "", name[dot+1:]
}

func lookup(pkg *types.Package, typeName, name string) *types.Func {
	if typeName == "" {
		fn, _ := pkg.Scope().Lookup(name).(*types.Func)
		return fn
	}
	obj := pkg.Scope().Lookup(typeName)
	if obj == nil {
		return nil
	}
	method, _, _ := types.LookupFieldOrMethod(types.NewPointer(obj.Type()), true, pkg, name)
	if method == nil {
		method, _, _ = types.LookupFieldOrMethod(obj.Type(), true, pkg, name)
	}
	fn, _ := method.(*types.Func)
	return fn
}

func TestOfClassifiesByPackageAndVerb(t *testing.T) {
	imp := importer.ForCompiler(token.NewFileSet(), "source", nil)
	for _, c := range []struct {
		path, typeName, fn string
		want               Op
	}{
		{"sync", "Map", "Load", MapOp},
		{"sync", "Map", "Range", MapOp},
		{"sync/atomic", "", "AddInt64", AtomicAdd},
		{"sync/atomic", "", "LoadUint32", AtomicLoad},
		{"sync/atomic", "", "OrInt32", AtomicAndOr},
		{"sync/atomic", "Int64", "Add", AtomicAdd},
		{"sync/atomic", "Int64", "CompareAndSwap", AtomicCompareAndSwap},
		{"sync/atomic", "Bool", "Store", AtomicStore},
		{"sync/atomic", "Value", "Swap", AtomicSwap},
		{"sync/atomic", "Pointer", "Load", AtomicLoad},
		{"os", "File", "Read", IO},
		{"os", "File", "Name", None},
		{"os", "", "Exit", Exit},
		{"os", "", "ReadFile", None},
		{"io", "PipeWriter", "Close", IO},
		{"time", "", "Now", None},
		{"strings", "Builder", "WriteString", None},
	} {
		pkg, err := imp.Import(c.path)
		if err != nil {
			t.Fatal(err)
		}
		fn := lookup(pkg, c.typeName, c.fn)
		if fn == nil {
			t.Errorf("%v: no such function", c)
			continue
		}
		if got := Of(fn); got != c.want {
			t.Errorf("Of(%s) = %d, want %d", fn.FullName(), got, c.want)
		}
	}
	if Of(nil) != None {
		t.Error("Of(nil) is something")
	}
}

func TestKindOfLooksThroughAliasesOnly(t *testing.T) {
	imp := importer.ForCompiler(token.NewFileSet(), "source", nil)
	named := func(path, name string) types.Type {
		pkg, err := imp.Import(path)
		if err != nil {
			t.Fatal(err)
		}
		return pkg.Scope().Lookup(name).Type()
	}
	mutex := named("sync", "Mutex")
	alias := types.NewAlias(types.NewTypeName(token.NoPos, nil, "Lock", nil), mutex)
	own := types.NewNamed(types.NewTypeName(token.NoPos, types.NewPackage("p", "p"), "Mutex", nil), mutex.Underlying(), nil)
	for _, c := range []struct {
		typ  types.Type
		want Kind
		lock bool
	}{
		{mutex, Mutex, true},
		{alias, Mutex, true},
		{named("sync", "RWMutex"), RWMutex, true},
		{named("sync", "WaitGroup"), WaitGroup, false},
		{named("sync", "Once"), Once, false},
		{named("sync", "Cond"), Cond, false},
		{named("sync", "Map"), SyncMap, false},
		{named("sync", "Pool"), Pool, false},
		{named("sync/atomic", "Int32"), Atomic, false},
		{named("time", "Timer"), Timer, false},
		{named("time", "Ticker"), Timer, false},
		{named("time", "Duration"), Plain, false},
		{named("sync", "Locker"), Plain, false},
		{types.NewPointer(mutex), Plain, false},
		{own, Plain, false},
		{types.Typ[types.Int], Plain, false},
	} {
		if got := KindOf(c.typ); got != c.want || IsLock(c.typ) != c.lock {
			t.Errorf("KindOf(%v) = %d, IsLock = %t; want %d, %t", c.typ, got, IsLock(c.typ), c.want, c.lock)
		}
	}
	if !IsContext(named("context", "Context")) || IsContext(mutex) {
		t.Error("IsContext")
	}
}
