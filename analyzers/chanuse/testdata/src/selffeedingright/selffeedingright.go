// Package selffeedingright has goroutines that send where they receive, and never all wait.
package selffeedingright

import (
	"context"
	"sync"
)

// Players pass one ball on.
func Play(rounds int) {
	table := make(chan int)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for ball := range table {
				if ball == rounds {
					close(table)
					return
				}
				table <- ball + 1
			}
		})
	}
	table <- 0
	wg.Wait()
}

// What is found goes to somebody who keeps it.
type Crawler struct {
	Load  func(url string) []string
	tasks chan string
	found chan []string
}

func NewCrawler(load func(string) []string) *Crawler {
	return &Crawler{Load: load, tasks: make(chan string), found: make(chan []string)}
}

func (c *Crawler) work() {
	for url := range c.tasks {
		c.found <- c.Load(url)
	}
}

func (c *Crawler) Run(start string, workers int) int {
	for range max(1, workers) {
		go c.work()
	}
	seen := map[string]bool{start: true}
	list, running := []string{start}, 0
	for running > 0 || len(list) > 0 {
		var out chan string
		next := ""
		if len(list) > 0 {
			out, next = c.tasks, list[0]
		}
		select {
		case out <- next:
			list = list[1:]
			running++
		case links := <-c.found:
			running--
			for _, link := range links {
				if !seen[link] {
					seen[link] = true
					list = append(list, link)
				}
			}
		}
	}
	close(c.tasks)
	return len(seen)
}

// Each send has a goroutine of its own.
type Walker struct {
	List    func(string) []string
	folders chan string
	pending sync.WaitGroup
}

func NewWalker(list func(string) []string) *Walker {
	return &Walker{List: list, folders: make(chan string)}
}

func (w *Walker) add(folder string) {
	w.pending.Add(1)
	go func() { w.folders <- folder }()
}

func (w *Walker) Walk(root string) {
	for range 4 {
		go func() {
			for folder := range w.folders {
				for _, inner := range w.List(folder) {
					w.add(inner)
				}
				w.pending.Done()
			}
		}()
	}
	w.add(root)
	w.pending.Wait()
	close(w.folders)
}

// The send gives up, or does the work itself.
type Index struct {
	List  func(string) []string
	queue chan string
}

func NewIndex(list func(string) []string) *Index { return &Index{List: list, queue: make(chan string)} }

func (x *Index) Run(ctx context.Context) {
	for range 4 {
		go func() {
			for name := range x.queue {
				x.visit(ctx, name)
			}
		}()
	}
}

func (x *Index) Add(name string) { x.queue <- name }

func (x *Index) visit(ctx context.Context, name string) {
	for _, inner := range x.List(name) {
		select {
		case x.queue <- inner:
		case <-ctx.Done():
			return
		default:
			x.visit(ctx, inner)
		}
	}
}

// There is room for all.
type Batch struct{ jobs chan int }

func NewBatch(n int) *Batch { return &Batch{jobs: make(chan int, n)} }

func (b *Batch) Run() {
	for range 2 {
		go func() {
			for job := range b.jobs {
				for i := range job {
					b.jobs <- i
				}
			}
		}()
	}
}

func (b *Batch) Add(job int) { b.jobs <- job }

// Somebody else receives too.
type Relay struct{ lines chan string }

func NewRelay() *Relay { return &Relay{lines: make(chan string)} }

func (r *Relay) Echo() {
	for line := range r.lines {
		for range 2 {
			r.lines <- line
		}
	}
}

func (r *Relay) Drain(each func(string)) {
	for line := range r.lines {
		each(line)
	}
}

func (r *Relay) Say(line string) { r.lines <- line }
