package tools

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"interleave/server/internal/gocmd"
)

// Main runs a bench until it ends or is interrupted, and ends the process when it fails.
func Main(bench string, run func(context.Context) error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, bench+":", err)
		os.Exit(1)
	}
}

// A Set is what every bench needs.
type Set struct {
	Toolchain *gocmd.Toolchain
	Vettool   string // the absolute path of ours
	Dir       string // a folder for the time of the run
}

// Gather finds the go command and takes our vettool: the one at the path that is given,
// else one that is built from the folder in which the bench runs. Who calls it calls
// Remove in the end.
func Gather(ctx context.Context, bench, given string) (*Set, error) {
	tc, err := gocmd.Find(ctx)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "interleave-"+bench+"-")
	if err != nil {
		return nil, err
	}
	s := &Set{Toolchain: tc, Dir: dir}
	if s.Vettool, err = vettool(ctx, tc, given, dir); err != nil {
		s.Remove()
		return nil, err
	}
	return s, nil
}

// Remove removes the folder of the set, and with it a vettool that was built.
func (s *Set) Remove() { os.RemoveAll(s.Dir) }
