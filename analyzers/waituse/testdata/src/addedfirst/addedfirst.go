// Package addedfirst counts before it starts, or while the counter is not zero.
package addedfirst

import "sync"

type crawler struct {
	wg   sync.WaitGroup
	seen chan string
}

// Each page adds for its links before it is done itself.
func (c *crawler) visit(links []string) {
	defer c.wg.Done()
	for range links {
		c.wg.Add(1)
		go c.visit(nil)
	}
}

func (c *crawler) start(links []string) {
	c.wg.Add(1)
	go c.visit(links)
}

func crawl(links []string) {
	c := &crawler{}
	c.start(links)
	c.wg.Wait()
}

func direct(links []string) {
	c := &crawler{}
	c.wg.Add(1)
	go c.visit(links)
	c.wg.Wait()
}

type server struct{ wg sync.WaitGroup }

func (s *server) serve(accepted chan int) {
	for range accepted {
		s.wg.Add(1)
		go func() { defer s.wg.Done() }()
	}
}

func (s *server) begin() { s.wg.Add(1) }

// Somebody else may have added.
func (s *server) run(accepted chan int) {
	go s.serve(accepted)
	s.wg.Wait()
}

func told() {
	var wg sync.WaitGroup
	added := make(chan struct{})
	go func() {
		wg.Add(1)
		close(added)
		wg.Done()
	}()
	<-added
	wg.Wait()
}

// The first wait comes after the Adds.
func ready() {
	var wg, started sync.WaitGroup
	started.Add(2)
	work := func() {
		wg.Add(1)
		defer wg.Done()
		started.Done()
	}
	go work()
	go work()
	started.Wait()
	wg.Wait()
}

func toldByHelper() {
	var wg sync.WaitGroup
	added := make(chan struct{})
	go func() {
		wg.Add(1)
		close(added)
		wg.Done()
	}()
	hear(added)
	wg.Wait()
}

func hear(c chan struct{}) { <-c }
