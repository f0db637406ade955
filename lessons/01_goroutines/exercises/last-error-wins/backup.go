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
	var err error
	var work sync.WaitGroup
	for _, folder := range folders {
		work.Go(func() {
			err = send(folder)
			if err != nil {
				err = fmt.Errorf("%s: %w", folder, err)
			}
		})
	}
	work.Wait()
	return err
}
