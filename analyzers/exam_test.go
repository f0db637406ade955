package analyzers_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"interleave/analyzers"
	"interleave/analyzers/finding"
	"interleave/analyzers/internal/explore"
	"interleave/analyzers/internal/race"
	"interleave/analyzers/rules"
)

// The open exam: programs that come with the Go installation, and the labelled
// corpus. Each part prints its figures and fails when they drop below the level
// recorded in testdata/exam.json for the Go version at hand.
//
//	go test ./analyzers -run Exam -v

// A score is one figure of the exam: how many of how many.
type score struct {
	Got int `json:"got"`
	Of  int `json:"of"`
}

func (s score) String() string { return fmt.Sprintf("%d of %d", s.Got, s.Of) }

// A report is a finding with its place resolved.
type report struct {
	file    string
	line    int
	others  []int    // lines of its related places and of the go statements in its witness, in the same file
	roots   []string // the functions of goroutines that were there before, as the runtime names them
	rule    string
	message string
	hint    bool
}

func TestExamRaceDetectorTests(t *testing.T) {
	dir := filepath.Join(goroot(t), "src", "runtime", "race", "testdata")
	files := sources(t, dir, "_test.go")
	fset := token.NewFileSet()
	tmp := moduleDir(t)
	type span struct {
		name        string
		first, last int
	}
	spans := make(map[string][]span)
	for _, name := range files {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		f, err := parser.ParseFile(fset, name, data, parser.ParseComments)
		if err != nil || f.Name.Name != "race_test" || bytes.Contains(data, []byte(`import "C"`)) {
			continue
		}
		// Outside std the internal package is out of reach, and without -race so are
		// the runtime's switches: their public twins stand in.
		data = bytes.ReplaceAll(data, []byte(`"internal/synctest"`), []byte(`"testing/synctest"`))
		data = bytes.ReplaceAll(data, []byte("synctest.Run(func()"), []byte("synctest.Test(nil, func(*testing.T)"))
		plain := strings.TrimSuffix(name, "_test.go") + "_exam.go"
		data = regexp.MustCompile(`runtime\.Race(Dis|En)able\(\)`).ReplaceAll(data, []byte("runtime.Gosched()"))
		if bytes.Contains(data, []byte(`"internal/`)) {
			continue
		}
		write(t, filepath.Join(tmp, plain), data)
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil {
				spans[plain] = append(spans[plain], span{fn.Name.Name, fset.Position(fn.Pos()).Line, fset.Position(fn.End()).Line})
			}
		}
	}
	if len(spans) == 0 {
		t.Skipf("%s has no race tests: use a Go installation with its sources", dir)
	}
	reported := make(map[string]bool)
	for _, r := range analyze(t, tmp) {
		for _, s := range spans[filepath.Base(r.file)] {
			if s.first <= r.line && r.line <= s.last {
				// For the detector a close and a send that nothing orders are a race too.
				if strings.HasPrefix(s.name, "TestRace") && harmOf(r.message) != races && r.rule != "close-while-sending" {
					t.Logf("of another kind: %s: %s", s.name, r.message)
					continue
				}
				reported[s.name] = true
				if strings.HasPrefix(s.name, "TestNoRace") {
					t.Logf("false: %s: %s:%d: %s", s.name, filepath.Base(r.file), r.line, r.message)
				}
			}
		}
	}
	var found, silent score
	for _, list := range spans {
		for _, s := range list {
			switch {
			case strings.HasPrefix(s.name, "TestRace"):
				found.Of++
				if reported[s.name] {
					found.Got++
				} else {
					t.Logf("missed: %s", s.name)
				}
			case strings.HasPrefix(s.name, "TestNoRace"):
				silent.Of++
				if !reported[s.name] {
					silent.Got++
				}
			}
		}
	}
	hold(t, "race tests: races found", found)
	hold(t, "race tests: correct programs left alone", silent)
}

