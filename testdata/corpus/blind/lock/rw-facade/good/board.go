// Package board is a message board on which readers wait for news.
package board

import (
	"iter"
	"sync"
)

// Post is a message.
type Post struct {
	No   int
	Text string
}

type storage interface {
	append(Post)
	since(no int) []Post
}

type memory struct{ posts []Post }

func (m *memory) append(p Post) { m.posts = append(m.posts, p) }

func (m *memory) since(no int) []Post {
	if no >= len(m.posts) {
		return nil
	}
	return append([]Post(nil), m.posts[no:]...)
}

// Board is a message board.
type Board struct {
	sync.RWMutex
	news   *sync.Cond // on the read lock
	store  storage
	next   int
	closed bool
}

// New makes a board.
func New() *Board {
	b := &Board{store: &memory{}}
	b.news = sync.NewCond(b.RLocker())
	return b
}

// Post publishes a message.
func (b *Board) Post(text string) int {
	b.Lock()
	no := b.next
	b.next++
	b.store.append(Post{no, text})
	b.Unlock()
	b.news.Broadcast()
	return no
}

// Close tells the readers that there will be no more messages.
func (b *Board) Close() {
	b.Lock()
	b.closed = true
	b.Unlock()
	b.news.Broadcast()
}

// wait returns new messages; none means the end.
func (b *Board) wait(no int) []Post {
	b.RLock()
	defer b.RUnlock()
	for {
		if ps := b.store.since(no); len(ps) > 0 || b.closed {
			return ps
		}
		b.news.Wait()
	}
}

// Follow yields all messages from the beginning until Close.
func (b *Board) Follow() iter.Seq[Post] {
	return func(yield func(Post) bool) {
		for no := 0; ; {
			ps := b.wait(no)
			if len(ps) == 0 {
				return
			}
			for _, p := range ps {
				if !yield(p) {
					return
				}
				no = p.No + 1
			}
		}
	}
}

// Len counts the messages.
func (b *Board) Len() int {
	b.RLock()
	defer b.RUnlock()
	return b.next
}
