package effects

import (
	"fmt"
	"go/types"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/syncmodel"
)

// A LockFact on a function says what it does to locks that its caller can name.
// It is small, sorted and free of positions, so that build caches can key on it.
type LockFact struct {
	Acquires []AcquireFact // at most maxAcquires
	Net      []HeldFact
	Drops    []PathFact
}

// An AcquireFact is an Acquire in terms of parameters.
type AcquireFact struct {
	Lock HeldFact
	Held []HeldFact
}

// A HeldFact is a Held in terms of parameters.
type HeldFact struct {
	Path PathFact
	Read bool
}

// A PathFact is a path that starts at a parameter (the receiver is parameter 0).
type PathFact struct {
	Parameter int
	Fields    string
}

// AFact marks LockFact as a fact.
func (*LockFact) AFact() {}

func (f *LockFact) String() string {
	return fmt.Sprintf("locks(%d acquired, %d kept, %d dropped)", len(f.Acquires), len(f.Net), len(f.Drops))
}

// A GuardFact on a field says which lock its own package holds when it uses it.
type GuardFact struct {
	Lock    string // the sibling field that guards it: "Mu"
	Locked  int    // how many places hold it
	Total   int    // of how many
	Example string // one that writes, as text: "store/store.go:14"
	In      string // the function of Example: "(*Store).Inc"
}

// AFact marks GuardFact as a fact.
func (*GuardFact) AFact() {}

func (f *GuardFact) String() string {
	return fmt.Sprintf("guarded by %s (%d of %d)", f.Lock, f.Locked, f.Total)
}

// exportFacts publishes what importers need. Tests change no facts: importers
// are compiled against the package without them.
func (s *summariser) exportFacts() {
	for _, fn := range s.result.Order {
		obj, ok := fn.Object().(*types.Func)
		if !ok || !obj.Exported() || InTest(fn) || fn.Parent() != nil {
			continue
		}
		if fact := lockFact(s.result.Functions[fn]); fact != nil {
			s.pass.ExportObjectFact(obj.Origin(), fact)
		}
	}
	for _, g := range s.result.Guards {
		if g.Sibling == nil || !g.Field.Exported() || g.Field.Pkg() != s.pass.Pkg {
			continue
		}
		if fact := s.guardFact(g); fact != nil {
			s.pass.ExportObjectFact(g.Field, fact)
		}
	}
}

// Wrapper tells whether a function of another package does to one lock of its
// receiver or first parameter what Lock, Unlock, RLock or RUnlock do, and nothing
// else to locks: it returns which, and the path of fields to the lock. Whether a
// lock is held for reading shows in the fact of the function that takes it only;
// a release is therefore an Unlock or RUnlock alike.
func (r *Result) Wrapper(fn *types.Func) (op syncmodel.Op, fields string, ok bool) {
	fact := &LockFact{}
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == r.pkg || !r.importFact(fn.Origin(), fact) {
		return syncmodel.None, "", false
	}
	switch {
	case len(fact.Net) == 1 && len(fact.Acquires) == 1 && len(fact.Drops) == 0 && fact.Net[0].Path.Parameter == 0:
		op = syncmodel.Lock
		if fact.Net[0].Read {
			op = syncmodel.RLock
		}
		return op, fact.Net[0].Path.Fields, true
	case len(fact.Net) == 0 && len(fact.Acquires) == 0 && len(fact.Drops) == 1 && fact.Drops[0].Parameter == 0:
		return syncmodel.Unlock, fact.Drops[0].Fields, true
	}
	return syncmodel.None, "", false
}

// ImportedGuard returns what the package of a field of another package says of its guard.
// Other passes must ask here: not every driver hands them the facts of this one.
func (r *Result) ImportedGuard(field *types.Var) (guard GuardFact, ok bool) {
	ok = field.Pkg() != nil && field.Pkg() != r.pkg && r.importFact(field, &guard)
	return guard, ok
}

// InTest reports whether a function stands in a test file.
func InTest(fn *ssa.Function) bool {
	return strings.HasSuffix(fn.Prog.Fset.PositionFor(fn.Pos(), false).Filename, "_test.go")
}

func lockFact(f *Function) *LockFact {
	fact := &LockFact{}
	for _, a := range f.Acquires {
		lock, ok := heldFact(a.Lock)
		if !ok {
			continue
		}
		af := AcquireFact{Lock: lock}
		for _, h := range a.Held {
			if hf, ok := heldFact(h); ok {
				af.Held = append(af.Held, hf)
			}
		}
		fact.Acquires = append(fact.Acquires, af)
	}
	for _, h := range f.Net {
		if hf, ok := heldFact(h); ok {
			fact.Net = append(fact.Net, hf)
		}
	}
	for _, d := range f.Drops {
		if hf, ok := heldFact(Held{Path: d}); ok {
			fact.Drops = append(fact.Drops, hf.Path)
		}
	}
	if len(fact.Acquires)+len(fact.Net)+len(fact.Drops) == 0 {
		return nil
	}
	return fact
}

