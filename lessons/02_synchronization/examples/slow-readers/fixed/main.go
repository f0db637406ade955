// Ten people read the same page, which takes each of them 50 ms. A read lock lets
// all of them in at once.
package main

import (
	"fmt"
	"sync"
	"time"
)

type Page struct {
	mu   sync.RWMutex // guards text
	text string
}

func (p *Page) Read() int {
	p.mu.RLock()
	defer p.mu.RUnlock()
	time.Sleep(50 * time.Millisecond) // a long text
	return len(p.text)
}

func main() {
	page := &Page{text: "..."}
	began := time.Now()
	var readers sync.WaitGroup
	for range 10 {
		readers.Go(func() { page.Read() })
	}
	readers.Wait()
	fmt.Println("ten readers took about", time.Since(began).Milliseconds(), "ms")
}
