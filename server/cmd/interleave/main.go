// Command interleave teaches Go concurrency and finds concurrency bugs: a
// language server beside gopls, a command line, and a tool for go vet.
//
// This package only wires the rooms under server/internal together: it parses
// the command line and prints. Run `interleave --help` for what it can do.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit codes, as the help names them.
const (
	exitClean   = 0 // nothing to report; the exercise passed
	exitReports = 1 // there are reports; a check failed
	exitTrouble = 2 // wrong usage, or something in the way: no Go, no such file
)

func main() {
	// go vet starts the tool for every package and first of all asks who it
	// is: nothing else of the program may start before that is answered.
	if askedByGoVet(os.Args[1:]) {
		vettool()
		return
	}
	os.Exit(run(os.Args[1:]))
}

func run(args []string) int {
	if os.Getenv("GOGC") == "" {
		// The live heap is small and short work makes much garbage: a fifth of
		// the time went into collecting it.
		debug.SetGCPercent(400)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	command := newRoot()
	command.SetArgs(longFlags(command, args))
	err := command.ExecuteContext(ctx)
	var code exitCode
	switch {
	case err == nil:
		return exitClean
	case errors.As(err, &code):
		return int(code)
	}
	fmt.Fprintf(os.Stderr, "interleave: %v\n", err)
	return exitTrouble
}

// longFlags gives flags that are written as go vet has them, -rules, the second
// dash that this command line's flags have. One-letter flags stay as they are.
func longFlags(root *cobra.Command, args []string) []string {
	command, _, err := root.Find(args)
	if err != nil {
		return args
	}
	args = slices.Clone(args)
	for i, arg := range args {
		if arg == "--" {
			break
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(arg, "-"), "=")
		if strings.HasPrefix(arg, "-") && len(name) > 1 && command.Flags().Lookup(name) != nil {
			args[i] = "-" + arg
		}
	}
	return args
}

// An exitCode is an error whose words have been printed already.
type exitCode int

func (e exitCode) Error() string { return fmt.Sprintf("exit status %d", int(e)) }
