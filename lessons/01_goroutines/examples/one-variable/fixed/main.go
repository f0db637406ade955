// Three letters, each with a variable of its own. They are collected by index,
// so that they are printed in the order of the members.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	members := []string{"Anna", "Ben", "Dan"}
	texts := make([]string, len(members))
	var letters sync.WaitGroup
	for i, name := range members { // a new i and a new name in each turn
		letters.Go(func() {
			time.Sleep(100 * time.Millisecond) // the printer warms up
			texts[i] = "Dear " + name
		})
	}
	letters.Wait()
	for _, text := range texts {
		fmt.Println(text)
	}
}
