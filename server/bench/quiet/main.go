// Command quiet shows what the suite reports on real programs, and how much of
// it is true. It runs the vettool as go vet does, tests included, over the
// standard library and the modules of a fixed list, and writes every certain
// report and a fixed draw of the likely ones as a Markdown table with the
// verdicts that people have given, and of each rule beside that what it finds in
// the open exam. It is run in the repository.
//
//	go run ./server/bench/quiet [-tool PATH] [-modules LIST] [-seed N] [-out DIR]
//
// In DIR stand then reports.jsonl (all reports), report.md (the table) and
// unjudged.csv: the rows of the table that verdicts.csv does not know. Fill in
// the last two columns, real, arguable or false and the reason in one line, and
// append them to verdicts.csv. A verdict is found again by the function's name
// and the message without line numbers, so it survives edits around it.
//
// It judges nothing and asserts nothing.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"interleave/server/bench/internal/modules"
	"interleave/server/bench/internal/tools"
)

const (
	// seed is the one that the committed verdicts were drawn with.
	seed = 1

	// drawn is how many of the likely reports are judged.
	drawn = 50
)

func main() {
	tool := flag.String("tool", "", "the vettool; `path` (default: built from this repository)")
	names := flag.String("modules", "", "comma-separated `list` of modules: a path from the list, or PATH@VERSION (default: all of the list)")
	number := flag.Uint64("seed", seed, "the `number` that decides which likely reports are drawn")
	out := flag.String("out", "", "the `folder` for the reports (default: in the user's cache)")
	flag.Parse()
	tools.Main("quiet", func(ctx context.Context) error { return run(ctx, *tool, *names, *number, *out) })
}

func run(ctx context.Context, tool, names string, seed uint64, out string) error {
	list, err := modules.Select(names)
	if err != nil {
		return err
	}
	verdicts, err := readVerdicts(strings.NewReader(committed))
	if err != nil {
		return err
	}
	exam, err := os.Open(examFile)
	if err != nil {
		return fmt.Errorf("run this in the repository: %w", err)
	}
	defer exam.Close()
	scores, err := readExam(exam)
	if err != nil {
		return err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return err
	}
	cache = filepath.Join(cache, "interleave", "quiet")
	if out == "" {
		out = filepath.Join(cache, "out")
	}
	if err := os.MkdirAll(out, 0o777); err != nil {
		return err
	}
	set, err := tools.Gather(ctx, "quiet", tool)
	if err != nil {
		return err
	}
	defer set.Remove()

	all := result{exam: scores}
	for _, m := range list {
		fmt.Fprintf(os.Stderr, "%s ...\n", m)
		// The copies are kept: go vet's cache knows their packages by their place.
		source, err := modules.Fetch(ctx, set.Toolchain, m, filepath.Join(cache, "src", filepath.FromSlash(m.Path)+"@"+m.Version))
		if err != nil {
			return err
		}
		if source.Module != m {
			fmt.Fprintf(os.Stderr, "quiet: the list has %s, this is %s\n", m, source.Version)
		}
		if err := all.vet(ctx, set.Toolchain, set.Vettool, source); err != nil {
			return fmt.Errorf("%s: %w", m, err)
		}
	}
	all.settle()
	draw(all.reports, drawn, seed)
	verdicts.apply(all.reports)
	return write(out, &all, seed)
}
