package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

func concat(name string) func([]string) (string, error) {
	return func(in []string) (string, error) {
		return name + "(" + strings.Join(in, ",") + ")", nil
	}
}

func fail([]string) (string, error) { return "", errors.New("no compiler") }

func define(g *graph, libRecipe func([]string) (string, error)) error {
	return errors.Join(
		g.add("fetch", concat("f")),
		g.add("gen", concat("g"), "fetch"),
		g.add("lib", libRecipe, "fetch", "gen"),
		g.add("docs", concat("d"), "gen"),
		g.add("app", concat("a"), "lib"),
		g.add("pack", concat("p"), "app", "docs"),
	)
}

func main() {
	for _, r := range []func([]string) (string, error){concat("l"), fail} {
		g := newGraph(2)
		if err := define(g, r); err != nil {
			fmt.Println(err)
			return
		}
		if err := g.run(context.Background()); err != nil {
			fmt.Println("failed")
			continue
		}
		fmt.Println(g.results(), g.targets["pack"].depth)
	}
}
