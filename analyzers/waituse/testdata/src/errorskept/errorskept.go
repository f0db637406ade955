// Package errorskept lets somebody know.
package errorskept

import (
	"errors"
	"log"
	"os"
	"sync"
)

func store(string, []byte) error { return nil }

func joined(files []string) error {
	errs := make([]error, len(files))
	var wg sync.WaitGroup
	for i, file := range files {
		wg.Go(func() { errs[i] = store(file, nil) })
	}
	wg.Wait()
	return errors.Join(errs...)
}

func logged(files []string) error {
	var wg sync.WaitGroup
	for _, file := range files {
		wg.Go(func() {
			if err := store(file, nil); err != nil {
				log.Println(err)
			}
		})
	}
	wg.Wait()
	return nil
}

func counted(files []string) (n int, err error) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, file := range files {
		wg.Go(func() {
			if store(file, nil) != nil {
				mu.Lock()
				n++
				mu.Unlock()
				return
			}
		})
	}
	wg.Wait()
	return n, nil
}

func onPurpose(files []string) error {
	var wg sync.WaitGroup
	for _, file := range files {
		wg.Go(func() { _ = os.Remove(file) })
		wg.Go(func() { _ = store(file, nil) })
	}
	wg.Wait()
	return nil
}

// It has nobody to tell, and says so.
func warm(files []string) {
	var wg sync.WaitGroup
	for _, file := range files {
		wg.Go(func() { store(file, nil) })
	}
	wg.Wait()
}

func checked(files []string) error {
	var wg sync.WaitGroup
	missing := false
	wg.Go(func() {
		if _, err := os.ReadFile(files[0]); err != nil {
			missing = true
		}
	})
	wg.Wait()
	if missing {
		return errors.New("missing")
	}
	return nil
}
