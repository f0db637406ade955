package session

import (
	"context"
	"fmt"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/analysis/unitchecker"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/rules"
	"interleave/analyzers/sharedstate"
	"interleave/server/internal/diskcache"
	"interleave/server/internal/gocmd"
)

// TestMain also plays the vettool: go vet calls this very binary back, so that
// both drivers are compared over one analyzer.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && (os.Args[1] == "-V=full" || os.Args[1] == "-flags" || strings.HasSuffix(os.Args[len(os.Args)-1], ".cfg")) {
		unitchecker.Main(spawns)
	}
	goleak.VerifyTestMain(m)
}

func TestGoVetReportsTheSame(t *testing.T) {
	if slowVettool {
		t.Skip("runs without -race: go vet would start this binary for all of the standard library")
	}
	dir := writeModule(t, twoPackages)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	vet := exec.Command(tools.Go, "vet", "-vettool="+self, "./...")
	vet.Dir = dir
	output, err := vet.CombinedOutput()
	if err == nil {
		t.Error("go vet found nothing")
	}
	var reported []string
	for line := range strings.Lines(string(output)) {
		if line = strings.TrimSpace(line); strings.HasSuffix(line, "(captured-variable)") {
			reported = append(reported, strings.TrimPrefix(strings.TrimSuffix(line, " (captured-variable)"), "./"))
		}
	}
	slices.Sort(reported)
	if !slices.Equal(reported, twoPackagesReports) {
		t.Errorf("go vet reports\n%s\nwant\n%s", output, strings.Join(twoPackagesReports, "\n"))
	}
}

// spawns is the tests' analyzer: it reports every call of a function that
// starts a goroutine, also far below and in other packages. So it needs SSA, a
// fact that travels, and a report for each.
var spawns = &analysis.Analyzer{
	Name:       "spawns",
	Doc:        "reports calls that start goroutines",
	Requires:   []*analysis.Analyzer{buildssa.Analyzer},
	FactTypes:  []analysis.Fact{new(spawning)},
	ResultType: finding.ResultType,
	Flags:      finding.Flags("spawns"),
	Run: func(pass *analysis.Pass) (any, error) {
		var findings []finding.Finding
		known := make(map[*ssa.Function]bool)
		for changed := true; changed; {
			changed = false
			for _, fn := range pass.ResultOf[buildssa.Analyzer].(*buildssa.SSA).SrcFuncs {
				for _, block := range fn.Blocks {
					for _, instr := range block.Instrs {
						_, found := instr.(*ssa.Go)
						if call, ok := instr.(*ssa.Call); ok {
							if callee := call.Call.StaticCallee(); callee != nil {
								found = known[callee] || callee.Object() != nil && pass.ImportObjectFact(callee.Object(), new(spawning))
							}
						}
						if found && !known[fn] {
							known[fn], changed = true, true
							if fn.Object() != nil {
								pass.ExportObjectFact(fn.Object(), new(spawning))
							}
						}
					}
				}
			}
		}
		for _, fn := range pass.ResultOf[buildssa.Analyzer].(*buildssa.SSA).SrcFuncs {
			for _, block := range fn.Blocks {
				for _, instr := range block.Instrs {
					call, ok := instr.(*ssa.Call)
					if !ok || call.Call.StaticCallee() == nil {
						continue
					}
					callee := call.Call.StaticCallee()
					if known[callee] || callee.Object() != nil && pass.ImportObjectFact(callee.Object(), new(spawning)) {
						findings = append(findings, finding.Finding{Rule: "captured-variable", Confidence: rules.Likely, Pos: call.Pos(), Message: callee.Name() + " starts a goroutine"})
					}
				}
			}
		}
		findings = finding.Sort(findings)
		finding.Report(pass, findings)
		return findings, nil
	},
}

type spawning struct{}

func (*spawning) AFact()         {}
func (*spawning) String() string { return "spawns" }

var tools = func() *gocmd.Toolchain {
	t, err := gocmd.Find(context.Background())
	if err != nil {
		panic(err)
	}
	return t
}()

// cacheDir is shared by the tests of one run, as by the starts of a program.
var cacheDir = filepath.Join(os.TempDir(), fmt.Sprintf("interleave-session-test-%d", os.Getpid()))

