package main

import "fmt"

type command func(h *hero, arg []string) string

var commands = map[string]command{
	"go":   goTo,
	"take": take,
	"look": look,
}

func look(h *hero, _ []string) string {
	return fmt.Sprint("you are in the ", h.at.name)
}

func goTo(h *hero, arg []string) string {
	next := h.at.exits[arg[0]]
	if next == nil {
		return "there is a wall"
	}
	h.at = next
	return look(h, nil)
}

func take(h *hero, arg []string) string {
	for i, it := range h.at.items {
		if it == arg[0] {
			h.at.items = append(h.at.items[:i:i], h.at.items[i+1:]...)
			h.bag = append(h.bag, it)
			return "you have the " + it
		}
	}
	return "no such thing"
}
