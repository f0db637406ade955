package effects_test

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
)

// summarise runs the pass over a module of some files and returns the summary of
// its package p. Facts have want comments in the files; others make t fail.
func summarise(t analysistest.Testing, dir string, files map[string]string) *effects.Result {
	files["go.mod"] = "module m\n\ngo 1.26\n"
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Errorf("%v", err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Errorf("%v", err)
		}
	}
	for _, r := range analysistest.Run(t, dir, effects.Analyzer, "./...") {
		if result, ok := r.Result.(*effects.Result); ok && r.Action.Package.Types.Name() == "p" {
			return result
		}
	}
	t.Errorf("no result")
	return nil
}

// silent takes no notice of facts without a want comment.
type silent struct{}

func (silent) Errorf(string, ...any) {}

func of(t *testing.T, source string) *effects.Result {
	t.Helper()
	r := summarise(silent{}, t.TempDir(), map[string]string{"p/p.go": source})
	if r == nil {
		t.Fatal("no result")
	}
	return r
}

func function(t *testing.T, r *effects.Result, name string) (*ssa.Function, *effects.Function) {
	t.Helper()
	for _, fn := range r.Order {
		if fn.Name() == name {
			return fn, r.Functions[fn]
		}
	}
	t.Fatalf("no function %s", name)
	return nil, nil
}

func paths(list []effects.Held) (text []string) {
	for _, h := range list {
		s := h.Path.String()
		if h.Read {
			s += " (read)"
		}
		text = append(text, s)
	}
	slices.Sort(text)
	return slices.Compact(text)
}

const header = `package p

import "sync"

type T struct {
	mu  sync.RWMutex
	n   int
	ok  bool
	sub struct{ mu sync.Mutex }
}

`

// Each function touches t.n once; must and may are the locks there.
func TestLockStateAtAnAccess(t *testing.T) {
	cases := []struct{ name, body, must, may string }{
		{"none", "t.n = 1", "", ""},
		{"straight", "t.mu.Lock(); t.n = 1; t.mu.Unlock()", "t.mu", "t.mu"},
		{"after the unlock", "t.mu.Lock(); t.mu.Unlock(); t.n = 1", "", ""},
		{"deferred unlock", "t.mu.Lock(); defer t.mu.Unlock(); t.n = 1", "t.mu", "t.mu"},
		{"read lock", "t.mu.RLock(); defer t.mu.RUnlock(); _ = t.n", "t.mu (read)", "t.mu (read)"},
		{"conditional lock", "if t.ok { t.mu.Lock(); defer t.mu.Unlock() }; t.n = 1", "", "t.mu"},
		{"both branches lock", "if b { t.mu.Lock() } else { t.mu.Lock() }; t.n = 1; t.mu.Unlock()", "t.mu", "t.mu"},
		{"one branch unlocks", "t.mu.Lock(); if b { t.mu.Unlock() }; t.n = 1", "", "t.mu"},
		{"early return", "t.mu.Lock(); if b { t.mu.Unlock(); return }; t.n = 1; t.mu.Unlock()", "t.mu", "t.mu"},
		{"in a loop", "for range 3 { t.mu.Lock(); t.n = 1; t.mu.Unlock() }", "t.mu", "t.mu"},
		{"around a loop", "t.mu.Lock(); for range 3 { t.n = 1 }; t.mu.Unlock()", "t.mu", "t.mu"},
		{"two locks", "t.mu.Lock(); t.sub.mu.Lock(); t.n = 1; t.sub.mu.Unlock(); t.mu.Unlock()", "t.mu t.sub.mu", "t.mu t.sub.mu"},
		{"another object", "o.mu.Lock(); t.n = 1; o.mu.Unlock()", "o.mu", "o.mu"},
		{"try lock", "if t.mu.TryLock() { t.n = 1; t.mu.Unlock() }", "t.mu", "t.mu"},
		{"wrapper", "t.lock(); t.n = 1; t.unlock()", "t.mu", "t.mu"},
		{"after a wrapper", "t.lock(); t.unlock(); t.n = 1", "", ""},
		{"two wrappers deep", "t.lockTwice(); t.n = 1; t.unlock()", "t.mu", "t.mu"},
		{"goto", "again: t.mu.Lock(); if b { t.mu.Unlock(); goto again }; t.n = 1; t.mu.Unlock()", "t.mu", "t.mu"},
		{"too many ways", "if b { a.Lock() }; if b { c.Lock() }; if b { d.Lock() }; if b { e.Lock() }; t.n = 1", "?", "?"},
	}
	source := header + `var a, c, d, e sync.Mutex

func (t *T) lock() { t.mu.Lock() }
func (t *T) unlock() { t.mu.Unlock() }
func (t *T) lockTwice() { t.lock() }
`
	for i, c := range cases {
		source += fmt.Sprintf("\nfunc (t *T) F%d(o *T, b bool) {\n\t%s\n}\n", i, strings.ReplaceAll(c.body, "; ", "\n\t"))
	}
	r := of(t, source)
	for i, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, f := function(t, r, fmt.Sprintf("F%d", i))
			var found []effects.Access
			for _, a := range f.Accesses {
				if a.Path.String() == "t.n" {
					found = append(found, a)
				}
			}
			if c.must == "?" {
				// Beyond the bound nothing is known, and so nothing is said.
				if len(found) != 0 && len(found[0].Must) != 0 {
					t.Errorf("must %v", paths(found[0].Must))
				}
				return
			}
			if len(found) != 1 {
				t.Fatalf("%d accesses to t.n", len(found))
			}
			if must := strings.Join(paths(found[0].Must), " "); must != c.must {
				t.Errorf("must hold %q, want %q", must, c.must)
			}
			if may := strings.Join(paths(found[0].May), " "); may != c.may {
				t.Errorf("may hold %q, want %q", may, c.may)
			}
		})
	}
}

