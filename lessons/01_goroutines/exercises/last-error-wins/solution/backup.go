// Package backup sends folders to another machine.
package backup

import (
	"errors"
	"fmt"
	"sync"
)

// A Send copies a folder to the other machine.
type Send func(folder string) error

// Run sends all folders at once. Its error names every folder that failed.
func Run(send Send, folders []string) error {
	errs := make([]error, len(folders))
	var work sync.WaitGroup
	for i, folder := range folders {
		work.Go(func() {
			if err := send(folder); err != nil {
				errs[i] = fmt.Errorf("%s: %w", folder, err) // element i is this goroutine's own
			}
		})
	}
	work.Wait()
	return errors.Join(errs...) // nil if all of them are nil
}