func TestExamGoroutineLeaks(t *testing.T) {
	root := goroot(t)
	dir := filepath.Join(root, "src", "runtime", "testdata", "testgoroutineleakprofile")
	kernels := filepath.Join(dir, "goker")
	if _, err := os.Stat(kernels); err != nil {
		t.Skipf("%v: this Go installation comes without its leak tests", err)
	}
	leaks := expectedLeaks(t, filepath.Join(root, "src", "runtime", "goroutineleakprofile_test.go"))
	for _, part := range []struct{ name, dir string }{{"kernels", kernels}, {"patterns", dir}} {
		tmp := moduleDir(t)
		var declared []string
		for _, name := range sources(t, part.dir, ".go") {
			data, err := os.ReadFile(filepath.Join(part.dir, name))
			if err != nil {
				t.Fatal(err)
			}
			if name == "main.go" {
				continue
			}
			// The kernels are programs of their own that only share a package clause
			// and the function that registers them.
			own := filepath.Join(tmp, strings.TrimSuffix(name, ".go"))
			write(t, filepath.Join(own, name), data)
			shared, err := os.ReadFile(filepath.Join(part.dir, "main.go"))
			if err != nil {
				t.Fatal(err)
			}
			write(t, filepath.Join(own, "main.go"), shared)
			f, err := parser.ParseFile(token.NewFileSet(), name, data, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range f.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil {
					declared = append(declared, fn.Name.Name)
				}
			}
		}
		var in []string // functions, named as the runtime does, that hold a report
		for _, r := range analyze(t, tmp) {
			if harmOf(r.message) != waits {
				continue
			}
			src := parse(t, r.file)
			in = append(append(in, src.runtimeName(r.line)), r.roots...)
			for _, line := range r.others {
				in = append(in, src.runtimeName(line))
				in = append(in, src.startedAt(line)...)
			}
		}
		var found score
		for test, patterns := range leaks {
			if !slices.Contains(declared, test) {
				continue
			}
			found.Of++
			if slices.ContainsFunc(in, func(fn string) bool {
				return slices.ContainsFunc(patterns, func(p *regexp.Regexp) bool { return p.MatchString(fn) })
			}) {
				found.Got++
			} else {
				t.Logf("missed: %s", test)
			}
		}
		hold(t, "leak "+part.name+" found", found)
	}
}

// expectedLeaks reads the runtime's own test: for each program, the functions in
// which a goroutine is left behind.
func expectedLeaks(t *testing.T, file string) map[string][]*regexp.Regexp {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Skip(err)
	}
	leaks := make(map[string][]*regexp.Regexp)
	ast.Inspect(f, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		id, ok := call.Fun.(*ast.Ident)
		if !ok || id.Name != "makeTest" && id.Name != "makeFlakyTest" || len(call.Args) < 2 {
			return true
		}
		var texts []string
		for _, a := range call.Args {
			if lit, ok := a.(*ast.BasicLit); ok {
				text, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Fatal(err)
				}
				texts = append(texts, text)
			}
		}
		for _, text := range texts[1:] {
			// `Name\.func1\(.* \[chan send\]`: only the name matters here.
			name, _, _ := strings.Cut(text, `\(.*`)
			name, _, _ = strings.Cut(name, `.* \[`)
			leaks[texts[0]] = append(leaks[texts[0]], regexp.MustCompile(name+`$`))
		}
		return true
	})
	return leaks
}

// A source is a file that holds reports.
type source struct {
	fset *token.FileSet
	data []byte
	*ast.File
}

func parse(t *testing.T, file string) *source {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, file, data, 0)
	if err != nil {
		t.Fatal(err)
	}
	return &source{fset, data, f}
}

func (s *source) line(pos token.Pos) int { return s.fset.Position(pos).Line }

func (s *source) text(n ast.Node) string {
	return string(s.data[s.fset.Position(n.Pos()).Offset:s.fset.Position(n.End()).Offset])
}

