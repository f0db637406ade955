package main

import (
	"fmt"
	"sync"

	"twelfth/lock/rooms/good/chat"
)

func main() {
	rooms := []*chat.Room{chat.NewRoom("lobby"), chat.NewRoom("dev"), chat.NewRoom("offtopic")}
	users := []*chat.User{chat.NewUser("ida", 2), chat.NewUser("bo", 3), chat.NewUser("kim", 1)}

	var wg sync.WaitGroup
	for _, u := range users {
		wg.Add(2)
		go func() {
			defer wg.Done()
			for i := range 2000 {
				rooms[i%len(rooms)].Join(u)
			}
		}()
		go func() {
			defer wg.Done()
			for range 2000 {
				u.LeaveAll()
			}
		}()
	}
	heard := 0
	for i := range 2000 {
		heard += rooms[i%len(rooms)].Say("bot", fmt.Sprint("tip ", i))
	}
	wg.Wait()
	fmt.Println("tips heard:", heard >= 0)
	for _, u := range users {
		u.LeaveAll()
	}
	for _, r := range rooms {
		fmt.Println(r.Name, "transcript bytes:", len(r.Transcript()) > 0)
	}
}
