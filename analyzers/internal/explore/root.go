package explore

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// A RootKind says how much of a closed program a root is.
type RootKind byte

// The kinds of roots.
const (
	Program  RootKind = iota // main or a test: nothing is supposed
	Function                 // a function with every argument supposed
	Driver                   // two calls side by side, supposed
)

// A Root is where a search starts.
type Root struct {
	Kind  RootKind
	Calls []Call // a driver's, side by side; else one
	// Same tells for a driver which parameters of the calls are one object:
	// Same[i][j] is the number of the object that parameter j of call i is.
	Same [][]int
	// Make is the constructor that makes object 0, or nil.
	Make *ssa.Function
	// Before: the first call comes before the others, see tasks.Driver.
	Before bool
	Why    string // why a driver's calls may run at once
	// Handlers: the calls are HTTP handlers.
	Handlers bool
	// OneOfEach: all pointers of the input to one struct type are the same.
	OneOfEach bool
	// OneOnly: there is one object of the type whose lock is taken twice, not only in the small.
	OneOnly bool
	// Own: the calls run beside goroutines that the object itself has started.
	Own bool
	// Sole: nobody else uses what object 0 has to synchronise with.
	Sole bool
	// Solo: there is one call, on a new object. Others may call too, so only what no other
	// call can mend is said.
	Solo bool
	// Field, of a root with OneOfEach: what it is searched for is a race about this field.
	Field *types.Var
	// Guard, with Field: the lock that one side of the race holds and the other does not; nil
	// if that is any lock.
	Guard *types.Var
	// Age are methods that may have been called, each once, before the calls: their object
	// is searched as it is made, and as it is after them.
	Age []*ssa.Function

	world       *world
	initialised bool // the package's variables hold what its initialisers give
	program     bool // virtual time; closed world
}

// A Call is a function that a root calls.
type Call struct {
	Fn    *ssa.Function
	Label string // in the learner's words: "c.Inc()"
	// Arguments names the arguments, the receiver first, when a driver supposes them.
	Arguments []string
}

// functions lists those that the root itself calls; the constructor may be nil.
func (r *Root) functions() []*ssa.Function {
	fns := []*ssa.Function{r.Make}
	for _, c := range r.Calls {
		fns = append(fns, c.Fn)
	}
	return fns
}

func (r *Root) String() string {
	text := r.Calls[0].Label
	for _, c := range r.Calls[1:] {
		text += " || " + c.Label
	}
	return text
}

const rootTask taskID = 0

// start returns the states from which the search of the root begins.
func (r *search) start() []*state {
	states := r.startWith()
	if r.hasFilledLater {
		r.unset = true
		states = append(states, r.startWith()...)
		r.unset = false
	}
	if len(r.root.Age) > 0 {
		r.aged = true
		states = append(states, r.startWith()...)
	}
	return states
}

// isGivenBackground reports whether all who call a function of a program, none of them unknown, give it for a parameter a
// context that nobody can end.
func (r *search) isGivenBackground(fn *ssa.Function, index int) bool {
	f := r.summaries.Functions[fn]
	if f == nil || f.Unknown || f.Task || len(f.Callers) == 0 || r.pkg.Pkg.Name() != "main" {
		return false
	}
	for _, caller := range f.Callers {
		for instr := range flow.Instructions(caller) {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || r.summaries.Local(call.Common()) != fn {
				continue
			}
			made, ok := call.Common().Args[index].(*ssa.Call)
			if !ok || syncmodel.OfCall(made.Common()) != syncmodel.ContextBackground {
				return false
			}
		}
	}
	return true
}

// startWith returns the states from which the search begins with one input.
func (r *search) startWith() []*state {
	s := r.newState()
	initialiser := r.pkg.Func("init")
	if r.root.initialised {
		states := r.prelude(s, initialiser, nil, anyEnd)
		switch {
		case len(states) == 0:
			return nil
		case r.preludeLeft:
			s = r.newState() // it starts goroutines that nobody waits for: their ways begin there
		default:
			s, initialiser = states[0], nil
		}
	}
	if r.root.Kind == Driver || r.root.Sole {
		return r.startDriver(s)
	}
	call := r.root.Calls[0]
	var args []value
	for i, p := range call.Fn.Params {
		if syncmodel.IsContext(p.Type()) && r.isGivenBackground(call.Fn, i) {
			id := r.objectID(objectKey{-1, fmt.Sprintf("p%d", i), 0})
			for int(id) >= len(s.objects) {
				s.objects = append(s.objects, nil)
			}
			s.objects[id] = &object{kind: contextObject, content: null{}, owner: s.epoch}
			args = append(args, pointer{obj: id})
			continue
		}
		args = append(args, r.environmentValue(s, p.Type(), fmt.Sprintf("p%d", i), environmentDepth))
	}
	var free []value
	for i, v := range call.Fn.FreeVars {
		free = append(free, r.environmentValue(s, v.Type(), fmt.Sprintf("around%d", i), environmentDepth))
	}
	frames := []*frame{r.frame(call.Fn, args, free)}
	if r.root.initialised && initialiser != nil {
		first := r.frame(initialiser, nil, nil)
		first.after = discard
		frames = append(frames, first)
	}
	for _, f := range frames {
		f.owner = s.epoch
	}
	s.addTask(&task{owner: s.epoch, id: rootTask, frames: frames})
	return r.run(s, rootTask)
}

