// Package selffeeding has workers that put what they find into the channel from which only they
// receive.
package selffeeding

import "sync"

type Crawler struct {
	Load    func(url string) []string
	Workers int
	queue   chan string
	pending sync.WaitGroup
}

func NewCrawler(load func(string) []string) *Crawler {
	return &Crawler{Load: load, queue: make(chan string)}
}

func (c *Crawler) add(url string) {
	c.pending.Add(1)
	c.queue <- url // want `likely deadlock: the send to c.queue waits for ever, because no goroutine gets to receive \(send-without-receiver\)`
}

func (c *Crawler) visit(url string) {
	defer c.pending.Done()
	for _, link := range c.Load(url) {
		c.add(link)
	}
}

func (c *Crawler) Start(url string) {
	for range c.Workers {
		go func() {
			for url := range c.queue {
				c.visit(url)
			}
		}()
	}
	c.add(url)
}

func worker(folders chan string, list func(string) []string, wg *sync.WaitGroup) {
	for folder := range folders {
		for _, inner := range list(folder) {
			wg.Add(1)
			folders <- inner // want `likely deadlock: whoever receives from the channel also sends to it, here, .* \(self-send\)`
		}
		wg.Done()
	}
}

func Walk(root string, list func(string) []string) {
	folders := make(chan string)
	var wg sync.WaitGroup
	for range 4 {
		go worker(folders, list, &wg)
	}
	wg.Add(1)
	folders <- root
	wg.Wait()
	close(folders)
}

// Spider hides what it loads behind more than the search follows.
type Spider struct {
	Load  func(url string) []string
	queue chan string
	mu    sync.Mutex
	seen  map[string]bool
}

func NewSpider(load func(string) []string) *Spider {
	return &Spider{Load: load, queue: make(chan string), seen: make(map[string]bool)}
}

func (s *Spider) Work() {
	for url := range s.queue {
		for _, link := range s.Load(url) {
			s.Add(link)
		}
	}
}

func (s *Spider) Add(url string) {
	s.mu.Lock()
	known := s.seen[url]
	s.seen[url] = true
	s.mu.Unlock()
	if !known {
		s.queue <- url // want `likely deadlock: whoever receives from queue also sends to it, here, and more than once for what was received: when all of them send, nobody receives \(self-send\)`
	}
}