// runtimeName names the function around a line as stack traces do: "(*T).M.func1.2".
func (s *source) runtimeName(line int) string {
	for _, d := range s.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || line < s.line(fn.Pos()) || line > s.line(fn.End()) {
			continue
		}
		name := fn.Name.Name
		if fn.Recv != nil {
			name = "(" + s.text(fn.Recv.List[0].Type) + ")." + name
		}
		return name + s.literalSuffix(fn.Body, line, ".func")
	}
	return ""
}

// startedAt names the functions that the go statements of a line may start: literals
// are found by their lines, methods by their names alone.
func (s *source) startedAt(line int) (names []string) {
	ast.Inspect(s.File, func(n ast.Node) bool {
		start, ok := n.(*ast.GoStmt)
		if !ok || s.line(start.Pos()) != line {
			return true
		}
		var called string
		switch fn := start.Call.Fun.(type) {
		case *ast.Ident:
			called = fn.Name
		case *ast.SelectorExpr:
			called = fn.Sel.Name
		}
		for _, d := range s.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Name.Name == called {
				names = append(names, s.runtimeName(s.line(fn.Pos())))
			}
		}
		return true
	})
	return names
}

// literalSuffix numbers the function literals around a line as the compiler does.
func (s *source) literalSuffix(body ast.Node, line int, prefix string) string {
	n, suffix := 0, ""
	ast.Inspect(body, func(node ast.Node) bool {
		lit, ok := node.(*ast.FuncLit)
		if !ok {
			return true
		}
		n++
		if s.line(lit.Pos()) <= line && line <= s.line(lit.End()) {
			suffix = prefix + strconv.Itoa(n) + s.literalSuffix(lit.Body, line, ".")
		}
		return false
	})
	return suffix
}

// corpora are the sets of labelled programs below testdata/corpus.
var corpora = []struct{ name, dir string }{
	{"corpus", "dev"}, {"second corpus", "blind"}, {"fourth corpus", "fourth"}, {"fifth corpus", "fifth"}, {"sixth corpus", "sixth"}, {"seventh corpus", "seventh"},
	{"ninth corpus", "ninth"}, {"tenth corpus", "tenth"}, {"eleventh corpus", "eleventh"}, {"twelfth corpus", "twelfth"}, {"thirteenth corpus", "thirteenth"}, {"fourteenth corpus", "fourteenth"},
}

func TestExamCorpus(t *testing.T) {
	unlessSlow(t)
	byRule := make(map[string]tally)
	for _, part := range corpora {
		t.Run(part.dir, func(t *testing.T) { examCorpus(t, part.name, part.dir, byRule) })
	}
	rows := "rule,found,missed,false\n"
	for _, rule := range rules.All() {
		of := byRule[string(rule.Name)]
		rows += fmt.Sprintf("%s,%d,%d,%d\n", rule.Name, of.found, of.missed, of.false)
	}
	t.Logf("by rule:\n%s", rows)
	if recording() {
		write(t, filepath.Join("testdata", "exam_rules.csv"), []byte(rows))
	}
}

// recording reports whether the exam writes new levels.
func recording() bool { return os.Getenv("INTERLEAVE_EXAM") == "record" }

// A tally counts the broken programs of one rule, and its reports in correct ones.
type tally struct{ found, missed, false int }

// add counts for a rule.
func add(byRule map[string]tally, rule string, more tally) {
	t := byRule[rule]
	byRule[rule] = tally{t.found + more.found, t.missed + more.missed, t.false + more.false}
}

