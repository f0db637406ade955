// Package album turns the pictures of albums.
package album

import (
	"slices"
	"sync"
)

// Picture is a row of pixels.
type Picture []byte

// Album is a number of pictures.
type Album struct {
	wg       sync.WaitGroup
	pictures []Picture
}

// New returns an album with copies of the pictures.
func New(pictures []Picture) *Album {
	a := new(Album)
	for _, p := range pictures {
		a.pictures = append(a.pictures, slices.Clone(p))
	}
	return a
}

func (a *Album) turn(i int) {
	defer a.wg.Done()
	slices.Reverse(a.pictures[i])
}

// Turned returns the pictures turned.
func Turned(pictures []Picture) []Picture {
	a := New(pictures)
	for i := range a.pictures {
		a.wg.Add(1)
		go a.turn(i) // BUG
	}
	a.wg.Wait()
	return a.pictures
}
