package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

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
	command.AddCommand(newCourseCheck())
	return command
}

func newCourseCheck() *cobra.Command {
	var table bool
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
			var proofs []*exercise.Proof
			for _, e := range chosen {
				began := time.Now()
				proof, err := proveOne(cmd, prover, e)
				if err != nil {
					return err
				}
				proofs = append(proofs, proof)
				bad += len(proof.Problems)
				printProof(out, proof, began)
			}
			s.Flush()
			if table {
				fmt.Fprintln(out)
				printProofTable(out, proofs)
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

func proveOne(cmd *cobra.Command, prover *exercise.Prover, e lessons.Exercise) (*exercise.Proof, error) {
	dir, err := os.MkdirTemp("", "interleave-prove-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return nil, err
	}
	return prover.Prove(cmd.Context(), e, dir)
}

func printProof(w io.Writer, proof *exercise.Proof, began time.Time) {
	verdict := "ok"
	if len(proof.Problems) > 0 {
		verdict = "FAIL"
	}
	fmt.Fprintf(w, "%-4s %-34s %s\n", verdict, proof.Exercise.Name, time.Since(began).Round(100*time.Millisecond))
	for _, problem := range proof.Problems {
		fmt.Fprintf(w, "     %s\n", strings.ReplaceAll(strings.TrimSpace(problem), "\n", "\n     "))
	}
	if proof.NoRace != "" {
		fmt.Fprintf(w, "     the race detector did not run: %s\n", proof.NoRace)
	}
}

func printProofTable(w io.Writer, proofs []*exercise.Proof) {
	steps := lessons.Steps()
	fmt.Fprintf(w, "| exercise | variant | %s |\n|%s\n", strings.Join(steps, " | "), strings.Repeat("---|", 2+len(steps)))
	for _, proof := range proofs {
		for _, row := range proof.Rows {
			fmt.Fprintf(w, "| %s | %s |", proof.Exercise.Name, row.Variant)
			for _, step := range steps {
				fmt.Fprintf(w, " %s |", proofCell(proof.Exercise, row, step))
			}
			fmt.Fprintln(w)
		}
	}
}

// proofCell says what a step gave for a variant.
func proofCell(e lessons.Exercise, row exercise.ProofRow, step string) string {
	state := row.States[step]
	switch {
	case step == lessons.CheckConcurrent && len(e.Concurrent) == 0:
		return ""
	case step == lessons.CheckRules && state == exercise.StepFailed:
		return strings.Join(slices.DeleteFunc(slices.Clone(row.Rules), func(rule string) bool { return !slices.Contains(e.Rules, rule) }), ", ")
	case step == lessons.CheckRace && state == exercise.StepFailed:
		return "data race"
	case state == exercise.StepSkipped:
		return "-"
	}
	return state
}
