package main

import (
	"fmt"
	"sync"

	"eleventh/lock/roster/bad/league"
)

func main() {
	l := league.New("Harbour League")
	teams := []string{"Gulls", "Anchors", "Pilots"}

	var wg sync.WaitGroup
	for i, team := range teams {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for n := range 200 {
				l.Sign(team, fmt.Sprintf("player-%d-%d", i, n))
				if n%3 == 0 {
					l.Release(team, fmt.Sprintf("player-%d-%d", i, n/2))
				}
			}
		}()
	}
	lines := make(chan int)
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 100 {
				lines <- len(l.Summary())
			}
		}()
	}
	go func() {
		wg.Wait()
		close(lines)
	}()

	longest := 0
	for n := range lines {
		longest = max(longest, n)
	}
	fmt.Print(l.Summary())
	fmt.Println("longest summary seen:", longest > 0)
}