// newState returns a state in which no task runs yet.
func (r *search) newState() *state {
	s := &state{search: r, epoch: new(epoch)}
	s.guessed = r.root.Kind != Program
	r.makeGlobals(s)
	return s
}

// makeGlobals puts the package's variables on the heap.
func (r *search) makeGlobals(s *state) {
	for _, g := range r.variables {
		id := r.objectID(objectKey{-1, g, 0})
		r.globals[g] = id
		r.permanent[id] = true
		for int(id) >= len(s.objects) {
			s.objects = append(s.objects, nil)
		}
		elem := g.Type().(*types.Pointer).Elem()
		o := &object{owner: s.epoch, kind: cell, typ: elem}
		if r.root.initialised {
			o.content = zero(elem)
		} else {
			s.objects[id] = o
			o.content = r.environmentContent(s, g.Object(), elem, g.Name(), environmentDepth)
			o.environment = true
			if isError(elem) && strings.HasPrefix(strings.ToLower(g.Name()), "err") {
				o.content = iface{errorType, g.RelString(nil)} // by its name a value that stays and is compared with
			}
		}
		s.objects[id] = o
	}
}

// prelude runs a function to its end before the search begins, in the first order that
// comes to hand, if need be another one that ends as wanted. It gives up (nil) when the
// function cannot end.
func (r *search) prelude(s *state, fn *ssa.Function, args []value, wanted func(*state) bool) []*state {
	if fn == nil || len(fn.Blocks) == 0 {
		return []*state{s}
	}
	f := r.frame(fn, args, nil)
	f.owner = s.epoch
	s.addTask(&task{owner: s.epoch, id: preludeTask, frames: []*frame{f}})
	var ended *state
	var result value
	work := alive(r.run(s, preludeTask))
	for range maxPrelude {
		if len(work) == 0 {
			break
		}
		s := work[0]
		work = work[1:]
		t := s.task(preludeTask)
		if t != nil && t.status != exiting {
			choices := r.taskChoices(s, t, r.operation(t))
			if len(choices) == 0 {
				choices = r.choices(s) // it waits for a goroutine that it started
			}
			if len(choices) > 0 {
				work = append(alive(r.apply(s, choices[0])), work...)
			}
			continue
		}
		if ended == nil || wanted(s) {
			ended = s
			if t != nil {
				result = t.result
			}
		}
		if wanted(s) {
			break
		}
	}
	if ended == nil {
		return nil
	}
	r.preludeResult = result
	r.preludeLeft = slices.ContainsFunc(ended.tasks, func(t *task) bool {
		return t.id != preludeTask && (t.status != exiting || len(t.pending) > 0)
	})
	if ended.task(preludeTask) != nil {
		ended.removeTask(preludeTask)
	}
	return []*state{ended}
}

const preludeTask taskID = 1000

// anyEnd is wanted of a prelude where it does not matter how it ends.
func anyEnd(*state) bool { return true }

// alive keeps the outcomes that go on.
func alive(states []*state) []*state {
	return slices.DeleteFunc(slices.Clone(states), func(s *state) bool { return s.cut || s.exited })
}

// startDriver makes the objects that the calls share and starts one task for each call.
func (r *search) startDriver(s *state) []*state {
	fresh := s.clone()
	states, started := r.startCalls(s, r.root.Make)
	if r.root.Before && !started && r.root.Make != nil {
		// With a new object the first call starts nothing: it may be in use for long.
		if later, started := r.startCalls(fresh, nil); started {
			return later
		}
	}
	return states
}

