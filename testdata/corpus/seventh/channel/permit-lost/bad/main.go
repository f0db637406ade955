package main

import (
	"errors"
	"fmt"
	"sync"
)

var errBroken = errors.New("broken stream")

// converter limits how many clips are converted at the same time.
type converter struct {
	slots chan struct{}
	mu    sync.Mutex
	ok    []string
	errs  map[string]error
}

func newConverter(n int) *converter {
	return &converter{slots: make(chan struct{}, n), errs: make(map[string]error)}
}

func (c *converter) acquire() { c.slots <- struct{}{} } // BUG: send-no-receiver
func (c *converter) release() { <-c.slots }

func (c *converter) convert(clip string, length int) (string, error) {
	c.acquire() // BUG: send-no-receiver
	if length <= 0 {
		return "", errBroken // BUG: send-no-receiver
	}
	out := fmt.Sprintf("%s.webm", clip)
	c.release()
	return out, nil
}

func (c *converter) note(clip, out string, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err != nil {
		c.errs[clip] = err
		return
	}
	c.ok = append(c.ok, out)
}

func main() {
	clips := map[string]int{
		"intro": 20, "cats": 61, "empty": 0, "dogs": 45,
		"birds": 30, "noise": -1, "outro": 12, "void": 0,
	}
	c := newConverter(2)
	var wg sync.WaitGroup
	for clip, length := range clips {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out, err := c.convert(clip, length)
			c.note(clip, out, err)
		}()
	}
	wg.Wait()
	fmt.Println(len(c.ok), "converted,", len(c.errs), "failed")
}
