// Ten people read the same page, which takes each of them 50 ms. With a Mutex
// they read one after the other.
package main

import (
	"fmt"
	"sync"
	"time"
)

type Page struct {
	mu   sync.Mutex // guards text
	text string
}

func (p *Page) Read() int {
	p.mu.Lock()
	defer p.mu.Unlock()
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
