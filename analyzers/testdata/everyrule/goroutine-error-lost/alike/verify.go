// Package verify checks a release on all servers.
package verify

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

var servers = [...]string{"alpha", "beta", "gamma"}

type check struct {
	wg   sync.WaitGroup
	root string
	size int64
	errs [len(servers)]error
}

func (c *check) verify(server string) error {
	info, err := os.Stat(filepath.Join(c.root, server, "release.bin"))
	if err != nil {
		return err
	}
	if info.Size() != c.size {
		return fmt.Errorf("%s: %d bytes", server, info.Size())
	}
	return nil
}

func (c *check) run(i int) {
	defer c.wg.Done()
	if err := c.verify(servers[i]); err != nil {
		c.errs[i] = err
		return
	}
}

// Release checks the size of the release on each server below root.
func Release(root string, size int64) error {
	c := &check{root: root, size: size}
	for i := range servers {
		c.wg.Add(1)
		go c.run(i)
	}
	c.wg.Wait()
	return errors.Join(c.errs[:]...)
}
