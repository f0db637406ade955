// Package turnvariables has a variable for each turn.
package turnvariables

import (
	"fmt"
	"sync"
)

func all(names []string) {
	var wg sync.WaitGroup
	for _, name := range names {
		wg.Go(func() { fmt.Println(name) })
	}
	wg.Wait()
}
