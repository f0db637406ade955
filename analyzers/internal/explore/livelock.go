package explore

import "slices"

// maxAwoken bounds the states of one circle in which time goes on.
const maxAwoken = 8

// timePasses lets virtual time go on in states that goroutines come back to for ever while others
// sleep, or timers are set. Elsewhere time waits until nobody can move, as if work took none; work
// that never ends would keep it standing. It reports whether that led to new states.
func (r *search) timePasses() bool {
	if r.gaveUp[budgetUsedUp] > 0 {
		return false
	}
	before := len(r.nodes)
	for _, circle := range r.circles() {
		for _, i := range circle[:min(len(circle), maxAwoken)] {
			n := r.nodes[i]
			if n.timePassed || !n.state.awaitsTime() {
				continue
			}
			n.timePassed = true
			way := trail{node: i}.then(n.state, choice{task: -1, what: chooseTime})
			r.now = way
			for _, s := range r.apply(n.state, choice{task: -1, what: chooseTime}) {
				n.edges = append(n.edges, r.settled(s, way)...)
			}
		}
	}
	return len(r.nodes) > before
}

// awaitsTime reports whether somebody sleeps, or a timer is set.
func (s *state) awaitsTime() bool {
	for _, t := range s.tasks {
		if t.wake > 0 {
			return true
		}
	}
	return s.timersArmed()
}

// circles lists, each as its nodes, the parts of the graph that no way leads out of, and in
// which every state is reached again (strongly connected components without an edge to others;
// Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1, 1972).
func (r *search) circles() (list [][]int) {
	number, low := make([]int, len(r.nodes)), make([]int, len(r.nodes)) // numbers begin at 1
	onStack := make([]bool, len(r.nodes))
	component := make([]int, len(r.nodes))
	var stack []int
	next, components := 0, 0
	var visit func(i int)
	visit = func(i int) {
		next++
		number[i], low[i] = next, next
		stack, onStack[i] = append(stack, i), true
		for _, e := range r.nodes[i].edges {
			if number[e.to] == 0 {
				visit(e.to)
				low[i] = min(low[i], low[e.to])
			} else if onStack[e.to] {
				low[i] = min(low[i], number[e.to])
			}
		}
		if low[i] != number[i] {
			return
		}
		at := len(stack) - 1
		for stack[at] != i {
			at--
		}
		nodes := slices.Sorted(slices.Values(stack[at:])) // those near the start first
		stack = stack[:at]
		components++
		for _, n := range nodes {
			onStack[n], component[n] = false, components
		}
		if r.isCircle(nodes, component) {
			list = append(list, nodes)
		}
	}
	for i := range r.nodes {
		if number[i] == 0 {
			visit(i)
		}
	}
	return list
}

// isCircle reports whether the nodes of a component go on among themselves, and never leave it.
func (r *search) isCircle(nodes, component []int) bool {
	for _, i := range nodes {
		n := r.nodes[i]
		if n.open || n.state.cut || n.state.exited || len(n.edges) == 0 {
			return false
		}
		for _, e := range n.edges {
			if component[e.to] != component[i] {
				return false
			}
		}
	}
	return true
}
