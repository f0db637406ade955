// Package addedlate counts in what has been started already.
package addedlate

import "sync"

type crawler struct {
	pages sync.WaitGroup
	found chan string
}

func (c *crawler) visit(url string) {
	c.count() // the Add is in count
	defer c.pages.Done()
	select {
	case c.found <- url:
	default:
	}
}

func (c *crawler) count() {
	c.pages.Add(1) // want `missed wait: Add is called inside the goroutine, so main may reach Wait before it .*\(add-inside-goroutine\)`
}

func (c *crawler) finish() { c.pages.Wait() }

func main() {
	c := crawler{found: make(chan string, 8)}
	for _, url := range []string{"a", "b"} {
		go c.visit(url)
	}
	c.finish()
	println(len(c.found))
}

func literal() {
	var wg sync.WaitGroup
	go func() {
		wg.Add(1) // want `so literal may reach Wait.* \(add-inside-goroutine\)`
		defer wg.Done()
	}()
	wg.Wait()
}
