// Package letters sends a newsletter to the members of a club.
package letters

import (
	"fmt"
	"sync"
	"time"
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
	var member Member
	var letters sync.WaitGroup
	sent := 0
	for i := range members {
		member = members[i]
		if member.Address == "" {
			continue
		}
		sent++
		letters.Go(func() {
			post.Send(member.Address, fmt.Sprintf("Dear %s, we meet on Friday.", member.Name))
		})
		time.Sleep(time.Millisecond)
	}
	letters.Wait()
	return sent
}