// ruleOf names for the corpus' categories the rule that is to find them first. A program
// that another rule finds counts for that one.
var ruleOf = map[string]string{
	"close-by-receiver": "close-while-sending", "double-close": "double-close", "goroutine-leak": "abandoned-send",
	"nil-channel": "nil-channel", "range-never-closed": "range-never-closed", "recv-no-sender": "receive-without-sender",
	"send-no-receiver": "send-without-receiver", "send-on-closed": "send-on-closed", "ctx-ignored": "ctx-ignored",
	"ctx-not-cancelled": "lost-cancel", "cond-lost-signal": "cond-without-lock", "cond-no-loop": "cond-wait-without-loop",
	"copied-lock": "copied-lock", "defer-in-loop-unlock": "defer-unlock-in-loop", "double-lock": "relock",
	"lock-held-across-blocking": "block-under-lock", "lock-order": "lock-order", "missing-unlock": "missing-unlock",
	"panic-holds-lock": "missing-unlock", "recursive-rlock": "recursive-rlock", "unlock-of-unlocked": "unlock-of-unlocked",
	"wait-under-lock": "wait-under-lock", "loop-var-capture": "loop-variable", "main-exits-early": "goroutine-not-awaited",
	"once-deadlock": "once-recursion", "select-busy-loop": "busy-select", "signal-unbuffered": "unbuffered-signal",
	"t-fatal-goroutine": "test-fatal-in-goroutine", "test-parallel-shared": "parallel-subtest-state", "atomic-mixed": "mixed-atomic",
	"buffer-reuse": "use-after-send", "captured-var": "captured-variable", "check-then-act": "check-then-act",
	"data-race": "unlocked-field", "double-checked": "double-checked-lock", "guarded-escape": "guarded-escape",
	"map-concurrent": "concurrent-map", "rlock-write": "write-under-rlock", "slice-append-race": "concurrent-append",
	"unlocked-read": "unlocked-field", "wrong-mutex": "wrong-lock", "wg-add-inside": "add-inside-goroutine",
	"wg-copied": "copied-lock", "wg-missing-done": "missing-done", "wg-negative": "negative-counter",
}

// A harm is what a report says goes wrong, or what does in a program of the corpus.
type harm int

const (
	races harm = 1 << iota
	waits      // a deadlock, a leak, a loop that never ends or a call that is deaf to cancellation
	crashes
)

// harmOf reads from a message what it says goes wrong. Messages begin with it.
func harmOf(message string) harm {
	message = strings.TrimPrefix(message, "likely ")
	for start, h := range map[string]harm{
		"data race": races, "lost update": races, "lost decision": races, "no protection": races, "the goroutine is not waited for": races,
		"panic": crashes,
	} {
		if strings.HasPrefix(message, start) {
			return h
		}
	}
	return waits
}

// harms are those of a category, by the analyzer of the rule that is to find it. A lock that
// is copied, or a condition that changes without it, makes goroutines race and wait.
func harms(category string) harm {
	switch rule := rules.Name(ruleOf[category]); rule {
	case "copied-lock", "cond-without-lock", "goroutine-not-awaited", "add-inside-goroutine":
		return races | waits
	case "send-on-closed", "double-close", "close-while-sending", "unlock-of-unlocked", "negative-counter":
		return crashes
	case "loop-variable":
		return races
	default:
		if rules.Must(rule).Analyzer == "sharedstate" {
			return races
		}
		return waits
	}
}

