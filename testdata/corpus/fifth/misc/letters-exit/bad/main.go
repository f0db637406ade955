package main

import (
	"fmt"
	"strings"
)

type printer struct{ header string }

func (p printer) print(to string) {
	fmt.Println(p.header + strings.ToUpper(to[:1]) + to[1:])
}

func main() {
	p := printer{"Dear "}
	for _, n := range []string{"agnes", "boris", "clara"} {
		go p.print(n) // BUG: main-exits-early
	}
} // BUG: main-exits-early
