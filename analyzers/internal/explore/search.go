package explore

import (
	"cmp"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/syncmodel"
)

// Bounds of a search. They count; they never measure time: every face and every
// run gives the same result.
const (
	maxSegment       = 20000 // instructions of one segment, all its forks together
	maxForks         = 64    // outcomes of one segment
	maxEnded         = 2     // of them, those in which a test fails
	maxFrames        = 40    // nested calls
	maxInstances     = 16    // live objects of one allocation in one task
	maxTasks         = 7     // live goroutines
	maxElements      = 32    // elements of an array that are told apart
	maxParts         = 1024  // scalars that a variable is made of, arrays in arrays and all
	maxPending       = 48    // accesses of one segment
	maxText          = 64    // bytes of a string that is followed
	maxBuffered      = 8     // values kept of a channel that is never full
	maxGuessedNumber = 3     // turns of a loop that a number from outside bounds
	maxGuessedTurns  = 2     // turns of a loop over a collection that is not known
	maxCountedTurns  = 8     // turns of a loop to a number that is known, all of which are looked at
	maxEager         = 64    // steps without a choice in a row: a loop of them must become a circle in the graph
	maxInstructions  = 1e6   // instructions of one search, all its segments together
	maxPrelude       = 200   // visible operations before the search begins
	// bytesPerInstruction: to write and compare that much of a state costs about what
	// one instruction costs.
	bytesPerInstruction  = 64
	valuesPerInstruction = 64 // likewise, to look at so many values of a state
	// assumptionsPerInstruction: likewise, to copy so many, or to look through them.
	assumptionsPerInstruction = 64
	settleCost                = 4  // of a state, in instructions
	environmentDepth          = 2  // pointers followed in a root's input
	roomy                     = 16 // a channel of this capacity is never full
	// Room that is made at once, for what most searches need.
	somePending = 8
	someObjects = 64
	someSymbols = 32
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
	*world
	root        *Root
	isTest      bool // the root is one, see isTest
	inputLength int
	// hasFilledLater: the input has something that is filled in later; unset: in the
	// states that are made now it is not yet.
	hasFilledLater, unset bool
	aged                  bool // in these states the methods of Root.Age have been called
	scale                 *scaling

	symbols     *symbols
	tables      *tables
	objectIDs   map[objectKey]objID
	objectKeys  []objectKey
	taskIDs     map[taskKey]taskID
	taskKeys    map[taskID]taskKey
	accessSites map[accessSite]int
	globals     map[*ssa.Global]objID
	channelsOf  map[*ssa.Function][]objID // see globalChannels
	permanent   map[objID]bool
	startedVia  map[taskID]token.Pos // Entrance.Pos of the tasks that imported packages start
	// initialisers are the tasks that the package's initialisation started
	initialisers map[taskID]bool

	marker        marker // for reuse
	encoding      []byte // likewise
	preludeResult value
	preludeLeft   bool // goroutines that the last prelude started are still at work
	spent, limit  int  // instructions so far, and at most
	// overReleased: somebody was seen to release what he does not hold; inOrder: this is
	// known, and no release runs early
	overReleased, inOrder bool
	// maxTasks and maxInstances bound the live goroutines, and the live objects of one
	// allocation in one task; maxBuffered the values in a channel that is never full
	maxTasks, maxInstances, maxBuffered int
	walks                               bool // single schedules are followed, each to its end

	nodes  []*node
	most   int // nodes, even where one step leads to many
	seen   map[string]int
	now    trail // the way that is being gone
	races  []*race
	raceOf map[[2]accessSite]*race
	// beside holds the functions in which two goroutines were seen at once, see noteBeside
	beside  map[*ssa.Function]sharing
	crashes []*crashFound
	gaveUp  map[string]int
	// received, sent and closed hold the channels (by what made them) for which
	// somebody was seen to stand ready for that.
	sent, closed map[any]bool
	received     map[any][]taskID // likewise, and who
	// dones holds the WaitGroups of which somebody was seen to call Done and the
	// condition variables that somebody signalled, passes the waits that ended.
	dones  map[any]bool
	passes map[ssa.Instruction]bool
	// experimenting: what is tried now could not happen; it shows who waits for whom
	experimenting bool
	experiments   *int // the package's, see packageGranted
}

// A node is a state in the graph of the search.
type node struct {
	state  *state
	parent int     // node from which it was first reached; -1 for the start
	by     []taken // the steps from there
	depth  int
	edges  []edge
	open   bool // not expanded: anything may follow
	// swaps are the pairs of tasks of which only the first one went on from here: the
	// other one may do what that does
	swaps      []swap
	timePassed bool // see timePasses
	// walked holds, where walks came by, the edges of each choice; nil: not taken yet
	walked [][]edge
}

