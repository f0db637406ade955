package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"interleave/analyzers"
	"interleave/server/internal/report"
	"interleave/server/internal/session"
)

func newVet() *cobra.Command {
	var flags ruleFlags
	var asJSON bool
	var debug string
	command := &cobra.Command{
		Use:   "vet [PACKAGES]",
		Short: "Report the concurrency bugs in packages (./... by default)",
		Long: `Vet reports the concurrency bugs in the packages, one line each:

  file:line:col: message (rule)

PACKAGES are patterns as the go command knows them: ./... for everything below
this folder, ./bank for one package. The reports are those of
"go vet -vettool=$(which interleave)"; "interleave explain FILE:LINE" tells the
whole story of one.

Exit codes: 0 no reports, 1 reports, 2 something could not be analysed.`,
		Example: `  interleave vet ./...
  interleave vet --rules=unlocked-field,lock-order-instances ./bank
  interleave vet --rules=-abandoned-send --json ./...`,
		RunE: func(cmd *cobra.Command, patterns []string) error {
			if len(patterns) == 0 {
				patterns = []string{"./..."}
			}
			if debug != "" {
				if err := analyzers.Debug(debug); err != nil {
					return err
				}
			}
			dir, err := os.Getwd()
			if err != nil {
				return err
			}
			s, _, err := openSession(cmd.Context())
			if err != nil {
				return err
			}
			defer s.Close()
			result, err := s.Check(cmd.Context(), session.Request{Dir: dir, Patterns: patterns, Patience: terminalPatience})
			if err != nil {
				return err
			}
			s.Flush()
			for _, note := range result.Notes {
				note.File = report.Relative(dir, note.File)
				fmt.Fprintf(cmd.ErrOrStderr(), "interleave: %s\n", note)
			}
			reports := report.Select(result.Reports, &flags.selection, flags.hints)
			if asJSON {
				err = report.JSON(cmd.OutOrStdout(), dir, reports)
			} else {
				err = report.Text(cmd.OutOrStdout(), dir, reports)
			}
			switch {
			case err != nil:
				return err
			case len(reports) > 0:
				return exitCode(exitReports)
			case len(result.Notes) > 0:
				return exitCode(exitTrouble)
			case len(result.Files) == 0:
				return fmt.Errorf("no Go packages match %q", patterns)
			}
			return nil
		},
	}
	flags.register(command.Flags())
	command.Flags().StringVar(&debug, "debug", "", "\"explore\" writes what the searches cost and why they gave up, for packages that are not in the cache")
	command.Flags().BoolVar(&asJSON, "json", false, "print one JSON object per report and line")
	return command
}
