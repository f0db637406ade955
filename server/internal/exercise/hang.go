package exercise

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/maruel/panicparse/v2/stack"

	"interleave/analyzers/witness"
	"interleave/server/internal/session"
)

// timedOut is what a test binary prints before the goroutine dump when its time is over.
const timedOut = "panic: test timed out after "

// lanesShown is how many goroutines a picture of a hanging program shows.
const lanesShown = 6

// hang draws a program that had to be stopped from its goroutine dump: a lane for each goroutine that is in the
// exercise's code, the calls that led it there, what it holds and what it waits for. dir is the exercise's
// folder; held may be nil. It returns nil when the output has no dump, or no goroutine of it is in the folder.
func hang(output, dir string, held session.Holding) *witness.Witness {
	code := &sources{dir: dir, files: make(map[string]*source)}
	var lanes []lane
	more := 0
	for _, g := range goroutinesIn(output) {
		calls := callsIn(g.Stack.Calls, dir)
		switch {
		case !slices.ContainsFunc(calls, func(c stack.Call) bool { return !strings.HasSuffix(c.SrcName, "_test.go") }):
			// a test that waits for the others, or nobody of ours
		case len(lanes) == lanesShown:
			more++
		default:
			lanes = append(lanes, newLane(g, calls, code, held))
		}
	}
	if len(lanes) == 0 {
		return nil
	}
	w := &witness.Witness{FormatVersion: witness.FormatVersion}
	var waiting, running []string
	for i, l := range lanes {
		w.Goroutines = append(w.Goroutines, witness.Goroutine{Name: l.name(), Place: l.started})
		for j := range l.calls {
			step := l.step(j)
			step.Goroutine, step.Moment = i, len(w.Steps)+1
			w.Steps = append(w.Steps, step)
		}
		text := fmt.Sprintf("goroutine %d", i+1)
		if len(l.holds) > 0 {
			text += " holds " + strings.Join(names(l.holds), " and ") + " and"
		}
		if l.note == "" {
			running = append(running, text+" still runs")
			continue
		}
		waiting = append(waiting, text+" waits for "+l.waitsFor+l.keptBy(i, lanes))
	}
	w.Outcome = "nobody can move: "
	if len(running) > 0 {
		w.Outcome = "it gets nowhere: "
	}
	w.Outcome += strings.Join(slices.Concat(running, waiting), "; ")
	if more > 0 {
		w.Outcome += fmt.Sprintf("; and %d more goroutines", more)
	}
	return w
}

// goroutinesIn reads the goroutine dump at the end of an output.
func goroutinesIn(output string) (list []*stack.Goroutine) {
	_, dump, _ := strings.Cut(output, timedOut)
	rest := io.Reader(strings.NewReader(dump))
	for {
		snapshot, suffix, err := stack.ScanSnapshot(rest, io.Discard, &stack.Opts{})
		if snapshot != nil {
			list = append(list, snapshot.Goroutines...)
		}
		if snapshot == nil || err != nil {
			return list
		}
		rest = io.MultiReader(strings.NewReader(string(suffix)), rest)
	}
}

// A lane is one goroutine of a program that hangs.
type lane struct {
	calls    []stack.Call // in the exercise's files, the outermost first
	actions  []string     // the code of each
	held     [][]lock     // what is held at each
	started  witness.Place
	holds    []lock // at the innermost
	wants    lock   // what it tries to lock, if that
	note     string // "waits", or "" for one that runs
	waitsFor string // what for, in words
}

// A lock is a lock by the name that a function has for it, and the object that it is of.
type lock struct {
	name   string
	object string // the same for the same lock, whatever its name; "" where that is not known
}

