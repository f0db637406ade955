// Package main brews cups of coffee on two machines.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type cup struct {
	name  string
	sugar int
}

var served atomic.Int64

func serve(c cup, wg *sync.WaitGroup) {
	served.Add(1)
	wg.Done() // BUG?
}

func brew(c cup, wg *sync.WaitGroup) {
	defer wg.Done() // BUG?
	if c.sugar > 5 {
		return
	}
	serve(c, wg)
}

func main() {
	var wg sync.WaitGroup
	for _, c := range []cup{{"Ida", 1}, {"Jo", 9}, {"Kim", 0}} {
		wg.Add(1)
		go brew(c, &wg)
	}
	wg.Wait()
	fmt.Println(served.Load(), "cups")
}
