package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path"
	"runtime"
	"strings"
	"sync"
)

// execFunc stands in for exec.Command(...).CombinedOutput so the driver can
// be dry-run.
type execFunc func(argv []string) (string, error)

type job struct {
	pkg    string
	output string
	err    error
}

type runner struct {
	common []string
	exec   execFunc
	par    int
}

type option func(*runner)

func withParallel(n int) option { return func(r *runner) { r.par = max(n, 1) } }

func withTags(tags string) option {
	return func(r *runner) {
		if tags != "" {
			r.common = append(r.common, "-tags", tags)
		}
	}
}

func withVerbose(on bool) option {
	return func(r *runner) {
		if on {
			r.common = append(r.common, "-v")
		}
	}
}

func withWorkdir(dir string) option {
	return func(r *runner) { r.common = append(r.common, "-C", dir) }
}

func newRunner(tool string, exec execFunc, opts ...option) *runner {
	r := &runner{common: []string{tool}, exec: exec, par: runtime.GOMAXPROCS(0)}
	r.common = append(r.common, "compile", "-trimpath")
	for _, o := range opts {
		o(r)
	}
	return r
}

func (r *runner) all(pkgs []string) []job {
	jobs := make([]job, len(pkgs))
	slots := make(chan struct{}, r.par)
	var wg sync.WaitGroup
	for i, pkg := range pkgs {
		slots <- struct{}{}
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { <-slots }()
			argv := append(r.common, "-o", path.Base(pkg)+".a", pkg) // BUG: slice-append-race
			out, err := r.exec(argv)
			jobs[i] = job{pkg: pkg, output: out, err: err}
		}()
	}
	wg.Wait()
	return jobs
}

func dryRun(argv []string) (string, error) {
	runtime.Gosched()
	line := strings.Join(argv, " ") // BUG: slice-append-race
	if strings.Contains(line, "internal/broken") {
		return line, errors.New("exit status 2")
	}
	return line, nil
}

func main() {
	tags := flag.String("tags", "netgo", "build tags")
	dir := flag.String("C", ".", "module root")
	quiet := flag.Bool("q", false, "less output")
	flag.Parse()

	pkgs := flag.Args()
	if len(pkgs) == 0 {
		pkgs = []string{"cmd/agent", "cmd/ctl", "internal/wire", "internal/disk", "internal/clock", "pkg/api"}
	}
	r := newRunner("builder", dryRun, withTags(*tags), withVerbose(!*quiet),
		withWorkdir(*dir), withParallel(4))

	failed := 0
	for _, j := range r.all(pkgs) {
		if j.err != nil {
			failed++
			fmt.Fprintf(os.Stderr, "%s: %v\n", j.pkg, j.err)
			continue
		}
		if !*quiet {
			fmt.Println(j.output)
		}
	}
	if failed > 0 {
		os.Exit(1)
	}
}
