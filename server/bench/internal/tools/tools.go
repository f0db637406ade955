// Package tools gets the programs that the benches run beside each other, and
// reads what go vet prints. It knows nothing of what is measured.
package tools

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"interleave/server/internal/gocmd"
)

// Patience bounds one command.
const Patience = 2 * time.Hour

// StaticcheckVersion is the staticcheck that the benches run.
const StaticcheckVersion = "v0.8.2"

// vettool returns the absolute path of our vettool: the one that is given, else one
// that is built into dir, from the folder in which the bench runs.
func vettool(ctx context.Context, tc *gocmd.Toolchain, given, dir string) (string, error) {
	if given != "" {
		return filepath.Abs(given)
	}
	tool := filepath.Join(dir, "interleave")
	err := Succeed(ctx, gocmd.Command{Path: tc.Go, Args: []string{"build", "-o", tool, "interleave/server/cmd/interleave"}})
	if err != nil {
		err = fmt.Errorf("building the tool (run this in the repository): %w", err)
	}
	return tool, err
}

// Staticcheck returns staticcheck's absolute path: the one that is given, else one in
// the user's cache, into which it is installed the first time.
func Staticcheck(ctx context.Context, tc *gocmd.Toolchain, given string) (string, error) {
	if given != "" {
		return filepath.Abs(given)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(cache, "interleave", "staticcheck", StaticcheckVersion)
	path := filepath.Join(dir, "staticcheck")
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	fmt.Fprintf(os.Stderr, "staticcheck %s is installed into %s ...\n", StaticcheckVersion, dir)
	err = Succeed(ctx, gocmd.Command{
		Path: tc.Go,
		Args: []string{"install", "honnef.co/go/tools/cmd/staticcheck@" + StaticcheckVersion},
		Dir:  os.TempDir(), // outside of any module
		Env:  append(os.Environ(), "GOBIN="+dir),
	})
	return path, err
}

// Succeed runs a command that has to end well.
func Succeed(ctx context.Context, c gocmd.Command) error {
	c.Timeout, c.Limit = Patience, 1<<30
	r, err := gocmd.Run(ctx, c)
	if err == nil && r.Code != 0 {
		err = fmt.Errorf("%s %s: %s", filepath.Base(c.Path), c.Args[0], strings.TrimSpace(string(r.Stderr)))
	}
	return err
}
