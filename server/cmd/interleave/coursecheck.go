package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"interleave/lessons"
	"interleave/server/internal/exercise"
	"interleave/server/internal/gocmd"
	"interleave/server/internal/session"
)

func newCourse() *cobra.Command {
	command := &cobra.Command{
		Use:   "course",
		Short: "For authors: prove that a course holds what it promises",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	command.AddCommand(newCourseCheck(), newCourseNew())
	return command
}

func newCourseNew() *cobra.Command {
	var title string
	command := &cobra.Command{
		Use:   "new DIR",
		Short: "Begin a course of your own in a new folder",
		Long: `New writes the beginning of a course into DIR: one lesson, one exercise with its
tests, hints, solution and wrong fixes, and WRITING.md, which documents the format.
It holds what it promises from the first minute: interleave course check DIR.

Exit codes: 0 it is there, 2 something is in the way.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := lessons.Begin(args[0], title); err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "The beginning of a course is in %[1]s.\n  read   %[2]s\n  prove  interleave course check %[1]s\n", args[0], filepath.Join(args[0], "WRITING.md"))
			return nil
		},
	}
	command.Flags().StringVar(&title, "title", "", "the course's title; the folder's name by default")
	return command
}

func newCourseCheck() *cobra.Command {
	var table, write bool
	var repeat int
	command := &cobra.Command{
		Use:   "check [DIR [EXERCISE...]]",
		Short: "Prove every exercise of a course",
		Long: `Check proves, for every exercise of the course in DIR (the built-in course by
default), what its files promise:

  the starter compiles, and fails in the steps that exercise.toml names and in no other;
  the solution passes every step, many times over, and gets no report;
  each wrong fix is refused by the steps that its wrong.toml names, in these words;
  the rules exist, the names are unique, every link leads somewhere;
  the tests are free of races themselves, also where they fail.

The README.md of a course may have the table of what every variant gives in every
step, between the lines <!-- proof --> and <!-- /proof -->: check says when it is
no longer so, and --write renews it.

With EXERCISE it proves only those. Without a C compiler the race detector does
not run, and check says so.

Exit codes: 0 all of it holds, 1 something does not, 2 the course cannot be read.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			fsys, err := courseFS(args)
			if err != nil {
				return err
			}
			course, err := lessons.Load(fsys)
			if err != nil {
				return err
			}
			chosen, err := exercisesNamed(course, args)
			if err != nil {
				return err
			}
			out := cmd.OutOrStdout()
			bad := 0
			for _, problem := range lessons.Links(fsys) {
				bad++
				fmt.Fprintln(out, problem)
			}
			tools, err := gocmd.Find(cmd.Context())
			if err != nil {
				return err
			}
			s, err := session.New(session.Options{Tools: tools, Cache: openCache(), NoWork: func(string) bool { return true }, Logf: debugLog()})
			if err != nil {
				return err
			}
			defer s.Close()
			prover := &exercise.Prover{Tools: tools, Session: s, Course: fsys, Repeat: repeat}
			proofs, err := proveAll(cmd.Context(), prover, chosen, func(proof *exercise.Proof, took time.Duration) { printProof(out, proof, took) })
			if err != nil {
				return err
			}
			for _, proof := range proofs {
				bad += len(proof.Problems)
			}
			s.Flush()
			if table {
				fmt.Fprintf(out, "\n%s", proofTable(proofs))
			}
			if len(chosen) == len(course.Exercises()) {
				problem, err := checkProofTable(fsys, args, proofs, write)
				if err != nil {
					return err
				}
				if problem != "" {
					bad++
					fmt.Fprintln(out, problem)
				}
			}
			if bad > 0 {
				fmt.Fprintf(out, "%d promises are not held.\n", bad)
				return exitCode(exitReports)
			}
			fmt.Fprintf(out, "All %d exercises hold what they promise.\n", len(proofs))
			return nil
		},
	}
	command.Flags().BoolVar(&table, "table", false, "also print what every variant gives in every step, as Markdown")
	command.Flags().BoolVar(&write, "write", false, "renew the table in the README.md of DIR")
	command.Flags().IntVar(&repeat, "count", 0, "how often the solution's tests run; 0 means as often as for a learner")
	return command
}

// courseFS is the course in the folder that the arguments name, or the built-in one.
func courseFS(args []string) (fs.FS, error) {
	if len(args) == 0 {
		return lessons.FS(), nil
	}
	if info, err := os.Stat(args[0]); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("%s is no folder: name the one that holds %s", args[0], exercise.Marker)
	}
	return os.DirFS(args[0]), nil
}

func exercisesNamed(course *lessons.Course, args []string) ([]lessons.Exercise, error) {
	if len(args) < 2 {
		return course.Exercises(), nil
	}
	var chosen []lessons.Exercise
	for _, name := range args[1:] {
		e, ok := course.Exercise(name)
		if l, isLesson := course.Lesson(name); isLesson {
			chosen = append(chosen, l.Exercises...)
		} else if !ok {
			return nil, fmt.Errorf("the course has no exercise and no lesson %q", name)
		} else {
			chosen = append(chosen, e)
		}
	}
	return chosen, nil
}