// startCalls does so with an object that a constructor makes, or that comes from outside.
// It reports whether a call that comes before the other one has started a goroutine.
func (r *search) startCalls(s *state, constructor *ssa.Function) (states []*state, started bool) {
	shared := make(map[int]value)
	if constructor != nil {
		var args []value
		for i, p := range constructor.Params {
			args = append(args, r.environmentValue(s, p.Type(), fmt.Sprintf("new%d", i), environmentDepth))
		}
		states := r.prelude(s, constructor, args, anyEnd)
		if len(states) != 1 {
			return nil, false
		}
		s = states[0]
		made := r.preludeResult
		if a, ok := made.(*aggregate); ok && constructor.Signature.Results().Len() > 1 {
			made = a.elems[0]
		}
		if p, ok := made.(pointer); ok {
			shared[0] = p
			if !r.root.Sole && !r.root.Solo {
				s.escape(p, false)
			}
		}
	} else if r.root.Solo {
		receiver := r.root.Calls[0].Fn.Params[0]
		typ := receiver.Type().Underlying().(*types.Pointer).Elem()
		id, _ := s.allocate(preludeTask, receiver, &object{kind: cell, typ: typ, content: zero(typ)})
		shared[0] = pointer{obj: id}
	}
	if p, ok := shared[0].(pointer); ok && r.aged {
		s = r.age(s, p)
	}
	args := make([][]value, len(r.root.Calls))
	for i, call := range r.root.Calls {
		for j, p := range call.Fn.Params {
			number := r.root.Same[i][j]
			if number < 0 {
				args[i] = append(args[i], r.environmentValue(s, p.Type(), fmt.Sprintf("own%d-%d", i, j), environmentDepth))
				continue
			}
			if _, ok := shared[number]; !ok {
				v := r.environmentValue(s, p.Type(), fmt.Sprintf("p%d", number), environmentDepth)
				if object, ok := v.(pointer); ok && number == 0 && r.root.Sole {
					s.objects[object.obj].environment = false
				}
				shared[number] = v
			}
			args[i] = append(args[i], shared[number])
		}
	}
	first := 0
	var fired []taskID
	if r.root.Before {
		before := len(s.tasks)
		starts := func(s *state) bool {
			tasks := len(s.tasks)
			if s.task(preludeTask) != nil {
				tasks--
			}
			return tasks > before || len(s.waitingFunctions()) > 0
		}
		after := r.prelude(s.clone(), r.root.Calls[0].Fn, args[0], starts)
		started = len(after) == 1 && starts(after[0])
		switch {
		case started || len(after) == 1 && r.root.Own:
			s, first = after[0], 1
			for _, o := range s.waitingFunctions() {
				fired = append(fired, r.fire(s, o, o.fires.(*function))...) // the other call comes when it has
			}
		case r.root.Own:
			return nil, false // without its goroutine it is nobody's business to call both at once
		}
	}
	ids := fired
	for i, call := range r.root.Calls[first:] {
		f := r.frame(call.Fn, args[first+i], nil)
		f.owner = s.epoch
		id := r.taskID(taskKey{-1, nil, first + i})
		ids = append(ids, id)
		s.addTask(&task{owner: s.epoch, id: id, frames: []*frame{f}})
	}
	states = []*state{s}
	for _, id := range ids {
		var next []*state
		for _, s := range states {
			for _, s := range r.run(s, id) {
				r.findRaces(s, id)
				next = append(next, s)
			}
		}
		states = next
	}
	return states, started
}

// age calls the methods that may have been called before, one after the other, each so that
// it changes the object if it can.
func (r *search) age(s *state, object pointer) *state {
	for i, fn := range r.root.Age {
		args := []value{object}
		for j, p := range fn.Params[1:] {
			name := fmt.Sprintf("before%d-%d", i, j)
			if k := r.sameArgument(p); k >= 0 {
				name = fmt.Sprintf("own0-%d", k)
			}
			args = append(args, r.environmentValue(s, p.Type(), name, environmentDepth))
		}
		was := r.bytesOf(s, object)
		over := func(s *state) bool { return len(s.held(preludeTask)) == 0 } // what it keeps is a story of its own
		after := r.prelude(s.clone(), fn, args, func(s *state) bool { return over(s) && r.bytesOf(s, object) != was })
		if len(after) == 1 && len(after[0].tasks) == len(s.tasks) && over(after[0]) {
			s = after[0]
		}
	}
	return s
}

// sameArgument returns the parameter of the root's first call that is named as another one, a
// number or text: what was registered for a topic before is asked for by the same now. It
// returns -1 if there is none.
func (r *search) sameArgument(p *ssa.Parameter) int {
	return slices.IndexFunc(r.root.Calls[0].Fn.Params, func(q *ssa.Parameter) bool {
		_, basic := q.Type().Underlying().(*types.Basic)
		return basic && q.Name() == p.Name() && types.Identical(q.Type(), p.Type())
	})
}

