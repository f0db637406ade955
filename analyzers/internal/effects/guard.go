package effects

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/syncmodel"
)

// A Guard is the lock that a package seems to hold whenever it uses a field or one of
// its own variables.
type Guard struct {
	Field   *types.Var
	Sibling *types.Var  // the lock beside the field, or
	Global  *ssa.Global // a package-level lock
	// Contract is the comment that says so; invalid for a guard that was inferred.
	Contract token.Pos
	// Locked and Unlocked are the uses of the field with and without the lock, in
	// source order. A use that holds it on some ways only is in neither.
	Locked, Unlocked []Access
}

// Name returns the name of the lock.
func (g Guard) Name() string {
	if g.Sibling != nil {
		return g.Sibling.Name()
	}
	return g.Global.Name()
}

// inferGuards finds, for each field that is written somewhere under a lock,
// which lock that is. What happens to an object before anybody else can see it
// is no evidence: objects made in the function itself are left out. Where a comment
// names the guard, that is the one, however many uses go without it.
func (s *summariser) inferGuards() {
	uses := make(map[*types.Var][]Access)
	for _, fn := range s.result.Order {
		f := s.result.Functions[fn]
		if fn.Parent() != nil && !f.Task && !f.Lent {
			continue // a literal that runs who knows when, under who knows which lock
		}
		for _, a := range slices.Concat(f.Accesses, f.Parts, f.Globals) {
			if _, made := a.Path.Root.(*ssa.Alloc); made && !captured(a.Path.Root, fn) {
				continue
			}
			uses[a.Path.Last] = append(uses[a.Path.Last], a)
		}
	}
	contracts := s.contracts()
	for field, list := range uses {
		slices.SortStableFunc(list, func(a, b Access) int { return cmp.Compare(a.Pos, b.Pos) })
		guards := contracts[field.Origin()]
		if len(guards) == 0 {
			for _, lock := range candidateLocks(list) {
				guards = append(guards, contract{lock: lock})
			}
		}
		for _, c := range guards {
			lock := c.lock
			g := Guard{Field: field, Sibling: lock.sibling, Global: lock.global, Contract: c.pos}
			for _, a := range list {
				switch {
				case lock.held(a.Must, a, a.Write):
					g.Locked = append(g.Locked, a)
				case a.Write && lock.held(a.Must, a, false) && a.Instr.Parent().Parent() == nil:
					g.Unlocked = append(g.Unlocked, a) // under a read lock, which keeps nobody out
				case !lock.held(a.May, a, false) && !s.calledLocked(a.Instr.Parent()):
					g.Unlocked = append(g.Unlocked, a)
				}
			}
			if g.Contract.IsValid() {
				g.Unlocked = slices.DeleteFunc(g.Unlocked, func(a Access) bool { return !s.breaks(a, lock) })
			}
			if g.Contract.IsValid() || g.convincing(s.pass.Fset) {
				s.result.Guards = append(s.result.Guards, g)
			}
		}
	}
	slices.SortFunc(s.result.Guards, func(a, b Guard) int {
		return cmp.Or(cmp.Compare(a.Field.Pos(), b.Field.Pos()), cmp.Compare(a.Name(), b.Name()))
	})
}

// calledLocked reports whether callers may hold a lock that the summary does not
// see: the name or the comment says so, the function gives one back, or somebody calls it in
// a way that is not followed.
func (s *summariser) calledLocked(fn *ssa.Function) bool {
	f := s.result.Functions[fn]
	return s.result.AsksForOrder(fn) || saysLocked(fn) || s.result.GivesBack(fn) || f.Unknown && !f.Task && !calledFromOutside(fn)
}

// saysLocked reports whether a function's name says that its caller holds a lock.
func saysLocked(fn *ssa.Function) bool {
	return strings.HasSuffix(strings.ToLower(fn.Name()), "locked")
}

// AsksForOrder reports whether a function's comment, or that of the type whose method it is,
// leaves the ordering to its caller.
func (r *Result) AsksForOrder(fn *ssa.Function) bool {
	fn = outermost(fn)
	doc := r.docs[fn.Object()]
	if asksForLock.MatchString(doc) || asksForOrder.MatchString(doc) || asksForOne(doc, fn.Name()) {
		return true
	}
	if fn.Signature.Recv() == nil {
		return false
	}
	owner := named(fn.Signature.Recv().Type())
	if owner == nil || !isForOne.MatchString(r.docs[owner.Obj()]) {
		return false
	}
	s, ok := owner.Underlying().(*types.Struct)
	return ok && !syncmodel.HasPrimitive(s) // with a lock of its own it keeps that promise itself
}

