// Command compare shows what go vet, staticcheck and our vettool say of the same
// programs: those of the analyzers' own tests, where a want comment marks each bug
// and a package without one is correct and looks like a bug, and three of each rule
// that were written by others.
//
//	go run ./server/bench/compare [-tool PATH] [-staticcheck PATH] [-out FILE]
//
// It is run in the repository and writes Markdown tables: for each rule of the
// catalogue how many of its marked lines each tool reports, in whatever words; what
// the others report in all; and what is reported in the correct programs. The
// programs were written for our rules, so the tables say what the others leave to be
// done, not how good they are at their own job.
//
// It asserts nothing.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"interleave/server/bench/internal/tools"
)

func main() {
	tool := flag.String("tool", "", "our vettool; `path` (default: built from this repository)")
	staticcheck := flag.String("staticcheck", "", "the staticcheck to run; `path` (default: "+tools.StaticcheckVersion+", installed into the user's cache)")
	out := flag.String("out", filepath.Join("server", "bench", "compare", "results.md"), "the `file` for the tables")
	flag.Parse()
	tools.Main("compare", func(ctx context.Context) error { return run(ctx, *tool, *staticcheck, *out) })
}

func run(ctx context.Context, ours, staticcheck, out string) error {
	set, err := tools.Gather(ctx, "compare", ours)
	if err != nil {
		return err
	}
	defer set.Remove()
	if staticcheck, err = tools.Staticcheck(ctx, set.Toolchain, staticcheck); err != nil {
		return err
	}
	var modules []string
	for _, folder := range []string{"src", filepath.Join("fixes", "src")} {
		list, err := filepath.Glob(filepath.Join("analyzers", "*", "testdata", folder, "go.mod"))
		if err != nil {
			return err
		}
		modules = append(modules, list...)
	}
	if len(modules) == 0 {
		return fmt.Errorf("no analyzers/*/testdata/src here: run this in the repository")
	}
	examples := filepath.Join("analyzers", "testdata", "everyrule")
	modules = append(modules, filepath.Join(examples, "go.mod"))
	var c comparison
	for _, mod := range modules {
		root := filepath.Dir(mod)
		if root, err = filepath.Abs(root); err != nil {
			return err
		}
		fmt.Fprintf(os.Stderr, "%s ...\n", filepath.Dir(mod))
		family := strings.Split(filepath.ToSlash(mod), "/")[1]
		if filepath.Dir(mod) == examples {
			c.examples, err = readExamples(root)
		} else {
			var programs []program
			programs, err = readPrograms(root, family)
			c.programs = append(c.programs, programs...)
		}
		if err != nil {
			return err
		}
		for i, say := range []func() ([]said, error){
			func() ([]said, error) { return vet(ctx, set.Toolchain, root) },
			func() ([]said, error) { return check(ctx, set.Toolchain, staticcheck, root) },
			func() ([]said, error) { return vet(ctx, set.Toolchain, root, "-vettool="+set.Vettool, "-hints") },
		} {
			list, err := say()
			if err != nil {
				return fmt.Errorf("%s: %s: %w", mod, names[i], err)
			}
			c.said[i] = append(c.said[i], list...)
		}
	}
	return os.WriteFile(out, []byte(c.tables(set.Toolchain.Version)), 0o644)
}
