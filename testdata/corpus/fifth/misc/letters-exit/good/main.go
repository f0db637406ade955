package main

import (
	"fmt"
	"strings"
	"sync"
)

type printer struct{ header string }

func (p printer) print(to string) {
	fmt.Println(p.header + strings.ToUpper(to[:1]) + to[1:])
}

func main() {
	p := printer{"Dear "}
	var wg sync.WaitGroup
	for _, n := range []string{"agnes", "boris", "clara"} {
		wg.Go(func() { p.print(n) })
	}
	wg.Wait()
}
