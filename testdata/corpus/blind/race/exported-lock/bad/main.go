package main

import (
	"fmt"
	"os"
	"sync"

	"blind/race/exported-lock/bad/fleet"
	"blind/race/exported-lock/bad/report"
)

func main() {
	f := fleet.New("B-AB 1", "B-AB 2")
	var wg sync.WaitGroup
	for i, p := range []string{"B-AB 1", "B-AB 2", "B-AB 3"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := range 20 {
				f.Move(p, fleet.Position{X: float64(k), Y: float64(i * k % 5)})
			}
		}()
	}
	wg.Add(1)
	go func() {
		defer wg.Done()
		for range 3 {
			fmt.Fprint(os.Stderr, report.Table(report.Mileage(f, 1))) // BUG: unlocked-read
		}
	}()
	wg.Wait()
	fmt.Println(report.Summary(f))
}
