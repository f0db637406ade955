package main

import (
	"fmt"
	"os"
)

type tally struct {
	in, out, lost int
}

func (t *tally) add(e event) {
	switch e.kind {
	case enter:
		t.in++
	case leave:
		t.out++
	case lost:
		t.lost++
		fmt.Fprintln(os.Stderr, e)
	}
}

func main() {
	l, err := newLine("north", "bridge", "depot")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	var t tally
	for e := range l.run(map[string][]movement{
		"north":  {{"R1", false}, {"R2", false}},
		"bridge": {{"R1", false}, {"X9", true}},
		"depot":  {{"S4", false}},
	}) {
		t.add(e)
	}
	fmt.Printf("%+v\n", t)
}
