// Command cost measures what the vettool costs on real programs, beside plain
// go vet and staticcheck, in one run and over the modules that quiet runs over.
//
//	go run ./server/bench/cost [-tool PATH] [-staticcheck PATH] [-modules LIST] [-plot FILE]
//
// It prints two Markdown tables and draws CPU time against lines of code. It
// asserts nothing.
//
// A build cache that one tool has filled would be a present to the next, and
// compiling is nobody's analysis. So each tool gets a build cache of its own
// for each module, a copy of one in which everything that the module and its
// tests import, and they themselves, are compiled already. Then it runs twice:
//
// First, with nothing known. Plain go vet and we also derive facts about every
// package that the module imports, and staticcheck does so as well.
//
// Then, anew: a comment is added to every file of the module, what changed is
// compiled again, and the tool runs again. Now what is known of the dependencies
// comes from the tool's own cache, and the time is that of the module's lines.
// The standard library has no dependencies and is not ours to change: it runs
// once.
//
// CPU time is user and system time of the command with all its children; memory
// is the largest resident set of one process among them.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"

	"interleave/server/bench/internal/modules"
	"interleave/server/internal/gocmd"
)

const staticcheckVersion = "v0.8.2"

func main() {
	if os.Getenv(measuring) != "" {
		if err := answer(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, "cost:", err)
			os.Exit(1)
		}
		return
	}
	tool := flag.String("tool", "", "our vettool; `path` (default: built from this repository)")
	staticcheck := flag.String("staticcheck", "", "the staticcheck to measure; `path` (default: "+staticcheckVersion+", installed into the user's cache)")
	names := flag.String("modules", "", "comma-separated `list` of modules: a path from the list, or PATH@VERSION (default: all of the list)")
	plot := flag.String("plot", "", "where to draw CPU time against lines, as SVG; `file`")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *tool, *staticcheck, *names, *plot); err != nil {
		fmt.Fprintln(os.Stderr, "cost:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, ours, staticcheck, names, plot string) error {
	list, err := modules.Select(names)
	if err != nil {
		return err
	}
	tc, err := gocmd.Find(ctx)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "interleave-cost-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if ours, err = vettool(ctx, tc, ours, dir); err != nil {
		return err
	}
	if staticcheck, err = installed(ctx, tc, staticcheck); err != nil {
		return err
	}
	tools := []tool{
		{name: "go vet", program: tc.Go, args: []string{"vet"}},
		{name: "interleave", program: tc.Go, args: []string{"vet", "-vettool=" + ours}},
		{name: "staticcheck", program: staticcheck, cache: "STATICCHECK_CACHE"},
	}

	b := &bench{tc: tc, tools: tools, compiled: filepath.Join(dir, "compiled")}
	var rows []row
	for _, m := range list {
		r, err := b.module(ctx, m, filepath.Join(dir, "module"))
		if err != nil {
			return fmt.Errorf("%s: %w", m, err)
		}
		rows = append(rows, r)
	}
	tables(os.Stdout, tools, rows)
	if plot == "" {
		return nil
	}
	f, err := os.Create(plot)
	if err != nil {
		return err
	}
	defer f.Close()
	return drawing(f, tools, rows)
}

// vettool returns the absolute path of our tool, built unless it is given.
func vettool(ctx context.Context, tc *gocmd.Toolchain, tool, dir string) (string, error) {
	if tool != "" {
		return filepath.Abs(tool)
	}
	tool = filepath.Join(dir, "interleave")
	err := succeed(ctx, gocmd.Command{Path: tc.Go, Args: []string{"build", "-o", tool, "interleave/server/cmd/interleave"}})
	return tool, err
}

// installed returns staticcheck's absolute path; it is installed unless one is given.
func installed(ctx context.Context, tc *gocmd.Toolchain, path string) (string, error) {
	if path != "" {
		return filepath.Abs(path)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(cache, "interleave", "staticcheck", staticcheckVersion)
	path = filepath.Join(dir, "staticcheck")
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	fmt.Fprintf(os.Stderr, "staticcheck %s is installed into %s ...\n", staticcheckVersion, dir)
	err = succeed(ctx, gocmd.Command{
		Path: tc.Go,
		Args: []string{"install", "honnef.co/go/tools/cmd/staticcheck@" + staticcheckVersion},
		Dir:  os.TempDir(), // outside of any module
		Env:  append(os.Environ(), "GOBIN="+dir),
	})
	return path, err
}
