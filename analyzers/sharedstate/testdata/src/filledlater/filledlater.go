// Package filledlater has fields that are filled in when somebody asks for them first.
package filledlater

import "sync"

type Loader interface{ Load() []byte }

// A Film is looked at before the lock is held.
type Film struct {
	mu     sync.Mutex
	loader Loader
	data   []byte
}

func (f *Film) frame() []byte {
	if f.data != nil { // want `likely data race: frame reads f.data before it takes f.mu, while another call of frame writes it under the lock.* \(double-checked-lock\)`
		return f.data
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.data == nil {
		f.data = f.loader.Load()
	}
	return f.data
}

func (f *Film) RenderAll(texts []string) {
	var wg sync.WaitGroup
	for _, text := range texts {
		wg.Go(func() { _ = string(f.frame()) + text })
	}
	wg.Wait()
}

// A Book is looked at with the lock only.
type Book struct {
	mu     sync.Mutex
	loader Loader
	text   []byte
}

func (b *Book) content() []byte {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.text == nil {
		b.text = b.loader.Load()
	}
	return b.text
}

func (b *Book) PrintAll(copies int) {
	var wg sync.WaitGroup
	for range copies {
		wg.Go(func() { _ = b.content() })
	}
	wg.Wait()
}
