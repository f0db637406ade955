// Package deploy copies a release to all servers.
package deploy

import (
	"os"
	"path/filepath"
	"sync"
)

var servers = [...]string{"alpha", "beta", "gamma"}

func upload(root, server string, release []byte) error {
	dir := filepath.Join(root, server)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "release.bin"), release, 0o644)
}

func start(root, server string, release []byte, wg *sync.WaitGroup) {
	defer wg.Done()
	if err := upload(root, server, release); err != nil { // BUG?
		return // BUG?
	}
}

// Release copies the release file to each server below root.
func Release(root, file string) error {
	release, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	for _, s := range servers {
		wg.Add(1)
		go start(root, s, release, &wg)
	}
	wg.Wait()
	return nil
}
