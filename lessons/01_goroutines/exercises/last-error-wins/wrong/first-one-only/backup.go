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
	failed := make(chan error)
	var work sync.WaitGroup
	for _, folder := range folders {
		work.Go(func() {
			if err := send(folder); err != nil {
				failed <- fmt.Errorf("%s: %w", folder, err)
			}
		})
	}
	done := make(chan struct{})
	go func() {
		work.Wait()
		close(done)
	}()
	select {
	case err := <-failed:
		return err
	case <-done:
		return nil
	}
}
