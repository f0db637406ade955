// Command poller asks a source again and again for something new.
package main

import (
	"fmt"
	"time"
)

// counter has a few news and then breaks.
type counter struct{ n, limit int }

func (c *counter) Poll() (string, error) {
	c.n++
	if c.n > c.limit {
		return "", ErrFatal
	}
	return fmt.Sprint("news ", c.n), nil
}

func main() {
	p := Start(&counter{limit: 3}, time.Millisecond)
	select {
	case <-p.Quit():
		fmt.Println("the source broke")
	case <-time.After(5 * time.Second):
		fmt.Println("enough")
	}
	news, err := p.Stop()
	fmt.Println(len(news), "news,", err)
}
