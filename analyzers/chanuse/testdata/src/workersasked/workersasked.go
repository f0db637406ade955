// Package workersasked starts as many workers as it is asked for, which is never none.
package workersasked

import "sync"

type Crawler struct {
	Workers int
	Load    func(url string) []string
	seen    map[string]bool
}

func (c *Crawler) Crawl(start string) int {
	tasks := make(chan string)
	found := make(chan []string)
	var wg sync.WaitGroup
	for range c.Workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for url := range tasks {
				found <- c.Load(url)
			}
		}()
	}
	backlog, running := []string{start}, 0
	for running > 0 || len(backlog) > 0 {
		var out chan<- string
		var next string
		if len(backlog) > 0 {
			out, next = tasks, backlog[0]
		}
		select {
		case out <- next:
			backlog = backlog[1:]
			running++
		case links := <-found:
			running--
			for _, link := range links {
				if !c.seen[link] {
					c.seen[link] = true
					backlog = append(backlog, link)
				}
			}
		}
	}
	close(tasks)
	wg.Wait()
	return len(c.seen)
}

func Sum(n int, numbers []int) (sum int) {
	in, out := make(chan int), make(chan int)
	for i := 0; i < n; i++ {
		go func() {
			part := 0
			for k := range in {
				part += k
			}
			out <- part
		}()
	}
	for _, k := range numbers {
		in <- k
	}
	close(in)
	for i := 0; i < n; i++ {
		sum += <-out
	}
	return sum
}

func First(n int, ask func(int) string) string {
	answers := make(chan string)
	for i := range n {
		go func() { answers <- ask(i) }() // want `goroutine leak: the send to answers waits for ever when its receiver has left first.* \(abandoned-send\)`
	}
	return <-answers
}