func newLane(g *stack.Goroutine, calls []stack.Call, code *sources, held session.Holding) lane {
	l := lane{calls: calls, started: placeOf(firstOf(callsIn(g.CreatedBy.Calls, code.dir)))}
	for _, call := range calls {
		var here []lock
		for _, name := range held[filepath.FromSlash(call.RemoteSrcPath)][call.Line] {
			here = append(here, lock{name, code.object(call, name)})
		}
		l.holds = joinHeld(l.holds, here)
		l.held = append(l.held, l.holds)
		l.actions = append(l.actions, code.line(call))
	}
	innermost := len(calls) - 1
	l.note, l.waitsFor = waitsFor(g.State)
	if m := locking.FindStringSubmatch(l.actions[innermost]); m != nil && strings.Contains(g.State, "Lock") {
		l.wants = lock{m[1], code.object(calls[innermost], m[1])}
		l.waitsFor = m[1]
	}
	return l
}

// locking matches a statement that locks, and gives what.
var locking = regexp.MustCompile(`^([\w.]+)\.R?Lock\(\)`)

// name says what a goroutine runs: its first function that has a name.
func (l lane) name() string {
	for _, c := range l.calls {
		if !literal.MatchString(c.Func.Name) {
			return c.Func.Name
		}
	}
	return "a function literal in " + literal.ReplaceAllString(l.calls[0].Func.Name, "")
}

// literal matches what the compiler adds to a function's name for the literals in it.
var literal = regexp.MustCompile(`(\.func\d+|\.gowrap\d+|\.\d+|-range\d+|-fm)+$`)

// step tells one of a lane's calls, all but its goroutine and moment.
func (l lane) step(i int) witness.Step {
	step := witness.Step{Place: placeOf(l.calls[i]), Action: l.actions[i], Held: names(l.held[i])}
	if i == len(l.calls)-1 && l.note != "" {
		step.Note, step.Blocked = l.note, l.waitsFor
	}
	return step
}

// keptBy says which other goroutine holds what a lane tries to lock, and under which name; "" where that is
// not known.
func (l lane) keptBy(me int, lanes []lane) string {
	for i, other := range lanes {
		for _, h := range other.holds {
			if l.wants.object == "" || h.object != l.wants.object {
				continue
			}
			who := fmt.Sprintf("goroutine %d", i+1)
			if i == me {
				who = "it"
			}
			if h.name != l.wants.name {
				return fmt.Sprintf(", which %s holds as %s", who, h.name)
			}
			return fmt.Sprintf(", which %s holds", who)
		}
	}
	return ""
}

func names(locks []lock) (list []string) {
	for _, l := range locks {
		list = append(list, l.name)
	}
	return list
}

// joinHeld adds the locks held in a function to those held by its caller. A callee has names of its own for
// locks of its caller: where both hold a lock of one field's name, the callee's counts.
func joinHeld(caller, callee []lock) []lock {
	field := func(l lock) string { return l.name[strings.LastIndexByte(l.name, '.')+1:] }
	var list []lock
	for _, l := range caller {
		if !slices.ContainsFunc(callee, func(other lock) bool { return field(other) == field(l) }) {
			list = append(list, l)
		}
	}
	return append(list, callee...)
}

// callsIn lists the calls of a stack that are in a folder's files, the outermost first.
func callsIn(calls []stack.Call, dir string) (list []stack.Call) {
	for _, c := range calls {
		if filepath.Dir(filepath.FromSlash(c.RemoteSrcPath)) == dir {
			list = append(list, c)
		}
	}
	slices.Reverse(list)
	return list
}

func firstOf(calls []stack.Call) stack.Call {
	if len(calls) == 0 {
		return stack.Call{}
	}
	return calls[0]
}

func placeOf(c stack.Call) witness.Place {
	if c.Line == 0 {
		return witness.Place{}
	}
	return witness.Place{File: filepath.FromSlash(c.RemoteSrcPath), Line: c.Line, Column: 1}
}

