// Package greetings writes letters.
package greetings

import "sync"

// All writes a greeting for everybody, all at the same time, and returns them in the order of the names.
func All(names []string, write func(name string) string) []string {
	greetings := make([]string, len(names))
	var writers sync.WaitGroup
	for i, name := range names {
		writers.Go(func() { greetings[i] = write(name) })
	}
	writers.Wait()
	return greetings
}