func heldFact(h Held) (HeldFact, bool) {
	i := h.Path.Parameter()
	return HeldFact{PathFact{i, h.Path.Fields}, h.Read}, i >= 0
}

func (s *summariser) guardFact(g Guard) *GuardFact {
	fact := &GuardFact{Lock: g.Sibling.Name()}
	for _, a := range g.Locked {
		if InTest(a.Instr.Parent()) {
			continue
		}
		fact.Locked++
		fact.Total++
		if a.Write && fact.Example == "" {
			p := s.pass.Fset.PositionFor(a.Pos, false)
			fact.Example = fmt.Sprintf("%s/%s:%d", s.pass.Pkg.Path(), filepath.Base(p.Filename), p.Line)
			fact.In = a.Instr.Parent().RelString(s.pass.Pkg)
		}
	}
	for _, a := range g.Unlocked {
		if !InTest(a.Instr.Parent()) {
			fact.Total++
		}
	}
	if fact.Example == "" {
		return nil
	}
	return fact
}

// A calleeSummary is what a callee leaves locked and unlocked, in the caller's terms.
type calleeSummary struct {
	net   []Held
	drops []Path
}

// calleeSummary returns what a direct call leaves locked and unlocked: from this package's
// summaries or an imported fact. It is empty for calls that are not understood.
func (s *summariser) calleeSummary(common *ssa.CallCommon) (result calleeSummary) {
	callee := staticCallee(common)
	if callee == nil || isWrapper(callee) {
		return result
	}
	if f := s.result.Functions[callee]; f != nil {
		for _, h := range f.Net {
			if _, ok := h.Path.Root.(*ssa.Global); ok {
				result.net = append(result.net, h)
			}
		}
		for _, d := range f.Drops {
			if _, ok := d.Root.(*ssa.Global); ok {
				result.drops = append(result.drops, d)
			}
		}
	}
	fact := s.factOf(callee)
	if fact == nil {
		return result
	}
	for _, h := range fact.Net {
		if held, ok := h.in(common); ok {
			result.net = append(result.net, held)
		}
	}
	for _, d := range fact.Drops {
		if held, ok := (HeldFact{Path: d}).in(common); ok {
			result.drops = append(result.drops, held.Path)
		}
	}
	return result
}

// acquiredBy lists the locks that a direct call takes while it runs. It is empty for calls that
// are not understood.
func (s *summariser) acquiredBy(common *ssa.CallCommon) (list []Acquire) {
	callee := staticCallee(common)
	if callee == nil || isWrapper(callee) {
		return nil
	}
	fact := s.factOf(callee)
	if fact == nil {
		return nil
	}
	for _, a := range fact.Acquires {
		lock, ok := a.Lock.in(common)
		if !ok {
			continue
		}
		acquire := Acquire{Lock: lock}
		for _, h := range a.Held {
			if held, ok := h.in(common); ok {
				acquire.Held = append(acquire.Held, held)
			}
		}
		list = append(list, acquire)
	}
	return list
}

// factOf returns what is known of a function's locks at this time, in terms of its parameters; nil
// if that is nothing.
func (s *summariser) factOf(callee *ssa.Function) *LockFact {
	if f := s.result.Functions[callee]; f != nil {
		fact, known := s.ofSummaries[f]
		if !known {
			fact = lockFact(f)
			s.ofSummaries[f] = fact
		}
		return fact
	}
	obj, ok := callee.Object().(*types.Func)
	if !ok || obj.Pkg() == nil || obj.Pkg() == s.pass.Pkg {
		return nil
	}
	obj = obj.Origin()
	fact, known := s.imported[obj]
	if !known {
		if fact = new(LockFact); !s.pass.ImportObjectFact(obj, fact) {
			fact = nil
		}
		s.imported[obj] = fact
	}
	return fact
}

// in substitutes a call's arguments for the parameters of a fact.
func (h HeldFact) in(common *ssa.CallCommon) (Held, bool) {
	if h.Path.Parameter >= len(common.Args) {
		return Held{}, false
	}
	arg := common.Args[h.Path.Parameter]
	p, ok := PathOf(arg)
	if !ok {
		return Held{}, false
	}
	if h.Path.Fields != "" {
		p.Last = fieldOf(arg.Type(), h.Path.Fields)
		p.Fields += h.Path.Fields
	}
	return Held{p, h.Read}, true
}

// fieldOf finds the field at the end of a path of field names, or nil.
func fieldOf(t types.Type, fields string) *types.Var {
	var field *types.Var
	for name := range strings.SplitSeq(strings.TrimPrefix(fields, "."), ".") {
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		s, ok := t.Underlying().(*types.Struct)
		if !ok {
			return nil
		}
		i := 0
		for i < s.NumFields() && s.Field(i).Name() != name {
			i++
		}
		if i == s.NumFields() {
			return nil
		}
		field = s.Field(i).Origin()
		t = field.Type()
	}
	return field
}
