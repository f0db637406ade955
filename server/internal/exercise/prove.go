package exercise

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"interleave/analyzers/rules"
	"interleave/lessons"
	"interleave/server/internal/gocmd"
	"interleave/server/internal/session"
)

// The two variants that every exercise has; the others are its wrong fixes.
const (
	Starter  = "starter"
	Solution = "solution"
)

// A Prover proves of a course what its exercise.toml and wrong.toml files promise.
// It runs the same steps as a Checker, over every variant of an exercise instead
// of a learner's one.
type Prover struct {
	Tools   *gocmd.Toolchain
	Session *session.Session
	Course  fs.FS
	Repeat  int // how often the solution's tests run; 0 means as often as for a learner
}

// A Proof is what became of one exercise.
type Proof struct {
	Exercise lessons.Exercise
	Rows     []ProofRow // starter, wrong fixes, solution
	Problems []string   // what the exercise promises and does not hold; none is the proof
	NoRace   string     // why the race detector did not run, or ""

	pkg string // the name of the exercise's package
}

// A ProofRow is what the steps gave for one variant.
type ProofRow struct {
	Variant string
	Rules   []string          // the rules reported, sorted, each once; hints are left out
	States  map[string]string // by step: StepPassed, StepFailed or StepSkipped
	// Promised are the steps that exercise.toml and wrong.toml say will refuse it.
	Promised []string

	texts      map[string]string // by step, what a learner would read
	raceOutput string            // all that the tests and the race detector have printed
}

// Prove writes every variant of the exercise into dir, which is to be an empty
// folder, runs the steps over each, and compares with what is promised. The error
// is about the machine; what is wrong with the exercise is in the Proof.
func (p *Prover) Prove(ctx context.Context, e lessons.Exercise, dir string) (*Proof, error) {
	proof := &Proof{Exercise: e, NoRace: p.Tools.NoRace()}
	wrong, err := p.lay(proof, dir)
	if err != nil || len(proof.Problems) > 0 {
		return proof, err
	}
	rows := make(map[string]*ProofRow)
	for i := range proof.Rows {
		rows[proof.Rows[i].Variant] = &proof.Rows[i]
	}
	if ok, err := p.compile(ctx, proof, dir); err != nil || !ok {
		return proof, err
	}
	if err := p.rules(ctx, proof, dir); err != nil {
		return proof, err
	}
	expected, _, err := testsIn(p.Course, e)
	if err != nil {
		return proof, err
	}
	plain, err := p.test(ctx, dir, proof.Rows, false, 1, "./...")
	if err != nil {
		return proof, err
	}
	for name, row := range rows {
		row.take(plain[name], e, expected)
	}
	if proof.NoRace == "" {
		raced, err := p.test(ctx, dir, proof.Rows, true, 1, "./...")
		if err != nil {
			return proof, err
		}
		for name, row := range rows {
			row.raceOutput = raced[name].all()
			row.texts[lessons.CheckRace] = races(row.raceOutput, filepath.Join(dir, name))
			if row.texts[lessons.CheckRace] != "" {
				row.States[lessons.CheckRace] = StepFailed
			} else if raced[name].state == StepPassed {
				row.States[lessons.CheckRace] = StepPassed
			}
		}
	}
	repeat := p.Repeat
	if repeat == 0 {
		repeat = raceRuns
	}
	for _, race := range []bool{false, true} {
		if race && proof.NoRace != "" {
			continue
		}
		often, err := p.test(ctx, dir, proof.Rows, race, repeat, "./"+Solution)
		if err != nil {
			return proof, err
		}
		if got := often[Solution]; got.state != StepPassed {
			flags := "-count=" + strconv.Itoa(repeat)
			if race {
				flags = "-race " + flags
			}
			proof.problem("the solution does not pass go test %s:\n%s", flags, shown([]byte(got.all())))
		}
	}
	proof.judge(rows, wrong)
	return proof, nil
}

// take fills in the steps that one run of the tests shows. The race detector has not run yet, and may not be here.
func (row *ProofRow) take(run *testRun, e lessons.Exercise, expected []string) {
	row.States[lessons.CheckTests], row.texts[lessons.CheckTests] = run.testsStep(e, expected)
	if row.States[lessons.CheckTests] == StepFailed {
		row.texts[lessons.CheckTests] = run.all()
	}
	row.States[lessons.CheckLeft], row.texts[lessons.CheckLeft] = run.leftStep(row.States[lessons.CheckTests])
	row.States[lessons.CheckConcurrent], row.texts[lessons.CheckConcurrent] = run.concurrentStep(e)
	row.States[lessons.CheckRace] = StepSkipped
}

func (p *Proof) problem(format string, args ...any) {
	p.Problems = append(p.Problems, fmt.Sprintf(format, args...))
}

