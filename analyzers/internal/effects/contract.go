package effects

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/syncmodel"
)

// A contract is a comment at a field that names its guard.
type contract struct {
	lock guardLock
	pos  token.Pos // of the comment
}

// guardedBy matches the comment of a field that promises a lock for all its uses.
// What is said about some of them only ("writes are guarded by mu", "guarded by mu
// until Close") is no promise that could be held against a use.
var guardedBy = regexp.MustCompile(`(?i)(?:^|[.;,:(] ?|\b(?:is|are) )(?:guarded|protected) by (?:the )?([\w.]*\w)(?: lock| mutex)?\s*(?:$|[.;)])`)

// checkLocks matches the annotation of gVisor's checklocks, at a field.
var checkLocks = regexp.MustCompile(`\+checklocks:([\w.]*\w)`)

// contracts reads the comments of the package's struct fields.
func (s *summariser) contracts() map[*types.Var][]contract {
	contracts := make(map[*types.Var][]contract)
	receivers := s.receiverNames()
	for _, file := range s.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			fields, ok := spec.Type.(*ast.StructType)
			if !ok {
				return true
			}
			for _, field := range fields.Fields.List {
				for _, group := range []*ast.CommentGroup{field.Doc, field.Comment} {
					for _, name := range locksNamed(group) {
						lock, ok := s.lockNamed(name, spec.Name, receivers)
						if !ok {
							continue
						}
						for _, id := range field.Names {
							if v, ok := s.pass.TypesInfo.Defs[id].(*types.Var); ok {
								contracts[v] = append(contracts[v], contract{lock, group.Pos()})
							}
						}
					}
				}
			}
			return true
		})
	}
	return contracts
}

// locksNamed returns the locks that a field's comment names as its guards.
func locksNamed(group *ast.CommentGroup) (names []string) {
	text := strings.Join(strings.Fields(group.Text()), " ") // a nil group has none
	for _, m := range slices.Concat(guardedBy.FindAllStringSubmatch(text, -1), checkLocks.FindAllStringSubmatch(text, -1)) {
		names = append(names, m[1])
	}
	return names
}

// lockNamed finds the lock that a comment in a struct means: a field beside it, also
// as Type.mu or with the name that methods give their receiver, or a variable of the
// package. Another struct's lock is none that a use of the field could be held to.
func (s *summariser) lockNamed(name string, owner *ast.Ident, receivers map[types.Object][]string) (guardLock, bool) {
	obj := s.pass.TypesInfo.Defs[owner]
	if obj == nil {
		return guardLock{}, false
	}
	qualifier, last, qualified := strings.Cut(name, ".")
	if !qualified {
		last = name
	}
	if !qualified || qualifier == owner.Name || slices.Contains(receivers[obj], qualifier) {
		if structure, ok := obj.Type().Underlying().(*types.Struct); ok {
			for field := range structure.Fields() {
				if field.Name() == last && syncmodel.IsLock(field.Type()) {
					return guardLock{sibling: field.Origin()}, true
				}
			}
		}
	}
	if global, ok := s.pass.Pkg.Scope().Lookup(name).(*types.Var); ok && syncmodel.IsLock(global.Type()) {
		if v := s.ssaPackage.Var(global.Name()); v != nil {
			return guardLock{global: v}, true
		}
	}
	return guardLock{}, false
}

// receiverNames collects what the methods of each type call their receiver.
func (s *summariser) receiverNames() map[types.Object][]string {
	names := make(map[types.Object][]string)
	for _, fn := range s.result.Order {
		if recv := fn.Signature.Recv(); recv != nil && len(fn.Params) > 0 {
			if owner := named(recv.Type()); owner != nil {
				names[owner.Obj()] = append(names[owner.Obj()], fn.Params[0].Name())
			}
		}
	}
	return names
}

// named returns the type's name, or that of what it points to.
func named(t types.Type) *types.Named {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, _ := types.Unalias(t).(*types.Named)
	if n != nil {
		n = n.Origin()
	}
	return n
}

// preparing matches functions that fill in an object before others may see it.
var preparing = regexp.MustCompile(`(?i)^(new|make|init|setup|unmarshal|gobdecode)`)

// Prepares reports whether a function's name says that it fills in an object before others
// may see it.
func Prepares(fn *ssa.Function) bool { return preparing.MatchString(fn.Name()) }

// breaks reports whether a use without the lock breaks a contract: somebody whom the
// package does not see can bring the object there without the lock. What happens to
// objects that main, tests or constructors have to themselves is left to the search.
func (s *summariser) breaks(a Access, lock guardLock) bool {
	fn := a.Instr.Parent()
	if s.takesOver(fn, a, lock) {
		return false
	}
	_, global := a.Path.Root.(*ssa.Global)
	if !global && a.Path.Parameter() < 0 {
		return false
	}
	return s.reached(fn, make(map[*ssa.Function]bool), func(entrance *ssa.Function) bool {
		return global || slices.ContainsFunc(entrance.Params, func(p *ssa.Parameter) bool { return Holds(p.Type(), a.Path.Last, maxDepth-1) })
	})
}

// reached reports whether control comes to fn from a function that somebody outside
// of the package may call and that brings the object, through functions none of which
// prepares it or is made to be called with the lock held.
func (s *summariser) reached(fn *ssa.Function, seen map[*ssa.Function]bool, brings func(*ssa.Function) bool) bool {
	f := s.result.Functions[fn]
	if f == nil || seen[fn] {
		return false
	}
	seen[fn] = true
	if InTest(fn) || Prepares(fn) || fn.Name() == "main" || s.result.WantsLock(fn) || s.calledLocked(fn) {
		return false
	}
	before := slices.Concat(f.Starters, f.Callers)
	if fn.Parent() != nil && len(f.Starters) == 0 {
		before = append(before, fn.Parent())
	}
	if calledFromOutside(fn) || len(before) == 0 {
		return brings(fn)
	}
	return slices.ContainsFunc(before, func(fn *ssa.Function) bool { return s.reached(fn, seen, brings) })
}

// takesOver reports whether a function releases the guard of a use that somebody else
// has taken for it.
func (s *summariser) takesOver(fn *ssa.Function, a Access, lock guardLock) bool {
	takes := slices.ContainsFunc(s.result.Functions[fn].Acquires, func(taken Acquire) bool { return lock.is(taken.Lock, a) })
	return s.result.WantsLock(fn) || !takes && slices.ContainsFunc(s.deferredUnlocks(fn), func(p Path) bool { return lock.is(Held{Path: p}, a) })
}

// Holds reports whether a value of type t holds the field, directly or in structs and
// pointers inside it, as many as depth.
func Holds(t types.Type, field *types.Var, depth int) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok || depth == 0 {
		return false
	}
	for f := range s.Fields() {
		if f.Origin() == field || Holds(f.Type(), field, depth-1) {
			return true
		}
	}
	return false
}
