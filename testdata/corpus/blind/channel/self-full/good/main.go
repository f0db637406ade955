package main

import "fmt"

type graph map[string][]string

// reach counts the nodes that can be reached from start.
func (g graph) reach(start string) int {
	queue := make(chan string, len(g))
	seen := map[string]bool{start: true}
	queue <- start
	for {
		select {
		case n := <-queue:
			for _, m := range g[n] {
				if !seen[m] {
					seen[m] = true
					queue <- m
				}
			}
		default:
			return len(seen)
		}
	}
}

func main() {
	g := graph{
		"a": {"b", "c", "d", "e"},
		"b": {"a"},
		"c": {"d"},
		"d": {},
		"e": {"a", "f"},
		"f": {},
	}
	fmt.Println(g.reach("c"))
	fmt.Println(g.reach("a"))
}
