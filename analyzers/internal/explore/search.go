package explore

import (
	"cmp"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/syncmodel"
)

// Bounds of a search. They count; they never measure time: every face and every
// run gives the same result.
const (
	maxSegment       = 4000 // instructions of one segment, all its forks together
	maxForks         = 64   // outcomes of one segment
	maxFrames        = 40   // nested calls
	maxInstances     = 6    // live objects of one allocation in one task
	maxTasks         = 7    // live goroutines
	maxElements      = 32   // elements of an array that are told apart
	maxPending       = 48   // accesses of one segment
	maxText          = 64   // bytes of a string that is followed
	maxBuffered      = 8    // values kept of a channel that is never full
	maxGuessedTurns  = 2    // turns of a loop over a collection that is not known
	maxPrelude       = 200  // visible operations before the search begins
	environmentDepth = 2    // pointers followed in a root's input
	roomy            = 16   // a channel of this capacity is never full
)

type objectKey struct {
	task  taskID
	site  any
	index int
}

type taskKey struct {
	parent taskID
	site   ssa.Instruction
	index  int
}

type accessSite struct {
	instr         ssa.Instruction
	write, atomic bool
}

// A search explores the interleavings of one root.
type search struct {
	root           *Root
	pkg            *ssa.Package
	packageGlobals []*ssa.Global
	standard       func(path string) bool
	codes          map[*ssa.Function]*code // shared by all searches of a package
	inputLength    int
	scale          *scaling

	symbols     *symbols
	tables      *tables
	objectIDs   map[objectKey]objID
	objectKeys  []objectKey
	taskIDs     map[taskKey]taskID
	taskKeys    map[taskID]taskKey
	accessSites map[accessSite]int
	globals     map[*ssa.Global]objID
	permanent   map[objID]bool

	preludeResult value

	nodes   []*node
	seen    map[string]int
	now     step // the step being taken
	races   []*race
	raceOf  map[[2]accessSite]bool
	crashes []*crashFound
	gaveUp  map[string]int
	// received holds the channels (by what made them) from which somebody was
	// seen to receive, or to stand ready for it.
	received map[any]bool
}

// A node is a state in the graph of the search.
type node struct {
	state  *state
	parent int // node from which it was first reached; -1 for the start
	by     choice
	depth  int
	edges  []edge
	open   bool // not expanded: anything may follow
}

type edge struct {
	to    int
	moved [2]taskID
}

// A step is a choice made at a node.
type step struct {
	node int
	choice
}

type race struct {
	step
	state *state // right after the step
	tasks [2]taskID
	acc   [2]access
}

type crashFound struct {
	step
	state *state
	crash *crash
}

func (r *search) objectID(k objectKey) objID {
	id, ok := r.objectIDs[k]
	if !ok {
		id = objID(len(r.objectKeys))
		r.objectIDs[k] = id
		r.objectKeys = append(r.objectKeys, k)
	}
	return id
}

func (r *search) taskID(k taskKey) taskID {
	id, ok := r.taskIDs[k]
	if !ok {
		id = taskID(len(r.taskIDs))
		r.taskIDs[k] = id
		r.taskKeys[id] = k
	}
	return id
}

func (r *search) code(fn *ssa.Function) *code {
	c, ok := r.codes[fn]
	if !ok {
		c = newCode(fn)
		r.codes[fn] = c
	}
	return c
}

// explore searches breadth first, so that the first way found to a bad state is
// a shortest one. It stops after budget states.
func (r *search) explore(budget int) {
	r.now = step{node: -1}
	for _, s := range r.start() {
		r.add(s, -1, choice{})
	}
	for i := 0; i < len(r.nodes); i++ {
		n := r.nodes[i]
		if len(r.nodes) >= budget {
			n.open = true
			r.gaveUp["the budget of states is used up"] = 1
			continue
		}
		r.expand(i, n)
	}
}

func (r *search) expand(i int, n *node) {
	if n.state.cut {
		n.open = true
		return
	}
	if n.state.exited {
		return
	}
	r.noteReceivers(n.state)
	for _, c := range r.choices(n.state) {
		r.now = step{i, c}
		for _, s := range r.apply(n.state, c) {
			to := r.add(s, i, c)
			n.edges = append(n.edges, edge{to, [2]taskID{c.task, partnerOf(c)}})
		}
	}
}

func partnerOf(c choice) taskID {
	if c.what == choosePartner {
		return c.partner
	}
	return c.task
}

// add puts a state into the graph and returns its node.
func (r *search) add(s *state, parent int, by choice) int {
	if s.crash != nil {
		r.crashes = append(r.crashes, &crashFound{r.now, s, s.crash})
	}
	s.settle()
	key := s.encode()
	if s.cut {
		key += "cut"
	}
	if at, ok := r.seen[key]; ok {
		return at
	}
	n := &node{state: s, parent: parent, by: by}
	if parent >= 0 {
		n.depth = r.nodes[parent].depth + 1
	}
	r.nodes = append(r.nodes, n)
	r.seen[key] = len(r.nodes) - 1
	return len(r.nodes) - 1
}

