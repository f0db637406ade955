package explore_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

// A mini is a small program that always ends unless somebody waits for ever: a
// main that starts goroutines, does something itself, and waits for all of them.
type mini struct {
	tasks    []block // task 0 is main
	parent   []int   // of a task: who starts it
	channels []int   // capacities
	mutexes  int
	shared   int // shared integers
	added    int // what main adds to wg; the tasks' done statements take from it
	// twins: tasks 1 and 2 are one go statement in a loop
	twins bool
	extra extra
}

// An extra is what the statements of a mini use besides mutexes, channels, integers and
// one WaitGroup. There is one at most: programs that have all of them have too many states.
//
// Timers and deadlines are none of them. In a program the search lets time pass when nobody
// can do anything else, and in the runtime it passes at any moment: a reference that agrees
// with one of them cannot agree with the other.
type extra byte

const (
	noExtra extra = iota
	condExtra
	onceExtra
	atomicExtra
	contextExtra
	extras // how many there are
)

// extraOf says which extra the program of a seed has: the first thousand have none, then
// ten programs in a row have the same.
func extraOf(seed uint64) extra {
	if seed < plainPrograms {
		return noExtra
	}
	return extra(seed / 10 % uint64(extras))
}

const plainPrograms = 1000

// contexts is how many contexts a program with that extra has, each the parent of the next.
// As channels, theirs come behind the program's own.
const contexts = 2

// onces is how many sync.Onces a program with that extra has.
const onces = 2

type block []stmt

type stmtKind byte

const (
	lockStmt stmtKind = iota // locks, runs body, unlocks
	rlockStmt
	unlockStmt // without having locked
	sendStmt
	recvStmt // into the task's own v
	closeStmt
	selectStmt
	ifStmt // if v == 1
	loopStmt
	readStmt
	writeStmt
	doneStmt
	waitStmt
	spawnStmt
	condWaitStmt
	condLoopStmt // waits while an integer is 0
	signalStmt
	broadcastStmt
	onceStmt // runs body, if nothing has
	// Of the atomic statements n is a shared integer, or, behind the last one, the atomic.Int64.
	atomicStoreStmt
	atomicLoadStmt // if it is 1
	atomicAddStmt  // if it is 2 after 1 is added
	atomicSwapStmt // if it was 1 and is replaced by 1
	atomicCASStmt  // if it changes 0 to 1
	cancelStmt
	errStmt // if a context is cancelled
)

type stmt struct {
	kind    stmtKind
	n       int   // which mutex, channel, integer or task
	value   int   // sent
	body    block // of lock, if and loop
	other   block // else
	cases   []stmt
	bodies  []block
	def     block // default
	hasDef  bool
	line    int // in the printed program
	endLine int
}

// A generator makes minis from a seed.
type generator struct {
	*rand.Rand
	mini
	room int // statements left for the task at hand
	dones,
	closes int
}

func generate(seed uint64) *mini {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 7)), mini: mini{extra: extraOf(seed)}}
	g.mutexes = g.IntN(3)
	if g.extra == condExtra {
		g.mutexes = max(1, g.mutexes) // the condition variable's is the first
	}
	for range 1 + g.IntN(2) {
		g.channels = append(g.channels, g.IntN(2))
	}
	g.shared = 1 + g.IntN(2)
	goroutines := 1 + g.IntN(2)
	g.tasks = make([]block, goroutines+1)
	g.parent = make([]int, goroutines+1)
	if seed%2 == 0 {
		g.fillMatched()
	} else {
		g.fill()
	}
	for child := goroutines; child > 0; child-- {
		b := g.tasks[0]
		at := 0
		if g.IntN(3) == 0 {
			at = g.IntN(len(b) + 1)
		}
		g.tasks[0] = append(b[:at:at], append(block{{kind: spawnStmt, n: child}}, b[at:]...)...)
	}
	switch {
	case goroutines == 2 && seed%5 == 0:
		g.twin()
	case goroutines == 2 && g.IntN(4) == 0:
		g.nest()
	}
	g.added = g.dones
	switch g.IntN(16) {
	case 0:
		g.added++
	case 1:
		g.added = max(0, g.added-1)
	}
	return &g.mini
}

