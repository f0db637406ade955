// Command greet says hello in the language of the user.
package main

import (
	"fmt"
	"sync"
)

type dictionary struct {
	once     sync.Once
	words    map[string]string
	fallback *dictionary
}

func (d *dictionary) load() {
	d.words = map[string]string{"hello": "Guten Tag"}
	if d.fallback == nil {
		d.words["bye"] = "Goodbye"
		return
	}
	// The fallback is another dictionary with a Once of its own.
	d.words["bye"] = d.fallback.word("bye") + " / " + d.wordLoaded("hello")
}

func (d *dictionary) wordLoaded(key string) string { return d.words[key] }

func (d *dictionary) word(key string) string {
	d.once.Do(d.load)
	return d.wordLoaded(key)
}

func main() {
	d := &dictionary{fallback: &dictionary{}}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { fmt.Println(d.word("bye")) })
	}
	wg.Wait()
}
