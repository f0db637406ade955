// Package feed puts several news feeds together.
package feed

// A Source gives one headline after the other; ok is false after the last one.
type Source interface {
	Next() (headline string, ok bool)
}

// Merge returns a channel with the headlines of all sources, in the order in
// which they come. The channel is closed after the last one.
func Merge(sources ...Source) <-chan string {
	headlines := make(chan string)
	for _, source := range sources {
		go func() {
			for {
				headline, ok := source.Next()
				if !ok {
					return
				}
				headlines <- headline
			}
		}()
	}
	return headlines
}
