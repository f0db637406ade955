// Package thumbs makes small copies of all pictures in a folder.
package thumbs

import (
	"log"
	"os"
	"path/filepath"
	"sync"
)

func shrink(path string, wg *sync.WaitGroup) {
	defer wg.Done()
	b, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path+".thumb", b[:len(b)/2], 0o644)
	}
	if err != nil {
		log.Print(err)
	}
}

func start(path string, wg *sync.WaitGroup) {
	wg.Add(1)
	go shrink(path, wg) // BUG?
}

// Folder shrinks all pictures in a folder, as far as they can be read.
func Folder(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	for _, e := range entries { // BUG?
		start(filepath.Join(dir, e.Name()), &wg) // BUG?
	}
	wg.Wait()
	return nil
}
