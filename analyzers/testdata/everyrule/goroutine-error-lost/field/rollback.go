// Package rollback removes a release from all servers.
package rollback

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

var servers = [...]string{"alpha", "beta", "gamma"}

type rollback struct {
	wg   sync.WaitGroup
	root string
}

func (r *rollback) remove(server string) error {
	return os.Remove(filepath.Join(r.root, server, "release.bin"))
}

func (r *rollback) start(server string) {
	r.wg.Add(1)
	go func() {
		defer r.wg.Done()
		_ = r.remove(server) // BUG
	}()
}

// Release removes the release from each server below root.
func Release(root string) error {
	if _, err := os.Stat(root); err != nil {
		return fmt.Errorf("rollback: %w", err)
	}
	r := &rollback{root: root}
	for _, s := range servers {
		r.start(s)
	}
	r.wg.Wait()
	return nil
}
