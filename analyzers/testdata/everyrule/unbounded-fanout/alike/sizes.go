// Package sizes adds up the sizes of many pictures, a few at a time.
package sizes

import (
	"log"
	"os"
	"sync"
)

const atOnce = 8

type counter struct {
	slots chan struct{}
	wg    sync.WaitGroup
	mu    sync.Mutex
	total int
}

func (c *counter) acquire() { c.slots <- struct{}{} }
func (c *counter) release() { <-c.slots }

func (c *counter) add(path string) {
	defer c.wg.Done()
	defer c.release()
	b, err := os.ReadFile(path)
	if err != nil {
		log.Print(err)
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.total += len(b)
}

// Total returns the size of all pictures that can be read.
func Total(paths []string) int {
	c := &counter{slots: make(chan struct{}, atOnce)}
	for _, p := range paths {
		c.acquire()
		c.wg.Add(1)
		go c.add(p)
	}
	c.wg.Wait()
	return c.total
}
