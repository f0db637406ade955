package explore_test

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"interleave/analyzers/internal/explore"
	"interleave/analyzers/witness"
)

// modules are the modules with test programs.
func modules(t *testing.T) []string {
	list := []string{filepath.Join("..", "..", "..", "testdata", "corpus", "dev")}
	more, err := filepath.Glob(filepath.Join("..", "..", "*", "testdata", "src", "go.mod"))
	if err != nil || len(more) == 0 {
		t.Fatalf("no testdata: %v", err)
	}
	for _, m := range more {
		list = append(list, filepath.Dir(m))
	}
	return list
}

func patternsOf(t *testing.T, module string) []string {
	var list []string
	err := filepath.WalkDir(module, func(path string, d os.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(module, path)
		if err != nil {
			return err
		}
		if files, _ := filepath.Glob(filepath.Join(path, "*.go")); len(files) > 0 {
			list = append(list, "./"+filepath.ToSlash(rel))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// Two runs over the corpus give the same results, its witnesses are well formed,
// and neither there nor in the analyzers' test programs does a search fail inside.
func TestResultsOverTheCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("-short")
	}
	list := modules(t)
	corpus := load(t, list[0])
	first := analyze(t, explore.Analyzer, corpus)
	t.Run("two runs give the same witnesses", func(t *testing.T) { sameResults(t, first, analyze(t, explore.Analyzer, corpus)) })
	t.Run("witnesses are well formed", func(t *testing.T) { wellFormed(t, first) })
	t.Run("no search fails inside", func(t *testing.T) {
		roots := noInternalErrors(t, first)
		for _, module := range list[1:] {
			roots += noInternalErrors(t, search(t, module, patternsOf(t, module)...))
		}
		t.Logf("%d roots", roots)
	})
}

// noInternalErrors looks for searches that failed: defects that are hidden from users.
func noInternalErrors(t *testing.T, results map[string]searched) (roots int) {
	for id, s := range results {
		roots += len(s.result.Searches)
		for _, defect := range s.result.Defects() {
			t.Errorf("%s: %s", id, defect)
		}
	}
	return roots
}

// An outcome that is worth comparing between runs: no pointers into SSA.
type plainOutcome struct {
	Kind    explore.Kind
	Root    string
	Guessed bool
	Witness *witness.Witness
	Panic   string
	Names   []string
}

func plain(r *explore.Result) (list []plainOutcome) {
	for _, o := range r.Outcomes {
		p := plainOutcome{Kind: o.Kind, Root: o.Root.String(), Guessed: o.Guessed, Witness: o.Witness}
		if o.Crash != nil {
			p.Panic = o.Crash.Panic
		}
		for _, a := range o.Accesses {
			p.Names = append(p.Names, a.Name)
			for _, l := range a.Held {
				p.Names = append(p.Names, l.Name)
			}
		}
		for _, b := range o.Blocked {
			p.Names = append(p.Names, b.ChannelName)
		}
		list = append(list, p)
	}
	return list
}

func sameResults(t *testing.T, first, second map[string]searched) {
	if len(first) == 0 || len(first) != len(second) {
		t.Fatalf("%d and %d packages", len(first), len(second))
	}
	outcomes := 0
	for id, a := range first {
		b := second[id]
		if !reflect.DeepEqual(a.result.Searches, b.result.Searches) {
			t.Errorf("%s: searches differ:\n%v\n%v", id, a.result.Searches, b.result.Searches)
		}
		x, y := plain(a.result), plain(b.result)
		outcomes += len(x)
		if !reflect.DeepEqual(x, y) {
			t.Errorf("%s: outcomes differ:\n%+v\n%+v", id, x, y)
		}
	}
	t.Logf("%d packages, %d outcomes", len(first), outcomes)
}

// wellFormed checks that every step of a witness names a goroutine that exists
// and a place in a file.
func wellFormed(t *testing.T, results map[string]searched) {
	for id, s := range results {
		for _, o := range s.result.Outcomes {
			if o.Witness == nil {
				continue // a crash: no rule shows it yet
			}
			last := 0
			for _, step := range o.Witness.Steps {
				if step.Goroutine < 0 || step.Goroutine >= len(o.Witness.Goroutines) {
					t.Errorf("%s: %v: step of goroutine %d of %d", id, o.Root, step.Goroutine, len(o.Witness.Goroutines))
				}
				if !step.Place.IsValid() || step.Place.File == "" {
					t.Errorf("%s: %v: step %q without a place", id, o.Root, step.Action)
				}
				if step.Action == "" {
					t.Errorf("%s: %v: step at %v without an action", id, o.Root, step.Place)
				}
				if step.Moment < last {
					t.Errorf("%s: %v: moment %d after %d", id, o.Root, step.Moment, last)
				}
				last = step.Moment
			}
			if o.Witness.Outcome == "" {
				t.Errorf("%s: %v: no outcome in words", id, o.Root)
			}
		}
	}
}
