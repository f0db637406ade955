package main

import (
	"fmt"
	"sync"
)

func main() {
	s := NewServer()
	ann, bob := s.Login("ann"), s.Login("bob")
	lobby := s.Room("lobby")
	lobby.Enter(ann)
	lobby.Enter(bob)
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		for range 3000 {
			lobby.Say(ann, "@bob") // BUG: lock-order
		}
	}()
	go func() {
		defer wg.Done()
		for range 3000 {
			s.Online() // BUG: lock-order
		}
	}()
	wg.Wait()
	fmt.Println(s, bob.Unread(), s.Online())
}
