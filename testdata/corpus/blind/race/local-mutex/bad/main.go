package main

import (
	"fmt"
	"sync"
)

type Votes map[string]int

func vote(v Votes, who string, wg *sync.WaitGroup) {
	defer wg.Done()
	var mu sync.Mutex // BUG: wrong-mutex
	mu.Lock()         // BUG: wrong-mutex
	defer mu.Unlock()
	v[who]++ // BUG: wrong-mutex
}

func main() {
	v := Votes{}
	var wg sync.WaitGroup
	for _, who := range []string{"red", "blue", "red", "green", "red"} {
		wg.Add(1)
		go vote(v, who, &wg) // BUG: wrong-mutex
	}
	wg.Wait()
	fmt.Println(v["red"], v["blue"])
}
