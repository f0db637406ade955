package explore

import (
	"cmp"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Budgets are counted, in states and instructions, so that every run and every
// driver of the analysis gives the same result.
const (
	// packageStates bounds the states of all searches of a package together; a root
	// for which less than leastStates are left is not searched.
	packageStates = 6000
	leastStates   = 50
	// packageInstructions bounds what they execute; it decides where states are large.
	packageInstructions = 230e3
	// programInstructions is what main and tests may use of it: the calls that are
	// supposed are small, and not to starve behind large tests.
	programInstructions = 150e3

	// replayInstructions is what a package's searches that confirm may execute together.
	replayInstructions = 120e3

	// largeProgram is how many functions a program has at least that is as large as any:
	// to follow all calls of thousands of tests takes longer than to search them.
	largeProgram = 200

	// leastPace is how many states a search has after the first budget that is worth a larger
	// one: where the ways between two operations are longer, it would show little more.
	leastPace = 20

	// maxCutShare: a search of whose states more than one in so many are cut short is not repeated with a larger budget.
	maxCutShare = 8
)

// A budget bounds one search.
type budget struct{ states, instructions int }

// A root is searched with a growing budget, each for those for which the one before did
// not suffice: most roots are small, and none is to starve behind a large one that
// stands before it. Budgets grow so fast that beginning anew costs little (Korf,
// "Depth-first iterative-deepening", Artificial Intelligence 27, 1985).
var (
	tasteBudget = budget{60, 2e3}
	firstBudget = budget{300, 20e3}
	fullBudget  = budget{300, 100e3}
	deepBudget  = budget{1000, maxInstructions}
	walkBudget  = budget{700, 100e3}
	// replayBudget is for the search that confirms what was found in the small.
	replayBudget = budget{1000, 60e3}
)

// searchAll searches every root a little, as it is; those for which a little was
// not enough further, and in the small as well; then, while the package's budget
// lasts, it walks to their ends, which shows more than many states near the start,
// and searches them with more states.
func (e *explorer) searchAll(roots []*Root) {
	jobs := e.jobs(e.smallestFirst(roots))
	e.searchEach(jobs, tasteBudget)
	e.searchEach(jobs, firstBudget)
	jobs = e.withScaled(jobs)
	e.searchEach(jobs, firstBudget)
	walks := walksOf(jobs)
	e.searchEach(walks, walkBudget)
	e.searchEach(jobs, fullBudget)
	e.searchEach(promising(jobs), deepBudget)
	for _, j := range append(jobs, walks...) {
		e.conclude(j)
	}
	e.result.preferReal()
}

// jobs lists the first searches of all roots that have more than one schedule.
func (e *explorer) jobs(roots []*Root) (jobs []*job) {
	programs := make(map[*world][]*ssa.Function)
	for _, root := range roots {
		if root.Kind == Program {
			programs[root.world] = append(programs[root.world], root.functions()...)
		}
	}
	starts := make(map[*world]bool)
	synchronising := make(map[*world]map[*ssa.Function]bool)
	for w, fns := range programs {
		starts[w], synchronising[w] = w.initialiserStarts(), w.graph.Leading(fns, w.synchronises)
	}
	for _, root := range roots {
		switch {
		case root.Kind == Program && !starts[root.world] && !slices.ContainsFunc(root.functions(), func(fn *ssa.Function) bool { return synchronising[root.world][fn] }):
		case root.Kind != Program && hasSlices(root):
			jobs = append(jobs, &job{root: root, length: 1}, &job{root: root, length: 2})
		default:
			jobs = append(jobs, &job{root: root, length: 2})
		}
	}
	return jobs
}

// withScaled adds, behind each job that left something out, the same in the small.
func (e *explorer) withScaled(jobs []*job) (all []*job) {
	for _, j := range jobs {
		all = append(all, j)
		if j.isIncomplete() && !e.exhausted() {
			if scale := newScaling(j.root.world.reachable(j.root)); scale != nil {
				all = append(all, &job{root: j.root, length: j.length, scale: scale, whole: j})
			}
		}
	}
	return all
}

// isIncomplete reports whether a search has left out something that another one may
// show. What would come after the end of a test is no such thing.
func (j *job) isIncomplete() bool {
	if j.search == nil {
		return false
	}
	for reason := range j.search.gaveUp {
		if reason != testEndsEarly {
			return true
		}
	}
	return false
}

// walksOf lists the walks through programs that could not be searched as they are.
func walksOf(jobs []*job) (walks []*job) {
	for _, j := range jobs {
		if j.scale == nil && j.isIncomplete() {
			walks = append(walks, &job{root: j.root, length: j.length, whole: j, walks: true})
		}
	}
	return walks
}

// promising lists the jobs that stopped at their budget and are worth a larger one: not
// those of which many paths end for want of data, as they will go on to do.
func promising(jobs []*job) (list []*job) {
	for _, j := range jobs {
		if j.search == nil || len(j.search.nodes) < fullBudget.states {
			continue
		}
		cut := 0
		for _, n := range j.search.nodes {
			if n.state.cut {
				cut++
			}
		}
		if cut*maxCutShare < len(j.search.nodes) {
			list = append(list, j)
		}
	}
	return list
}

// smallestFirst puts the smallest programs before the large ones. The other roots keep
// their place behind them.
func (e *explorer) smallestFirst(roots []*Root) []*Root {
	programs := 0
	for programs < len(roots) && roots[programs].Kind == Program {
		programs++
	}
	roots = slices.Clone(roots)
	sizes := make(map[*Root]int)
	for _, root := range roots[:programs] {
		sizes[root] = size(root.world.graph.ClosureUpTo(largeProgram, root.functions()))
	}
	slices.SortStableFunc(roots[:programs], func(a, b *Root) int { return cmp.Compare(sizes[a], sizes[b]) })
	return roots
}

// size is how many instructions some functions have.
func size(fns []*ssa.Function) (n int) {
	for _, fn := range fns {
		for _, b := range fn.Blocks {
			n += len(b.Instrs)
		}
	}
	return n
}

// exhausted reports whether the package's budget is used up.
func (e *explorer) exhausted() bool {
	return e.spent >= packageInstructions || packageStates-e.states < leastStates
}

// searchEach searches anew the jobs that a larger budget may help.
func (e *explorer) searchEach(jobs []*job, b budget) {
	for _, j := range jobs {
		e.search(j, b)
	}
}

// search searches a job anew with a larger budget, as far as the package's budget
// allows. A defect of the search itself costs the root, not the run.
func (e *explorer) search(j *job, b budget) {
	b.states = min(b.states, packageStates-e.states)
	if j.root.Kind == Program {
		b.instructions = min(b.instructions, programInstructions-e.spent)
	}
	if j.walks && j.whole != nil && j.whole.search.isSlow() {
		b.instructions = min(b.instructions, firstBudget.instructions)
	}
	if e.exhausted() || b.instructions <= 0 || j.failed != nil || j.search != nil && !j.search.wants(b) {
		return
	}
	defer func() {
		if j.failed = recover(); j.failed != nil {
			j.search = nil
		}
	}()
	r := e.run(j, b)
	if r.overReleased && !j.inOrder && !j.walks {
		j.inOrder = true
		r = e.run(j, b)
	}
	j.search = r
}

// run makes one search of a job.
func (e *explorer) run(j *job, b budget) *search {
	r := e.newSearch(j.root, j.scale, j.length)
	r.limit, r.inOrder = b.instructions, j.inOrder
	if j.walks {
		r.maxTasks, r.maxInstances, r.maxBuffered, r.walks = walkTasks, walkInstances, walkBuffered, true
		r.walk(b.states)
	} else {
		r.explore(b.states)
	}
	e.states += len(r.nodes)
	e.spent += r.spent
	return r
}

// wants reports whether a search stopped at its budget and would go further with another.
func (r *search) wants(b budget) bool {
	return r.gaveUp[budgetUsedUp] > 0 && !r.isSlow() && len(r.nodes) < b.states && (r.spent < r.limit || r.limit < b.instructions)
}

// isSlow reports whether a search had few states when the first budget was used up.
func (r *search) isSlow() bool {
	return r.limit >= firstBudget.instructions && r.spent >= r.limit && len(r.nodes) < leastPace*r.limit/firstBudget.instructions
}
