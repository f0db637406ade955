// Package main skips Done on the error path of its goroutines.
//
// Today: count-mismatch, and missing-done as likely at the same Wait.
package main

import (
	"errors"
	"fmt"
	"sync"
)

func check(url string) error {
	if url == "" {
		return errors.New("no address")
	}
	return nil
}

func checkAll(urls []string) {
	var wg sync.WaitGroup
	for _, url := range urls {
		wg.Add(1)
		go func() {
			if err := check(url); err != nil {
				fmt.Println(err)
				return
			}
			wg.Done()
		}()
	}
	wg.Wait() // want `^deadlock: this Wait never ends when a goroutine leaves without calling Done \(missing-done\)`
}

func main() {
	checkAll([]string{"a", ""})
}
