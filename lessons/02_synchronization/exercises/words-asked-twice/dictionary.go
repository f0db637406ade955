// Package dictionary translates words, and remembers them.
package dictionary

import "sync"

// A Source knows all words. It takes money for each question.
type Source interface {
	Translate(word string) string
}

// A Dictionary asks its source for each word once. Many readers use it at once.
type Dictionary struct {
	source Source

	mu    sync.RWMutex // guards words
	words map[string]string
}

// New returns a dictionary that knows nothing yet.
func New(source Source) *Dictionary {
	return &Dictionary{source: source, words: make(map[string]string)}
}

// Translate returns the translation of a word.
func (d *Dictionary) Translate(word string) string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	translation, ok := d.words[word]
	if !ok {
		translation = d.source.Translate(word)
		d.words[word] = translation
	}
	return translation
}

// Known returns how many words the dictionary remembers.
func (d *Dictionary) Known() int {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return len(d.words)
}
