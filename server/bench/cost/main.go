// Command cost measures what the vettool and interleave vet cost on real programs, beside
// plain go vet and staticcheck, in one run and over the modules that quiet runs over.
//
//	go run ./server/bench/cost [-tool PATH] [-staticcheck PATH] [-modules LIST] [-plot FILE]
//
// It prints three Markdown tables and draws CPU time against lines of code. It
// asserts nothing.
//
// A build cache that one tool has filled would be a present to the next, and
// compiling is nobody's analysis. So each tool gets a build cache of its own
// for each module, a copy of one in which everything that the module and its
// tests import, and they themselves, are compiled already. Then it runs twice:
//
// First, with nothing known. Plain go vet and our vettool also derive facts about every
// package that the module imports, and staticcheck and interleave vet do so as well, each
// in one process.
//
// Then, anew: a comment is added to every file of the module, what changed is
// compiled again, and the tool runs again. Now what is known of the dependencies
// comes from the tool's own cache, and the time is that of the module's lines.
// The standard library has no dependencies and is not ours to change: it runs
// once.
//
// CPU time is user and system time of the command with all its children; memory
// is the largest resident set of one process among them. What exploration takes
// is told by our tool itself, package by package and by the clock on the wall,
// while go vet has it analyse as many packages at once as there are processors.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"interleave/server/bench/internal/modules"
	"interleave/server/bench/internal/tools"
	"interleave/server/internal/diskcache"
)

func main() {
	if os.Getenv(measuring) != "" {
		if err := answer(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, "cost:", err)
			os.Exit(1)
		}
		return
	}
	tool := flag.String("tool", "", "our vettool; `path` (default: built from this repository)")
	staticcheck := flag.String("staticcheck", "", "the staticcheck to measure; `path` (default: "+tools.StaticcheckVersion+", installed into the user's cache)")
	names := flag.String("modules", "", "comma-separated `list` of modules: a path from the list, or PATH@VERSION (default: all of the list)")
	plot := flag.String("plot", "", "where to draw CPU time against lines, as SVG; `file`")
	flag.Parse()
	tools.Main("cost", func(ctx context.Context) error { return run(ctx, *tool, *staticcheck, *names, *plot) })
}

func run(ctx context.Context, ours, staticcheck, names, plot string) error {
	list, err := modules.Select(names)
	if err != nil {
		return err
	}
	set, err := tools.Gather(ctx, "cost", ours)
	if err != nil {
		return err
	}
	defer set.Remove()
	if staticcheck, err = tools.Staticcheck(ctx, set.Toolchain, staticcheck); err != nil {
		return err
	}
	measured := []tool{
		{name: "go vet", program: set.Toolchain.Go, args: []string{"vet"}},
		{name: "interleave", program: set.Toolchain.Go, args: []string{"vet", "-vettool=" + set.Vettool}, env: []string{"INTERLEAVE_DEBUG=explore"}, ours: true},
		{name: "interleave vet", program: set.Vettool, args: []string{"vet"}, cache: diskcache.Env, ours: true},
		{name: "staticcheck", program: staticcheck, cache: "STATICCHECK_CACHE"},
	}

	b := &bench{tc: set.Toolchain, tools: measured, compiled: filepath.Join(set.Dir, "compiled")}
	var rows []row
	for _, m := range list {
		r, err := b.module(ctx, m, filepath.Join(set.Dir, "module"))
		if err != nil {
			return fmt.Errorf("%s: %w", m, err)
		}
		rows = append(rows, r)
	}
	tables(os.Stdout, measured, rows)
	if plot == "" {
		return nil
	}
	f, err := os.Create(plot)
	if err != nil {
		return err
	}
	defer f.Close()
	return drawing(f, measured, rows)
}
