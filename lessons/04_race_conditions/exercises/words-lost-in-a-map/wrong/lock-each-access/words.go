// Package words counts how often words are used in many texts.
package words

import (
	"strings"
	"sync"
)

// A Weight says how much a word counts. Weighing takes a while.
type Weight func(word string) int

// Count adds up the weights of all words in all texts, which are read at the
// same time.
func Count(weight Weight, texts []string) map[string]int {
	var mu sync.Mutex // guards counts
	counts := make(map[string]int)
	var readers sync.WaitGroup
	for _, text := range texts {
		readers.Go(func() {
			for word := range strings.FieldsSeq(text) {
				mu.Lock()
				before := counts[word]
				mu.Unlock()
				w := weight(word)
				mu.Lock()
				counts[word] = before + w
				mu.Unlock()
			}
		})
	}
	readers.Wait()
	return counts
}
