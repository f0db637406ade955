package session

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"

	"golang.org/x/tools/go/analysis"

	"interleave/analyzers/holding"
)

// Holding maps files to lines to the locks that are surely held at the calls and channel
// operations of the line, as its function names them: "a.mu". Lines at which nothing is held
// are not there.
type Holding map[string]map[int][]string

// Holding says which locks are held in the package in the request's Dir, tests included. Code
// that does not compile is passed over. An error is the context's, or means that there is no
// package, or that its analysis had no end.
func (s *Session) Holding(ctx context.Context, request Request) (Holding, error) {
	defer s.drain()
	v := view{buffers: request.Buffers, disk: s.disk}
	g, err := s.graphOf(ctx, v, request.Dir, []string{"."})
	if err != nil {
		return nil, err
	}
	r := s.types.resolver(v)
	held := make(Holding)
	for _, n := range g.targets {
		if err := r.need(ctx, n.deps); err != nil {
			return nil, err
		}
		below, _, err := s.factsBelow(ctx, r, n, true)
		if err != nil {
			return nil, err
		}
		source, err := r.source(n)
		if err != nil {
			return nil, err
		}
		// The answer comes by the channel alone: a run without end is left behind.
		found := make(chan Holding, 1)
		out, err := s.bounded(request, runKey(source, below, true), n, func() (*outcome, error) {
			here, err := s.holdingIn(ctx, r, n, below)
			found <- here
			return new(outcome), err
		})
		if err != nil {
			return nil, err
		}
		if len(out.notes) > 0 {
			return nil, fmt.Errorf("%s", out.notes[0].Text)
		}
		for file, lines := range <-found {
			if held[file] == nil {
				held[file] = lines
			}
		}
	}
	return held, nil
}

func (s *Session) holdingIn(ctx context.Context, r *resolver, n *node, below [][]byte) (held Holding, err error) {
	defer func() {
		if p := recover(); p != nil {
			s.logf("%s: %v\n%s", n.id, p, debug.Stack())
			err = fmt.Errorf("package %s could not be analysed: %v", n.id, p)
		}
	}()
	c, _, err := s.load(ctx, r, n, nil)
	if err != nil {
		return nil, err
	}
	defer s.forget(c.files)
	facts, err := s.factsFor(r, c, below)
	if err != nil {
		return nil, err
	}
	results, _, err := drive(ctx, c, facts, []*analysis.Analyzer{holding.Analyzer})
	if err != nil {
		return nil, err
	}
	places, _ := results[holding.Analyzer].([]holding.Place)
	held = make(Holding)
	for _, place := range places {
		at, ok := span(c.fset, place.Pos, place.Pos)
		if !ok {
			continue
		}
		if held[at.File] == nil {
			held[at.File] = make(map[int][]string)
		}
		line := held[at.File]
		for _, lock := range place.Locks {
			if !slices.Contains(line[at.Start.Line], lock) {
				line[at.Start.Line] = append(line[at.Start.Line], lock)
			}
		}
	}
	return held, nil
}
