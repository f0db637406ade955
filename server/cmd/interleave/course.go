package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"

	"interleave/analyzers/rules"
	"interleave/lessons"
	"interleave/server/internal/exercise"
	"interleave/server/internal/gocmd"
	"interleave/server/internal/report"
	"interleave/server/internal/session"
)

// defaultCourse is where learn puts the copy.
const defaultCourse = "interleave-course"

func newLearn() *cobra.Command {
	var update bool
	command := &cobra.Command{
		Use:   "learn [DIR]",
		Short: "Make your copy of the course and work through the exercises",
		Long: `Learn makes your own copy of the course in DIR (./interleave-course by default)
or opens the one that is there, and shows the first exercise that you have not
solved: what is reported, the interleaving that breaks the code, and the lesson.
Edit the exercise in any editor: each time you save, it is checked again.
Ctrl-C ends it; your progress is kept.

When the output is no terminal it prints once and exits. With --update it brings
the copy up to the course of this version first: files that you have edited stay
as they are.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := defaultCourse
			if len(args) == 1 {
				dir = args[0]
			}
			copied, made, err := exercise.Make(dir)
			if err != nil {
				return err
			}
			out := cmd.OutOrStdout()
			if made {
				fmt.Fprintf(out, "Your copy of the course is in %s\n\n", copied.Root)
			} else if update {
				done, err := copied.Update()
				if err != nil {
					return err
				}
				printUpdated(out, done)
			}
			l, err := newLearner(cmd.Context(), copied, out)
			if err != nil {
				return err
			}
			defer l.session.Close()
			if made && isTerminal(os.Stdout) {
				if err := l.warm(cmd.Context()); err != nil {
					return err
				}
			}
			more, err := l.showNext(cmd.Context())
			if err != nil {
				return err
			}
			l.session.Flush()
			if !more || !isTerminal(os.Stdout) {
				return nil
			}
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
			defer stop()
			return l.watch(ctx)
		},
	}
	command.Flags().BoolVar(&update, "update", false, "bring your copy up to the course of this version; what you have edited stays")
	return command
}

// printUpdated says what an update has done, and what it has left alone.
func printUpdated(w io.Writer, done exercise.Updated) {
	if len(done.Replaced)+len(done.Added)+len(done.Kept) == 0 {
		fmt.Fprintf(w, "Your copy is up to date.\n\n")
		return
	}
	for _, part := range []struct {
		what  string
		files []string
	}{{"new      ", done.Added}, {"replaced ", done.Replaced}, {"kept     ", done.Kept}} {
		for _, name := range part.files {
			fmt.Fprintf(w, "  %s %s\n", part.what, name)
		}
	}
	if len(done.Kept) > 0 {
		fmt.Fprintln(w, "You have edited what was kept, and the course has another text there by now. To have that, move your file away and update again.")
	}
	fmt.Fprintln(w)
}

// isTerminal reports whether somebody reads along. The null device is a
// character device too, and nobody's terminal.
func isTerminal(file *os.File) bool {
	info, err := file.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

// A learner works through a copy of the course in a terminal.
type learner struct {
	copied  *exercise.Copy
	session *session.Session
	tools   *gocmd.Toolchain
	out     io.Writer
	now     lessons.Exercise // the one in work
}

func newLearner(ctx context.Context, copied *exercise.Copy, out io.Writer) (*learner, error) {
	tools, err := gocmd.Find(ctx)
	if err != nil {
		return nil, err
	}
	s, err := session.New(session.Options{Tools: tools, Cache: openCache(), NoWork: inCourse, Logf: debugLog()})
	if err != nil {
		return nil, err
	}
	return &learner{copied: copied, session: s, tools: tools, out: out}, nil
}

// warm builds what every check needs, and tells of it: on a new machine that takes a while.
func (l *learner) warm(ctx context.Context) error {
	fmt.Fprintln(l.out, "Building what every check needs, once:")
	began, part := time.Now(), ""
	end := func() {
		if part != "" {
			fmt.Fprintf(l.out, "%s\n", time.Since(began).Round(100*time.Millisecond))
		}
	}
	checker := exercise.Checker{Tools: l.tools, Session: l.session}
	err := checker.Warm(ctx, l.copied, func(next string) {
		end()
		began, part = time.Now(), next
		fmt.Fprintf(l.out, "  %s ... ", part)
	})
	end()
	fmt.Fprintln(l.out)
	return err
}

// showNext shows the first unsolved exercise; false when there is none.
func (l *learner) showNext(ctx context.Context) (bool, error) {
	e, ok, err := l.copied.FirstUnsolved()
	if err != nil {
		return false, err
	}
	if !ok {
		fmt.Fprintln(l.out, "All exercises are solved. The lessons stay yours to read again.")
		return false, nil
	}
	l.now = e
	fmt.Fprintf(l.out, "Exercise %s: %s (about %d minutes)\n", e.Name, e.Title, e.Minutes)
	fmt.Fprintf(l.out, "  read  %s\n", l.name(filepath.Join(l.copied.Dir(e), "README.md")))
	fmt.Fprintf(l.out, "  edit  %s\n", l.name(l.copied.Main(e)))
	fmt.Fprintf(l.out, "  check interleave check %s\n\n", e.Name)
	return true, l.show(ctx)
}

// name is a path as the learner would type it.
func (l *learner) name(path string) string {
	dir, err := os.Getwd()
	if err != nil {
		return path
	}
	return report.Relative(dir, path)
}

// show prints what is reported in the exercise in work.
func (l *learner) show(ctx context.Context) error {
	l.session.Touch()
	result, err := l.session.Check(ctx, session.Request{Dir: l.copied.Dir(l.now), Patience: terminalPatience})
	if err != nil {
		return err
	}
	base, err := os.Getwd()
	if err != nil {
		return err
	}
	for _, note := range result.Notes {
		note.File = report.Relative(base, note.File)
		fmt.Fprintln(l.out, note)
	}
	reports := report.Select(result.Reports, new(rules.Selection), false)
	for _, r := range reports {
		if err := tell(l.out, base, r, false); err != nil {
			return err
		}
		fmt.Fprintln(l.out)
	}
	if len(reports) == 0 && len(result.Notes) == 0 {
		fmt.Fprintf(l.out, "Nothing is reported. See whether it passes: interleave check %s\n", l.now.Name)
	}
	return nil
}

// settled is how long a folder must be quiet: editors write a file in several
// steps.
const settled = 150 * time.Millisecond

// watch checks the exercise again at each save, until ctx ends.
func (l *learner) watch(ctx context.Context) error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watching the exercise: %w", err)
	}
	defer watcher.Close()
	dir := l.copied.Dir(l.now)
	if err := watcher.Add(dir); err != nil {
		return fmt.Errorf("watching %s: %w", dir, err)
	}
	fmt.Fprintln(l.out, "Waiting for you to save the exercise (Ctrl-C ends).")
	quiet := time.NewTimer(time.Hour)
	quiet.Stop()
	for {
		select {
		case <-ctx.Done():
			fmt.Fprintln(l.out)
			return nil
		case event, ok := <-watcher.Events:
			if !ok {
				return nil
			}
			if strings.HasSuffix(event.Name, ".go") && !event.Has(fsnotify.Chmod) {
				quiet.Reset(settled)
			}
		case err, ok := <-watcher.Errors:
			if ok {
				return fmt.Errorf("watching %s: %w", dir, err)
			}
			return nil
		case <-quiet.C:
			fmt.Fprintf(l.out, "\n--- %s, saved at %s\n\n", l.now.Name, time.Now().Format(time.TimeOnly))
			solved, err := l.recheck(ctx)
			if err != nil {
				if ctx.Err() != nil {
					return nil
				}
				return err
			}
			if !solved {
				continue
			}
			more, err := l.showNext(ctx)
			if err != nil || !more {
				return err
			}
			_ = watcher.Remove(dir) // the next one is watched now
			dir = l.copied.Dir(l.now)
			if err := watcher.Add(dir); err != nil {
				return fmt.Errorf("watching %s: %w", dir, err)
			}
		}
	}
}

// recheck shows the reports, and runs the whole check when there are none.
func (l *learner) recheck(ctx context.Context) (solved bool, err error) {
	checker := exercise.Checker{Tools: l.tools, Session: l.session}
	check, err := checker.Check(ctx, l.copied, l.now)
	if err != nil {
		return false, err
	}
	for _, step := range check.Steps {
		if step.Name == "rules" && step.State == exercise.StepFailed {
			return false, l.show(ctx)
		}
	}
	printCheck(l.out, check)
	return check.Passed, nil
}

func newCheck() *cobra.Command {
	var root string
	command := &cobra.Command{
		Use:   "check [EXERCISE]",
		Short: "Check an exercise: compile, rules, tests, race detector, goroutines left",
		Long: `Check runs the steps that an exercise has to pass:

  compile     it compiles, with its tests
  rules       the rules that it is about report nothing
  tests       its tests pass
  race        so they do under the race detector, many times over
  left        no goroutine of it is left when they have ended
  concurrent  what can be done at once is done at once (where it is about that)

When the tests hang, it shows who stands where, holding what. Without EXERCISE it
is the one that you stand in, else the first that you have not solved.

Exit codes: 0 passed, 1 failed, 2 there is no such exercise, no course, no Go.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			copied, err := findCopy(root)
			if err != nil {
				return err
			}
			e, err := chooseExercise(copied, args)
			if err != nil {
				return err
			}
			l, err := newLearner(cmd.Context(), copied, cmd.OutOrStdout())
			if err != nil {
				return err
			}
			defer l.session.Close()
			fmt.Fprintf(l.out, "Exercise %s: %s\n", e.Name, e.Title)
			checker := exercise.Checker{Tools: l.tools, Session: l.session}
			if isTerminal(os.Stderr) {
				checker.Step = func(name string) { fmt.Fprintf(cmd.ErrOrStderr(), "  ... %s\r", name) }
			}
			check, err := checker.Check(cmd.Context(), copied, e)
			if err != nil {
				return err
			}
			l.session.Flush()
			printCheck(l.out, check)
			if !check.Passed {
				return exitCode(exitReports)
			}
			return nil
		},
	}
	command.Flags().StringVar(&root, "course", "", "the course's folder, when you do not stand in it")
	return command
}

