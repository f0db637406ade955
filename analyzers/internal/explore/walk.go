package explore

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// Breadth first, a search of a large program ends near its start. Walks go to the
// end instead: each follows one schedule, in which the task with the highest
// priority runs, and priorities change at few random moments. Most concurrency
// bugs need few such changes (Burckhardt et al., "A randomized scheduler with
// probabilistic guarantees of finding bugs", ASPLOS 2010). The numbers are drawn
// from a fixed seed: every run walks the same ways.

// Limits of walks. They hold more goroutines and objects than a breadth-first
// search could afford, for of each state only one follows.
const (
	walkTasks       = 32
	walkInstances   = 64
	walkBuffered    = 64
	maxWalk         = 400 // steps of one walk
	maxWalkedTurns  = 50  // of one loop in one step
	maxWalks        = 60
	changeOneIn     = 8 // steps between two changes of priority, on average
	maxCirclesInOne = 3 // how often a walk may come back to where it was
)

// walk follows schedules until the graph has so many states.
func (r *search) walk(budget int) {
	r.begin(budget)
	starts := len(r.nodes)
	for _, n := range r.nodes {
		n.open = true
	}
	for i := range maxWalks {
		if len(r.nodes) >= budget || r.spent > r.limit || starts == 0 {
			break
		}
		w := &walker{search: r, random: rand.New(rand.NewPCG(1, uint64(i))), priority: make(map[taskID]int), visited: make(map[int]bool)}
		w.run(i%starts, budget)
	}
	for _, n := range r.nodes {
		if n.open {
			r.gaveUp[budgetUsedUp] = 1
			return
		}
	}
}

// A walker follows one schedule.
type walker struct {
	*search
	random   *rand.Rand
	priority map[taskID]int
	lowest   int
	visited  map[int]bool
}

func (w *walker) run(at, budget int) {
	circles := 0
	for range maxWalk {
		n := w.nodes[at]
		if n.state.cut || n.state.exited || len(w.nodes) >= budget || w.spent > w.limit {
			return
		}
		if w.visited[at] {
			if circles++; circles > maxCirclesInOne {
				return
			}
		}
		w.visited[at] = true
		next, ok := w.step(at, n)
		if !ok {
			return
		}
		at = next
	}
}

// step takes the choice of the task with the highest priority, and returns where
// it leads.
func (w *walker) step(at int, n *node) (int, bool) {
	choices := w.choices(n.state)
	if len(choices) == 0 {
		n.open = false
		return 0, false
	}
	first := slices.MaxFunc(choices, func(a, b choice) int { return cmp.Compare(w.rank(a.task), w.rank(b.task)) })
	if w.random.IntN(changeOneIn) == 0 || w.visited[at] && w.random.IntN(2) == 0 {
		w.lowest--
		w.priority[first.task] = w.lowest
		first = slices.MaxFunc(choices, func(a, b choice) int { return cmp.Compare(w.rank(a.task), w.rank(b.task)) })
	}
	var own []int
	for i, c := range choices {
		if c.task == first.task {
			own = append(own, i)
		}
	}
	i := own[w.random.IntN(len(own))]
	edges := w.follow(at, n, choices, i)
	if len(edges) == 0 {
		return 0, false
	}
	return edges[w.random.IntN(len(edges))].to, true
}

// rank is a task's priority; a new task gets a random one.
func (w *walker) rank(id taskID) int {
	p, known := w.priority[id]
	if !known {
		p = w.random.IntN(1 << 20)
		w.priority[id] = p
	}
	return p
}

// follow applies one of a node's choices, unless an earlier walk has. A node all of
// whose choices have been applied is no longer open.
func (w *walker) follow(at int, n *node, choices []choice, i int) []edge {
	if n.walked == nil {
		n.walked = make([][]edge, len(choices))
	}
	if n.walked[i] != nil {
		return n.walked[i]
	}
	way := trail{node: at}.then(n.state, choices[i])
	w.now = way
	edges := []edge{}
	for _, s := range w.apply(n.state, choices[i]) {
		edges = append(edges, w.settled(s, way)...)
	}
	n.walked[i] = edges
	n.edges = append(n.edges, edges...)
	n.open = slices.ContainsFunc(n.walked, func(e []edge) bool { return e == nil })
	return edges
}
