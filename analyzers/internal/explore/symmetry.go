package explore

import (
	"go/token"
	"slices"
)

// Workers that were started alike are often in the same situation: to exchange two of them
// changes nothing in a state but their names. Whatever one of them can do there the other can
// do as well, and what comes of it is the same but for names, so it is enough to let the first
// one of them go on (Emerson and Sistla, "Symmetry and model checking", 1996, with the
// symmetries of each state on its own instead of a quotient of the graph: no state is renamed,
// and a witness reads as it ran).

// A swap is two tasks that are alike in a state, the smaller first.
type swap [2]taskID

// of returns the task that stands in the place of id once the two are exchanged.
func (w swap) of(id taskID) taskID {
	switch id {
	case w[0]:
		return w[1]
	case w[1]:
		return w[0]
	}
	return id
}

// swaps lists the pairs of tasks that are alike in a state.
func (r *search) swaps(s *state) (list []swap) {
	for j, u := range s.tasks {
		for _, t := range s.tasks[:j] {
			if t.id > rootTask && standAlike(t, u) {
				e := &exchange{s: s, swap: swap{t.id, u.id}, objects: make(map[objID]objID)}
				if e.changesNothing(t, u) {
					list = append(list, e.swap)
				}
				r.spent += e.compared / valuesPerInstruction
			}
		}
	}
	return list
}

// distinct drops the choices that are another one with the names of two tasks exchanged.
func distinct(choices []choice, swaps []swap) []choice {
	if len(swaps) == 0 {
		return choices
	}
	return slices.DeleteFunc(choices, func(c choice) bool {
		return slices.ContainsFunc(swaps, func(w swap) bool {
			task, partner := w.of(c.task), c.partner
			if c.what == choosePartner {
				partner = w.of(partner)
			}
			return task < c.task || task == c.task && partner < c.partner
		})
	})
}

// standAlike is a cheap test that most pairs of tasks fail.
func standAlike(t, u *task) bool {
	if t.status != u.status || t.phase != u.phase || t.wake != u.wake || t.inSection != u.inSection || t.paused != u.paused || t.within != u.within ||
		t.panicking != u.panicking || t.goexit != u.goexit || len(t.frames) != len(u.frames) || len(t.pending) != len(u.pending) || len(t.cleanups) != len(u.cleanups) {
		return false
	}
	for i, f := range t.frames {
		g := u.frames[i]
		if f.code != g.code || f.block != g.block || f.pc != g.pc || f.after != g.after || f.unwinding != g.unwinding ||
			f.recovered != g.recovered || f.returned != g.returned || len(f.defers) != len(g.defers) {
			return false
		}
	}
	return true
}

// An exchange compares a state with what it becomes when two tasks change places, each
// with the objects that only it has.
type exchange struct {
	s *state
	swap
	objects  map[objID]objID // each with the one in whose place it comes
	compared int             // values, for the budget
}

// changesNothing reports whether the state stays the same.
func (e *exchange) changesNothing(t, u *task) bool {
	if containsTask(e.s.io, t.id) != containsTask(e.s.io, u.id) || containsTask(e.s.supposed, t.id) != containsTask(e.s.supposed, u.id) || !e.tasks(t, u) {
		return false
	}
	for _, other := range e.s.tasks {
		if other.id != t.id && other.id != u.id && (!e.tasks(other, other) || other.within.of != e.of(other.within.of)) {
			return false
		}
	}
	for id, o := range e.s.objects {
		if _, compared := e.objects[objID(id)]; o != nil && !compared && !e.object(objID(id), objID(id)) {
			return false
		}
	}
	for _, a := range e.s.assume {
		other, ok := e.symbol(a.sym)
		if again, assumed := e.s.assume.of(other); !ok || !assumed || again != a.truth {
			return false
		}
	}
	return e.values(e.s.handlers, e.s.handlers)
}

func (e *exchange) tasks(t, u *task) bool {
	for i, a := range t.pending {
		b := u.pending[i]
		if a.instr != b.instr || a.write != b.write || a.atomic != b.atomic || a.path != b.path || !e.object(a.obj, b.obj) {
			return false
		}
	}
	for i, f := range t.frames {
		if !e.frame(f, u.frames[i]) {
			return false
		}
	}
	return e.values(t.cleanups, u.cleanups) && e.value(t.panicked, u.panicked)
}

func (e *exchange) frame(f, g *frame) bool {
	if !e.value(f.target, g.target) || !e.value(f.results, g.results) {
		return false
	}
	if f.returned {
		return true
	}
	for i, d := range f.defers {
		if other := g.defers[i]; d.instr != other.instr || d.fn != other.fn || !e.values(d.values(), other.values()) {
			return false
		}
	}
	live := f.code.liveBefore(f.block, f.pc)
	for i, v := range f.regs {
		if live.has(i) && !e.value(v, g.regs[i]) {
			return false
		}
	}
	return true
}

