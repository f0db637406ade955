// Package download fetches many files.
package download

import (
	"errors"
	"sync"
)

// A Get downloads one file. It holds a connection and a file open meanwhile.
type Get func(file string) error

// All downloads the files, at most limit of them at the same time, and returns
// what went wrong. A limit below 1 counts as 1.
func All(get Get, files []string, limit int) error {
	errs := make([]error, len(files))
	var downloads sync.WaitGroup
	for i, file := range files {
		downloads.Add(1)
		go func() {
			defer downloads.Done()
			errs[i] = get(file)
		}()
	}
	downloads.Wait()
	return errors.Join(errs...)
}
