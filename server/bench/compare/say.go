package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"interleave/server/bench/internal/tools"
	"interleave/server/internal/gocmd"
)

// A said is one report of some tool.
type said struct {
	line
	check string // its rule, check or analyzer
}

// environment is the same for all: the programs need the standard library only.
func environment() []string { return append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod") }

// vet asks go vet, or the vettool that the flags name.
func vet(ctx context.Context, tc *gocmd.Toolchain, root string, flags ...string) ([]said, error) {
	r, err := gocmd.Run(ctx, gocmd.Command{
		Path: tc.Go, Args: append(append([]string{"vet", "-json"}, flags...), "./..."),
		Dir: root, Env: environment(), Timeout: tools.Patience, Limit: 1 << 30,
	})
	if err != nil {
		return nil, err
	}
	list, failures, err := tools.ReadVet(r.Stdout)
	if err == nil && len(failures) > 0 {
		err = errors.New(strings.Join(failures, "\n"))
	}
	if err == nil && r.Code != 0 {
		err = errors.New(strings.TrimSpace(string(r.Stderr)))
	}
	if err != nil {
		return nil, err
	}
	var all []said
	seen := make(map[said]bool) // a package is looked at with and without its tests
	for _, d := range list {
		at, err := lineOf(d.Posn)
		if err != nil {
			return nil, err
		}
		s := said{at, d.Category}
		if s.check == "" {
			s.check = d.Analyzer
		}
		if !seen[s] {
			seen[s] = true
			all = append(all, s)
		}
	}
	return all, nil
}

// lineOf reads FILE:LINE:COLUMN.
func lineOf(posn string) (line, error) {
	parts := strings.Split(posn, ":")
	if len(parts) < 3 {
		return line{}, fmt.Errorf("a place without a line: %q", posn)
	}
	number, err := strconv.Atoi(parts[len(parts)-2])
	return line{strings.Join(parts[:len(parts)-2], ":"), number}, err
}

// compiled lists the packages that the compiler takes, the only ones that staticcheck looks at:
// go vet also takes one with a variable that fits into no memory.
func compiled(ctx context.Context, tc *gocmd.Toolchain, root string) ([]string, error) {
	r, err := gocmd.Run(ctx, gocmd.Command{
		Path: tc.Go, Args: []string{"list", "-e", "-export", "-f", "{{if and (not .Error) (not .DepsErrors)}}{{.ImportPath}}{{end}}", "./..."},
		Dir: root, Env: environment(), Timeout: tools.Patience,
	})
	if err != nil {
		return nil, err
	}
	if r.Code != 0 {
		return nil, errors.New(strings.TrimSpace(string(r.Stderr)))
	}
	return strings.Fields(string(r.Stdout)), nil
}

// check asks staticcheck for its checks about bugs; those about style and unused
// code would say much about test programs.
func check(ctx context.Context, tc *gocmd.Toolchain, staticcheck, root string) ([]said, error) {
	packages, err := compiled(ctx, tc, root)
	if err != nil {
		return nil, err
	}
	r, err := gocmd.Run(ctx, gocmd.Command{
		Path: staticcheck, Args: append([]string{"-f=json", "-checks=SA*"}, packages...),
		Dir: root, Env: environment(), Timeout: tools.Patience, Limit: 1 << 30,
	})
	if err != nil {
		return nil, err
	}
	if r.Code > 1 { // 1 means that there are reports
		return nil, errors.New(strings.TrimSpace(string(r.Stderr)))
	}
	var all []said
	decoder := json.NewDecoder(bytes.NewReader(r.Stdout))
	for {
		var problem struct {
			Code     string
			Message  string
			Location struct {
				File string
				Line int
			}
		}
		if err := decoder.Decode(&problem); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		if problem.Code == "compile" {
			return nil, fmt.Errorf("%s:%d: %s", problem.Location.File, problem.Location.Line, problem.Message)
		}
		all = append(all, said{line{problem.Location.File, problem.Location.Line}, problem.Code})
	}
}