// fill gives every task statements of its own: most of these programs get stuck.
func (g *generator) fill() {
	for i := range g.tasks {
		g.room = 3 + g.IntN(4)
		g.tasks[i] = g.block(2)
	}
}

// fillMatched gives the tasks sends and receives that fit together, and now and
// then puts two statements the wrong way round: many of these programs are correct.
func (g *generator) fillMatched() {
	put := func(t int, s stmt) { g.tasks[t] = append(g.tasks[t], s) }
	access := func() stmt {
		s := stmt{kind: readStmt + stmtKind(g.IntN(2)), n: g.IntN(g.shared)}
		switch {
		case g.mutexes == 0 || g.IntN(4) == 0:
		case s.kind == readStmt && g.IntN(2) == 0:
			return stmt{kind: rlockStmt, n: g.IntN(g.mutexes), body: block{s}}
		default:
			return stmt{kind: lockStmt, n: g.IntN(g.mutexes), body: block{s}}
		}
		return s
	}
	for range 2 + g.IntN(6) {
		from := g.IntN(len(g.tasks))
		to := (from + 1 + g.IntN(len(g.tasks)-1)) % len(g.tasks)
		if g.extra != noExtra && g.IntN(2) == 0 {
			for i, s := range g.extraGroup() {
				put((from+i)%len(g.tasks), s)
			}
			continue
		}
		switch p := g.IntN(10); {
		case p < 5:
			ch := g.IntN(len(g.channels))
			send := stmt{kind: sendStmt, n: ch, value: g.IntN(2)}
			if g.mutexes > 0 && g.IntN(6) == 0 {
				send = stmt{kind: lockStmt, n: g.IntN(g.mutexes), body: block{send}}
			}
			put(from, send)
			put(to, stmt{kind: recvStmt, n: ch})
			if g.IntN(4) == 0 {
				put(to, stmt{kind: ifStmt, body: block{access()}})
			}
		case p < 9:
			put(from, access())
		default:
			put(from, stmt{kind: doneStmt})
			put(to, stmt{kind: waitStmt})
			g.dones++
		}
	}
	for i := range g.tasks {
		if b := g.tasks[i]; len(b) > 1 && g.IntN(5) == 0 {
			at := g.IntN(len(b) - 1)
			b[at], b[at+1] = b[at+1], b[at]
		}
	}
}

// nest lets task 1 start task 2.
func (g *generator) nest() {
	g.parent[2] = 1
	var rest block
	for _, s := range g.tasks[0] {
		if s.kind != spawnStmt || s.n != 2 {
			rest = append(rest, s)
		}
	}
	g.tasks[0] = rest
	g.tasks[1] = append(block{{kind: spawnStmt, n: 2}}, g.tasks[1]...)
}

// twin makes task 2 the same as task 1, started by the same statement.
func (g *generator) twin() {
	g.twins = true
	g.dones += countDones(g.tasks[1]) - countDones(g.tasks[2])
	g.tasks[2] = g.tasks[1]
	at := slices.IndexFunc(g.tasks[0], func(s stmt) bool { return s.kind == spawnStmt && s.n == 2 })
	b := slices.Delete(g.tasks[0], at, at+1)
	at = slices.IndexFunc(b, func(s stmt) bool { return s.kind == spawnStmt })
	b[at] = stmt{kind: loopStmt, body: block{b[at]}}
	g.tasks[0] = b
}

func countDones(b block) (n int) {
	for _, s := range b {
		if s.kind == doneStmt {
			n++
		}
		n += countDones(s.body) + countDones(s.other) + countDones(s.def)
		for _, body := range s.bodies {
			n += countDones(body)
		}
	}
	return n
}

func (g *generator) block(depth int) block {
	var b block
	for n := 1 + g.IntN(4); n > 0 && g.room > 0; n-- {
		g.room--
		b = append(b, g.stmt(depth))
	}
	return b
}

