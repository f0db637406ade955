// Command license checks many keys at once and tells about the first bad one.
package main

import (
	"fmt"
	"sync"
)

func valid(key string) bool { return len(key) == 8 }

func firstBad(keys []string) (bad string, count int) {
	var (
		once sync.Once
		mu   sync.Mutex
		wg   sync.WaitGroup
	)
	for _, k := range keys {
		wg.Go(func() {
			if valid(k) {
				return
			}
			once.Do(func() { bad = k })
			mu.Lock()
			defer mu.Unlock()
			count++
		})
	}
	wg.Wait()
	return bad, count
}

func checker() func(string) bool {
	var once sync.Once
	return func(key string) bool {
		once.Do(func() { fmt.Println("checking licenses") })
		return valid(key)
	}
}

func main() {
	bad, n := firstBad([]string{"A1B2C3D4", "oops", "E5F6G7H8"})
	fmt.Println(bad, n)
	check := checker()
	fmt.Println(check("A1B2C3D4"), check(""))
}
