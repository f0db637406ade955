package main

import (
	"fmt"
	"sync"
)

type dictionary struct{ words map[string]string }

var (
	dictMu sync.Mutex
	dict   *dictionary
)

func load() *dictionary {
	return &dictionary{words: map[string]string{"tea": "Tee", "bread": "Brot", "dog": "Hund"}}
}

func get() *dictionary {
	dictMu.Lock()
	defer dictMu.Unlock()
	if dict == nil {
		dict = load()
	}
	return dict
}

func main() {
	done := make(chan string)
	asked := []string{"tea", "dog", "bread"}
	for _, w := range asked {
		go func() { done <- get().words[w] }()
	}
	n := 0
	for range asked {
		n += len(<-done)
	}
	fmt.Println(n)
}