// proveAll proves exercises, as many at a time as there are processors, and tells of each in their order.
func proveAll(ctx context.Context, prover *exercise.Prover, chosen []lessons.Exercise, tell func(*exercise.Proof, time.Duration)) ([]*exercise.Proof, error) {
	proofs, took := make([]*exercise.Proof, len(chosen)), make([]time.Duration, len(chosen))
	done := make([]chan struct{}, len(chosen))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0) + 1) // and the one that tells
	for i := range chosen {
		done[i] = make(chan struct{})
	}
	group.Go(func() error {
		for i := range chosen {
			select {
			case <-done[i]:
				tell(proofs[i], took[i])
			case <-ctx.Done():
				return nil // the error is another one's
			}
		}
		return nil
	})
	for i, e := range chosen {
		group.Go(func() (err error) {
			began := time.Now()
			if proofs[i], err = proveOne(ctx, prover, e); err != nil {
				return err
			}
			took[i] = time.Since(began)
			close(done[i])
			return nil
		})
	}
	return proofs, group.Wait()
}

func proveOne(ctx context.Context, prover *exercise.Prover, e lessons.Exercise) (*exercise.Proof, error) {
	dir, err := os.MkdirTemp("", "interleave-prove-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return nil, err
	}
	return prover.Prove(ctx, e, dir)
}

func printProof(w io.Writer, proof *exercise.Proof, took time.Duration) {
	verdict := "ok"
	if len(proof.Problems) > 0 {
		verdict = "FAIL"
	}
	fmt.Fprintf(w, "%-4s %-34s %s\n", verdict, proof.Exercise.Name, took.Round(100*time.Millisecond))
	for _, problem := range proof.Problems {
		fmt.Fprintf(w, "     %s\n", strings.ReplaceAll(strings.TrimSpace(problem), "\n", "\n     "))
	}
	if proof.NoRace != "" {
		fmt.Fprintf(w, "     the race detector did not run: %s\n", proof.NoRace)
	}
}

// The lines of a course's README.md between which the table of its proof stands.
const (
	proofBegins = "<!-- proof -->\n"
	proofEnds   = "<!-- /proof -->"
)

// checkProofTable compares the table in the README.md of a course with what was proved, or renews it. It returns what
// is wrong, in words; a course without the lines for it has no table. args are those of the command.
func checkProofTable(fsys fs.FS, args []string, proofs []*exercise.Proof, write bool) (problem string, err error) {
	const name = "README.md"
	text, err := fs.ReadFile(fsys, name)
	before, rest, begins := strings.Cut(string(text), proofBegins)
	old, after, ends := strings.Cut(rest, proofEnds)
	switch {
	case err != nil || !begins || !ends:
		if write {
			return fmt.Sprintf("%s has no place for the table: write the lines %s and %s into it", name, strings.TrimSpace(proofBegins), proofEnds), nil
		}
		return "", nil
	case slices.ContainsFunc(proofs, func(p *exercise.Proof) bool { return p.NoRace != "" || len(p.Problems) > 0 }):
		return "", nil // the table would not be whole
	}
	table := proofTable(proofs)
	switch {
	case old == table:
		return "", nil
	case !write:
		return fmt.Sprintf("%s: the table of the proof is not what was found: renew it with --write", name), nil
	case len(args) == 0:
		return "the built-in course cannot be written: name its folder", nil
	}
	return "", os.WriteFile(filepath.Join(args[0], name), []byte(before+proofBegins+table+proofEnds+after), 0o644)
}

// proofTable is what every variant gives in every step, as Markdown.
func proofTable(proofs []*exercise.Proof) string {
	var b strings.Builder
	steps := lessons.Steps()
	fmt.Fprintf(&b, "| exercise | variant | %s |\n|%s\n", strings.Join(steps, " | "), strings.Repeat("---|", 2+len(steps)))
	for _, proof := range proofs {
		for _, row := range proof.Rows {
			fmt.Fprintf(&b, "| %s | %s |", proof.Exercise.Name, row.Variant)
			for _, step := range steps {
				fmt.Fprintf(&b, " %s |", proofCell(proof.Exercise, row, step))
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// proofCell says what a step gave for a variant. A race that nothing promises is not told: it may be seen
// in one run and not in the next.
func proofCell(e lessons.Exercise, row exercise.ProofRow, step string) string {
	state := row.States[step]
	switch {
	case step == lessons.CheckConcurrent && len(e.Concurrent) == 0:
		return ""
	case step == lessons.CheckRules && state == exercise.StepFailed:
		return strings.Join(slices.DeleteFunc(slices.Clone(row.Rules), func(rule string) bool { return !slices.Contains(e.Rules, rule) }), ", ")
	case step == lessons.CheckRace && slices.Contains(row.Promised, step):
		return "data race"
	case step == lessons.CheckRace && row.Variant != exercise.Solution, state == exercise.StepSkipped:
		return "-"
	}
	return state
}
