package main

import (
	"errors"
	"fmt"
	"os"
	"sync"
)

type Importer struct {
	wg   sync.WaitGroup
	mu   sync.Mutex
	errs []error
	rows int
}

func (im *Importer) fail(file string, err error) {
	im.mu.Lock()
	im.errs = append(im.errs, fmt.Errorf("%s: %w", file, err))
	im.mu.Unlock()
	im.wg.Done() // BUG: wg-negative
}

func (im *Importer) load(file string) {
	defer im.wg.Done() // BUG: wg-negative
	if len(file) < 5 {
		im.fail(file, errors.New("bad name")) // BUG: wg-negative
		return
	}
	im.mu.Lock()
	im.rows += len(file)
	im.mu.Unlock()
}

func (im *Importer) Import(files ...string) error {
	for _, f := range files {
		im.wg.Add(1)
		go im.load(f)
	}
	im.wg.Wait()
	return errors.Join(im.errs...)
}

func main() {
	var im Importer
	err := im.Import("a.csv", "b", "long-name.csv", "c")
	fmt.Fprintln(os.Stderr, err)
	fmt.Println(im.rows)
}
