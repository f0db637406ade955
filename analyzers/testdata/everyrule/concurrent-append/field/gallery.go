// Package gallery makes thumbnails of the photos of an album.
package gallery

import "sync"

type album struct {
	photos []string
	thumbs []string
}

// A Gallery shows one album.
type Gallery struct {
	album album
}

// New returns a gallery of some photos.
func New(photos ...string) *Gallery {
	return &Gallery{album: album{photos: photos}}
}

// Shrink makes the thumbnails and returns their names.
func (g *Gallery) Shrink() []string {
	var wg sync.WaitGroup
	for _, p := range g.album.photos {
		wg.Add(1)
		go func(photo string) {
			defer wg.Done()
			g.album.thumbs = append(g.album.thumbs, "thumb_"+photo) // BUG
		}(p)
	}
	wg.Wait()
	return g.album.thumbs
}
