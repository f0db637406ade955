package dict

// Suggester proposes a replacement for a word.
type Suggester func(word string) string

// Memo remembers what next answered.
func Memo(next Suggester) Suggester {
	seen := make(map[string]string) // BUG: map-concurrent
	return func(word string) string {
		if s, ok := seen[word]; ok { // BUG: map-concurrent
			return s
		}
		s := next(word)
		seen[word] = s // BUG: map-concurrent
		return s
	}
}