func (g *generator) stmt(depth int) stmt {
	if g.extra != noExtra && g.IntN(3) == 0 {
		return g.extraStmt(depth)
	}
	for {
		switch p := g.IntN(100); {
		case p < 18 && g.mutexes > 0 && depth > 0:
			s := stmt{kind: lockStmt, n: g.IntN(g.mutexes), body: g.block(depth - 1)}
			if g.IntN(4) == 0 {
				s.kind = rlockStmt
			}
			return s
		case p < 19 && g.mutexes > 0:
			return stmt{kind: unlockStmt, n: g.IntN(g.mutexes)}
		case p < 38:
			return stmt{kind: sendStmt, n: g.IntN(len(g.channels)), value: g.IntN(2)}
		case p < 55:
			return stmt{kind: recvStmt, n: g.IntN(len(g.channels))}
		case p < 58 && g.closes == 0:
			g.closes++
			return stmt{kind: closeStmt, n: g.IntN(len(g.channels))}
		case p < 64 && depth > 0:
			return g.selection(depth)
		case p < 69 && depth > 0:
			return stmt{kind: ifStmt, body: g.block(depth - 1), other: g.block(depth - 1)}
		case p < 73 && depth > 1:
			return stmt{kind: loopStmt, body: g.block(depth - 1)}
		case p < 81:
			return stmt{kind: readStmt, n: g.IntN(g.shared)}
		case p < 89:
			return stmt{kind: writeStmt, n: g.IntN(g.shared)}
		case p < 96:
			g.dones++
			return stmt{kind: doneStmt}
		case p < 100:
			return stmt{kind: waitStmt}
		}
	}
}

func (g *generator) selection(depth int) stmt {
	s := stmt{kind: selectStmt}
	for range 1 + g.IntN(2) {
		c := stmt{kind: sendStmt, n: g.IntN(len(g.channels)), value: g.IntN(2)}
		if g.IntN(2) == 0 {
			c.kind = recvStmt
		}
		if g.extra == contextExtra && g.IntN(3) == 0 {
			c = g.awaitContext()
		}
		s.cases = append(s.cases, c)
		s.bodies = append(s.bodies, g.block(depth-1))
	}
	if g.IntN(2) == 0 {
		s.hasDef, s.def = true, g.block(depth-1)
	}
	return s
}

// extraStmt returns a statement that uses the program's extra.
func (g *generator) extraStmt(depth int) stmt {
	x := g.IntN(g.shared)
	switch g.extra {
	case condExtra:
		list := block{{kind: condWaitStmt}, {kind: condLoopStmt, n: x}, {kind: signalStmt}, {kind: broadcastStmt}}
		s := list[g.IntN(len(list))]
		if g.IntN(12) == 0 {
			return s // without the lock
		}
		b := block{s}
		if s.kind == signalStmt || s.kind == broadcastStmt {
			b = block{{kind: writeStmt, n: x}, s}
		}
		return stmt{kind: lockStmt, body: b}
	case onceExtra:
		return stmt{kind: onceStmt, n: g.IntN(onces), body: g.block(max(0, depth-1))}
	case contextExtra:
		list := block{{kind: cancelStmt}, {kind: errStmt}, g.awaitContext()}
		s := list[g.IntN(len(list))]
		if s.kind != recvStmt {
			s.n = g.IntN(contexts)
		}
		if s.kind == errStmt {
			s.body, s.other = g.block(max(0, depth-1)), g.block(max(0, depth-1))
		}
		return s
	case atomicExtra:
		s := stmt{kind: atomicStoreStmt + stmtKind(g.IntN(5)), n: g.IntN(g.shared + 1), value: g.IntN(2)}
		if s.kind != atomicStoreStmt {
			s.body, s.other = g.block(max(0, depth-1)), g.block(max(0, depth-1))
		}
		return s
	}
	panic("no such extra")
}

// awaitContext returns a receive from the channel of a context.
func (g *generator) awaitContext() stmt {
	return stmt{kind: recvStmt, n: len(g.channels) + g.IntN(contexts)}
}