// asksForLock matches comments that say that the caller holds a lock.
var asksForLock = regexp.MustCompile(`(?i)(must|should|needs? to|has to) (be )?(hold|held|called with)|needs [\w.]*(mu|lock)|(callers?|who calls \w+) (must )?holds?|with [\w.]+ (held|locked)|\w holds [\w.]*(mu|lock)|\+checklocks`)

// asksForOrder matches comments that leave the ordering to the caller in other ways.
var asksForOrder = regexp.MustCompile(`(?i)not (be )?(called|safe|used) (for )?concurrent|(must|should|only|may|valid|available)\b[^.]* (after\b|before\b|until\b|when\b|once [a-z])`)

// asksForOne reports whether a function's comment says that only one goroutine calls it, in the
// function's own name perhaps: "One goroutine at a time may submit." What only one goroutine may
// do otherwise is what the function sees to.
func asksForOne(doc, name string) bool {
	if calledByOne.MatchString(doc) {
		return true
	}
	for _, sentence := range oneMay.FindAllStringSubmatch(doc, -1) {
		if slices.ContainsFunc(strings.FieldsFunc(sentence[1], isNoLetter), func(word string) bool {
			return strings.EqualFold(word, name) || word == "call" || word == "use"
		}) {
			return true
		}
	}
	return false
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) }

// oneMay matches what comments say that one goroutine does, and gives that.
var oneMay = regexp.MustCompile(`(?i)\b(?:one|a single) goroutine(?: at a time)? (?:may|can|must|should) ([^.]*)`)

// calledByOne matches comments that say by whom a function is called.
var calledByOne = regexp.MustCompile(`(?i)\b(call|called|use|used)\b[^.]* (by|from|in|on) (only )?(one|a single|the same) goroutine\b`)

// isForOne matches comments on types whose methods only one goroutine calls.
var isForOne = regexp.MustCompile(`(?i)not (be )?(safe|used|shared) (for |by )?(concurrent|several goroutines|multiple goroutines)|\b(only )?(one|a single) goroutine\b[^.]* (may|can|must|should|uses?|owns?|at a time)`)

// PromisesOnce reports whether a function's comment says that it does something at most once,
// and not that others are to call it so.
func (r *Result) PromisesOnce(fn *ssa.Function) bool {
	doc := r.docs[outermost(fn).Object()]
	return promisesOnce.MatchString(doc) && !toBeCalled.MatchString(doc)
}

// promisesOnce matches comments about what is done once, if at all.
var promisesOnce = regexp.MustCompile(`(?i)\b(at most|only|exactly|just) once\b|\bonce (per|for each|for every) \w`)

// toBeCalled matches comments that tell others how to call the function.
var toBeCalled = regexp.MustCompile(`(?i)\b(must|should|may|can) (only )?be called\b`)

// SharesResult reports whether a function's comment says that what it returns stays its owner's: callers must
// leave it as it is.
func (r *Result) SharesResult(fn *ssa.Function) bool {
	return sharesResult.MatchString(r.docs[outermost(fn).Object()])
}

// sharesResult matches comments that tell callers to leave a result as it is.
var sharesResult = regexp.MustCompile(`(?i)\b(must|should|may|do) not (be )?(mutate|modif|alter|edit|written|changed)`)

// docsOf collects the comments of a package's functions and types.
func docsOf(pass *analysis.Pass) map[types.Object]string {
	docs := make(map[types.Object]string)
	add := func(name *ast.Ident, doc *ast.CommentGroup) {
		if doc != nil {
			docs[pass.TypesInfo.Defs[name]] = strings.Join(strings.Fields(doc.Text()), " ")
		}
	}
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				add(decl.Name, decl.Doc)
			case *ast.GenDecl:
				for _, spec := range decl.Specs {
					if spec, ok := spec.(*ast.TypeSpec); ok {
						add(spec.Name, cmp.Or(spec.Doc, decl.Doc))
					}
				}
			}
		}
	}
	return docs
}

func outermost(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}

// convincing reports whether the uses of the field speak for the guard. A lock
// beside the field needs one locked write, if only for reading; where most uses go without it, it
// guards something else. A package-level lock needs more, unless it stands beside the
// variable: it may be held for reasons of its own.
func (g Guard) convincing(fset *token.FileSet) bool {
	writes := slices.ContainsFunc(slices.Concat(g.Locked, g.Unlocked), func(a Access) bool {
		return a.Write && guardLock{g.Sibling, g.Global}.held(a.Must, a, false)
	})
	switch {
	case g.Global == nil:
		return writes && len(g.Unlocked) <= 2*len(g.Locked)
	case g.Field.IsField() || !beside(fset.Position(g.Global.Pos()), fset.Position(g.Field.Pos())):
		return writes && len(g.Locked) >= 2 && len(g.Locked) > len(g.Unlocked)
	}
	return writes && countFunctions(g.Unlocked) <= 2*countFunctions(g.Locked)
}