type edge struct {
	to    int
	moved []taskID
}

// A taken is a step: a choice, and the state in which it was made.
type taken struct {
	state *state
	choice
}

// A trail is a way through the graph: to a node, and on by some steps.
type trail struct {
	node  int // -1 before the first
	steps []taken
}

func (t trail) then(s *state, c choice) trail {
	return trail{t.node, append(t.steps[:len(t.steps):len(t.steps)], taken{s, c})}
}

type race struct {
	trail
	state  *state // at its end
	tasks  [2]taskID
	acc    [2]access
	memory Memory // looked up at once: the object may be dead soon
	// decisions are those that all ways to the race have in common
	decisions decisions
}

type crashFound struct {
	trail
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
		c = newCode(fn, r.relevance)
		r.codes[fn] = c
	}
	return c
}

// explore searches breadth first, so that the first way found to a bad state is
// a shortest one. It stops after budget states.
func (r *search) explore(budget int) {
	r.begin(budget)
	for i := 0; i < len(r.nodes) || r.timePasses(); i++ {
		n := r.nodes[i]
		if len(r.nodes) >= budget || r.spent > r.limit {
			n.open = true
			r.gaveUp[budgetUsedUp] = 1
			continue
		}
		r.expand(i, n)
	}
}

// begin puts the states from which the search starts into the graph, which will hold
// about so many.
func (r *search) begin(budget int) {
	r.most = budget + maxForks
	r.now = trail{node: -1}
	for _, s := range r.start() {
		r.settled(s, r.now)
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
	choices := r.choices(n.state)
	if len(choices) > 1 {
		n.swaps = r.swaps(n.state)
	}
	for _, c := range distinct(choices, n.swaps) {
		way := trail{node: i}.then(n.state, c)
		r.now = way
		for _, s := range r.apply(n.state, c) {
			n.edges = append(n.edges, r.settled(s, way)...)
		}
	}
}

// settled brings a new state into normal form, takes the steps that need no
// choice, and puts what comes out into the graph. It returns the edges to it.
func (r *search) settled(s *state, way trail) []edge {
	if s.crash != nil {
		r.crashes = append(r.crashes, &crashFound{way, s, s.crash})
	}
	s.settle()
	r.spent += settleCost
	if !s.cut && !s.exited {
		r.noteUses(s)
		if c, park, ok := r.eager(s); ok && len(way.steps) < maxEager && r.spent <= r.limit {
			if park {
				r.lookAhead(s, c.task, way)
			}
			next := way.then(s, c)
			r.now = next
			var edges []edge
			for _, s := range r.apply(s, c) {
				edges = append(edges, r.settled(s, next)...)
			}
			return edges
		}
	}
	if len(r.nodes) >= r.most && way.node >= 0 {
		// One step has led to very many states: what follows of it is not looked at.
		r.nodes[way.node].open = true
		r.gaveUp[budgetUsedUp] = 1
		return nil
	}
	e := edge{to: r.add(s, way)}
	for _, t := range way.steps {
		e.moved = append(e.moved, t.task)
		if t.what == choosePartner {
			e.moved = append(e.moved, t.partner)
		}
	}
	return []edge{e}
}

// eager returns a step that need not be tried in every order, if there is one:
// a step that is always possible, gives nothing up to chance and only lets others
// go on commutes with all that they can do (it is a left mover; Lipton,
// "Reduction", CACM 1975). Two kinds qualify:
//
//   - releases and starts by a task that touched no shared memory since its last
//     operation: nothing that could race is forgotten;
//   - the Unlock that ends a critical section without further operations inside.
//     Its accesses would be forgotten, so what others could do right now is
//     compared with them first (park). Whatever conflicts later could have come
//     before the Lock as well, and is found there.
//
// Releases commute only while nobody releases more than he has: of two Dones for a counter
// of one the second panics, and who unlocks another's lock lets a third into its section.
// Whoever does such a thing still does it when others release early, so a search that comes
// by it is made again, with all releases in every order.
func (r *search) eager(s *state) (c choice, park, ok bool) {
	for _, t := range s.tasks {
		quiet := len(t.pending) == 0
		if t.status == exiting {
			if quiet {
				return choice{task: t.id, what: chooseExit}, false, true
			}
			continue
		}
		op := r.operation(t)
		if op == nil || t.panicking {
			continue
		}
		switch op.kind {
		case opSpawn:
			if quiet && op.callee.fn != nil {
				return choice{task: t.id}, false, true
			}
		case opEndOnce:
			if quiet {
				return choice{task: t.id}, false, true
			}
		case opModel:
			p, known := op.target.(pointer)
			if !known || r.inOrder {
				continue
			}
			switch v := s.read(p).(type) {
			case mutex:
				unlock := op.callee.op == syncmodel.Unlock && v.writer == t.id+1 ||
					op.callee.op == syncmodel.RUnlock && containsTask(v.readers, t.id)
				if unlock && (quiet || t.inSection && !r.triesLocks) {
					return choice{task: t.id}, !quiet, true
				}
			case waitGroup:
				if op.callee.op == syncmodel.WaitGroupDone && v.n > 0 && quiet {
					return choice{task: t.id}, false, true
				}
			}
		}
	}
	return choice{}, false, false
}

// lookAhead runs the next step of every other task while one task stands still,
// only to find races with what that task did last.
func (r *search) lookAhead(s *state, parked taskID, way trail) {
	for _, t := range s.tasks {
		if t.id == parked || t.status == exiting {
			continue
		}
		op := r.operation(t)
		if op == nil {
			continue
		}
		for _, c := range r.taskChoices(s, t, op) {
			r.now = way.then(s, c)
			r.apply(s, c)
		}
	}
}

// add puts a state into the graph and returns its node.
func (r *search) add(s *state, way trail) int {
	key := s.encode()
	r.spent += len(key) / bytesPerInstruction
	if s.cut {
		key = append(key, "cut"...)
	}
	if at, ok := r.seen[string(key)]; ok {
		r.nodes[at].state.reachedAlso(s)
		return at
	}
	n := &node{state: s, parent: way.node, by: way.steps, open: r.walks && !s.exited}
	if way.node >= 0 {
		n.depth = r.nodes[way.node].depth + len(way.steps)
	}
	r.nodes = append(r.nodes, n)
	r.noteBeside(s)
	r.seen[string(key)] = len(r.nodes) - 1
	return len(r.nodes) - 1
}

// noteBeside remembers in which functions two goroutines are at once, and what they
// share. Calls that are only supposed to run side by side show nothing.
func (r *search) noteBeside(s *state) {
	if r.root.Kind == Driver && !r.root.Handlers {
		return
	}
	for i, t := range s.tasks {
		for _, f := range t.frames {
			fn := r.original(origin(f.code.fn))
			for _, u := range s.tasks[:i] {
				for _, g := range u.frames {
					if g.code == f.code && r.beside[fn] < sharesArgument {
						r.beside[fn] = max(r.beside[fn], s.shared(f, g))
					}
				}
			}
		}
	}
}

// shared tells what two calls of a function have in common.
func (s *state) shared(f, g *frame) sharing {
	given := false
	var most sharing
	for _, p := range f.code.fn.Params {
		i, followed := f.code.registerOf(p)
		if !followed {
			continue
		}
		a, ok := f.regs[i].(pointer)
		if !ok {
			continue
		}
		given = true
		b, ok := g.regs[i].(pointer)
		switch {
		case !ok:
		case a == b:
			return sharesArgument
		case s.pointsAlike(a, b):
			most = sharesField
		}
	}
	if !given {
		return sharesArgument
	}
	return most
}

// pointsAlike reports whether a field of two structs points to one object.
func (s *state) pointsAlike(a, b pointer) bool {
	x, ok := s.read(a).(*aggregate)
	y, also := s.read(b).(*aggregate)
	if !ok || !also {
		return false
	}
	for i, v := range x.elems[:min(len(x.elems), len(y.elems))] {
		if p, ok := v.(pointer); ok && y.elems[i] == value(p) {
			return true
		}
	}
	return false
}

// noteUses remembers for which channels somebody is about to receive, send or close.
func (r *search) noteUses(s *state) {
	note := func(uses map[any]bool, ch value) {
		if p, ok := ch.(pointer); ok {
			uses[r.objectKeys[p.obj].site] = true
		}
	}
	receives := func(id taskID, ch value) {
		if p, ok := ch.(pointer); ok {
			if site := r.objectKeys[p.obj].site; !slices.Contains(r.received[site], id) {
				r.received[site] = append(r.received[site], id)
			}
		}
	}
	for _, t := range s.tasks {
		if t.status == exiting {
			continue
		}
		switch op := r.operation(t); op.kind {
		case opReceive:
			receives(t.id, op.target)
		case opSend:
			note(r.sent, op.target)
		case opClose:
			note(r.closed, op.target)
		case opSelect:
			for _, c := range op.states {
				if c.send {
					note(r.sent, c.channel)
				} else {
					receives(t.id, c.channel)
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
	if t == nil || id >= preludeTask || r.experimenting || r.root.Kind == Program && isMain(r.root) && s.task(rootTask) == nil {
		return
	}
	for _, other := range s.tasks {
		if other.id == id || other.id >= preludeTask {
			continue // what comes before the search is a story of its own
		}
		for _, a := range other.pending {
			for _, b := range t.pending {
				if !a.conflicts(b) {
					continue
				}
				key := [2]accessSite{{a.instr, a.write, a.atomic}, {b.instr, b.write, b.atomic}}
				if known := r.raceOf[key]; known != nil {
					known.decisions = known.decisions.common(s.decisions)
					continue
				}
				found := &race{r.now, s, [2]taskID{other.id, id}, [2]access{a, b}, r.memory(s, a), s.decisions}
				r.raceOf[key] = found
				r.races = append(r.races, found)
			}
		}
	}
}

func isMain(r *Root) bool { return r.Calls[0].Fn.Name() == "main" }

// A stuck is a task that can never move again from a node on.
type stuck struct {
	node int
	task taskID
	op   *operation
	// rootStuck: so is the root's own goroutine
	rootStuck bool
	// owing: of a wait for a group, the task that would have to report to it and goes
	// on without, whatever happens; owed says that there is one
	owing taskID
	owed  bool
	verdict
}

// maxTold bounds the nodes in which one stuck operation is looked at.
const maxTold = 4

// findStuck returns, for each operation at which a task is stuck for ever through
// no fault of others, the earliest node that shows it. "For ever" is decided by
// backward reachability: a task may still move wherever a state leads to one in
// which it does, and wherever the search did not look further.
func (r *search) findStuck() []stuck {
	may := r.mayMove()
	forEver := func(node int, id taskID) bool { return !may[id][node] }
	final := r.finalNodes(forEver)
	var order []ssa.Instruction
	byInstr := make(map[ssa.Instruction][]stuck)
	for _, id := range slices.Sorted(maps.Keys(may)) {
		for i, n := range r.nodes {
			t := n.state.task(id)
			if may[id][i] || t == nil || t.status == exiting {
				continue
			}
			// A circle of locks is told where it is closed, anything else where nobody is
			// left who could still help, or get stuck as well.
			if r.circle(n.state, id) == nil && !final[i] {
				continue
			}
			op := r.operation(t)
			if op.parks() && !r.isAlone(n.state) {
				continue // the others may be what it is there for
			}
			at := wrapped(op.instr, t.frames)
			if byInstr[at] == nil {
				order = append(order, at)
			}
			byInstr[at] = append(byInstr[at], stuck{node: i, task: id, op: op, rootStuck: r.rootIsStuck(i, forEver)})
		}
	}
	var found []stuck
	knots := make(map[int]knot) // experiments take long, and one node shows several that are stuck
	knotOf := func(node int) knot {
		k, known := knots[node]
		if !known {
			k = r.knot(node, forEver)
			knots[node] = k
		}
		return k
	}
	for _, instr := range order {
		list := byInstr[instr]
		slices.SortStableFunc(list, func(a, b stuck) int {
			return cmp.Compare(len(r.nodes[a.node].state.decisions), len(r.nodes[b.node].state.decisions))
		})
		for _, st := range list[:min(len(list), maxTold)] {
			st.verdict = r.blame(st.node, st.task, knotOf(st.node))
			if !st.victim {
				st = r.onceEnded(st, list)
				st.owing, st.owed = r.owing(list)
				found = append(found, st)
				break
			}
		}
	}
	slices.SortStableFunc(found, func(a, b stuck) int { return cmp.Compare(r.nodes[a.node].depth, r.nodes[b.node].depth) })
	return found
}

// owing returns a task that still has to report to the group for which the tasks of
// some nodes wait, if there is one in every one of the nodes.
func (r *search) owing(list []stuck) (taskID, bool) {
	var owing taskID
	for _, st := range list {
		s := r.nodes[st.node].state
		var ids []taskID
		for _, t := range s.tasks {
			if t.status != exiting && t.id != st.task {
				ids = append(ids, t.id)
			}
		}
		owes := r.owesDone(s, st.op, ids)
		if len(owes) == 0 {
			return 0, false
		}
		owing = owes[0]
	}
	return owing, len(list) > 0
}

// onceEnded returns the node that tells best why a lock is never free: if whoever
// holds it goes on and ends without giving it back, a node in which it has ended.
func (r *search) onceEnded(st stuck, list []stuck) stuck {
	holders, ok := r.holders(r.nodes[st.node].state, st.op)
	if !ok || st.relock || len(st.circle) > 0 || len(holders) == 0 {
		return st
	}
	for _, later := range list {
		if _, ended := r.endedHolder(r.nodes[later.node].state, later.op); ended && later.task == st.task {
			later.verdict = st.verdict
			return later
		}
	}
	return st
}

// rootIsStuck reports whether the root's own goroutine is stuck, not parked on
// purpose by an empty select.
func (r *search) rootIsStuck(node int, stuckIn func(node int, id taskID) bool) bool {
	t := r.nodes[node].state.task(rootTask)
	if t == nil || t.status == exiting || !stuckIn(node, rootTask) {
		return false
	}
	return !r.operation(t).parks()
}

// mayMove says for each task in which nodes it may still move, at once or later.
func (r *search) mayMove() map[taskID][]bool {
	preds := make([][]int, len(r.nodes))
	table := make(map[taskID][]bool)
	for i, n := range r.nodes {
		for _, e := range n.edges {
			preds[e.to] = append(preds[e.to], i)
		}
		for _, t := range n.state.tasks {
			table[t.id] = nil
		}
	}
	helped := r.helpedFromOutside()
	type place struct {
		node int
		task taskID
	}
	var work []place
	found := func(node int, id taskID) {
		if !table[id][node] {
			table[id][node] = true
			work = append(work, place{node, id})
		}
	}
	for id := range table {
		table[id] = make([]bool, len(r.nodes))
		for i, n := range r.nodes {
			t := n.state.task(id)
			// Virtual time stands still while somebody spins; real time does not.
			moves := n.open || n.state.cut || n.state.exited || n.state.spins() || t != nil && (t.wake > 0 || r.waitsForOthers(n.state, t))
			for _, e := range n.edges {
				moves = moves || slices.Contains(e.moved, id)
			}
			if moves || slices.Contains(helped[i], id) {
				found(i, id)
			}
		}
	}
	for len(work) > 0 {
		last := work[len(work)-1]
		work = work[:len(work)-1]
		for _, p := range preds[last.node] {
			found(p, last.task)
		}
		for _, w := range r.nodes[last.node].swaps {
			found(last.node, w.of(last.task))
		}
	}
	return table
}

// maxHelped bounds the nodes in which it is tried out whom help from outside would
// free; in the others it is taken to free all.
const maxHelped = 20

// helpedFromOutside lists, for the nodes in which nobody can move, the tasks that
// could if code that is not seen let go on those that wait for it.
func (r *search) helpedFromOutside() map[int][]taskID {
	helped := make(map[int][]taskID)
	for i, n := range r.nodes {
		if len(n.edges) > 0 || n.open || n.state.cut || n.state.exited || n.state.spins() {
			continue
		}
		var outside []taskID
		for _, t := range n.state.tasks {
			if r.waitsForOthers(n.state, t) {
				outside = append(outside, t.id)
			}
		}
		if len(outside) == 0 {
			continue
		}
		helped[i] = outside
		for _, t := range n.state.tasks {
			if t.status != exiting && !slices.Contains(outside, t.id) &&
				(len(helped) > maxHelped || len(r.owesDone(n.state, r.operation(t), outside)) > 0 || r.helps(n.state, t.id, outside)) {
				helped[i] = append(helped[i], t.id)
			}
		}
	}
	return helped
}

// waitsForOthers reports whether a task stands before a group or condition variable
// that code outside the search knows too.
func (r *search) waitsForOthers(s *state, t *task) bool {
	if t.status == exiting {
		return false
	}
	op := r.operation(t)
	if op.kind != opModel {
		return false
	}
	switch op.callee.op {
	case syncmodel.WaitGroupWait, syncmodel.GroupWait, syncmodel.CondWait:
		p, ok := op.target.(pointer)
		return !ok || s.objects[p.obj] == nil || s.objects[p.obj].environment
	}
	return false
}

// finalNodes marks the nodes after which no further task gets stuck.
func (r *search) finalNodes(stuckIn func(node int, id taskID) bool) []bool {
	count := make([]int, len(r.nodes))
	for i, n := range r.nodes {
		for _, t := range n.state.tasks {
			if t.status != exiting && stuckIn(i, t.id) {
				count[i]++
			}
		}
	}
	most := slices.Clone(count)
	for changed := true; changed; {
		changed = false
		for i, n := range slices.Backward(r.nodes) {
			for _, e := range n.edges {
				if most[e.to] > most[i] {
					most[i], changed = most[e.to], true
				}
			}
		}
	}
	final := make([]bool, len(r.nodes))
	for i := range final {
		final[i] = count[i] == most[i]
	}
	return final
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