func examCorpus(t *testing.T, part, name string, byRule map[string]tally) {
	dir, err := filepath.Abs(filepath.Join("..", "testdata", "corpus", name))
	if err != nil {
		t.Fatal(err)
	}
	var truth map[string]struct {
		Tricky   bool   `json:"tricky"`
		Category string `json:"category"`
		Bugs     []struct {
			File string `json:"file"`
			Line int    `json:"line"`
		} `json:"bug_lines"`
	}
	data, err := os.ReadFile(filepath.Join(dir, "truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &truth); err != nil {
		t.Fatal(err)
	}
	hits := make(map[string]string)  // rules, by program
	accused := make(map[string]bool) // correct programs
	var noise, falseAlarms int
	for _, r := range analyze(t, dir) {
		rel, err := filepath.Rel(dir, r.file)
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.Split(filepath.ToSlash(rel), "/")
		name := parts[0] + "/" + parts[1]
		switch {
		case parts[2] == "good":
			falseAlarms++
			accused[name] = true
			add(byRule, r.rule, tally{false: 1})
			t.Errorf("false alarm on a correct program: %s:%d: %s", filepath.ToSlash(rel), r.line, r.message)
		case slices.ContainsFunc(truth[name].Bugs, func(b struct {
			File string `json:"file"`
			Line int    `json:"line"`
		}) bool {
			return b.File == filepath.ToSlash(rel) && b.Line == r.line
		}):
			if r.rule != ruleOf[truth[name].Category] && harmOf(r.message)&harms(truth[name].Category) == 0 {
				t.Logf("of another kind: %s (%s): %s", name, truth[name].Category, r.message)
				continue
			}
			if hits[name] == "" || r.rule == ruleOf[truth[name].Category] {
				hits[name] = r.rule
			}
		default:
			noise++
			t.Logf("beside the bug: %s:%d: %s", filepath.ToSlash(rel), r.line, r.message)
		}
	}
	found := make(map[string]score)
	for name, c := range truth {
		if c.Tricky {
			continue
		}
		if rule := hits[name]; rule != "" {
			add(byRule, rule, tally{found: 1})
		} else {
			rule = ruleOf[c.Category]
			add(byRule, rule, tally{missed: 1})
			t.Logf("missed: %s (%s)", name, rule)
		}
		class := strings.Split(name, "/")[0]
		for _, key := range []string{class, "all"} {
			s := found[key]
			s.Of++
			if hits[name] != "" {
				s.Got++
			}
			found[key] = s
		}
	}
	for _, class := range []string{"race", "lock", "channel", "waitgroup", "context", "misc", "all"} {
		hold(t, part+": "+class, found[class])
	}
	correct, err := filepath.Glob(filepath.Join(dir, "*", "*", "good"))
	if err != nil {
		t.Fatal(err)
	}
	hold(t, part+": correct programs left alone", score{len(correct) - len(accused), len(correct)})
	t.Logf(part+": %d reports beside the marked lines, %d false alarms", noise, falseAlarms)
}

// hold prints a figure and fails when it is below the recorded one.
func hold(t *testing.T, name string, got score) {
	t.Helper()
	t.Logf("%s: %v", name, got)
	version, _, _ := strings.Cut(strings.TrimPrefix(runtime.Version(), "go1."), ".")
	levels := recorded(t)
	key := "go1." + version
	if recording() {
		if levels[key] == nil {
			levels[key] = make(map[string]score)
		}
		levels[key][name] = got
		data, err := json.MarshalIndent(levels, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		write(t, examFile, append(data, '\n'))
		return
	}
	if level, ok := levels[key][name]; ok && got.Got < level.Got {
		t.Errorf("%s: %v, recorded %v (INTERLEAVE_EXAM=record writes a new level)", name, got, level)
	}
}

// examFile has the levels, by version of Go and name.
var examFile = filepath.Join("testdata", "exam.json")

func recorded(t *testing.T) map[string]map[string]score {
	t.Helper()
	data, err := os.ReadFile(examFile)
	if err != nil {
		t.Fatal(err)
	}
	levels := make(map[string]map[string]score)
	if err := json.Unmarshal(data, &levels); err != nil {
		t.Fatalf("%s: %v", examFile, err)
	}
	return levels
}

// shown is the version of Go whose exam CONTRIBUTING.md shows.
const shown = "go1.26"

// Below the marker in CONTRIBUTING.md stand the levels as a table.
func TestExamIsShownInContributing(t *testing.T) {
	levels := recorded(t)[shown]
	table := "| part | found |\n|---|---|\n"
	for _, name := range []string{"race tests: races found", "race tests: correct programs left alone", "leak kernels found", "leak patterns found"} {
		table += fmt.Sprintf("| %s | %v |\n", name, levels[name])
	}
	for _, part := range corpora {
		of := func(what string) score { return levels[part.name+": "+what] }
		table += fmt.Sprintf("| %s: race, lock, channel | %v, %v, %v |\n", part.name, of("race"), of("lock"), of("channel"))
		table += fmt.Sprintf("| %s: waitgroup, context, misc | %v, %v, %v |\n", part.name, of("waitgroup"), of("context"), of("misc"))
		table += fmt.Sprintf("| %s: all; correct programs left alone | %v; %v |\n", part.name, of("all"), of("correct programs left alone"))
	}
	page := filepath.Join("..", "CONTRIBUTING.md")
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	const begin, end = "<!-- exam -->\n", "<!-- /exam -->"
	before, rest, _ := strings.Cut(string(data), begin)
	old, after, found := strings.Cut(rest, end)
	switch {
	case !found:
		t.Fatalf("%s: no table between %s and %s", page, begin, end)
	case old == table:
	case recording():
		write(t, page, []byte(before+begin+table+end+after))
	default:
		t.Errorf("%s shows other figures than %s; INTERLEAVE_EXAM=record go test ./analyzers -run ExamIsShown writes them there:\n%s", page, examFile, table)
	}
}

// analyze runs the suite over the packages below dir and returns its reports, each once, without hints.
func analyze(t *testing.T, dir string) []report {
	t.Helper()
	return slices.DeleteFunc(analyzeWithHints(t, dir), func(r report) bool { return r.hint })
}

func analyzeWithHints(t *testing.T, dir string) []report {
	t.Helper()
	cfg := &packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: dir, Tests: true, Env: append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod")}
	pkgs, err := packages.Load(cfg, "./...")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pkgs {
		for _, e := range p.Errors {
			t.Fatalf("%s: %v", p.ID, e)
		}
	}
	// The checker keeps the results of the analyzers that it is asked for, and no others.
	graph, err := checker.Analyze(append(analyzers.All(), explore.Analyzer), pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	var list []report
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Fatalf("%v: %v", act, act.Err)
		}
		if searched, ok := act.Result.(*explore.Result); ok {
			for _, defect := range searched.Defects() {
				t.Errorf("%v: %s", act, defect)
			}
			continue
		}
		for _, f := range act.Result.([]finding.Finding) {
			if f.Ignored {
				continue
			}
			p := act.Package.Fset.Position(f.Pos)
			r := report{file: p.Filename, line: p.Line, rule: string(f.Rule), message: f.Message, hint: f.Confidence == rules.Hint}
			if f.Witness != nil {
				for _, g := range f.Witness.Goroutines {
					if g.Place.File == r.file {
						r.others = append(r.others, g.Place.Line)
					}
					if !g.Place.IsValid() {
						r.roots = append(r.roots, strings.ReplaceAll(g.Name, "$", ".func"))
					}
				}
			}
			for _, other := range f.Related {
				if q := act.Package.Fset.Position(other.Pos); q.Filename == r.file {
					r.others = append(r.others, q.Line)
				}
			}
			key := fmt.Sprint(r.file, r.line, r.rule)
			if !seen[key] {
				seen[key] = true
				list = append(list, r)
			}
		}
	}
	return list
}

// unlessSlow skips the exam where it would only take time: its figures are the
// same under the race detector.
func unlessSlow(t *testing.T) {
	t.Helper()
	switch {
	case testing.Short():
		t.Skip("-short: run the exam with go test ./analyzers -run Exam -v")
	case race.Enabled:
		t.Skip("-race: run the exam with go test ./analyzers -run Exam -v")
	}
}

func goroot(t *testing.T) string {
	unlessSlow(t)
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Skipf("go env GOROOT: %v: put the go command on PATH", err)
	}
	return strings.TrimSpace(string(out))
}

func sources(t *testing.T, dir, suffix string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Skipf("%v: this Go installation comes without its tests' sources", err)
	}
	var names []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), suffix) && e.Type().IsRegular() {
			names = append(names, e.Name())
		}
	}
	return names
}

// moduleDir makes an empty module for overlaid files to live in.
func moduleDir(t *testing.T) string {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module exam\n\ngo 1.26\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func write(t *testing.T, file string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
