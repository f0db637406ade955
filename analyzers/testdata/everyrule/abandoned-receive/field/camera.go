// Package camera takes pictures of the night sky.
package camera

import "log"

// Shutter opens the shutter and returns the picture.
type Shutter func() ([]byte, error)

type exposure struct {
	shutter Shutter
	picture chan []byte
}

func (e *exposure) run() {
	b, err := e.shutter()
	if err != nil {
		log.Printf("exposure failed: %v", err)
		return
	}
	e.picture <- b
}

// Camera is a camera on a telescope.
type Camera struct {
	shutter Shutter
}

// New returns a camera with the given shutter.
func New(s Shutter) *Camera {
	return &Camera{shutter: s}
}

// Take takes one picture.
func (c *Camera) Take() []byte {
	e := &exposure{shutter: c.shutter, picture: make(chan []byte)}
	go e.run()
	return <-e.picture // BUG
}
