// Three links are checked. Go counts each goroutine in and, whichever way it
// ends, out.
package main

import (
	"errors"
	"fmt"
	"sync"
)

func main() {
	var checks sync.WaitGroup
	for _, link := range []string{"/", "//unreachable", "/news"} {
		checks.Go(func() {
			if err := visit(link); err != nil {
				fmt.Println(link, err)
				return
			}
		})
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