// countFunctions counts the functions that make the accesses.
func countFunctions(list []Access) int {
	fns := make(map[*ssa.Function]bool)
	for _, a := range list {
		fns[a.Instr.Parent()] = true
	}
	return len(fns)
}

// beside reports whether two declarations stand on the same line or on neighbouring ones.
func beside(p, q token.Position) bool {
	return p.Filename == q.Filename && max(p.Line, q.Line)-min(p.Line, q.Line) <= 1
}

// captured reports whether the root was made by a function around fn.
func captured(root ssa.Value, fn *ssa.Function) bool {
	a, ok := root.(*ssa.Alloc)
	return ok && a.Parent() != fn
}

// A guardLock is a lock relative to an access.
type guardLock struct {
	sibling *types.Var
	global  *ssa.Global
}

// held reports whether the lock is among those held, exclusively if asked for.
func (l guardLock) held(list []Held, a Access, exclusively bool) bool {
	return slices.ContainsFunc(list, func(h Held) bool { return l.is(h, a) && !(exclusively && h.Read) })
}

func (l guardLock) is(h Held, a Access) bool {
	if l.global != nil {
		return h.Path.Root == l.global && h.Path.Fields == ""
	}
	return h.Path.Last == l.sibling && h.Path.Base().Same(a.Path.Base())
}

// candidateLocks lists the locks under which some write happens. A lock held for reading is
// one if the write has no other: it was meant to keep others out.
func candidateLocks(uses []Access) []guardLock {
	var locks []guardLock
	for _, a := range uses {
		if !a.Write {
			continue
		}
		for _, h := range a.Must {
			var lock guardLock
			switch {
			case h.Read && (len(a.Must) > 1 || isElement(a.Instr)):
				continue
			case h.Path.Last != nil && h.Path.Base().Same(a.Path.Base()) && syncmodel.IsLock(h.Path.Last.Type()):
				lock.sibling = h.Path.Last
			default:
				g, ok := h.Path.Root.(*ssa.Global)
				if !ok || h.Path.Fields != "" {
					continue
				}
				lock.global = g
			}
			if !slices.Contains(locks, lock) {
				locks = append(locks, lock)
			}
		}
	}
	return locks
}

// isElement reports whether a write is to an element of an array or slice, of which each
// goroutine may have its own.
func isElement(instr ssa.Instruction) bool {
	store, ok := instr.(*ssa.Store)
	if !ok {
		return false
	}
	_, ok = store.Addr.(*ssa.IndexAddr)
	return ok
}

// spawnedBy returns the functions that a call starts in goroutines of their own.
func spawnedBy(common *ssa.CallCommon) []*ssa.Function {
	switch operationOf(common) {
	case syncmodel.WaitGroupGo, syncmodel.GroupGo, syncmodel.GroupTryGo, syncmodel.TimeAfterFunc, syncmodel.ContextAfterFunc:
	default:
		return nil
	}
	if fn := FunctionOf(common.Args[len(common.Args)-1]); fn != nil {
		return []*ssa.Function{fn}
	}
	return nil
}

// FunctionOf returns the function that a value is, if the code says which; else nil.
func FunctionOf(v ssa.Value) *ssa.Function {
	switch v := v.(type) {
	case *ssa.MakeClosure:
		return Closed(v)
	case *ssa.Function:
		return v
	}
	return nil
}

// Spawned returns the functions that an instruction starts in goroutines of their own.
func Spawned(instr ssa.CallInstruction) []*ssa.Function {
	list := spawnedBy(instr.Common())
	if _, ok := instr.(*ssa.Go); ok {
		if callee := staticCallee(instr.Common()); callee != nil {
			list = append(list, callee)
		}
	}
	return list
}

// Closed returns the function that a closure runs. A method value is a closure over a
// wrapper of the method.
func Closed(c *ssa.MakeClosure) *ssa.Function {
	fn := c.Fn.(*ssa.Function)
	if method, ok := fn.Object().(*types.Func); ok && fn.Synthetic != "" {
		return fn.Prog.FuncValue(method)
	}
	return fn
}
