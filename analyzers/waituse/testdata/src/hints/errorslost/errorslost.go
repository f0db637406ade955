// Package errorslost drops the errors of goroutines.
package errorslost

import (
	"os"
	"sync"
)

func store(string, []byte) error { return nil }

func backup(files []string) error {
	var wg sync.WaitGroup
	for _, file := range files {
		wg.Go(func() {
			data, err := os.ReadFile(file) // want `lost error: when this fails in the goroutine nobody learns of it, and backup reports success \(goroutine-error-lost\)`
			if err != nil {
				return
			}
			if err := store(file, data); err != nil {
				println(err.Error())
			}
		})
	}
	wg.Wait()
	return nil
}

type disk struct {
	wg    sync.WaitGroup
	files []string
}

func (d *disk) save(name string) {
	defer d.wg.Done()
	store(name, nil) // want `and saveAll reports success \(goroutine-error-lost\)`
}

func (d *disk) saveAll() error {
	for _, name := range d.files {
		d.wg.Add(1)
		go d.save(name)
	}
	d.wg.Wait()
	return nil
}
