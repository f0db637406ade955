package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"interleave/analyzers"
	"interleave/server/internal/report"
	"interleave/server/internal/session"
)

func newVet() *cobra.Command {
	var flags ruleFlags
	var format reportFormat = "text"
	var asJSON bool
	var debug string
	command := &cobra.Command{
		Use:   "vet [PACKAGES]",
		Short: "Report the concurrency bugs in packages (./... by default)",
		Long: `Vet reports the concurrency bugs in the packages, one line each:

  file:line:col: message (rule)

--format=json prints one JSON object per report and line, with the interleaving;
--format=sarif prints one SARIF 2.1.0 log for code scanning and other readers, with
one thread flow per goroutine.

PACKAGES are patterns as the go command knows them: ./... for everything below
this folder, ./bank for one package. The reports are those of
"go vet -vettool=$(which interleave)"; "interleave explain FILE:LINE" tells the
whole story of one.

Exit codes: 0 no reports, 1 reports, 2 something could not be analysed.`,
		Example: `  interleave vet ./...
  interleave vet --rules=unlocked-field,lock-order-instances ./bank
  interleave vet --rules=-abandoned-send --hints ./...
  interleave vet --format=sarif ./... > interleave.sarif`,
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
				format = "json"
			}
			switch out := cmd.OutOrStdout(); format {
			case "json":
				err = report.JSON(out, dir, reports)
			case "sarif":
				run := report.Run{Version: versionText(), Base: dir, Notes: result.Notes, Read: session.ReadFile}
				err = report.SARIF(out, run, reports)
			default:
				err = report.Text(out, dir, reports)
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
	command.Flags().Var(&format, "format", "how to print the reports: text, json or sarif")
	command.Flags().BoolVar(&asJSON, "json", false, "the same as --format=json")
	command.MarkFlagsMutuallyExclusive("format", "json")
	return command
}

// A reportFormat is a way to print reports. It implements pflag.Value.
type reportFormat string

func (f *reportFormat) Set(text string) error {
	switch text {
	case "text", "json", "sarif":
		*f = reportFormat(text)
		return nil
	}
	return errors.New("the formats are text, json and sarif")
}

func (f *reportFormat) String() string { return string(*f) }

func (*reportFormat) Type() string { return "format" }