// waitsFor puts the runtime's word for a goroutine's state into a note and into what it waits for; both are
// "" for one that runs. The words are those of waitReasonStrings in the Go runtime (runtime2.go).
func waitsFor(state string) (note, what string) {
	for _, known := range []struct{ state, what string }{
		{"sync.Mutex.Lock", "a lock that another one keeps"},
		{"sync.RWMutex.RLock", "a lock that a writer has or wants"},
		{"sync.RWMutex.Lock", "a lock that another one keeps"},
		{"sync.WaitGroup.Wait", "goroutines that have not called Done"},
		{"sync.Cond.Wait", "a Signal or Broadcast"},
		{"semacquire", "somebody else to give something free"},
		{"chan send (nil chan)", "a nil channel, for ever"},
		{"chan receive (nil chan)", "a nil channel, for ever"},
		{"chan send", "somebody to receive"},
		{"chan receive", "somebody to send or close"},
		{"select (no cases)", "nothing, for ever"},
		{"select", "one of the cases of its select"},
		{"sleep", "time to pass"},
		{"IO wait", "input or output"},
	} {
		if strings.HasPrefix(state, known.state) {
			return "waits", known.what
		}
	}
	return "", ""
}

// sources are the files of a folder, read as they are asked for.
type sources struct {
	dir   string
	files map[string]*source
}

type source struct {
	lines   []string
	fset    *token.FileSet
	syntax  *ast.File
	globals []string // names of the file's package variables
}

func (s *sources) file(name string) *source {
	if f := s.files[name]; f != nil {
		return f
	}
	f := &source{fset: token.NewFileSet(), syntax: new(ast.File)}
	s.files[name] = f
	text, err := os.ReadFile(filepath.Join(s.dir, name))
	if err != nil {
		return f
	}
	f.lines = strings.Split(string(text), "\n")
	// What does not parse has a tree as well, and cannot have been run.
	if syntax, _ := parser.ParseFile(f.fset, name, text, parser.SkipObjectResolution); syntax != nil {
		f.syntax = syntax
	}
	for _, decl := range f.syntax.Decls {
		if decl, ok := decl.(*ast.GenDecl); ok && decl.Tok == token.VAR {
			for _, spec := range decl.Specs {
				for _, name := range spec.(*ast.ValueSpec).Names {
					f.globals = append(f.globals, name.Name)
				}
			}
		}
	}
	return f
}

// line returns the code of a call's line, without indentation and comment; the place where there is no such line.
func (s *sources) line(c stack.Call) string {
	lines := s.file(c.SrcName).lines
	if c.Line < 1 || c.Line > len(lines) {
		return fmt.Sprintf("%s:%d", c.SrcName, c.Line)
	}
	code, _, _ := strings.Cut(lines[c.Line-1], " // ")
	return strings.TrimSpace(code)
}

// object identifies the lock that a function has a name for: by the address of the parameter from which the name
// goes on, as the dump prints it, or by the package variable.
func (s *sources) object(c stack.Call, name string) string {
	f := s.file(c.SrcName)
	root, fields, _ := strings.Cut(name, ".")
	if slices.Contains(f.globals, root) {
		return name
	}
	if literal.MatchString(c.Func.Name) {
		return "" // its names are those of the function around it
	}
	i := slices.Index(f.parametersAt(c.Line), root)
	if i < 0 || i >= len(c.Args.Values) || c.Args.Values[i].IsAggregate || c.Args.Values[i].Value == 0 {
		return ""
	}
	return fmt.Sprintf("%#x.%s", c.Args.Values[i].Value, fields)
}

// parametersAt lists the names of the receiver and the parameters of the declared function around a line.
func (f *source) parametersAt(line int) (list []string) {
	for _, decl := range f.syntax.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || line < f.fset.Position(fn.Pos()).Line || line > f.fset.Position(fn.End()).Line {
			continue
		}
		for _, fields := range []*ast.FieldList{fn.Recv, fn.Type.Params} {
			if fields == nil {
				continue
			}
			for _, field := range fields.List {
				for _, name := range field.Names {
					list = append(list, name.Name)
				}
				if len(field.Names) == 0 {
					list = append(list, "_")
				}
			}
		}
	}
	return list
}
