package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/spf13/cobra"

	"interleave/server/internal/diskcache"
	"interleave/server/internal/gocmd"
)

func newDoctor() *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "See whether everything that Interleave needs is there",
		Long: `Doctor looks for what Interleave needs and for what makes it better. Each line
that is not ok says what to do. Lines marked "note" are optional.

Exit codes: 0 everything that is needed is there, 2 something is missing.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !examine(cmd.Context(), cmd.OutOrStdout()) {
				return exitCode(exitTrouble)
			}
			return nil
		},
	}
}

// examine prints one line per thing and reports whether all that is needed is there.
func examine(ctx context.Context, w io.Writer) (well bool) {
	well = true
	line := func(state, what, detail string) { fmt.Fprintf(w, "%-5s %-14s %s\n", state, what, detail) }
	fail := func(what, detail string) {
		well = false
		line("FAIL", what, detail)
	}
	line("ok", "interleave", versionText())

	tools, err := gocmd.Find(ctx)
	switch {
	case err != nil:
		fail("go", err.Error())
	case gocmd.TooNew(tools.Version) != "":
		fail("go", gocmd.TooNew(tools.Version))
	default:
		line("ok", "go", fmt.Sprintf("%s at %s (interleave was built with %s)", tools.Version, tools.Go, runtime.Version()))
	}
	if tools != nil {
		if reason := tools.NoRace(); reason != "" {
			line("note", "race detector", "checks of exercises run without it: "+reason)
		} else {
			line("ok", "race detector", "go test -race can run")
		}
	}
	if path, err := gocmd.Look("gopls"); err == nil {
		line("ok", "gopls", path)
	} else {
		line("note", "gopls", "not on PATH: completion and navigation come from it (go install golang.org/x/tools/gopls@latest)")
	}
	root, err := diskcache.Root()
	if err == nil {
		err = writable(root)
	}
	if err != nil {
		fail("cache", fmt.Sprintf("%v: make the folder writable, or set %s to another one", err, diskcache.Env))
	} else {
		line("ok", "cache", root)
	}
	return well
}

// writable tries to write a file into a folder, making the folder first.
func writable(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	file, err := os.CreateTemp(dir, ".doctor-*")
	if err != nil {
		return err
	}
	return errors.Join(file.Close(), os.Remove(file.Name()))
}
