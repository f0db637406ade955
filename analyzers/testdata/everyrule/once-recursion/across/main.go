// Command greet says hello in the language of the user.
package main

import (
	"fmt"
	"sync"
)

var (
	once  sync.Once
	words map[string]string
)

func load() {
	words = map[string]string{"hello": "Guten Tag"}
	words["bye"] = word("hello") + " noch" // BUG?
}

func word(key string) string {
	once.Do(load) // BUG?
	return words[key]
}

func main() {
	fmt.Println(word("hello"))
	fmt.Println(word("bye"))
}
