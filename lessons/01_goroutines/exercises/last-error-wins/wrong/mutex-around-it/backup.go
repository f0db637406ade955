// Package backup sends folders to another machine.
package backup

import (
	"fmt"
	"sync"
)

// A Send copies a folder to the other machine.
type Send func(folder string) error

// Run sends all folders at once. Its error names every folder that failed.
func Run(send Send, folders []string) error {
	var mu sync.Mutex // guards err
	var err error
	var work sync.WaitGroup
	for _, folder := range folders {
		work.Go(func() {
			failed := send(folder)
			if failed != nil {
				failed = fmt.Errorf("%s: %w", folder, failed)
			}
			mu.Lock()
			defer mu.Unlock()
			err = failed
		})
	}
	work.Wait()
	return err
}