// lay writes the variants below dir, each a package of one module.
func (p *Prover) lay(proof *Proof, dir string) ([]lessons.WrongFix, error) {
	e := proof.Exercise
	if _, err := lessons.Hints(p.Course, e); err != nil {
		proof.problem("%v", err)
	}
	from, solved, err := lessons.Solution(p.Course, e)
	if err != nil {
		proof.problem("%v", err)
	}
	wrong, err := lessons.WrongFixes(p.Course, e)
	if err != nil {
		proof.problem("%v", err)
	}
	if len(wrong) < 1 {
		proof.problem("no wrong fix: add wrong/NAME/ with what learners try and what refuses it")
	}
	for _, name := range e.Rules {
		if _, ok := rules.Lookup(rules.Name(name)); !ok {
			proof.problem("rule %q is not in the catalogue", name)
		}
	}
	if len(proof.Problems) > 0 {
		return nil, nil
	}
	if _, proof.pkg, err = testsIn(p.Course, e); err != nil {
		proof.problem("a test file cannot be read: %v", err)
		return nil, nil
	}
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte(goMod), 0o644); err != nil {
		return nil, err
	}
	err = proof.add(dir, Starter, e.Checks)
	err = errors.Join(err, p.copyInto(dir, Starter, e.Dir, e.Files))
	for _, fix := range wrong {
		var rejected []string
		for _, r := range fix.Rejected {
			rejected = append(rejected, r.Check)
		}
		err = errors.Join(err, proof.add(dir, fix.Name, rejected))
		err = errors.Join(err, p.copyInto(dir, fix.Name, e.Dir, e.Files), p.copyInto(dir, fix.Name, fix.Dir, fix.Files))
	}
	err = errors.Join(err, proof.add(dir, Solution, nil))
	err = errors.Join(err, p.copyInto(dir, Solution, e.Dir, e.Files), p.copyInto(dir, Solution, from, solved))
	return wrong, err
}

// add adds a variant, the steps that are to refuse it, and the test that looks for goroutines left behind.
func (p *Proof) add(dir, variant string, promised []string) error {
	p.Rows = append(p.Rows, ProofRow{Variant: variant, Promised: promised, States: make(map[string]string), texts: make(map[string]string)})
	if err := os.MkdirAll(filepath.Join(dir, variant), 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, variant, leftFile), leftTestFor(p.pkg), 0o644)
}