// extraGroup returns statements that fit together, each for a task of its own.
func (g *generator) extraGroup() block {
	x := g.IntN(g.shared)
	switch g.extra {
	case condExtra:
		wake := stmt{kind: signalStmt + stmtKind(g.IntN(2))}
		b := block{{kind: lockStmt, body: block{{kind: writeStmt, n: x}, wake}}}
		for range 1 + g.IntN(len(g.tasks)-1) {
			b = append(b, stmt{kind: lockStmt, body: block{{kind: condLoopStmt, n: x}}})
		}
		return b
	case contextExtra:
		waits := g.awaitContext()
		if g.IntN(2) == 0 {
			give := stmt{kind: sendStmt, n: g.IntN(len(g.channels))}
			waits = stmt{kind: selectStmt, cases: block{waits, give}, bodies: []block{nil, {{kind: readStmt, n: x}}}}
		}
		return block{{kind: cancelStmt, n: g.IntN(contexts)}, waits}
	case atomicExtra:
		// Two that do the same tell each other apart by what they see.
		kind, flag := atomicLoadStmt+stmtKind(g.IntN(4)), g.IntN(g.shared+1)
		use := func() stmt { return stmt{kind: kind, n: flag, body: block{{kind: writeStmt, n: x}}} }
		if kind == atomicLoadStmt {
			return block{{kind: atomicStoreStmt, n: flag, value: 1}, use()}
		}
		return block{use(), use()}
	case onceExtra:
		first, second := stmt{kind: writeStmt, n: x}, stmt{kind: writeStmt, n: x}
		if g.IntN(2) == 0 {
			second = stmt{kind: sendStmt, n: g.IntN(len(g.channels))}
		}
		once := g.IntN(onces)
		return block{{kind: onceStmt, n: once, body: block{first}}, {kind: onceStmt, n: once, body: block{second}}}
	}
	panic("no such extra")
}

// A printer writes a mini as Go, one statement a line, and notes the lines.
type printer struct {
	strings.Builder
	line  int
	depth int
}

func (p *printer) print(format string, args ...any) int {
	p.line++
	fmt.Fprintf(p, "%s%s\n", strings.Repeat("\t", p.depth), fmt.Sprintf(format, args...))
	return p.line
}

// source returns the program as Go and sets the lines of its statements.
func (m *mini) source() string {
	p := &printer{}
	p.print("package main")
	p.print("")
	p.print("import %q", "sync")
	switch m.extra {
	case atomicExtra:
		p.print("import %q", "sync/atomic")
	case contextExtra:
		p.print("import %q", "context")
	}
	p.print("")
	p.print("func main() {")
	p.depth++
	p.print("var all, wg sync.WaitGroup")
	for i := range m.mutexes {
		p.print("var mu%d sync.RWMutex", i)
		p.print("_ = &mu%d", i)
	}
	for i, c := range m.channels {
		p.print("ch%d := make(chan int, %d)", i, c)
		p.print("_ = ch%d", i)
	}
	for i := range m.shared {
		p.print("x%d := int64(0)", i)
		p.print("_ = &x%d", i)
	}
	switch m.extra {
	case condExtra:
		p.print("cond := sync.NewCond(&mu0)")
		p.print("_ = cond")
	case contextExtra:
		p.print("ctx0, cancel0 := context.WithCancel(context.Background())")
		for i := range contexts - 1 {
			p.print("ctx%d, cancel%d := context.WithCancel(ctx%d)", i+1, i+1, i)
		}
		for i := range contexts {
			p.print("_, _ = ctx%d, cancel%d", i, i)
		}
	case atomicExtra:
		p.print("var a atomic.Int64")
		p.print("_ = &a")
	case onceExtra:
		for i := range onces {
			p.print("var once%d sync.Once", i)
			p.print("_ = &once%d", i)
		}
	}
	p.print("all.Add(%d)", len(m.tasks)-1)
	p.print("wg.Add(%d)", m.added)
	p.print("v := 0")
	p.print("_ = v")
	m.printBlock(p, m.tasks[0])
	p.print("all.Wait()")
	p.depth--
	p.print("}")
	return p.String()
}

func (m *mini) printBlock(p *printer, b block) {
	for i := range b {
		m.printStmt(p, &b[i])
	}
}

