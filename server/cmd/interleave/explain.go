package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"interleave/analyzers/schedule"
	"interleave/server/internal/exercise"
	"interleave/server/internal/gocmd"
	"interleave/server/internal/report"
	"interleave/server/internal/session"
)

func newExplain() *cobra.Command {
	var asJSON, steps bool
	command := &cobra.Command{
		Use:   "explain FILE:LINE",
		Short: "Tell the whole story of the report at a line",
		Long: `Explain prints what Interleave reports at a line of a Go file: the message, the
interleaving that breaks the code (one column per goroutine, time runs down),
the other places that belong to it, and the lesson that explains it.

Exit codes: 0 the report is explained, 2 there is none at that line (the
message names the lines that have one), or the file cannot be read.`,
		Example: `  interleave explain bank.go:21`,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			file, line, err := parsePlace(args[0])
			if err != nil {
				return err
			}
			base, err := os.Getwd()
			if err != nil {
				return err
			}
			s, _, err := openSession(cmd.Context())
			if err != nil {
				return err
			}
			defer s.Close()
			here, err := reportsAt(cmd.Context(), cmd.ErrOrStderr(), s, base, file, line)
			if err != nil {
				return err
			}
			s.Flush()
			if asJSON {
				return report.JSON(cmd.OutOrStdout(), base, here)
			}
			for i, r := range here {
				if i > 0 {
					fmt.Fprintln(cmd.OutOrStdout())
				}
				if err := tell(cmd.OutOrStdout(), base, r, steps); err != nil {
					return err
				}
			}
			return nil
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print the report as one JSON object")
	command.Flags().BoolVar(&steps, "steps", false, "say after each step who holds what and who waits")
	return command
}

// parsePlace reads FILE:LINE or FILE:LINE:COLUMN, and checks that there is
// such a file and line.
func parsePlace(text string) (file string, line int, err error) {
	parts := strings.Split(text, ":")
	number := func(i int) (int, bool) {
		if i < 1 {
			return 0, false
		}
		n, err := strconv.Atoi(parts[i])
		return n, err == nil && n > 0
	}
	last := len(parts) - 1
	line, ok := number(last)
	if !ok {
		return "", 0, fmt.Errorf("%q names no line: write FILE:LINE, for example bank.go:21", text)
	}
	if before, two := number(last - 1); two {
		line, last = before, last-1 // FILE:LINE:COLUMN, as vet prints it
	}
	file, err = filepath.Abs(strings.Join(parts[:last], ":"))
	if err != nil {
		return "", 0, err
	}
	source, err := session.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", 0, fmt.Errorf("there is no file %s", file)
	case err != nil:
		return "", 0, err
	case filepath.Ext(file) != ".go":
		return "", 0, fmt.Errorf("%s is no Go file", file)
	}
	if lines := strings.Count(string(source), "\n") + 1; line > lines {
		return "", 0, fmt.Errorf("%s has %d lines, so no line %d", file, lines, line)
	}
	return file, line, nil
}

// reportsAt returns the reports at a line, hints included: who asks for a line
// wants to know. The error for a line without reports lists those that have some.
func reportsAt(ctx context.Context, stderr io.Writer, s *session.Session, base, file string, line int) ([]session.Report, error) {
	request := session.Request{Dir: session.FolderOf(file), Keys: []string{file}, Patience: terminalPatience}
	result, err := s.Check(ctx, request)
	if err != nil {
		return nil, err
	}
	here, elsewhere := at(result, file, line)
	if root := gocmd.FindUp(filepath.Dir(file), "go.mod"); len(here) == 0 && root != "" {
		// A program of the module may show what is wrong in a package that it imports.
		request.Dir, request.Patterns = root, []string{"./..."}
		if result, err = s.Check(ctx, request); err != nil {
			return nil, err
		}
		here, elsewhere = at(result, file, line)
	}
	if len(here) > 0 {
		return here, nil
	}
	for _, note := range result.Notes {
		note.File = report.Relative(base, note.File)
		fmt.Fprintf(stderr, "interleave: %s\n", note)
	}
	name := report.Relative(base, file)
	if len(elsewhere) == 0 {
		return nil, fmt.Errorf("there is no report in %s", name)
	}
	return nil, fmt.Errorf("there is no report at %s:%d; in this file there is one at line %s", name, line, strings.Join(elsewhere, ", at line "))
}

// at returns the reports at a line, or else those of whose story it is another step, and
// the lines of the file at which there are reports.
func at(result *session.Result, file string, line int) (here []session.Report, elsewhere []string) {
	for _, r := range result.Reports {
		if r.File != file {
			continue
		}
		if r.Start.Line <= line && line <= max(r.Start.Line, r.End.Line) {
			here = append(here, r)
		}
		elsewhere = append(elsewhere, fmt.Sprintf("%d (%s)", r.Start.Line, r.Rule.Name))
	}
	if len(here) == 0 {
		here = slices.DeleteFunc(slices.Clone(result.Reports), func(r session.Report) bool {
			return !slices.ContainsFunc(r.Related, func(p session.Related) bool { return p.File == file && p.Start.Line == line })
		})
	}
	return here, elsewhere
}

// tell prints the whole story of a report.
func tell(w io.Writer, base string, r session.Report, steps bool) error {
	var b strings.Builder
	_ = report.Text(&b, base, []session.Report{r}) // a Builder takes everything
	if columns := report.Columns(r.Witness); columns != "" {
		fmt.Fprintf(&b, "\n%s", columns)
	}
	if steps && r.Witness != nil {
		b.WriteString("\n")
		for _, m := range schedule.Moments(r.Witness) {
			fmt.Fprintf(&b, "     after step %d: %s\n", m.Number, m)
		}
	}
	if len(r.Related) > 0 {
		b.WriteString("\n")
		for _, related := range r.Related {
			fmt.Fprintf(&b, "     %s:%d: %s\n", report.Relative(base, related.File), related.Start.Line, related.Message)
		}
	}
	fmt.Fprintf(&b, "\n     %s", confidence(r))
	fmt.Fprintf(&b, "\n     lesson: %s", exercise.LessonTitle(r.Rule))
	if file, err := exercise.LessonFile(exercise.Find(filepath.Dir(r.File)), string(r.Rule.Lesson)); err == nil {
		fmt.Fprintf(&b, "\n             %s#%s", report.Relative(base, file), r.Rule.Name)
	}
	b.WriteString("\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func confidence(r session.Report) string {
	switch r.Confidence.String() {
	case "certain":
		if r.Witness == nil {
			return "certain: the code says so wherever it runs"
		}
		return "certain: this interleaving is possible in the program as it stands"
	case "likely":
		if r.Witness == nil {
			return "likely: the code has the form of this mistake; what would make it right may stand where we do not look"
		}
		return "likely: the interleaving rests on a use that this package does not show"
	}
	return "a hint for learners"
}
