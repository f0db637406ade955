// Command words counts the different words of some texts.
package main

import (
	"fmt"
	"os"
	"strings"
	"sync"
)

func main() {
	texts := []string{"the cat sat", "the dog sat down", "a cat and a dog"}
	all, single := Shared(), New()
	var wg sync.WaitGroup
	for _, text := range texts {
		wg.Go(func() {
			for _, w := range strings.Fields(text) {
				if !all.Add(w) && !all.Has(w) {
					fmt.Println("lost", w)
				}
			}
		})
	}
	wg.Wait()
	for _, w := range strings.Fields(strings.Join(texts, " ")) {
		single.Add(w)
	}
	if all.Len() != single.Len() {
		fmt.Println(all.Len(), "and", single.Len())
		os.Exit(1)
	}
	fmt.Println(all.Len(), "different words")
}
