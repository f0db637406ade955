package main

import (
	"context"
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"

	"interleave/server/internal/exercise"
	"interleave/server/internal/gocmd"
	"interleave/server/internal/lsp"
	"interleave/server/internal/session"
)

func newLSP() *cobra.Command {
	command := &cobra.Command{
		Use:   "lsp",
		Short: "Run the language server on stdin and stdout (started by editors)",
		Long: `Lsp runs the language server. Editors start it; it speaks the Language Server
Protocol on stdin and stdout and runs beside gopls. What an editor cannot show
is written to stderr.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			err := lsp.Serve(cmd.Context(), lsp.Options{
				Version: versionText(),
				Log:     cmd.ErrOrStderr(),
				Open:    openForEditor,
			}, os.Stdin, os.Stdout, closers{os.Stdin, os.Stdout})
			if errors.Is(err, lsp.ErrAborted) {
				return exitCode(exitReports) // as the protocol says: 1 for an exit without shutdown
			}
			return err
		},
	}
	// Some clients pass it on their own; there is no other way of talking.
	command.Flags().Bool("stdio", true, "talk on stdin and stdout (always so)")
	return command
}

func openForEditor(ctx context.Context) (*session.Session, *gocmd.Toolchain, error) {
	tools, err := gocmd.Find(ctx)
	if err != nil {
		return nil, nil, err
	}
	s, err := session.New(session.Options{
		Tools:  tools,
		Cache:  openCache(),
		NoWork: inCourse,
		Logf:   debugLog(),
	})
	return s, tools, err
}

// inCourse reports whether a folder lies in a learner's copy, which works
// inside another workspace too.
func inCourse(dir string) bool { return exercise.Find(dir) != nil }

type closers []io.Closer

func (c closers) Close() error {
	var err error
	for _, closer := range c {
		err = errors.Join(err, closer.Close())
	}
	return err
}