func (p *Prover) copyInto(dir, variant, from string, names []string) error {
	for _, name := range names {
		text, err := fs.ReadFile(p.Course, path.Join(from, name))
		if err != nil {
			return err
		}
		to := filepath.Join(dir, variant, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(to, text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// compile reports whether every variant builds. go vet has nothing to say about
// the solution; a starter may be one that it finds.
func (p *Prover) compile(ctx context.Context, proof *Proof, dir string) (ok bool, err error) {
	policy := gocmd.Policy{Dir: dir, NoWork: true}
	result, err := p.Tools.Command(ctx, policy, compileTimeout, "build", "-buildvcs=false", "./...")
	if err != nil {
		return false, err
	}
	if result.Code != 0 {
		proof.problem("a variant does not compile:\n%s", shown(append(result.Stderr, result.Stdout...)))
		return false, nil
	}
	result, err = p.Tools.Command(ctx, policy, compileTimeout, "vet", "./"+Solution)
	if err == nil && result.Code != 0 {
		proof.problem("go vet refuses the solution:\n%s", shown(append(result.Stderr, result.Stdout...)))
	}
	return true, err
}

// rules fills in what the analyzers report in each variant.
func (p *Prover) rules(ctx context.Context, proof *Proof, dir string) error {
	p.Session.Touch()
	result, err := p.Session.Check(ctx, session.Request{Dir: dir, Patterns: []string{"./..."}, Patience: compileTimeout})
	if err != nil {
		return err
	}
	for _, note := range result.Notes {
		proof.problem("the rules could not be asked: %s", note)
	}
	root, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return err
	}
	for _, r := range slices.Concat(result.Reports, result.Ignored) {
		below, err := filepath.Rel(root, r.File)
		if err != nil {
			return err
		}
		variant, file, _ := strings.Cut(filepath.ToSlash(below), "/")
		name := string(r.Rule.Name)
		i := slices.IndexFunc(proof.Rows, func(row ProofRow) bool { return row.Variant == variant })
		if i < 0 || r.Confidence == rules.Hint && !slices.Contains(proof.Exercise.Rules, name) {
			continue
		}
		row := &proof.Rows[i]
		row.texts[lessons.CheckRules] += fmt.Sprintf("%s:%d: %s\n", file, r.Start.Line, r.Text())
		if strings.HasSuffix(file, "_test.go") && variant == Solution {
			proof.problem("the tests get a report: %s:%d: %s", file, r.Start.Line, r.Text())
		}
		if !slices.Contains(row.Rules, name) {
			row.Rules = append(row.Rules, name)
			slices.Sort(row.Rules)
		}
	}
	for i := range proof.Rows {
		row := &proof.Rows[i]
		row.States[lessons.CheckRules] = StepPassed
		if slices.ContainsFunc(row.Rules, func(rule string) bool { return slices.Contains(proof.Exercise.Rules, rule) }) {
			row.States[lessons.CheckRules] = StepFailed
		}
	}
	return nil
}

// test runs the tests of the packages that match a pattern, all with one go command. The answer is by variant,
// and has each of the rows, of those that were not asked for a failure.
func (p *Prover) test(ctx context.Context, dir string, rows []ProofRow, race bool, count int, pattern string) (map[string]*testRun, error) {
	limit := proofTimeout
	if race {
		limit = raceTimeout
	}
	args := []string{"test", "-json", "-buildvcs=false", "-vet=off", "-count=" + strconv.Itoa(count), "-timeout=" + limit.String()}
	if race {
		args = append(args, "-race", "-skip=^"+leftTest+"$")
	}
	policy := gocmd.Policy{Dir: dir, NoWork: true, Cgo: race}
	result, err := p.Tools.Command(ctx, policy, compileTimeout+2*limit, append(args, pattern)...)
	if err != nil {
		return nil, err
	}
	runs := make(map[string]*testRun)
	for name, run := range readTestRuns(result.Stdout) {
		_, variant, _ := strings.Cut(name, "/")
		runs[variant] = run
	}
	for _, row := range rows {
		if runs[row.Variant] == nil {
			runs[row.Variant] = &testRun{state: StepFailed} // it has said nothing, or too much was said before
		}
	}
	if len(result.Stdout) == 0 {
		return nil, fmt.Errorf("go test says nothing: %s", shown(result.Stderr))
	}
	return runs, nil
}

// proofTimeout is how long the tests of a variant may run: on a busy machine nothing is to fail for that.
const proofTimeout = time.Minute

// judge compares what the steps gave with what is promised.
func (p *Proof) judge(rows map[string]*ProofRow, wrong []lessons.WrongFix) {
	e := p.Exercise
	starter, solution := rows[Starter], rows[Solution]
	for _, check := range e.Checks {
		p.fails(starter, check, "")
	}
	for _, check := range lessons.Steps() {
		if !slices.Contains(e.Checks, check) && starter.States[check] == StepFailed {
			p.problem("the starter fails the step %s, which checks does not name", check)
		}
	}
	if slices.Contains(e.Checks, lessons.CheckRules) {
		if rule := e.Rules[0]; !slices.Contains(starter.Rules, rule) {
			p.problem("the starter gets no report of %s, but:\n%s", rule, starter.texts[lessons.CheckRules])
		}
		for _, rule := range e.Rules {
			if !slices.ContainsFunc(p.Rows, func(row ProofRow) bool { return slices.Contains(row.Rules, rule) }) {
				p.problem("rules names %s, which neither the starter nor a wrong fix breaks", rule)
			}
		}
	}
	for _, check := range []string{lessons.CheckLeft, lessons.CheckConcurrent} {
		if solution.States[check] == StepFailed {
			p.problem("the solution fails the step %s:\n%s", check, shown([]byte(solution.texts[check])))
		}
	}
	if len(solution.Rules) > 0 {
		p.problem("the solution gets a report:\n%s", solution.texts[lessons.CheckRules])
	}
	for _, fix := range wrong {
		for _, r := range fix.Rejected {
			p.fails(rows[fix.Name], r.Check, r.Words)
		}
	}
	for _, row := range p.Rows {
		if strings.Contains(row.texts[lessons.CheckTests], timedOut) {
			p.problem("%s runs into go test's time limit: its tests are to say what hangs", row.Variant)
		}
		for _, report := range strings.Split(row.raceOutput, "==================") {
			// A test that holds the lock may meet code that does not: that race is
			// the code's. One between tests is theirs.
			places := raceAccesses(report)
			if strings.Contains(report, dataRace) && len(places) > 0 && !slices.ContainsFunc(places, func(place string) bool { return !strings.Contains(place, "_test.go") }) {
				p.problem("a race in the tests themselves, with %s:\n%s", row.Variant, shown([]byte(report)))
			}
		}
	}
}

// fails notes when a step lets a variant pass, or refuses it in other words.
func (p *Proof) fails(row *ProofRow, check, words string) {
	if check == lessons.CheckRace && p.NoRace != "" {
		return
	}
	text := row.texts[check]
	switch {
	case row.States[check] != StepFailed:
		p.problem("%s: the step %s does not refuse it:\n%s", row.Variant, check, shown([]byte(text)))
	case !strings.Contains(text, words):
		p.problem("%s: the step %s refuses it without the words %q:\n%s", row.Variant, check, words, shown([]byte(text)))
	}
}

// raceAccesses returns the innermost places of a race report's accesses.
func raceAccesses(report string) []string {
	var found []string
	lines := strings.Split(report, "\n")
	for i, line := range lines {
		kind := strings.ToLower(strings.TrimPrefix(strings.TrimSpace(line), "Previous "))
		if (strings.HasPrefix(kind, "read at") || strings.HasPrefix(kind, "write at")) && i+2 < len(lines) {
			found = append(found, strings.TrimSpace(lines[i+2]))
		}
	}
	return found
}