func (e *exchange) object(a, b objID) bool {
	if other, known := e.objects[a]; known {
		return other == b
	}
	if _, known := e.objects[b]; known {
		return false
	}
	e.objects[a], e.objects[b] = b, a
	o, p := e.s.at(a), e.s.at(b)
	if o == nil || p == nil {
		return o == p
	}
	if o.kind != p.kind || o.typ != p.typ || o.environment != p.environment || o.capacity != p.capacity || o.closed != p.closed ||
		o.armed != p.armed || o.remaining != p.remaining || o.tick != p.tick || o.site != p.site || o.unknownKeys != p.unknownKeys ||
		o.everyKey != p.everyKey || len(o.children) != len(p.children) || e.s.search.objectKeys[a].site != e.s.search.objectKeys[b].site {
		return false
	}
	for i, c := range o.children {
		if !e.object(c, p.children[i]) {
			return false
		}
	}
	return e.value(o.content, p.content) && e.value(o.fires, p.fires) && e.values(o.buffer, p.buffer) && e.values(o.keys, p.keys) && e.values(o.entries, p.entries)
}

// at returns an object of the state; nil also for those that only other states have made.
func (s *state) at(id objID) *object {
	if int(id) >= len(s.objects) {
		return nil
	}
	return s.objects[id]
}

func (e *exchange) values(list, other []value) bool {
	if len(list) != len(other) {
		return false
	}
	for i, v := range list {
		if !e.value(v, other[i]) {
			return false
		}
	}
	return true
}

// value reports whether b is what a becomes.
func (e *exchange) value(a, b value) bool {
	e.compared++
	switch v := a.(type) {
	case pointer:
		w, ok := b.(pointer)
		return ok && v.path == w.path && e.object(v.obj, w.obj)
	case slice:
		w, ok := b.(slice)
		return ok && v.lo == w.lo && v.n == w.n && v.size == w.size && e.value(v.array, w.array)
	case *function:
		w, ok := b.(*function)
		return ok && v.fn == w.fn && e.values(v.free, w.free)
	case iface:
		w, ok := b.(iface)
		return ok && v.typ == w.typ && e.value(v.val, w.val)
	case *aggregate:
		w, ok := b.(*aggregate)
		return ok && e.values(v.elems, w.elems)
	case native:
		w, ok := b.(native)
		return ok && v.op == w.op && e.object(v.obj, w.obj)
	case symbol:
		w, ok := b.(symbol)
		other, known := e.symbol(v)
		return ok && known && other == w
	case mutex:
		w, ok := b.(mutex)
		return ok && e.holder(v.writer) == w.writer && e.set(v.readers) == w.readers && e.set(v.waiting) == w.waiting
	case once:
		w, ok := b.(once)
		return ok && v.done == w.done && e.holder(v.by) == w.by
	case cond:
		w, ok := b.(cond)
		return ok && e.value(v.lock, w.lock) && e.list(v.waiting) == w.waiting && e.list(v.woken) == w.woken
	case group:
		w, ok := b.(group)
		return ok && v.n == w.n && v.limit == w.limit && e.value(v.cancel, w.cancel)
	}
	return a == b
}

// holder exchanges a task that is stored plus one.
func (e *exchange) holder(id taskID) taskID { return e.of(id-1) + 1 }

// list exchanges tasks that are stored in the bytes of a string.
func (e *exchange) list(tasks string) string {
	if !containsTask(tasks, e.swap[0]) && !containsTask(tasks, e.swap[1]) {
		return tasks
	}
	list := []byte(tasks)
	for i, b := range list {
		list[i] = byte(e.of(taskID(b)))
	}
	return string(list)
}

// set is the same for a sorted list.
func (e *exchange) set(tasks string) string {
	list := []byte(e.list(tasks))
	slices.Sort(list)
	return string(list)
}

// symbol returns what a symbol becomes: what one task got from an instruction is what the
// other one got.
func (e *exchange) symbol(sym symbol) (symbol, bool) {
	symbols := e.s.search.symbols
	x := symbols.expr(sym)
	if x.instr != nil {
		x.task = e.of(x.task)
	}
	ok := true
	if x.input > 0 {
		ok = e.object(x.input-1, x.input-1) // the root's input stays where it is
	}
	for _, operand := range []*symbol{&x.x, &x.y} {
		if *operand >= 0 {
			var known bool
			*operand, known = e.symbol(*operand)
			ok = ok && known
		}
	}
	if x.op == token.EQL && x.x > x.y {
		x.x, x.y = x.y, x.x // as derive puts them
	}
	other, known := symbols.index[x]
	return other, ok && known
}
