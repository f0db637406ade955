// Package addsitself has functions that start themselves anew, and count themselves.
package addsitself

import "sync"

// A Walk counts each directory when it is at work already.
type Walk struct {
	wg   sync.WaitGroup
	list func(dir string) []string
}

func (w *Walk) visit(dir string) {
	w.wg.Add(1) // want `^likely missed wait: visit calls Add when it runs already, so the Wait in All may come before it and not wait for it; call Add before the go statement \(add-inside-goroutine\)$`
	defer w.wg.Done()
	for _, sub := range w.list(dir) {
		go w.visit(sub) // related `the goroutine is started here, and not counted yet`
	}
}

func (w *Walk) All(root string) {
	w.visit(root)
	w.wg.Wait() // related `this Wait may come before the Add`
}

// A Counted one counts before each start.
type Counted struct {
	wg   sync.WaitGroup
	list func(dir string) []string
}

func (c *Counted) visit(dir string) {
	defer c.wg.Done()
	for _, sub := range c.list(dir) {
		c.wg.Add(1)
		go c.visit(sub)
	}
}

func (c *Counted) All(root string) {
	c.wg.Add(1)
	c.visit(root)
	c.wg.Wait()
}

// A Levelled one waits for each level with a group of its own.
type Levelled struct{ list func(dir string) []string }

func (l *Levelled) visit(dir string, up *sync.WaitGroup) {
	defer up.Done()
	var wg sync.WaitGroup
	for _, sub := range l.list(dir) {
		wg.Add(1)
		go l.visit(sub, &wg)
	}
	wg.Wait()
}

func (l *Levelled) All(root string) {
	var wg sync.WaitGroup
	wg.Add(1)
	l.visit(root, &wg)
	wg.Wait()
}

// A Halved one counts both halves of what it was counted for itself.
type Halved struct {
	wg  sync.WaitGroup
	sum func(from, to int)
}

func (h *Halved) split(from, to int) {
	defer h.wg.Done()
	if to-from < 10 {
		h.sum(from, to)
		return
	}
	h.wg.Add(2)
	go h.split(from, (from+to)/2)
	go h.split((from+to)/2, to)
}

func (h *Halved) All(n int) {
	h.wg.Add(1)
	go h.split(0, n)
	h.wg.Wait()
}
