// Three links are checked. One of them has no server, and the program hangs.
package main

import (
	"errors"
	"fmt"
	"sync"
)

func main() {
	var checks sync.WaitGroup
	for _, link := range []string{"/", "//unreachable", "/news"} {
		checks.Add(1)
		go func() {
			if err := visit(link); err != nil {
				return // and who counts this goroutine out?
			}
			checks.Done()
		}()
	}
	checks.Wait()
	fmt.Println("checked")
}

func visit(link string) error {
	if link == "//unreachable" {
		return errors.New("no such host")
	}
	return nil
}
