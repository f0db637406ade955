package main

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/sync/errgroup"
)

// target is built once everything that it needs is built.
type target struct {
	name   string
	needs  []*target
	recipe func(inputs []string) (string, error)
	done   chan struct{}
	output string
	err    error
	depth  int
}

type graph struct {
	targets map[string]*target
	order   []string
	slots   chan struct{}
}

func newGraph(parallel int) *graph {
	return &graph{targets: make(map[string]*target), slots: make(chan struct{}, parallel)}
}

func (g *graph) add(name string, recipe func([]string) (string, error), needs ...string) error {
	if _, ok := g.targets[name]; ok {
		return fmt.Errorf("%s is defined twice", name)
	}
	t := &target{name: name, recipe: recipe, done: make(chan struct{})}
	for _, n := range needs {
		d, ok := g.targets[n]
		if !ok {
			return fmt.Errorf("%s needs the unknown %s", name, n)
		}
		t.needs = append(t.needs, d)
		t.depth = max(t.depth, d.depth+1)
	}
	g.targets[name] = t
	g.order = append(g.order, name)
	return nil
}

// inputs waits for the needs of a target and collects their outputs.
func (t *target) inputs(ctx context.Context) ([]string, error) {
	var in []string
	for _, d := range t.needs {
		select {
		case <-d.done:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		if d.err != nil {
			return nil, fmt.Errorf("%s: %w", d.name, d.err)
		}
		in = append(in, d.output)
	}
	return in, nil
}

func (t *target) build(ctx context.Context, slots chan struct{}) error {
	defer close(t.done)
	in, err := t.inputs(ctx)
	if err != nil {
		t.err = err
		return err
	}
	slots <- struct{}{}
	t.output, t.err = t.recipe(in)
	<-slots
	return t.err
}

func (g *graph) run(ctx context.Context) error {
	eg, ctx := errgroup.WithContext(ctx)
	for _, name := range g.order {
		t := g.targets[name]
		eg.Go(func() error { return t.build(ctx, g.slots) })
	}
	return eg.Wait()
}

func (g *graph) results() string {
	var parts []string
	for _, name := range g.order {
		t := g.targets[name]
		if t.err != nil {
			parts = append(parts, name+" failed")
			continue
		}
		parts = append(parts, t.output)
	}
	return strings.Join(parts, " ")
}
