package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"interleave/server/internal/gocmd"
	"interleave/server/internal/grade"
	"interleave/server/internal/worker"
)

func newGrade() *cobra.Command {
	var output string
	var limit time.Duration
	command := &cobra.Command{
		Use:   "grade FOLDER",
		Short: "Analyse a folder of submissions, one record for each",
		Long: `Grade analyses each sub-folder of FOLDER as one submission and writes one JSON
line for each to records.jsonl: its state and what is reported. Nothing that a
submission contains is executed, and one bad submission never stops the others.

States: passed, failed (there are reports), not_gradable (no Go code, or it does
not parse), timeout, grader_error (ours, never the student's).

Exit codes: 0 every submission has a record without grader_error, 1 some have
one, 2 the folder cannot be read or the records not written.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			folder, err := filepath.Abs(args[0])
			if err != nil {
				return err
			}
			tools, err := gocmd.Find(cmd.Context())
			if err != nil {
				return err
			}
			if line := gocmd.TooNew(tools.Version); line != "" {
				return errors.New(line)
			}
			var w io.Writer = cmd.OutOrStdout()
			var file *os.File
			if output != "-" {
				if file, err = os.Create(output); err != nil {
					return err
				}
				defer file.Close() // a second time does nothing
				w = file
			}
			buffered := bufio.NewWriter(w)
			counts := make(map[string]int)
			_, err = grade.Run(cmd.Context(), grade.Options{
				Folder:   folder,
				Versions: grade.Versions{Interleave: versionText(), Go: tools.Version},
				Limits:   worker.Limits{Time: limit},
				Done: func(id, state string, done, of int) {
					counts[state]++
					if isTerminal(os.Stderr) {
						fmt.Fprintf(cmd.ErrOrStderr(), "  %d of %d  %s: %s\n", done, of, id, state)
					}
				},
			}, buffered)
			err = errors.Join(err, buffered.Flush())
			if file != nil {
				err = errors.Join(err, file.Close())
			}
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.ErrOrStderr(), "%d passed, %d failed, %d not gradable, %d timed out, %d of our errors\n",
				counts[grade.Passed], counts[grade.Failed], counts[grade.NotGradable], counts[grade.Timeout], counts[grade.GraderError])
			if counts[grade.GraderError] > 0 {
				return exitCode(exitReports)
			}
			return nil
		},
	}
	command.Flags().StringVarP(&output, "output", "o", "records.jsonl", "where the records go; - is the standard output")
	command.Flags().DurationVar(&limit, "timeout", time.Minute, "how long one submission may take")
	return command
}

// newWorker is the child's side of grading; nobody calls it by hand.
func newWorker() *cobra.Command {
	return &cobra.Command{
		Use:    worker.Command,
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return worker.Main(cmd.Context(), os.Stdin, cmd.OutOrStdout())
		},
	}
}
