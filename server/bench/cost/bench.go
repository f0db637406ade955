package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"interleave/server/bench/internal/modules"
	"interleave/server/bench/internal/tools"
	"interleave/server/internal/gocmd"
)

// A tool is one of those that are measured.
type tool struct {
	name    string
	program string
	args    []string // before the packages
	cache   string   // the variable that moves the cache it has beside GOCACHE
	env     []string // more variables
	ours    bool
}

// A row is what one module cost, by tool.
type row struct {
	modules.Module
	lines       int
	first, anew []usage // anew is empty for the standard library
}

// steady is the run that shows what the module's own lines cost.
func (r row) steady() []usage {
	if len(r.anew) > 0 {
		return r.anew
	}
	return r.first
}

// A bench measures module after module.
type bench struct {
	tc       *gocmd.Toolchain
	tools    []tool
	compiled string // a build cache in which nothing but compiling has left anything
}

// module measures all tools on one module, whose copy goes to dir for the time.
func (b *bench) module(ctx context.Context, m modules.Module, dir string) (r row, err error) {
	fmt.Fprintf(os.Stderr, "%s: compiled ...\n", m)
	source, err := modules.Fetch(ctx, b.tc, m, dir)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	r = row{Module: source.Module, lines: source.Lines}
	if err := b.compile(ctx, source, b.compiled); err != nil {
		return r, err
	}
	caches := dir + "-caches"
	defer func() { err = errors.Join(err, os.RemoveAll(caches)) }()
	cacheOf := func(t tool) string { return filepath.Join(caches, strings.ReplaceAll(t.name, " ", "-")) }

	for _, t := range b.tools {
		if err := os.CopyFS(cacheOf(t), os.DirFS(b.compiled)); err != nil {
			return r, err
		}
		u, err := b.run(ctx, t, source, cacheOf(t))
		if err != nil {
			return r, err
		}
		r.first = append(r.first, u)
	}
	if m.Path == modules.Std {
		return r, nil
	}
	if err := touch(source.Root); err != nil {
		return r, err
	}
	for _, t := range b.tools {
		if err := b.compile(ctx, source, cacheOf(t)); err != nil {
			return r, err
		}
		u, err := b.run(ctx, t, source, cacheOf(t))
		if err != nil {
			return r, err
		}
		r.anew = append(r.anew, u)
	}
	return r, nil
}

// compile leaves in a build cache all that a tool may ask the go command to
// compile: the packages, their tests' variants, and all that these import.
func (b *bench) compile(ctx context.Context, s *modules.Source, cache string) error {
	return tools.Succeed(ctx, gocmd.Command{
		Path: b.tc.Go,
		Args: []string{"list", "-e", "-export", "-deps", "-test", "-f", "{{.Export}}", s.Pattern},
		Dir:  s.Dir,
		Env:  s.Env("GOCACHE=" + cache),
	})
}

// run measures one tool on one module.
func (b *bench) run(ctx context.Context, t tool, s *modules.Source, cache string) (usage, error) {
	fmt.Fprintf(os.Stderr, "%s: %s ...\n", s.Module, t.name)
	env := append(t.env[:len(t.env):len(t.env)], "GOCACHE="+cache)
	if t.cache != "" {
		env = append(env, t.cache+"="+cache+"-own")
	}
	u, err := measure(ctx, gocmd.Command{Path: t.program, Args: append(t.args[:len(t.args):len(t.args)], s.Pattern), Dir: s.Dir, Env: s.Env(env...)})
	if err == nil && u.Failure != "" {
		// With reports these tools fail as well; that they failed otherwise
		// (no types, a crash) is for the reader to judge.
		fmt.Fprintf(os.Stderr, "%s: %s: %s\n", s.Module, t.name, u.Failure)
	}
	return u, err
}

// touch adds a comment to every Go file, so that no package is known any more.
func touch(root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		_, err = f.WriteString("\n// Changed, so that it is analysed anew.\n")
		return errors.Join(err, f.Close())
	})
}
