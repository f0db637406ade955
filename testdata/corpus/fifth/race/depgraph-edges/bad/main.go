package main

import (
	"fmt"
	"log"
	"sort"
	"strings"

	"golang.org/x/sync/errgroup"
)

type edge struct{ from, to string }

var makefiles = map[string]string{
	"app":  "app: ui store",
	"ui":   "ui: theme",
	"job":  "job: store log",
	"disk": "disk: log",
}

func parse(src string) ([]edge, error) {
	name, deps, ok := strings.Cut(src, ":")
	if !ok {
		return nil, fmt.Errorf("no colon in %q", src)
	}
	var es []edge
	for _, d := range strings.Fields(deps) {
		es = append(es, edge{name, d})
	}
	return es, nil
}

func main() {
	var g errgroup.Group
	var all []edge
	for _, src := range makefiles {
		g.Go(func() error { // BUG: slice-append-race
			es, err := parse(src)
			if err != nil {
				return err
			}
			all = append(all, es...) // BUG: slice-append-race
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		log.Fatal(err)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].from+all[i].to < all[j].from+all[j].to })
	fmt.Println(all)
}