func printCheck(w io.Writer, check exercise.Check) {
	for _, step := range check.Steps {
		fmt.Fprintf(w, "  %-11s%s\n", step.Name, step.State)
		if step.Detail != "" {
			fmt.Fprintf(w, "    %s\n", strings.ReplaceAll(step.Detail, "\n", "\n    "))
		}
	}
	if check.Passed {
		fmt.Fprintln(w, "Passed.")
		return
	}
	fmt.Fprintln(w, "Not yet. The first step that failed is the one to look at.")
}

// findCopy finds the learner's copy: the named one, the one around this
// folder, or the one that learn makes by default.
func findCopy(root string) (*exercise.Copy, error) {
	if root != "" {
		return exercise.Open(root)
	}
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	if copied := exercise.Find(dir); copied != nil {
		return copied, nil
	}
	if copied, err := exercise.Open(defaultCourse); err == nil {
		return copied, nil
	}
	return nil, errors.New("there is no course here: go to your copy, name it with --course DIR, or make one with interleave learn")
}

func chooseExercise(copied *exercise.Copy, args []string) (lessons.Exercise, error) {
	if len(args) == 1 {
		if e, ok := copied.Course.Exercise(args[0]); ok {
			return e, nil
		}
		var names []string
		for _, e := range copied.Course.Exercises() {
			names = append(names, e.Name)
		}
		return lessons.Exercise{}, fmt.Errorf("the course has no exercise %q; its exercises are %s", args[0], strings.Join(names, ", "))
	}
	if dir, err := os.Getwd(); err == nil {
		if e, ok := copied.ExerciseOf(dir); ok {
			return e, nil
		}
	}
	e, ok, err := copied.FirstUnsolved()
	if err == nil && !ok {
		err = errors.New("all exercises are solved: name the one to check again")
	}
	return e, err
}
