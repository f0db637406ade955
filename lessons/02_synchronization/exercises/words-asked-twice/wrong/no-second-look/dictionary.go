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
	if translation, ok := d.lookUp(word); ok {
		return translation // most readers get no further, and do not wait for each other
	}
	translation := d.source.Translate(word)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.words[word] = translation
	return translation
}

func (d *Dictionary) lookUp(word string) (translation string, ok bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	translation, ok = d.words[word]
	return translation, ok
}

// Known returns how many words the dictionary remembers.
func (d *Dictionary) Known() int {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return len(d.words)
}
