package main

import (
	"fmt"
	"sync"
)

type Votes map[string]int

var votesMu sync.Mutex

func vote(v Votes, who string, wg *sync.WaitGroup) {
	defer wg.Done()
	votesMu.Lock()
	defer votesMu.Unlock()
	v[who]++
}

func main() {
	v := Votes{}
	var wg sync.WaitGroup
	for _, who := range []string{"red", "blue", "red", "green", "red"} {
		wg.Add(1)
		go vote(v, who, &wg)
	}
	wg.Wait()
	fmt.Println(v["red"], v["blue"])
}
