// Package choir lets four voices sing at the same time.
package choir

import "sync"

// Voices of a choir.
const (
	Soprano = iota
	Alto
	Tenor
	Bass
	voices
)

// Choir is a choir with four voices.
type Choir struct {
	wg   sync.WaitGroup
	song [voices]string
}

func (c *Choir) sing(voice int, text string) {
	defer c.wg.Done()
	c.song[voice] = text
}

// Sing lets a choir sing a text.
func Sing(text string) [voices]string {
	c := new(Choir)
	c.wg.Add(voices) // BUG?
	for v := Soprano; v < Bass; v++ {
		go c.sing(v, text)
	}
	c.wg.Wait() // BUG?
	return c.song
}
