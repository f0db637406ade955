package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"

	"interleave/lessons"
)

// interleave runs the binary in a folder.
func interleave(t *testing.T, dir string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	return execute(t, dir, nil, binary, args...)
}

func execute(t *testing.T, dir string, env []string, name string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, errs strings.Builder
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &out, &errs
	cmd.Env = append(cmd.Environ(), env...)
	err := cmd.Run()
	if _, exited := err.(*exec.ExitError); err != nil && !exited {
		t.Fatal(err)
	}
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}

// buggy is a module of two packages: a leak in each, one in a test, and a lock
// order that only both packages together show.
func buggy(t *testing.T) string {
	return writeModule(t, map[string]string{
		"go.mod": "module bank\n\ngo 1.26\n",
		"main.go": `package main

import "bank/first"

func main() {
	println(first.Of(func() int { return 1 }, func() int { return 2 }))
}
`,
		"main_test.go": `package main

import "testing"

func TestLeak(t *testing.T) {
	c := make(chan int)
	c <- 1
}
`,
		"first/first.go": `package first

// Of returns the first answer.
func Of(ask ...func() int) int {
	answers := make(chan int)
	for _, a := range ask {
		go func() { answers <- a() }()
	}
	return <-answers
}
`,
	})
}

var reportLine = regexp.MustCompile(`(?m)^(\S+\.go:\d+:\d+): (.*\(([a-z-]+)\))$`)

// reportsIn returns "file:line:col rule" of every report in an output.
func reportsIn(output string) []string {
	list := []string{}
	for _, m := range reportLine.FindAllStringSubmatch(output, -1) {
		list = append(list, strings.TrimPrefix(filepath.ToSlash(m[1]), "./")+" "+m[2])
	}
	slices.Sort(list)
	return list
}

// reportsUnderGoVet is reportsIn for the output of go vet, which asks for one package after the
// other: what one shows as likely, a program that imports it may show as certain. Then that counts.
func reportsUnderGoVet(output string) []string {
	surest := make(map[string]string) // by place and rule
	for _, r := range reportsIn(output) {
		place, message, _ := strings.Cut(r, " ")
		key := place + message[strings.LastIndex(message, " "):]
		if known, ok := surest[key]; !ok || strings.HasPrefix(strings.TrimPrefix(known, place+" "), "likely ") {
			surest[key] = r
		}
	}
	return slices.Sorted(maps.Values(surest))
}

