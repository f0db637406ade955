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
	var shared sync.Map
	var readers sync.WaitGroup
	for _, text := range texts {
		readers.Go(func() {
			for word := range strings.FieldsSeq(text) {
				before, _ := shared.LoadOrStore(word, 0)
				shared.Store(word, before.(int)+weight(word))
			}
		})
	}
	readers.Wait()
	counts := make(map[string]int)
	shared.Range(func(word, n any) bool {
		counts[word.(string)] = n.(int)
		return true
	})
	return counts
}