// noteReceivers remembers from which channels somebody is about to receive.
func (r *search) noteReceivers(s *state) {
	note := func(ch value) {
		if p, ok := ch.(pointer); ok {
			r.received[r.objectKeys[p.obj].site] = true
		}
	}
	for _, t := range s.tasks {
		if t.status == exiting {
			continue
		}
		switch op := r.operation(t); op.kind {
		case opReceive:
			note(op.target)
		case opSelect:
			for _, c := range op.states {
				if !c.send {
					note(c.channel)
				}
			}
		}
	}
}

// findRaces compares what the task did since its last visible operation with
// what the others did since theirs. Nothing orders the two: the other has not
// performed a single release since, so its accesses do not happen before this
// task's (Go memory model, "Synchronization").
func (r *search) findRaces(s *state, id taskID) {
	t := s.task(id)
	if t == nil || s.rootReturned && r.root.Kind == Program && isMain(r.root) {
		return
	}
	for _, other := range s.tasks {
		if other.id == id {
			continue
		}
		for _, a := range other.pending {
			for _, b := range t.pending {
				if !a.conflicts(b) {
					continue
				}
				key := [2]accessSite{{a.instr, a.write, a.atomic}, {b.instr, b.write, b.atomic}}
				if !r.raceOf[key] {
					r.raceOf[key] = true
					r.races = append(r.races, &race{r.now, s, [2]taskID{other.id, id}, [2]access{a, b}})
				}
			}
		}
	}
}

func isMain(r *Root) bool { return r.Calls[0].Fn.Name() == "main" }

// A stuck is a task that can never move again from a node on.
type stuck struct {
	node   int
	task   taskID
	op     *operation
	closed bool // it is part of a circle of tasks that wait for each other's locks
}

// findStuck returns, for each operation at which a task is stuck for ever, the
// earliest such node. "For ever" is decided by backward reachability: a task may
// still move wherever a state leads to one in which it does, and wherever the
// search did not look further.
func (r *search) findStuck() []stuck {
	preds := make([][]int, len(r.nodes))
	tasks := make(map[taskID]bool)
	for i, n := range r.nodes {
		for _, e := range n.edges {
			preds[e.to] = append(preds[e.to], i)
		}
		for _, t := range n.state.tasks {
			tasks[t.id] = true
		}
	}
	var found []stuck
	seen := make(map[ssa.Instruction]int) // index in found
	ids := make([]taskID, 0, len(tasks))
	for id := range tasks {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		may := make([]bool, len(r.nodes))
		var work []int
		for i, n := range r.nodes {
			moves := n.open || n.state.cut || n.state.exited
			for _, e := range n.edges {
				moves = moves || e.moved[0] == id || e.moved[1] == id
			}
			if moves {
				may[i] = true
				work = append(work, i)
			}
		}
		for len(work) > 0 {
			i := work[len(work)-1]
			work = work[:len(work)-1]
			for _, p := range preds[i] {
				if !may[p] {
					may[p] = true
					work = append(work, p)
				}
			}
		}
		for i, n := range r.nodes {
			t := n.state.task(id)
			if may[i] || t == nil || t.status == exiting {
				continue
			}
			op := r.operation(t)
			// A circle of locks is told best where it is closed.
			closed := r.circle(n.state, id) != nil
			at, again := seen[op.instr]
			switch {
			case !again:
				seen[op.instr] = len(found)
				found = append(found, stuck{i, id, op, closed})
			case closed && !found[at].closed:
				found[at] = stuck{i, id, op, closed}
			}
		}
	}
	slices.SortStableFunc(found, func(a, b stuck) int { return cmp.Compare(r.nodes[a.node].depth, r.nodes[b.node].depth) })
	return found
}

// A holding is a lock that a task holds.
type holding struct {
	lock pointer
	read bool
}

// held lists the locks that a task holds in a state, in the order of the heap.
func (s *state) held(id taskID) []holding {
	var list []holding
	var walk func(v value, p pointer)
	walk = func(v value, p pointer) {
		switch v := v.(type) {
		case mutex:
			if v.writer == id+1 {
				list = append(list, holding{p, false})
			} else if containsTask(v.readers, id) {
				list = append(list, holding{p, true})
			}
		case *aggregate:
			for i, e := range v.elems {
				walk(e, pointer{p.obj, p.path.add(i)})
			}
		}
	}
	for i, o := range s.objects {
		if o != nil && o.kind == cell {
			walk(o.content, pointer{obj: objID(i)})
		}
	}
	return list
}

// fieldAt returns the field that a path within a type ends in, or nil.
func fieldAt(t types.Type, p path) *types.Var {
	var field *types.Var
	for ; len(p) > 0; p = p[2:] {
		switch u := t.Underlying().(type) {
		case *types.Struct:
			if p.head() >= u.NumFields() {
				return nil
			}
			field = u.Field(p.head())
			t = field.Type()
		case *types.Array:
			field, t = nil, u.Elem()
		}
	}
	return field
}

// kindAt returns the synchronisation kind of the part of an object at a path.
func kindAt(t types.Type, p path) syncmodel.Kind {
	if f := fieldAt(t, p); f != nil {
		return syncmodel.KindOf(f.Type())
	}
	return syncmodel.KindOf(t)
}