// bytesOf writes what an object holds.
func (r *search) bytesOf(s *state, p pointer) string {
	e := encoder{tables: r.tables}
	if o := s.objects[p.obj]; o != nil {
		e.object(o)
	}
	return string(e.buf)
}

// waitingFunctions lists the timers that will call a function of the program.
func (s *state) waitingFunctions() (timers []*object) {
	for _, o := range s.objects {
		if o == nil || o.kind != timerObject {
			continue
		}
		if f, ok := o.fires.(*function); ok && len(f.fn.Blocks) > 0 {
			timers = append(timers, o)
		}
	}
	return timers
}

// environmentContent makes what a field or package variable of the root's input holds.
func (r *search) environmentContent(s *state, of types.Object, t types.Type, name string, depth int) value {
	if of != nil && r.filledLater[of] {
		r.hasFilledLater = true
		if r.unset {
			return zero(t)
		}
	}
	return r.environmentValue(s, t, name, depth)
}

// environmentValue makes a value of the root's input: unknown scalars are
// symbols, pointers point to fresh objects, channels belong to the environment.
func (r *search) environmentValue(s *state, t types.Type, name string, depth int) value {
	if syncmodel.KindOf(t) != syncmodel.Plain {
		return zero(t)
	}
	place := func(o *object) pointer {
		o.owner, o.environment = s.epoch, true
		id := r.objectID(objectKey{-1, name, 0})
		for int(id) >= len(s.objects) {
			s.objects = append(s.objects, nil)
		}
		s.objects[id] = o
		r.permanent[id] = true
		return pointer{obj: id}
	}
	if syncmodel.IsContext(t) {
		done := place(&object{kind: channel, typ: types.NewStruct(nil, nil)})
		name += ".ctx"
		return place(&object{kind: contextObject, content: done})
	}
	switch u := t.Underlying().(type) {
	case *types.Basic, *types.Interface, *types.Signature:
		return r.symbols.input(name[lastDot(name):], r.objectID(objectKey{-1, name[:lastDot(name)], 0}))
	case *types.Pointer:
		if r.root.OneOfEach && r.isOwn(u.Elem()) {
			name, depth = types.TypeString(u.Elem(), nil), environmentDepth
			// A second start, of an object that is not complete yet, makes its own.
			if known, ok := r.objectIDs[objectKey{-1, name, 0}]; ok && int(known) < len(s.objects) && s.objects[known] != nil {
				return pointer{obj: known}
			}
		}
		if depth <= 0 {
			return nil
		}
		p := place(&object{kind: cell, typ: u.Elem()})
		s.objects[p.obj].content = r.environmentValue(s, u.Elem(), name, depth-1)
		return p
	case *types.Struct:
		a := &aggregate{}
		for i := range u.NumFields() {
			a.elems = append(a.elems, r.environmentContent(s, u.Field(i).Origin(), u.Field(i).Type(), name+"."+u.Field(i).Name(), depth))
		}
		return a
	case *types.Array:
		if u.Len() > maxInputArray {
			return nil
		}
		a := &aggregate{}
		for i := range u.Len() {
			a.elems = append(a.elems, r.environmentValue(s, u.Elem(), fmt.Sprintf("%s[%d]", name, i), depth))
		}
		return a
	case *types.Chan:
		return place(&object{kind: channel, typ: u.Elem()})
	case *types.Map:
		if r.root.OneOfEach && depth >= 0 { // a map of maps too
			entry := r.environmentValue(s, u.Elem(), name+"[]", depth-1)
			return place(&object{kind: mapping, typ: t, everyKey: true, keys: []value{r.environmentValue(s, u.Key(), name+"[key]", depth-1)}, entries: []value{entry}})
		}
		return place(&object{kind: mapping, typ: t, unknownKeys: true})
	case *types.Slice:
		if depth <= 0 {
			return nil
		}
		n := r.inputLength
		a := &aggregate{}
		for i := range n {
			a.elems = append(a.elems, r.environmentValue(s, u.Elem(), fmt.Sprintf("%s[%d]", name, i), depth-1))
		}
		p := place(&object{kind: cell, typ: types.NewArray(u.Elem(), -1), content: a})
		return slice{p, 0, n, n}
	}
	return nil
}

// maxInputArray bounds the arrays from outside whose elements are told apart.
const maxInputArray = 8

// lastDot returns where the last component of a name begins.
func lastDot(name string) int {
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '.' {
			return i
		}
	}
	return len(name)
}

// isOwn reports whether a type is a struct that the package declares.
func (r *search) isOwn(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() != r.pkg.Pkg {
		return false
	}
	_, ok = named.Underlying().(*types.Struct)
	return ok
}