func TestHelpersHaveTheLocksThatAllCallersHold(t *testing.T) {
	r := of(t, header+`
func (t *T) Inc() { t.mu.Lock(); defer t.mu.Unlock(); t.inc() }
func (t *T) Add(n int) { t.mu.Lock(); t.inc(); t.deep(); t.mu.Unlock() }
func (t *T) inc() { t.n++; t.deep() }
func (t *T) deep() { t.n-- }
func (t *T) Mixed() { t.mixed() }
func (t *T) Other() { t.mu.Lock(); t.mixed(); t.mu.Unlock() }
func (t *T) mixed() { t.n++ }
func (t *T) Spawn() { t.mu.Lock(); go t.started(); t.mu.Unlock() }
func (t *T) started() { t.n++ }
func (t *T) Value() { t.mu.Lock(); f := t.valued; f(); t.mu.Unlock() }
func (t *T) valued() { t.n++ }
func Free(t *T) { t.mu.Lock(); defer t.mu.Unlock(); free(1, t) }
func free(n int, x *T) { x.n = n }
`)
	for name, want := range map[string]string{
		"inc": "t.mu", "deep": "t.mu", "mixed": "", "started": "", "free": "x.mu", "Inc": "", "valued": "",
	} {
		_, f := function(t, r, name)
		if got := strings.Join(paths(f.Entry), " "); got != want {
			t.Errorf("%s: entry locks %q, want %q", name, got, want)
		}
	}
	if _, f := function(t, r, "started"); !f.Task {
		t.Error("started is not seen to be started")
	}
}

func TestNetEffectsOfWrappers(t *testing.T) {
	r := of(t, header+`
var global sync.Mutex

func (t *T) lock() { t.mu.Lock() }
func (t *T) rlock() { t.mu.RLock() }
func (t *T) unlock() { t.mu.Unlock() }
func (t *T) both() { t.mu.Lock(); t.n++; t.mu.Unlock() }
func (t *T) deferred() { t.mu.Lock(); defer t.mu.Unlock(); t.n++ }
func (t *T) perhaps(b bool) { if b { t.mu.Lock() } }
func (t *T) inner() { t.sub.mu.Lock() }
func (t *T) through() { t.lock(); t.inner() }
func lockGlobal() { global.Lock() }
func unlockGlobal() { global.Unlock() }
`)
	for _, c := range []struct{ name, net, drops string }{
		{"lock", "t.mu", ""},
		{"rlock", "t.mu (read)", ""},
		{"unlock", "", "t.mu"},
		{"both", "", ""},
		{"deferred", "", ""},
		{"perhaps", "", ""},
		{"inner", "t.sub.mu", ""},
		{"through", "t.mu t.sub.mu", ""},
		{"lockGlobal", "global", ""},
		{"unlockGlobal", "", "global"},
	} {
		_, f := function(t, r, c.name)
		if got := strings.Join(paths(f.Net), " "); got != c.net {
			t.Errorf("%s: net %q, want %q", c.name, got, c.net)
		}
		var drops []string
		for _, d := range f.Drops {
			drops = append(drops, d.String())
		}
		if got := strings.Join(drops, " "); got != c.drops {
			t.Errorf("%s: drops %q, want %q", c.name, got, c.drops)
		}
	}
}