func TestVetAndGoVetReportTheSame(t *testing.T) {
	dir := buggy(t)
	alone, stderr, code := interleave(t, dir, "vet", "./...")
	if code != exitReports || stderr != "" {
		t.Errorf("exit code %d, stderr %s", code, stderr)
	}
	_, under, code := execute(t, dir, nil, "go", "vet", "-vettool="+binary, "./...")
	if code == 0 {
		t.Error("go vet ends with code 0")
	}
	got, want := reportsIn(alone), reportsUnderGoVet(under)
	if len(got) < 2 || !slices.Equal(got, want) {
		t.Errorf("interleave vet reports\n\t%s\ngo vet reports\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
	if compact := slices.Compact(slices.Clone(got)); len(compact) != len(got) {
		t.Errorf("a report appears twice: %v", got)
	}

	// The same through the flags.
	alone, _, _ = interleave(t, dir, "vet", "--rules=-abandoned-send", "./...")
	_, under, _ = execute(t, dir, nil, "go", "vet", "-vettool="+binary, "-rules=-abandoned-send", "./...")
	if got, want := reportsIn(alone), reportsUnderGoVet(under); !slices.Equal(got, want) || strings.Contains(alone, "abandoned-send") {
		t.Errorf("with a rule switched off: %v and %v", got, want)
	}
	if _, stderr, code := execute(t, dir, nil, "go", "vet", "-vettool="+binary, "-rules=nosuch", "./..."); code == 0 || !strings.Contains(stderr, `unknown rule "nosuch"`) {
		t.Errorf("an unknown rule: code %d, %s", code, stderr)
	}
}

// sameUnderGoVet checks that a module has reports, the same from interleave vet and from go vet.
func sameUnderGoVet(t *testing.T, dir string) {
	t.Helper()
	alone, _, _ := interleave(t, dir, "vet", "./...")
	_, under, _ := execute(t, dir, nil, "go", "vet", "-vettool="+binary, "./...")
	if got, want := reportsIn(alone), reportsUnderGoVet(under); len(got) == 0 || !slices.Equal(got, want) {
		t.Errorf("interleave vet reports\n\t%s\ngo vet reports\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestProgramsOfSeveralPackagesAreTheSameUnderGoVet(t *testing.T) {
	archive, err := txtar.ParseFile(filepath.Join("..", "..", "..", "analyzers", "testdata", "packages.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"go.mod": "module several\n\ngo 1.26\n"}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	sameUnderGoVet(t, writeModule(t, files))
}

func TestTheWholeCourseReportsTheSameUnderGoVet(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "course")
	if _, stderr, code := interleave(t, filepath.Dir(dir), "learn", dir); code != 0 {
		t.Fatal(stderr)
	}
	sameUnderGoVet(t, dir)
}

func TestGoVetJSONFixAndDiff(t *testing.T) {
	dir := buggy(t)
	stdout, stderr, _ := execute(t, dir, nil, "go", "vet", "-json", "-vettool="+binary, "./...")
	if output := stdout + stderr; !strings.Contains(output, `"posn"`) || !strings.Contains(output, `"category": "abandoned-send"`) {
		t.Errorf("go vet -json: %s", output)
	}
	before, err := os.ReadFile(filepath.Join(dir, "first", "first.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"vet", "-fix", "-diff", "-vettool=" + binary, "./..."}, {"vet", "-fix", "-vettool=" + binary, "./..."}, {"fix", "-fixtool=" + binary, "./..."}} {
		if stdout, stderr, code := execute(t, dir, nil, "go", args...); code != 0 && !strings.Contains(stdout, "+++") {
			t.Errorf("go %s: code %d\n%s%s", args[0], code, stdout, stderr)
		}
		if slices.Contains(args, "-diff") {
			if after, _ := os.ReadFile(filepath.Join(dir, "first", "first.go")); string(after) != string(before) {
				t.Error("-diff changed a file")
			}
		}
	}
	if _, stderr, code := execute(t, dir, nil, "go", "build", "./..."); code != 0 {
		t.Errorf("after -fix it does not build: %s", stderr)
	}
}

// A package of the standard library gives facts only when it is a target itself;
// those that import it must then read past them.
func TestGoVetOfTheStandardLibraryReadsPastItsFacts(t *testing.T) {
	_, stderr, code := execute(t, t.TempDir(), nil, "go", "vet", "-vettool="+binary, "internal/sync", "runtime/trace", "flag", "container/heap")
	if code != 0 || stderr != "" {
		t.Errorf("code %d\n%s", code, stderr)
	}
}

func TestVetPrintsJSONLines(t *testing.T) {
	stdout, _, _ := interleave(t, buggy(t), "vet", "--json", "./first")
	var line struct {
		FormatVersion int `json:"format_version"`
		Rule, File    string
		Confidence    string
		Start         struct{ Line, Column int }
		Witness       struct{ Steps []any }
	}
	if err := json.Unmarshal([]byte(strings.SplitN(stdout, "\n", 2)[0]), &line); err != nil {
		t.Fatalf("%v in %q", err, stdout)
	}
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "..", "internal", "report", "schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(stdout) {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
		if err != nil {
			t.Fatalf("%v in %q", err, line)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%v in %q", err, line)
		}
	}
	if line.FormatVersion != 1 || line.File != "first/first.go" || line.Start.Line == 0 || line.Rule == "" || len(line.Witness.Steps) == 0 {
		t.Errorf("line %+v", line)
	}
}

// The log's form is tested where it is written.
func TestVetPrintsSARIF(t *testing.T) {
	dir := buggy(t)
	text, _, _ := interleave(t, dir, "vet", "./...")
	stdout, stderr, code := interleave(t, dir, "vet", "--format=sarif", "./...")
	if code != exitReports || stderr != "" {
		t.Errorf("code %d, stderr %s", code, stderr)
	}
	var log struct {
		Version string
		Runs    []struct {
			Results []struct {
				RuleID    string `json:"ruleId"`
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn int }
					}
				}
				CodeFlows           []struct{ ThreadFlows []any }
				PartialFingerprints map[string]string
			}
		}
	}
	if err := json.Unmarshal([]byte(stdout), &log); err != nil || log.Version != "2.1.0" || len(log.Runs) != 1 {
		t.Fatalf("%v\n%s", err, stdout)
	}
	var got []string
	for _, r := range log.Runs[0].Results {
		at := r.Locations[0].PhysicalLocation
		got = append(got, fmt.Sprintf("%s:%d:%d %s", at.ArtifactLocation.URI, at.Region.StartLine, at.Region.StartColumn, r.RuleID))
		if len(r.CodeFlows) != 1 || len(r.CodeFlows[0].ThreadFlows) == 0 || r.PartialFingerprints["primaryLocationLineHash"] == "" {
			t.Errorf("%+v", r)
		}
	}
	slices.Sort(got)
	var want []string
	for _, m := range reportLine.FindAllStringSubmatch(text, -1) {
		want = append(want, filepath.ToSlash(m[1])+" "+m[3])
	}
	slices.Sort(want)
	if len(got) == 0 || !slices.Equal(got, want) {
		t.Errorf("SARIF has %q, text %q", got, want)
	}
}

func TestFlagsMayBeWrittenAsGoVetHasThem(t *testing.T) {
	dir := buggy(t)
	long, _, _ := interleave(t, dir, "vet", "--rules=-abandoned-send", "--format=json", "./...")
	short, stderr, code := interleave(t, dir, "vet", "-rules=-abandoned-send", "-format", "json", "./...")
	if long == "" || short != long || code != exitReports {
		t.Errorf("code %d, stdout %s, stderr %s", code, short, stderr)
	}
	for _, args := range [][]string{{"vet", "-nosuch"}, {"vet", "-format=xml"}, {"vet", "--format=json", "--json"}} {
		if _, stderr, code := interleave(t, dir, args...); code != exitTrouble || stderr == "" {
			t.Errorf("%q: code %d, stderr %s", args, code, stderr)
		}
	}
}

func TestVetNamesWhatCannotBeAnalysed(t *testing.T) {
	dir := writeModule(t, map[string]string{"go.mod": "module m\n\ngo 1.26\n", "a.go": "package m\n\nfunc f( {\n"})
	_, stderr, code := interleave(t, dir, "vet")
	if code != exitTrouble || !strings.Contains(stderr, "a.go:3:") {
		t.Errorf("code %d, stderr %s", code, stderr)
	}
	_, stderr, code = interleave(t, dir, "vet", "./nosuch")
	if code != exitTrouble || !strings.Contains(stderr, "nosuch") {
		t.Errorf("code %d, stderr %s", code, stderr)
	}
	newer := writeModule(t, map[string]string{"go.mod": "module m\n\ngo 1.99\n", "a.go": "package m\n"})
	_, stderr, code = interleave(t, newer, "vet")
	if code != exitTrouble || !strings.Contains(stderr, "1.99") || strings.Count(strings.TrimSpace(stderr), "\n") > 0 {
		t.Errorf("a module for a newer Go: code %d, stderr %s", code, stderr)
	}
}

func TestExplainTellsTheStory(t *testing.T) {
	dir := buggy(t)
	stdout, stderr, code := interleave(t, dir, "explain", "first/first.go:7")
	if code != 0 {
		t.Fatalf("code %d, stderr %s", code, stderr)
	}
	for _, part := range []string{"(abandoned-send)", "goroutine 1", "lesson:", "README.md#abandoned-send"} {
		if !strings.Contains(stdout, part) {
			t.Errorf("no %q in\n%s", part, stdout)
		}
	}
	if stdout, _, _ := interleave(t, dir, "explain", "--steps", "first/first.go:7"); !strings.Contains(stdout, "after step 1: goroutine") {
		t.Errorf("no steps in\n%s", stdout)
	}
	for _, test := range []struct{ place, want string }{
		{"first/first.go:1", "at line 7 (abandoned-send)"},
		{"first/first.go:7000", "has 11 lines"},
		{"first/first.go", "names no line"},
		{"first/first.go:x", "names no line"},
		{"nosuch.go:1", "no file"},
		{"go.mod:1", "no Go file"},
		{"first:1", "not a regular file"},
	} {
		if _, stderr, code := interleave(t, dir, "explain", test.place); code != exitTrouble || !strings.Contains(stderr, test.want) {
			t.Errorf("explain %s: code %d, stderr %s", test.place, code, stderr)
		}
	}
}

// A report that no schedule stands behind speaks of none.
func TestExplainSpeaksOfNoInterleavingWhereThereIsNone(t *testing.T) {
	dir := writeModule(t, map[string]string{"go.mod": "module saved\n\ngo 1.26\n", "main.go": `package main

import "fmt"

func main() {
	go func() { fmt.Println("saved") }()
}
`})
	out, _, _ := interleave(t, dir, "explain", "main.go:6")
	if !strings.Contains(out, "goroutine-not-awaited") || !strings.Contains(out, "the form of this mistake") || strings.Contains(out, "interleaving rests") {
		t.Errorf("explain said:\n%s", out)
	}
}

func TestLearnMakesACopyAndShowsTheFirstExercise(t *testing.T) {
	dir := t.TempDir()
	first := course(t).Exercises()[0]
	for _, time := range []string{"first", "second"} {
		stdout, stderr, code := interleave(t, dir, "learn")
		if code != 0 {
			t.Fatalf("%s time: code %d, stderr %s", time, code, stderr)
		}
		parts := []string{first.Name, first.Title, "(" + first.Rules[0] + ")", "README.md#" + first.Rules[0]}
		if !slices.Contains(toldByForm, first.Rules[0]) {
			parts = append(parts, "goroutine 1")
		}
		for _, part := range parts {
			if !strings.Contains(stdout, part) {
				t.Errorf("%s time: no %q in\n%s", time, part, stdout)
			}
		}
		if made := strings.Contains(stdout, "Your copy of the course"); made != (time == "first") {
			t.Errorf("%s time: made %v", time, made)
		}
	}
	root := filepath.Join(dir, "interleave-course")
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if d != nil && strings.Contains(filepath.ToSlash(name), "/exercises/") && (d.Name() == "solution" || d.Name() == "wrong" || d.Name() == "hints.md") {
			t.Errorf("the copy holds %s", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the copy there is %v (%v)", entries, err)
	}
}

// The course that authors begin with holds what it promises, and its page gets the table of that.
func TestACourseThatBeginsIsProved(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "night school")
	if stdout, stderr, code := interleave(t, "", "course", "new", dir); code != 0 || !strings.Contains(stdout, "WRITING.md") {
		t.Fatalf("code %d, stderr %s\n%s", code, stderr, stdout)
	}
	if _, stderr, code := interleave(t, "", "course", "new", dir); code != exitTrouble || !strings.Contains(stderr, "is not empty") {
		t.Errorf("once more: code %d, stderr %s", code, stderr)
	}
	raced := true
	for _, args := range [][]string{{"course", "check", dir, "--write"}, {"course", "check", dir}} {
		stdout, stderr, code := interleave(t, "", args...)
		if code != 0 || !strings.Contains(stdout, "All 1 exercises hold what they promise.") {
			t.Errorf("%q: code %d, stderr %s\n%s", args, code, stderr, stdout)
		}
		raced = raced && !strings.Contains(stdout, "the race detector did not run")
	}
	page, err := os.ReadFile(filepath.Join(dir, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	if raced && !strings.Contains(string(page), "| greetings | one-by-one | passed | passed | - | passed | failed |") {
		t.Errorf("no table in\n%s", page)
	}
	stale := strings.Replace(string(page), "| failed |", "| passed |", 1)
	if err := os.WriteFile(filepath.Join(dir, "README.md"), []byte(stale), 0o644); err != nil {
		t.Fatal(err)
	}
	if stdout, _, code := interleave(t, "", "course", "check", dir); raced && (code != exitReports || !strings.Contains(stdout, "renew it with --write")) {
		t.Errorf("a table that is no longer so: code %d\n%s", code, stdout)
	}
}

func TestLearnUpdatesACopyAndKeepsEdits(t *testing.T) {
	dir := t.TempDir()
	if _, stderr, code := interleave(t, dir, "learn"); code != 0 {
		t.Fatal(stderr)
	}
	if stdout, stderr, code := interleave(t, dir, "learn", "--update"); code != 0 || !strings.Contains(stdout, "Your copy is up to date.") {
		t.Errorf("a new copy: code %d, stderr %s\n%s", code, stderr, stdout)
	}
	page := "01_goroutines/README.md"
	edited := filepath.Join(dir, "interleave-course", filepath.FromSlash(page))
	if err := os.WriteFile(edited, []byte("my notes\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	stdout, stderr, code := interleave(t, dir, "learn", "--update")
	if code != 0 || !strings.Contains(stdout, "kept      "+page+"\n") || !strings.Contains(stdout, "move your file away and update again") {
		t.Errorf("an edited page: code %d, stderr %s\n%s", code, stderr, stdout)
	}
	if text, err := os.ReadFile(edited); err != nil || string(text) != "my notes\n" {
		t.Errorf("the edit has become %q, %v", text, err)
	}
}

func TestLearnRefusesWhatIsNotItsOwn(t *testing.T) {
	dir := writeModule(t, map[string]string{"full/thesis.txt": "mine", "file": "mine"})
	for _, name := range []string{"full", "file"} {
		before := listing(t, dir)
		_, stderr, code := interleave(t, dir, "learn", name)
		if code != exitTrouble || !strings.Contains(stderr, name) {
			t.Errorf("learn %s: code %d, stderr %s", name, code, stderr)
		}
		if after := listing(t, dir); !slices.Equal(after, before) {
			t.Errorf("learn %s left %v", name, after)
		}
	}
	if os.Getuid() > 0 && runtime.GOOS != "windows" { // root may write anywhere
		sealed := filepath.Join(dir, "sealed")
		if err := os.Mkdir(sealed, 0o555); err != nil {
			t.Fatal(err)
		}
		if _, _, code := interleave(t, dir, "learn", filepath.Join(sealed, "course")); code != exitTrouble {
			t.Errorf("a folder that cannot be written: code %d", code)
		}
	}
}

func listing(t *testing.T, dir string) []string {
	t.Helper()
	var list []string
	if err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		list = append(list, name)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return list
}

// The copy works inside another module and another workspace. One exercise of each lesson
// stands for all: their tests run with the lessons', and course check proves the rest.
func TestCheckFailsTheStarterAndPassesTheSolution(t *testing.T) {
	outer := writeModule(t, map[string]string{"go.mod": "module outer\n\ngo 1.26\n", "go.work": "go 1.26\n\nuse .\n"})
	if _, stderr, code := interleave(t, outer, "learn"); code != 0 {
		t.Fatal(stderr)
	}
	root := filepath.Join(outer, "interleave-course")
	tried, unsolved := make(map[string]bool), ""
	for _, ex := range course(t).Exercises() {
		lesson, _, _ := strings.Cut(ex.Dir, "/")
		if tried[lesson] {
			unsolved = cmp.Or(unsolved, ex.Name)
			continue
		}
		tried[lesson] = true
		t.Run(ex.Name, func(t *testing.T) {
			dir := filepath.Join(root, filepath.FromSlash(ex.Dir))
			stdout, stderr, code := interleave(t, dir, "check")
			if code != exitReports || stderr != "" {
				t.Errorf("the starter: code %d, stderr %s\n%s", code, stderr, stdout)
			}
			for _, step := range ex.Checks {
				if !regexp.MustCompile(`(?m)^  ` + step + ` +(failed|skipped)`).MatchString(stdout) {
					t.Errorf("the starter passes %s:\n%s", step, stdout)
				}
			}
			_, files, err := lessons.Solution(lessons.FS(), ex)
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range files {
				text, err := fs.ReadFile(lessons.FS(), path.Join(ex.Dir, "solution", name))
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			stdout, stderr, code = interleave(t, outer, "check", "--course", root, ex.Name)
			if code != 0 || !strings.Contains(stdout, "Passed.") {
				t.Errorf("the solution: code %d, stderr %s\n%s", code, stderr, stdout)
			}
		})
	}
	if stdout, _, code := interleave(t, outer, "learn"); code != 0 || !strings.Contains(stdout, "Exercise "+unsolved) {
		t.Errorf("the next exercise is not %s: code %d, %s", unsolved, code, stdout)
	}
}

func TestCheckUsesTheCoursesOwnTests(t *testing.T) {
	dir := t.TempDir()
	if _, stderr, code := interleave(t, dir, "learn"); code != 0 {
		t.Fatal(stderr)
	}
	ex, _ := course(t).Exercise("first-result")
	folder := filepath.Join(dir, "interleave-course", filepath.FromSlash(ex.Dir))
	if err := os.WriteFile(filepath.Join(folder, "lookup_test.go"), []byte("package "+packageOf(t, ex)+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	stdout, _, code := interleave(t, folder, "check")
	if code != exitReports || !strings.Contains(stdout, "differs from the course's") || !regexp.MustCompile(`(?m)^  tests +failed`).MatchString(stdout) {
		t.Errorf("code %d\n%s", code, stdout)
	}
}

func packageOf(t *testing.T, ex lessons.Exercise) string {
	_, text := mainFile(t, ex)
	return regexp.MustCompile(`(?m)^package (\w+)`).FindStringSubmatch(text)[1]
}

func TestCheckSaysWhereThereIsNoCourse(t *testing.T) {
	if _, stderr, code := interleave(t, t.TempDir(), "check"); code != exitTrouble || !strings.Contains(stderr, "interleave learn") {
		t.Errorf("code %d, stderr %s", code, stderr)
	}
}

// fakeGo puts a go command that claims a version before all others.
func fakeGo(t *testing.T, version string) []string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("a shell script stands for the go command")
	}
	bin := t.TempDir()
	script := "#!/bin/sh\necho '{\"GOVERSION\":\"" + version + "\",\"GOROOT\":\"/nowhere\",\"GOOS\":\"linux\",\"GOARCH\":\"amd64\"}'\n"
	if err := os.WriteFile(filepath.Join(bin, "go"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	return []string{"PATH=" + bin + string(os.PathListSeparator) + os.Getenv("PATH")}
}

func TestDoctorSaysWhatToDo(t *testing.T) {
	stdout, _, code := interleave(t, t.TempDir(), "doctor")
	if code != 0 || !regexp.MustCompile(`(?m)^ok +go +go1\.`).MatchString(stdout) || !regexp.MustCompile(`(?m)^ok +cache`).MatchString(stdout) {
		t.Errorf("code %d\n%s", code, stdout)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	stdout, _, code = execute(t, "", []string{"INTERLEAVE_CACHE=" + filepath.Join(file, "cache")}, binary, "doctor")
	if code != exitTrouble || !regexp.MustCompile(`(?m)^FAIL +cache .*INTERLEAVE_CACHE`).MatchString(stdout) {
		t.Errorf("a cache that cannot be written: code %d\n%s", code, stdout)
	}
	stdout, _, code = execute(t, "", []string{"PATH=" + t.TempDir(), "HOME=" + t.TempDir()}, binary, "doctor")
	if _, err := os.Stat("/usr/local/go/bin/go"); err != nil && (code != exitTrouble || !strings.Contains(stdout, "install Go")) {
		t.Errorf("without Go: code %d\n%s", code, stdout)
	}
}

func TestANewerGoGetsOneClearLineEverywhere(t *testing.T) {
	env := fakeGo(t, "go1.99.0")
	const line = "cannot read go1.99"
	if stdout, _, code := execute(t, "", env, binary, "doctor"); code != exitTrouble || !strings.Contains(stdout, line) {
		t.Errorf("doctor: code %d\n%s", code, stdout)
	}
	if _, stderr, code := execute(t, t.TempDir(), env, binary, "vet"); code != exitTrouble || !strings.Contains(stderr, line) || strings.Count(strings.TrimSpace(stderr), "\n") > 0 {
		t.Errorf("vet: code %d\n%s", code, stderr)
	}
	if _, stderr, code := execute(t, "", []string{"GOVERSION=go1.99.0"}, binary, "-V=full"); code == 0 || !strings.Contains(stderr, line) {
		t.Errorf("vettool: code %d\n%s", code, stderr)
	}
	e := startServer(t, env...)
	e.initialize(nil, nil)
	if shown := string(e.received("window/showMessage")); !strings.Contains(shown, line) {
		t.Errorf("lsp shows %s", shown)
	}
	e.call("shutdown", nil)
}

func TestHelpNamesTheExitCodes(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"vet", "--help"}, {"explain", "--help"}, {"check", "--help"}, {"grade", "--help"}, {"doctor", "--help"}} {
		stdout, _, code := interleave(t, "", args...)
		if code != 0 || !strings.Contains(stdout, "Exit codes:") {
			t.Errorf("%v: code %d\n%s", args, code, stdout)
		}
	}
	if stdout, _, _ := interleave(t, "", "--help"); strings.Contains(stdout, "internal-worker") {
		t.Error("the help names what nobody calls")
	}
	stdout, _, code := interleave(t, "", "--version")
	if again, _, _ := interleave(t, "", "version"); code != 0 || stdout != again || !strings.HasPrefix(stdout, "interleave ") {
		t.Errorf("--version prints %q, version %q", stdout, again)
	}
	if _, stderr, code := interleave(t, "", "vet", "--nosuch"); code != exitTrouble || !strings.Contains(stderr, "nosuch") {
		t.Errorf("an unknown flag: code %d, %s", code, stderr)
	}
}

func TestGradeWritesOneRecordForEach(t *testing.T) {
	ex, _ := course(t).Exercise("first-result")
	name, starter := mainFile(t, ex)
	dir := writeModule(t, map[string]string{
		"in/failed/" + name:       starter,
		"in/passed/" + name:       solution(t, ex, name),
		"in/broken/a.go":          "package a\n\nfunc f( {\n",
		"in/empty/notes.txt":      "no Go",
		"in/hostile/go.mod":       "module h\n\ngo 1.21\n\ntoolchain go1.99.0\n\nreplace example.com/x => ../../outside\n",
		"in/hostile/a.go":         "package h\n\nimport _ \"example.com/x\"\n",
		"in/hostile/.git/config":  "[core]\n\tfsmonitor = touch /tmp/never\n",
		"outside/go.mod":          "module example.com/x\n",
		"in/missing/import.go":    "package m\n\nimport \"example.com/missing\"\n\nvar X = missing.X\n",
		"in/zz-last/unicode-é.go": "package z\n",
	})
	var outputs []string
	for range 2 {
		stdout, stderr, code := interleave(t, dir, "grade", "in", "-o", "-")
		if code != 0 {
			t.Fatalf("code %d, stderr %s", code, stderr)
		}
		outputs = append(outputs, stdout)
	}
	if outputs[0] != outputs[1] {
		t.Errorf("two runs differ:\n%s\n%s", outputs[0], outputs[1])
	}
	states := make(map[string]string)
	var order []string
	for line := range strings.Lines(outputs[0]) {
		var record struct {
			ID, State, Digest string
			Reports           []struct{ File, Rule string }
		}
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatal(err)
		}
		states[record.ID] = record.State
		order = append(order, record.ID)
		if record.ID == "failed" && (len(record.Reports) == 0 || record.Reports[0].File != name || record.Digest == "") {
			t.Errorf("record %s", line)
		}
	}
	want := map[string]string{"failed": "failed", "passed": "passed", "broken": "not_gradable", "empty": "not_gradable", "hostile": "passed", "missing": "passed", "zz-last": "passed"}
	for id, state := range want {
		if states[id] != state {
			t.Errorf("%s is %s, want %s", id, states[id], state)
		}
	}
	if !slices.IsSorted(order) || len(order) != len(want) {
		t.Errorf("order %v", order)
	}
	if strings.Contains(outputs[0], os.TempDir()) {
		t.Errorf("a record names a temporary folder:\n%s", outputs[0])
	}
	if _, stderr, code := interleave(t, dir, "grade", "in", "--timeout", "1ns", "-o", "-"); code != 0 && code != exitReports || !strings.Contains(stderr, "timed out") {
		t.Errorf("with no time at all: code %d, %s", code, stderr)
	}
	if _, _, code := interleave(t, dir, "grade", "nosuch"); code != exitTrouble {
		t.Errorf("a folder that is not there: code %d", code)
	}
}

func TestCacheCanBeEmptied(t *testing.T) {
	cache := filepath.Join(t.TempDir(), "cache")
	env := []string{"INTERLEAVE_CACHE=" + cache}
	execute(t, buggy(t), env, binary, "vet", "./...")
	if _, err := os.Stat(cache); err != nil {
		t.Fatal(err)
	}
	if stdout, _, code := execute(t, "", env, binary, "cache", "clean"); code != 0 || !strings.Contains(stdout, cache) {
		t.Errorf("code %d, %s", code, stdout)
	}
	if _, err := os.Stat(cache); !os.IsNotExist(err) {
		t.Errorf("the cache is still there: %v", err)
	}
	if _, _, code := execute(t, "", env, binary, "cache", "clean"); code != 0 {
		t.Error("emptying nothing fails")
	}
}
