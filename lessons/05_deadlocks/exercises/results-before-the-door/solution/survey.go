// Package survey asks many people.
package survey

import "sync"

// Ask asks somebody and returns the answers, of which there may be none or many.
type Ask func(person string) (answers []string)

// All asks everybody at the same time and returns how often each answer was given.
func All(ask Ask, people []string) map[string]int {
	answers := make(chan string)
	var asking sync.WaitGroup
	for _, person := range people {
		asking.Go(func() {
			for _, answer := range ask(person) {
				answers <- answer
			}
		})
	}
	go func() {
		asking.Wait()
		close(answers) // ends the range below
	}()

	counts := make(map[string]int)
	for answer := range answers {
		counts[answer]++
	}
	return counts
}