func TestAcquiresWhileHolding(t *testing.T) {
	r := of(t, header+`
func (t *T) Both(o *T) { t.mu.Lock(); defer t.mu.Unlock(); o.mu.Lock(); defer o.mu.Unlock() }
func (t *T) one() { t.mu.Lock(); t.n++; t.mu.Unlock() }
func (t *T) Callee(o *T) { t.mu.Lock(); o.one(); t.mu.Unlock() }
func (t *T) Never(o *T) { t.one(); o.one() }
`)
	for name, want := range map[string]string{"Both": "o.mu while t.mu", "Callee": "o.mu while t.mu", "Never": ""} {
		_, f := function(t, r, name)
		var got []string
		for _, a := range f.Acquires {
			for _, h := range a.Held {
				got = append(got, a.Lock.Path.String()+" while "+h.Path.String())
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestGuardsAreInferredFromWritesUnderALock(t *testing.T) {
	r := of(t, `package p

import "sync"

type T struct {
	mu    sync.Mutex
	other sync.Mutex
	a     int // written under mu, read without
	b     map[string]int // written under mu only
	c     int // never written under a lock
	d     int // only read under mu
	e     int // written under other
	f     int // written by the constructor, then under mu
}

var global sync.Mutex

type G struct{ n int }

func New() *T { t := &T{}; t.f = 1; t.b = make(map[string]int); return t }

func (t *T) Write() {
	t.mu.Lock()
	t.a = 1
	t.b["x"] = 1
	t.f = 2
	_ = t.d
	t.mu.Unlock()
	t.c = 1
	t.other.Lock()
	t.e = 1
	t.other.Unlock()
}

func (t *T) Read() int { return t.a }

func (t *T) helperLocked() { t.a++ }

func (g *G) Set() { global.Lock(); g.n++; global.Unlock() }
func (g *G) Get() int { return g.n }
`)
	var got []string
	for _, g := range r.Guards {
		got = append(got, fmt.Sprintf("%s by %s: %d locked, %d not", g.Field.Name(), g.Name(), len(g.Locked), len(g.Unlocked)))
	}
	want := []string{
		"a by mu: 1 locked, 1 not",
		"b by mu: 2 locked, 0 not",
		"e by other: 1 locked, 0 not",
		"f by mu: 1 locked, 0 not",
		"n by global: 2 locked, 1 not",
	}
	if !slices.Equal(got, want) {
		t.Errorf("guards\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

const store = `package store

import "sync"

type Store struct {
	Mu  sync.RWMutex // want Mu:"none"
	N   int // want N:"guarded by Mu .2 of 2."
	own int
}

func (s *Store) Inc() { // want Inc:"locks.1 acquired, 0 kept, 0 dropped."
	s.Mu.Lock()
	s.N++
	s.own++
	s.Mu.Unlock()
}

func (s *Store) Lock() { s.Mu.Lock() } // want Lock:"locks.1 acquired, 1 kept, 0 dropped."
func (s *Store) Unlock() { s.Mu.Unlock() } // want Unlock:"locks.0 acquired, 0 kept, 1 dropped."
func (s *Store) Quiet() int { return 1 }
func (s *Store) inner() { s.Mu.Lock(); s.Mu.Unlock() }
`

func TestFactsCrossPackages(t *testing.T) {
	r := summarise(t, t.TempDir(), map[string]string{
		"store/store.go": strings.ReplaceAll(store, ` // want Mu:"none"`, ""),
		// A test changes no facts of its package.
		"store/store_test.go": "package store\n\nimport \"testing\"\n\nfunc TestN(t *testing.T) { var s Store; s.N = 1; go func() { s.N = 2 }() }\n\nfunc (s *Store) Helper() { s.Mu.Lock() }\n",
		"p/p.go": `package p

import "m/store"

type T struct{ s *store.Store; n int }

func (t *T) set() {
	t.s.Lock()
	t.n = 1
	t.s.Unlock()
	t.n = 2
}
`,
	})
	_, f := function(t, r, "set")
	var held []string
	for _, a := range f.Accesses {
		if a.Path.String() == "t.n" {
			held = append(held, strings.Join(paths(a.Must), " "))
		}
	}
	if want := []string{"t.s.Mu", ""}; !slices.Equal(held, want) {
		t.Errorf("locks at the accesses: %q, want %q", held, want)
	}
}

func TestFactsEncodeToTheSameBytes(t *testing.T) {
	lock := effects.LockFact{
		Acquires: []effects.AcquireFact{{Lock: effects.HeldFact{Path: effects.PathFact{Parameter: 1, Fields: ".mu"}, Read: true}, Held: []effects.HeldFact{{Path: effects.PathFact{Fields: ".mu"}}}}},
		Net:      []effects.HeldFact{{Path: effects.PathFact{Fields: ".a.mu"}}},
		Drops:    []effects.PathFact{{Parameter: 2, Fields: ".mu"}},
	}
	guard := effects.GuardFact{Lock: "Mu", Locked: 2, Total: 3, Example: "store/store.go:14", In: "(*Store).Inc"}
	for _, fact := range []any{&lock, &guard} {
		var a, b bytes.Buffer
		for _, w := range []*bytes.Buffer{&a, &b} {
			if err := gob.NewEncoder(w).Encode(fact); err != nil {
				t.Fatal(err)
			}
		}
		if a.Len() == 0 || !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("%T encodes to %d and %d bytes that differ", fact, a.Len(), b.Len())
		}
	}
}

// What two runs export is the same, in the same order: caches key on it.
func TestTwoRunsExportTheSameFacts(t *testing.T) {
	dump := func() string {
		dir := t.TempDir()
		summarise(silent{}, dir, map[string]string{"p/p.go": strings.Replace(store, "package store", "package p", 1)})
		var b bytes.Buffer
		for _, r := range analysistest.Run(silent{}, dir, effects.Analyzer, "./...") {
			var lines []string
			for _, f := range r.Action.AllObjectFacts() {
				var data bytes.Buffer
				if err := gob.NewEncoder(&data).Encode(f.Fact); err != nil {
					t.Fatal(err)
				}
				lines = append(lines, fmt.Sprintf("%v %T %x", f.Object, f.Fact, data.Bytes()))
			}
			slices.Sort(lines)
			b.WriteString(strings.Join(lines, "\n"))
		}
		return b.String()
	}
	a, b := dump(), dump()
	if a == "" || a != b {
		t.Errorf("facts of two runs:\n%s\n\n%s", a, b)
	}
}

func TestEntrances(t *testing.T) {
	r := of(t, header+`
func (t *T) A() { t.mid() }
func (t *T) B() { go t.task() }
func (t *T) mid() { t.low() }
func (t *T) low() { func() { t.n++ }() }
func (t *T) task() { t.low() }
func (t *T) unused() { t.n++ }
`)
	for name, want := range map[string]string{"low": "A B/go", "mid": "A", "A": "A", "task": "B/go", "unused": "unused", "low$1": "A B/go"} {
		var fn *ssa.Function
		for f := range r.Functions {
			if f.Name() == name {
				fn = f
			}
		}
		if fn == nil {
			t.Errorf("no function %s", name)
			continue
		}
		var got []string
		for _, e := range r.Entrances(fn) {
			name := e.Fn.Name()
			if e.Starts {
				name += "/go"
			}
			got = append(got, name)
		}
		slices.Sort(got)
		if strings.Join(got, " ") != want {
			t.Errorf("entrances of %s: %v, want %s", name, got, want)
		}
	}
}
