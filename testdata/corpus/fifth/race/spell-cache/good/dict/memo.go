package dict

import "sync"

// Suggester proposes a replacement for a word.
type Suggester func(word string) string

// Memo remembers what next answered.
func Memo(next Suggester) Suggester {
	var mu sync.Mutex
	seen := make(map[string]string)
	return func(word string) string {
		mu.Lock()
		defer mu.Unlock()
		if s, ok := seen[word]; ok {
			return s
		}
		s := next(word)
		seen[word] = s
		return s
	}
}
