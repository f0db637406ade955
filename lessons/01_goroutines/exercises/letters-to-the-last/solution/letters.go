// Package letters sends a newsletter to the members of a club.
package letters

import (
	"fmt"
	"sync"
)

// A Member of the club.
type Member struct {
	Name    string
	Address string
}

// A Post takes letters. Several goroutines may use it at once.
type Post interface {
	Send(address, text string)
}

// SendAll sends a letter to each member whose address is known, all of them at
// once, and returns how many there were.
func SendAll(post Post, members []Member) int {
	var letters sync.WaitGroup
	sent := 0
	for _, member := range members { // a new member in each turn
		if member.Address == "" {
			continue
		}
		sent++
		letters.Go(func() {
			post.Send(member.Address, fmt.Sprintf("Dear %s, we meet on Friday.", member.Name))
		})
	}
	letters.Wait()
	return sent
}
