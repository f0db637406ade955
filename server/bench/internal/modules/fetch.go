package modules

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"interleave/server/internal/gocmd"
)

// fetching bounds a download with its dependencies.
const fetching = 20 * time.Minute

// A Source is a module that can be analysed.
type Source struct {
	Module
	Dir     string // where the go command runs
	Root    string // what names of files are relative to
	Pattern string // its packages, as the go command wants them
	Lines   int    // of Go that are analysed, tests included
	Files   int
}

// Env is the environment for every go command that reads a source: one target
// and no cgo, so that the same files are analysed everywhere. Files of go.sum
// that only the module's own repository needs may be missing from what is
// downloaded, hence -mod=mod. More entries override.
func (m Module) Env(more ...string) []string {
	flags := "-mod=mod"
	if m.Path == Std {
		flags = "" // its go.mod and its vendor folder are not ours to change
	}
	env := append(os.Environ(), "GOFLAGS="+flags, "GOWORK=off", "CGO_ENABLED=0", "GOOS=linux", "GOARCH=amd64")
	return append(env, more...)
}

// Fetch makes the module analysable: its files are copied to dir unless they
// are there already, and its dependencies are downloaded. The standard library
// stays where it is.
func Fetch(ctx context.Context, tc *gocmd.Toolchain, m Module, dir string) (*Source, error) {
	s := &Source{Module: m, Dir: dir, Root: dir, Pattern: "./..."}
	if m.Path == Std {
		s.Version = tc.Version // the only one that we can have
		s.Dir = filepath.Join(tc.Root, "src")
		s.Root, s.Pattern = s.Dir, Std
	} else if _, err := os.Stat(filepath.Join(dir, "go.mod")); err != nil {
		if err := download(ctx, tc, m, dir); err != nil {
			return nil, err
		}
	}
	if err := s.count(ctx, tc); err != nil {
		return nil, fmt.Errorf("%s: %w", m, err)
	}
	return s, nil
}

// download copies the module out of the module cache, which is read-only.
func download(ctx context.Context, tc *gocmd.Toolchain, m Module, dir string) error {
	out, err := output(ctx, gocmd.Command{
		Path: tc.Go,
		Args: []string{"mod", "download", "-json", m.String()},
		Dir:  os.TempDir(),
		Env:  m.Env("GOFLAGS="),
	})
	var answer struct{ Dir, Error string }
	if jsonErr := json.Unmarshal(out, &answer); jsonErr != nil {
		return fmt.Errorf("downloading %s: %w", m, errors.Join(err, jsonErr))
	}
	if answer.Error != "" {
		return fmt.Errorf("downloading %s: %s", m, answer.Error)
	}
	// A copy that was cut short must not look like a whole one.
	half := dir + ".half"
	if err := os.RemoveAll(half); err != nil {
		return err
	}
	if err := os.CopyFS(half, os.DirFS(answer.Dir)); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o777); err != nil {
		return err
	}
	return os.Rename(half, dir)
}

// count lists the packages with all that they import, which downloads what is
// missing, and counts the lines of those that are analysed.
func (s *Source) count(ctx context.Context, tc *gocmd.Toolchain) error {
	out, err := output(ctx, gocmd.Command{
		Path: tc.Go,
		Args: []string{"list", "-e", "-deps", "-test", "-json=Dir,DepOnly,ForTest,GoFiles,TestGoFiles,XTestGoFiles", s.Pattern},
		Dir:  s.Dir,
		Env:  s.Env(),
	})
	if err != nil {
		return err
	}
	seen := make(map[string]bool)
	decoder := json.NewDecoder(bytes.NewReader(out))
	for {
		var p struct {
			Dir                                string
			ForTest                            string
			DepOnly                            bool
			GoFiles, TestGoFiles, XTestGoFiles []string
		}
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if p.DepOnly || p.ForTest != "" {
			continue // a package's own entry lists its test files as well
		}
		for _, names := range [][]string{p.GoFiles, p.TestGoFiles, p.XTestGoFiles} {
			for _, name := range names {
				if filepath.IsAbs(name) {
					continue // the main function that go test generates
				}
				path := filepath.Join(p.Dir, name)
				if seen[path] {
					continue
				}
				seen[path] = true
				text, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				s.Files++
				s.Lines += bytes.Count(text, []byte("\n"))
			}
		}
	}
}

// output runs a command to its end and returns what it printed. A failure is an
// error in the command's own words.
func output(ctx context.Context, c gocmd.Command) ([]byte, error) {
	c.Timeout, c.Limit = fetching, 1<<30
	r, err := gocmd.Run(ctx, c)
	if err != nil {
		return nil, err
	}
	if r.Code != 0 {
		return r.Stdout, fmt.Errorf("go %s: %s", c.Args[0], strings.TrimSpace(string(r.Stderr)))
	}
	return r.Stdout, nil
}
