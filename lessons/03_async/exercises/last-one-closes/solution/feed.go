// Package feed puts several news feeds together.
package feed

import "sync"

// A Source gives one headline after the other; ok is false after the last one.
type Source interface {
	Next() (headline string, ok bool)
}

// Merge returns a channel with the headlines of all sources, in the order in
// which they come. The channel is closed after the last one.
func Merge(sources ...Source) <-chan string {
	headlines := make(chan string)
	var sending sync.WaitGroup
	for _, source := range sources {
		sending.Go(func() {
			for {
				headline, ok := source.Next()
				if !ok {
					return
				}
				headlines <- headline
			}
		})
	}
	go func() {
		sending.Wait()
		close(headlines) // after the last sender has ended
	}()
	return headlines
}