func (m *mini) printStmt(p *printer, s *stmt) {
	nested := func(b block) {
		p.depth++
		m.printBlock(p, b)
		p.depth--
	}
	branch := func(format string, args ...any) {
		s.line = p.print("if "+format+" {", args...)
		nested(s.body)
		p.print("} else {")
		nested(s.other)
		p.print("}")
	}
	switch s.kind {
	case lockStmt:
		s.line = p.print("mu%d.Lock()", s.n)
		m.printBlock(p, s.body)
		s.endLine = p.print("mu%d.Unlock()", s.n)
	case rlockStmt:
		s.line = p.print("mu%d.RLock()", s.n)
		m.printBlock(p, s.body)
		s.endLine = p.print("mu%d.RUnlock()", s.n)
	case unlockStmt:
		s.line = p.print("mu%d.Unlock()", s.n)
	case sendStmt:
		s.line = p.print("ch%d <- %d", s.n, s.value)
	case recvStmt:
		s.line = p.print("%s", m.receive(s.n))
	case closeStmt:
		s.line = p.print("close(ch%d)", s.n)
	case selectStmt:
		s.line = p.print("select {")
		for i := range s.cases {
			c := &s.cases[i]
			if c.kind == sendStmt {
				c.line = p.print("case ch%d <- %d:", c.n, c.value)
			} else {
				c.line = p.print("case %s:", m.receive(c.n))
			}
			nested(s.bodies[i])
		}
		if s.hasDef {
			p.print("default:")
			nested(s.def)
		}
		p.print("}")
	case ifStmt:
		branch("v == 1")
	case loopStmt:
		s.line = p.print("for range 2 {")
		nested(s.body)
		p.print("}")
	case readStmt:
		s.line = p.print("_ = x%d", s.n)
	case writeStmt:
		s.line = p.print("x%d = 1", s.n)
	case doneStmt:
		s.line = p.print("wg.Done()")
	case waitStmt:
		s.line = p.print("wg.Wait()")
	case condWaitStmt:
		s.line = p.print("cond.Wait()")
	case condLoopStmt:
		s.line = p.print("for x%d == 0 {", s.n)
		p.print("\tcond.Wait()")
		p.print("}")
	case signalStmt:
		s.line = p.print("cond.Signal()")
	case broadcastStmt:
		s.line = p.print("cond.Broadcast()")
	case onceStmt:
		s.line = p.print("once%d.Do(func() {", s.n)
		nested(s.body)
		p.print("})")
	case atomicStoreStmt:
		s.line = p.print("%s", m.atomic("Store", s.n, s.value))
	case atomicLoadStmt:
		branch("%s == 1", m.atomic("Load", s.n))
	case atomicAddStmt:
		branch("%s == 2", m.atomic("Add", s.n, 1))
	case atomicSwapStmt:
		branch("%s == 1", m.atomic("Swap", s.n, 1))
	case atomicCASStmt:
		branch("%s", m.atomic("CompareAndSwap", s.n, 0, 1))
	case cancelStmt:
		s.line = p.print("cancel%d()", s.n)
	case errStmt:
		branch("ctx%d.Err() != nil", s.n)
	case spawnStmt:
		s.line = p.print("go func() {")
		p.depth++
		p.print("defer all.Done()")
		p.print("v := 0")
		p.print("_ = v")
		m.printBlock(p, m.tasks[s.n])
		p.depth--
		p.print("}()")
	}
}

// receive returns a receive from a channel, or from that of a context.
func (m *mini) receive(n int) string {
	if own := len(m.channels); n >= own {
		return fmt.Sprintf("<-ctx%d.Done()", n-own)
	}
	return fmt.Sprintf("v = <-ch%d", n)
}

// atomic returns an atomic operation: a method of the atomic.Int64, or a function for an
// integer that is used plainly too.
func (m *mini) atomic(name string, n int, args ...int) string {
	call := "a." + name
	var list []string
	if n < m.shared {
		call = "atomic." + name + "Int64"
		list = append(list, fmt.Sprintf("&x%d", n))
	}
	for _, arg := range args {
		list = append(list, strconv.Itoa(arg))
	}
	return call + "(" + strings.Join(list, ", ") + ")"
}
