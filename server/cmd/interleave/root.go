package main

import (
	"github.com/spf13/cobra"
)

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "interleave",
		Short: "Learn Go concurrency, and find concurrency bugs in Go code",
		Long: `Interleave finds concurrency bugs in Go code (data races, deadlocks, goroutine
leaks) and shows the interleaving that breaks the code: which goroutine does
what, in which order, and what is then lost or stuck.

Start here:
  interleave learn             make your copy of the course and open the first exercise
  interleave vet ./...         look for concurrency bugs in your own module
  interleave explain FILE:LINE tell the whole story of a report

In an editor, Interleave runs beside gopls as a language server (interleave lsp).
Under go vet:
  go vet -vettool=$(which interleave) ./...

Exit codes: 0 all is well, 1 there are reports or a check failed,
2 wrong usage, or something is in the way (the message says what to do).`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       versionText(),
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetVersionTemplate("interleave {{.Version}}\n")
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(
		newLSP(),
		newVet(),
		newExplain(),
		newLearn(),
		newCheck(),
		newCourse(),
		newGrade(),
		newDoctor(),
		newWorker(),
		newVersion(),
		newCache(),
	)
	return root
}