func newSession(t testing.TB, analyzers ...*analysis.Analyzer) *Session {
	t.Helper()
	cache, err := diskcache.Open(cacheDir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(cacheDir) })
	if len(analyzers) == 0 {
		analyzers = []*analysis.Analyzer{spawns}
	}
	s, err := New(Options{Tools: tools, Cache: cache, Analyzers: analyzers, Logf: t.Logf})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

func writeModule(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// lines renders reports for comparison.
func lines(dir string, result *Result) []string {
	list := []string{}
	for _, r := range result.Reports {
		name, err := filepath.Rel(dir, r.File)
		if err != nil {
			name = r.File
		}
		list = append(list, fmt.Sprintf("%s:%d:%d: %s", filepath.ToSlash(name), r.Start.Line, r.Start.Column, r.Message))
	}
	return list
}

func mustCheck(t testing.TB, s *Session, request Request) *Result {
	t.Helper()
	result, err := s.Check(context.Background(), request)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func expect(t *testing.T, dir string, result *Result, want ...string) {
	t.Helper()
	if got := lines(dir, result); !reflect.DeepEqual(got, append([]string{}, want...)) {
		t.Errorf("reports\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

const goMod = "module bank\n\ngo 1.26\n" // no dot in the path, and not the standard library for that

var twoPackages = map[string]string{
	"go.mod":          goMod,
	"audit/audit.go":  "package audit\n\ntype Log struct{ n int }\n\nfunc (l *Log) Write() { go l.flush() }\n\nfunc (l *Log) flush() { l.n++ }\n\nfunc Quiet() {}\n",
	"bank.go":         "package bank\n\nimport \"bank/audit\"\n\nfunc Open(l *audit.Log) {\n\tl.Write()\n\taudit.Quiet()\n}\n",
	"bank_test.go":    "package bank\n\nimport \"testing\"\n\nfunc TestOpen(t *testing.T) { Open(nil) }\n",
	"outside_test.go": "package bank_test\n\nimport (\n\t\"bank\"\n\t\"testing\"\n)\n\nfunc TestOutside(t *testing.T) { bank.Open(nil) }\n",
}

var twoPackagesReports = []string{
	"bank.go:6:9: Write starts a goroutine",
	"bank_test.go:5:35: Open starts a goroutine",
	"outside_test.go:8:43: Open starts a goroutine",
}

func TestFactsCrossPackagesAndTestVariantsReportOnce(t *testing.T) {
	dir := writeModule(t, twoPackages)
	for _, start := range []string{"cold", "warm"} {
		t.Run(start, func(t *testing.T) {
			s := newSession(t)
			expect(t, dir, mustCheck(t, s, Request{Dir: dir, Patterns: []string{"./..."}}), twoPackagesReports...)
			s.Flush()
		})
	}
}

func TestAQuickRequestSaysThatItIsIncomplete(t *testing.T) {
	dir := writeModule(t, twoPackages)
	s := newSession(t)
	request := Request{Dir: dir, Quick: true}
	quick := mustCheck(t, s, request)
	if !quick.Incomplete {
		t.Error("the facts of audit are not there yet, and the result does not say so")
	}
	request.Quick = false
	expect(t, dir, mustCheck(t, s, request), twoPackagesReports...)
	request.Quick = true
	again := mustCheck(t, s, request)
	if again.Incomplete || again.Fresh {
		t.Errorf("after the full run a quick one is incomplete: %v, fresh: %v; want neither", again.Incomplete, again.Fresh)
	}
	expect(t, dir, again, twoPackagesReports...)
}

func TestDependentsRunAgainOnlyWhenTypesOrFactsChanged(t *testing.T) {
	dir := writeModule(t, twoPackages)
	s := newSession(t)
	audit := filepath.Join(dir, "audit", "audit.go")
	edit := func(old, new string) *Result {
		t.Helper()
		text := strings.Replace(twoPackages["audit/audit.go"], old, new, 1)
		return mustCheck(t, s, Request{Dir: dir, Buffers: Buffers{}.With(audit, []byte(text), 1)})
	}
	expect(t, dir, mustCheck(t, s, Request{Dir: dir}), twoPackagesReports...)
	if result := edit("func Quiet() {}", "func Quiet() { print(1) }"); result.Fresh {
		t.Error("another body without a goroutine made the dependent run again")
	}
	if result := edit("\n\nfunc Quiet", "\n\n// Quiet is quiet.\n\nfunc Quiet"); result.Fresh {
		t.Error("a moved declaration made the dependent run again")
	}
	result := edit("go l.flush()", "l.flush()")
	if !result.Fresh {
		t.Error("a fact went, and the dependent did not run again")
	}
	expect(t, dir, result)
	result = edit("func Quiet() {}", "func Quiet() { go print(1) }")
	expect(t, dir, result, slices.Insert(slices.Clone(twoPackagesReports), 1, "bank.go:7:13: Quiet starts a goroutine")...)
	if got := s.Dependents(filepath.Join(dir, "audit")); !slices.Equal(got, []string{dir}) {
		t.Errorf("dependents of audit: %v", got)
	}
}

func TestUnsavedBuffersCountBeforeTheDisk(t *testing.T) {
	dir := writeModule(t, map[string]string{"go.mod": goMod, "a.go": "package bank\n"})
	s := newSession(t)
	buffers := Buffers{}.
		With(filepath.Join(dir, "a.go"), []byte("package bank\n\nimport \"bank/fresh\"\n\nfunc f() { fresh.Run() }\n"), 2).
		With(filepath.Join(dir, "fresh", "fresh.go"), []byte("package fresh\n\nfunc Run() { go print(1) }\n"), 1)
	expect(t, dir, mustCheck(t, s, Request{Dir: dir, Buffers: buffers}), "a.go:5:21: Run starts a goroutine")
}

func TestTheGoCommandIsAskedAgainOnlyWhenItsAnswerMayDiffer(t *testing.T) {
	dir := writeModule(t, twoPackages)
	s := newSession(t)
	bank := filepath.Join(dir, "bank.go")
	text := twoPackages["bank.go"]
	graphOf := func(buffers Buffers) *graph {
		t.Helper()
		g, err := s.graphOf(context.Background(), view{buffers, s.disk}, dir, []string{"."})
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	first := graphOf(Buffers{})
	if graphOf(Buffers{}.With(bank, []byte(text+"\nfunc more() {}\n"), 1)) != first {
		t.Error("asked again after an edit of a body")
	}
	if graphOf(Buffers{}.With(bank, []byte(strings.Replace(text, `"bank/audit"`, `"bank/aud`, 1)), 2)) != first {
		t.Error("asked again while an import is half typed")
	}
	if graphOf(Buffers{}.With(bank, []byte(strings.Replace(text, "import", "import \"os\"\nimport", 1)), 3)) == first {
		t.Error("not asked again after a new import")
	}
	if err := os.WriteFile(filepath.Join(dir, "new.go"), []byte("package bank\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if g := graphOf(Buffers{}); g == first || len(g.targets[0].files) != 3 {
		t.Errorf("not asked again after a new file")
	}
}

// broken are texts at whose sight something in the checker, the SSA builder or
// an analyzer might give up. f stays whole in each, and is reported.
var broken = []string{
	"func g() { x := }",
	"func g() int { return \"\" }",
	"func g() { undefined.x() }",
	"func g() {}\nfunc g() {}",
	"var v = undefined()\nfunc g() { v.x(); _ = v + 1 }",
	"var v, w = undefined(), 1\nfunc g() { print(w) }",
	"type T struct{ T }\nfunc (t T) m() { t.T.m() }",
	"type T struct{ u Undefined }\nfunc g() { t := T{}; print(t.u); _ = []T{{}} }",
	"type I interface{ m(Undefined) }\nfunc g(i I) { i.m(1) }",
	"func (u Undefined) m() {}",
	"func (int) n() {}",
	"func (t *T) m() { t.m() }\ntype T = int",
	"func g[T any](t T) { t() }\nfunc h() { g(1); g[int, int](2) }",
	"func g[T any](t T)",
	"func g() { for range undefined { go func() { undefined() }() } }",
	"func g() { var c chan<- int; <-c; c <- \"\"; close(1) }",
	"func g() { goto nowhere; L: ; break M }",
	"func g() { switch x := 1.(type) {} }",
	"func g() { defer 1; go 2 }",
	"const c = c\nvar a [c]int\nfunc g() { print(a[0], len(a)) }",
	"type A [len(a)]int\nvar a A",
	"import \"nosuch/package\"\nvar _ = package.X",
	"func init() int { return 1 }\nfunc main(x int) {}",
	"func g() { return 1 }\nfunc h() (int, int) { return 1 }",
	"func g(x ...int, y int) { g(1...) }",
	"func g() { f := func() { f() } }",
	"type E struct { *E2; sync.Mutex }\nfunc g(e E) { e.Lock() }",
	"func g() { if x := 1; x { } else if { } }",
	"var _ = func() { undefined() }",
	"var _ = map[string]int{1: 2, \"a\": \"b\"}",
	"func g() { _ = struct{ a int }{b: 1}.a }",
	"func g() { x := <-make(chan Undefined); x() }",
	"}\nfunc g() {}",
	"type L[T any] struct { next *L[L[T]] }\nfunc g(l L[int]) { g(l.next) }",
}

func TestTheRestOfAPackageIsAnalysedWhenAFunctionDoesNotCompile(t *testing.T) {
	dir := writeModule(t, map[string]string{
		"go.mod": goMod,
		"a.go":   "package bank\n\nfunc f() { spawn() }\n\nfunc spawn() { go print(1) }\n",
		"b.go":   "package bank\n",
	})
	s := newSession(t)
	for i, text := range broken {
		buffers := Buffers{}.With(filepath.Join(dir, "b.go"), []byte("package bank\n\n"+text+"\n"), int32(i))
		result := mustCheck(t, s, Request{Dir: dir, Buffers: buffers})
		if got := lines(dir, result); !slices.Contains(got, "a.go:3:17: spawn starts a goroutine") {
			t.Errorf("%s\nreports %v, notes %v", text, got, result.Notes)
		}
		for _, note := range result.Notes {
			if strings.Contains(note.Text, "crashed") || strings.Contains(note.Text, "could not be analysed") {
				t.Errorf("%s\n%s", text, note)
			}
		}
	}
}

func TestAReportStaysWhileItsFunctionIsBeingTyped(t *testing.T) {
	const text = "package bank\n\nfunc f() {\n\tspawn()\n\tprint(1)\n}\n\nfunc spawn() { go print(1) }\n"
	dir := writeModule(t, map[string]string{"go.mod": goMod, "a.go": text})
	s := newSession(t)
	file := filepath.Join(dir, "a.go")
	version := int32(0)
	edit := func(text string) *Result {
		version++
		return mustCheck(t, s, Request{Dir: dir, Buffers: Buffers{}.With(file, []byte(text), version)})
	}
	expect(t, dir, edit(text), "a.go:4:7: spawn starts a goroutine")
	expect(t, dir, edit(strings.Replace(text, "print(1)\n}", "print(1\n}", 1)), "a.go:4:7: spawn starts a goroutine")
	expect(t, dir, edit(text), "a.go:4:7: spawn starts a goroutine")
	expect(t, dir, edit(strings.Replace(text, "\tspawn()", "\tx :=\n\tspawn()", 1)), "a.go:5:7: spawn starts a goroutine")
	expect(t, dir, edit(strings.Replace(text, "\tspawn()", "\tx :=", 1)))
	expect(t, dir, edit(strings.Replace(text, "\tspawn()\n", "", 1)))
}

func TestBuffersAndFilesOutsideAnyModule(t *testing.T) {
	const text = "package main\n\nimport (\n\t\"fmt\"\n\t\"nosuch/thing\"\n)\n\nfunc main() {\n\tspawn()\n\tfmt.Println(thing.X)\n}\n\nfunc spawn() { go fmt.Println() }\n\nfunc g() { spawn() }\n"
	s := newSession(t)
	dir := t.TempDir()
	for _, key := range []string{"untitled:Untitled-1", filepath.Join(dir, "alone.go")} {
		if folder := FolderOf(key); folder != "" {
			t.Errorf("%s belongs to %s", key, folder)
		}
		result := mustCheck(t, s, Request{Keys: []string{key}, Buffers: Buffers{}.With(key, []byte(text), 1)})
		if len(result.Reports) != 1 || result.Reports[0].Start.Line != 15 || result.Reports[0].File != key {
			t.Errorf("%s: reports %v, notes %v", key, result.Reports, result.Notes)
		}
	}
}

func TestAModuleThatCannotBeReadIsAnalysedFileByFile(t *testing.T) {
	dir := writeModule(t, map[string]string{"go.mod": "modul bank\n", "a.go": "package bank\n\nfunc f() { spawn() }\n\nfunc spawn() { go print(1) }\n"})
	s := newSession(t)
	file := filepath.Join(dir, "a.go")
	result := mustCheck(t, s, Request{Dir: dir, Keys: []string{file}})
	expect(t, dir, result, "a.go:3:17: spawn starts a goroutine")
	if len(result.Notes) == 0 || !strings.Contains(result.Notes[0].Text, "go.mod") {
		t.Errorf("notes %v: want one about go.mod", result.Notes)
	}
	if _, err := s.Check(context.Background(), Request{Dir: dir}); err == nil {
		t.Error("no error where nothing can be answered")
	}
}

func TestTheFileSetDoesNotGrowOverADaysEditing(t *testing.T) {
	dir := writeModule(t, twoPackages)
	s := newSession(t)
	files := func() (n int) {
		s.fset.Iterate(func(*token.File) bool { n++; return true })
		return n
	}
	edit := func(i int) {
		text := fmt.Sprintf("%s\nfunc more%d() { go print(%d) }\n", twoPackages["bank.go"], i, i)
		mustCheck(t, s, Request{Dir: dir, Buffers: Buffers{}.With(filepath.Join(dir, "bank.go"), []byte(text), int32(i))})
	}
	edit(0)
	before := files()
	for i := range 30 {
		edit(i + 1)
	}
	// Each edit changes what the package exports to its external test, whose
	// import of it has a place in the file set.
	if after := files(); after > before+2*30 {
		t.Errorf("%d files before, %d after 30 edits", before, after)
	}
}

func TestCodeWithoutEndIsNamedAndSkipped(t *testing.T) {
	dir := writeModule(t, map[string]string{"go.mod": goMod, "a.go": "package bank\n"})
	endless := &analysis.Analyzer{ // stands for the checker: it ends with the test
		Name: "endless", Doc: "waits", ResultType: finding.ResultType, Flags: finding.Flags("endless"),
	}
	release := make(chan struct{})
	ended := make(chan struct{})
	var started atomic.Bool
	endless.Run = func(*analysis.Pass) (any, error) {
		started.Store(true)
		defer close(ended)
		<-release
		return []finding.Finding(nil), nil
	}
	s := newSession(t, endless)
	for range 2 { // the second time it is known
		result := mustCheck(t, s, Request{Dir: dir, Patience: time.Millisecond})
		if len(result.Notes) != 1 || !strings.Contains(result.Notes[0].Text, "took longer than") {
			t.Errorf("notes %v", result.Notes)
		}
	}
	close(release)
	if started.Load() { // patience may have run out before the analyzer was reached
		<-ended
	}
}

func TestAnAnalyzersPanicIsANoteOfItsPackage(t *testing.T) {
	crashing := &analysis.Analyzer{
		Name: "crashing", Doc: "crashes", ResultType: finding.ResultType, Flags: finding.Flags("crashing"),
		Run: func(*analysis.Pass) (any, error) { panic("oh no") },
	}
	dir := writeModule(t, twoPackages)
	s := newSession(t, crashing, spawns)
	result := mustCheck(t, s, Request{Dir: dir})
	expect(t, dir, result, twoPackagesReports...)
	if len(result.Notes) == 0 || !strings.Contains(result.Notes[0].Text, "crashing crashed: oh no") {
		t.Errorf("notes %v", result.Notes)
	}
}

func TestImportCyclesAndMissingPackagesDoNotStopAnything(t *testing.T) {
	dir := writeModule(t, map[string]string{
		"go.mod": goMod,
		"a/a.go": "package a\n\nimport \"bank/b\"\n\nfunc F() { b.F(); spawn() }\n\nfunc spawn() { go print(1) }\n",
		"b/b.go": "package b\n\nimport (\n\t\"bank/a\"\n\t\"example.com/gone\"\n)\n\nfunc F() { a.F(); gone.X() }\n",
	})
	s := newSession(t)
	result := mustCheck(t, s, Request{Dir: dir, Patterns: []string{"./..."}})
	if len(result.Files) != 2 || len(result.Notes) == 0 {
		t.Errorf("files %v, notes %v", result.Files, result.Notes)
	}
}

func TestACancelledCheckEndsWithTheContextsError(t *testing.T) {
	dir := writeModule(t, twoPackages)
	s := newSession(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := s.Check(ctx, Request{Dir: dir}); !isCancel(err) {
		t.Errorf("error %v", err)
	}
	expect(t, dir, mustCheck(t, s, Request{Dir: dir}), twoPackagesReports...)
}

func TestChecksRunSideBySide(t *testing.T) {
	dir := writeModule(t, twoPackages)
	s := newSession(t)
	done := make(chan []string)
	const checks = 8
	for i := range checks {
		go func() {
			text := fmt.Sprintf("%s\nvar V%d int\n", twoPackages["audit/audit.go"], i)
			buffers := Buffers{}.With(filepath.Join(dir, "audit", "audit.go"), []byte(text), int32(i))
			result, err := s.Check(context.Background(), Request{Dir: dir, Patterns: []string{"./..."}, Buffers: buffers})
			if err != nil {
				done <- []string{err.Error()}
				return
			}
			done <- lines(dir, result)
		}()
	}
	for range checks {
		if got := <-done; !slices.Equal(got, twoPackagesReports) {
			t.Errorf("reports %v", got)
		}
	}
}

func TestANewerGoIsRefusedInOneLine(t *testing.T) {
	newer := *tools
	newer.Version = "go1.99.1"
	_, err := New(Options{Tools: &newer})
	if err == nil || !strings.Contains(err.Error(), "cannot read go1.99") || strings.Contains(err.Error(), "\n") {
		t.Errorf("error %v", err)
	}
}

func TestANamedPipeIsRefusedAndNotWaitedFor(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no named pipes in folders here")
	}
	dir := writeModule(t, map[string]string{"go.mod": goMod, "a.go": "package bank\n"})
	makePipe(t, filepath.Join(dir, "pipe.go"))
	s := newSession(t)
	if _, err := s.Check(context.Background(), Request{Dir: dir}); err == nil || !strings.Contains(err.Error(), "pipe.go is not a regular file") {
		t.Errorf("error %v", err)
	}
}

// BenchmarkEdit measures what a keystroke costs in a small package that is
// warm: parse, check, SSA and the analyzers.
func BenchmarkEdit(b *testing.B) {
	dir := writeModule(b, twoPackages)
	s := newSession(b)
	file := filepath.Join(dir, "bank.go")
	i := 0
	for b.Loop() {
		i++
		text := fmt.Sprintf("%s\nfunc more() { print(%d) }\n", twoPackages["bank.go"], i)
		mustCheck(b, s, Request{Dir: dir, Buffers: Buffers{}.With(file, []byte(text), int32(i))})
	}
}

// A file of which a function is set aside is still of its module's Go version: since Go 1.22 each
// turn of a loop has a variable of its own.
func TestAFileWithABrokenFunctionKeepsItsGoVersion(t *testing.T) {
	dir := writeModule(t, map[string]string{"go.mod": goMod, "bank.go": `package bank

func pay(names []string) {
	for _, name := range names {
		go func() { println(name) }()
	}
}

func half() { return undefined }
`})
	expect(t, dir, mustCheck(t, newSession(t, sharedstate.Analyzer), Request{Dir: dir}))
}

// A package can be reached by more ways than there are grains of sand: each is asked for its facts once.
func TestALadderOfPackagesIsClimbedOnce(t *testing.T) {
	const rungs = 40 // 2^40 ways
	files := map[string]string{"go.mod": "module ladder\n\ngo 1.26\n"}
	for i := range rungs {
		for _, side := range []string{"a", "b"} {
			name := fmt.Sprintf("%s%d", side, i)
			if i == 0 {
				files[name+"/"+name+".go"] = "package " + name + "\n\nfunc F() { go func() {}() }\n"
				continue
			}
			files[name+"/"+name+".go"] = fmt.Sprintf("package %s\n\nimport (\n\t\"ladder/a%d\"\n\t\"ladder/b%d\"\n)\n\nfunc F() {\n\ta%[2]d.F()\n\tb%[2]d.F()\n}\n", name, i-1, i-1)
		}
	}
	dir := writeModule(t, files)
	s := newSession(t, spawns)
	result, err := s.Check(t.Context(), Request{Dir: filepath.Join(dir, fmt.Sprintf("a%d", rungs-1))})
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Reports) != 2 || len(result.Notes) > 0 {
		t.Errorf("%d reports, want one for each call; notes %v", len(result.Reports), result.Notes)
	}
}
