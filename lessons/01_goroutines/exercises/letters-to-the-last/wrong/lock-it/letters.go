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
	var mu sync.Mutex // guards member
	var member Member
	var letters sync.WaitGroup
	sent := 0
	for i := range members {
		mu.Lock()
		member = members[i]
		known := member.Address != ""
		mu.Unlock()
		if !known {
			continue
		}
		sent++
		letters.Go(func() {
			mu.Lock()
			m := member
			mu.Unlock()
			post.Send(m.Address, fmt.Sprintf("Dear %s, we meet on Friday.", m.Name))
		})
	}
	letters.Wait()
	return sent
}
